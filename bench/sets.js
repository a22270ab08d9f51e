/** Labelled sets in a folder of the user's: packed as NAME.ndjson.xz, unpacked once into .cache/, or open in a folder NAME. */
import {createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {fileURLToPath} from 'node:url'
import xz from 'xz-decompress'
import {lines} from './lines.js'
import {goldOf, isOpenSet, pagePath, pageText} from './openSet.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, '.cache', 'sets')
const ending = '.ndjson.xz'

/** Sets with a metric of their own, in the order of the report. */
export const scoredSets = [
  'wcxb-dev', 'zyte', 'trafilatura', 'magic-article', 'magic-forum', 'readability', 'defuddle', 'mercury', 'htmldate', 'encodings',
]

/** @param {string | undefined} folder the user's choice, else ../shared/data beside the project */
export function dataFolder(folder) {
  return resolve(folder ?? join(root, '..', 'shared', 'data'))
}

/** Names of the sets a folder holds; none if there is no such folder. @param {string} folder @returns {string[]} */
export function setsIn(folder) {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder)
  const packed = names.filter(name => name.endsWith(ending)).map(name => name.slice(0, -ending.length))
  return [...new Set([...packed, ...names.filter(name => isOpenSet(join(folder, name)))])].sort()
}

/** @typedef {{gold: import('./score/set.js').Gold, html: string}} Page */

/** Number of pages. @param {string} name @param {string} folder */
export async function pageCount(name, folder) {
  if (isOpenSet(join(folder, name))) return (await goldOf(join(folder, name))).length
  let count = 0
  for await (const _ of lines(await unpacked(name, folder))) count++
  return count
}

/**
 * Pages of a set in its order, each with its gold.
 * @param {string} name @param {string} folder
 * @param {ReadonlySet<number>} [chosen] indices of the pages wanted, all if left out
 * @returns {AsyncGenerator<Page>}
 */
export async function* pages(name, folder, chosen) {
  if (isOpenSet(join(folder, name))) {
    yield* openPages(join(folder, name), chosen)
    return
  }
  let index = 0
  for await (const line of lines(await unpacked(name, folder))) {
    if (chosen && !chosen.has(index++)) continue
    const {page, html, ...gold} = JSON.parse(line)
    // Where the gold has HTML of its own, the page stands in `page`.
    yield page === undefined ? {gold, html: html ?? ''} : {gold: {...gold, html}, html: page}
  }
}

/** @param {string} folder of the set @param {ReadonlySet<number>} [chosen] @returns {AsyncGenerator<Page>} */
async function* openPages(folder, chosen) {
  for (const [index, gold] of (await goldOf(folder)).entries()) {
    if (chosen && !chosen.has(index)) continue
    yield {gold, html: await pageText(/** @type {string} */ (pagePath(folder, gold.id)))}
  }
}

/** At most `count` indices below `total`, spread evenly. @param {number} total @param {number} count */
export function stride(total, count) {
  const length = Math.min(total, count)
  return Array.from({length}, (_, i) => Math.floor(i * total / length))
}

/** Path of the unpacked set; unpacks it if the packed one changed size. @param {string} name @param {string} folder */
async function unpacked(name, folder) {
  const packed = join(folder, name + ending)
  if (!existsSync(packed)) throw new Error(`no set ${name} in ${folder}; it holds: ${setsIn(folder).join(', ') || 'nothing'}`)
  const path = join(cache, `${name}-${statSync(packed).size}.ndjson`)
  if (existsSync(path)) return path
  mkdirSync(cache, {recursive: true})
  const part = `${path}.${process.pid}.part`
  try {
    const stream = new xz.XzReadableStream(/** @type {ReadableStream<Uint8Array>} */ (Readable.toWeb(createReadStream(packed))))
    await pipeline(Readable.fromWeb(/** @type {import('node:stream/web').ReadableStream} */ (stream)), createWriteStream(part))
    renameSync(part, path)
  } finally {
    rmSync(part, {force: true})
  }
  return path
}
