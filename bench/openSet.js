/**
 * A labelled set that lies open, as somebody makes one of his own pages: a folder with `gold.ndjson`, a line a page
 * with its `id`, and beside it the pages as `html/ID.html`, or packed as `html/ID.html.gz`.
 */
import {isUtf8} from 'node:buffer'
import {existsSync, readFileSync, statSync} from 'node:fs'
import {basename, join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {dist} from './engines/dist.js'
import {lines} from './lines.js'

/** Names shown of many. */
const shown = 5

/** @param {string} folder of the set */
export function isOpenSet(folder) {
  const gold = join(folder, 'gold.ndjson')
  return existsSync(gold) && statSync(gold).size > 0
}

/**
 * The gold of all pages, each known to have its page.
 * @param {string} folder
 * @returns {Promise<import('./score/set.js').Gold[]>}
 * @throws {Error} that names what is wrong: a line that is no JSON or has no id, an id twice, pages that are missing
 */
export async function goldOf(folder) {
  const name = basename(folder)
  /** @type {Map<string, any>} */
  const gold = new Map()
  let number = 0
  for await (const line of lines(join(folder, 'gold.ndjson'))) {
    number++
    const each = parsed(line)
    if (typeof each?.id !== 'string' || each.id === '') throw new Error(`${name}/gold.ndjson, line ${number}: no JSON object with an "id"`)
    if (gold.has(each.id)) throw new Error(`${name}/gold.ndjson, line ${number}: the id ${each.id} stands there twice`)
    gold.set(each.id, each)
  }
  const missing = [...gold.keys()].filter(id => pagePath(folder, id) === undefined)
  if (missing.length) throw new Error(`${name}: gold without its page: ${listed(missing.map(id => `html/${id}.html`))} (.html.gz will do)`)
  return [...gold.values()]
}

/** The page of an id. @param {string} folder @param {string} id @returns {string | undefined} */
export function pagePath(folder, id) {
  const path = join(folder, 'html', `${id}.html`)
  return [path, `${path}.gz`].find(each => existsSync(each))
}

/** A page as text; the product's own decoder reads what is no UTF-8. @param {string} path @returns {Promise<string>} */
export async function pageText(path) {
  const stored = readFileSync(path)
  const bytes = path.endsWith('.gz') ? gunzipSync(stored) : stored
  if (isUtf8(bytes)) return bytes.toString('utf8')
  return (await dist('input/decode.js')).decode(bytes).text
}

/** The first few of many. @param {readonly string[]} names */
export function listed(names) {
  return `${names.slice(0, shown).join(', ')}${names.length > shown ? ` and ${names.length - shown} more` : ''}`
}

/** @param {string} line @returns {any} */
function parsed(line) {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
