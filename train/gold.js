/**
 * `node train/gold.js DIR`: DIR/labels/ID.md, as `boildown DIR/html/ -o DIR/labels/ --labels` writes them and somebody
 * has corrected them, become DIR/gold.ndjson, a set to train on.
 *
 * A line is a block: `[role] text` is content, `[-role] text` is not. The front matter has the page's address, and
 * may have its `type`.
 */
import {existsSync, readFileSync, readdirSync, writeFileSync} from 'node:fs'
import {basename, join, resolve, sep} from 'node:path'
import {pathToFileURL} from 'node:url'
import {parse} from 'yaml'
import {listed, pagePath} from '../bench/openSet.js'
import {pageTypes} from '../bench/score/set.js'
import {siteOf} from './sites.js'

/** @typedef {{id: string, url: string, type?: string, text: string}} OwnGold */

const labelLine = /^\[(-?)([a-z-]{1,40})\] (.*)$/su

/**
 * The gold of a page from its corrected labels. The title is left out: it is a field of its own, and not judged.
 * @param {string} id
 * @param {string} source front matter and a line a block
 * @returns {{gold: OwnGold, blocks: number, kept: number}}
 * @throws {Error} that names page and line
 */
export function goldOfLabels(id, source) {
  const [head, body] = parted(source)
  const {url, type} = head
  if (typeof url !== 'string' || !URL.canParse(url)) throw new Error(`labels/${id}.md: no address; add a line "url: https://…" to its front matter (pages of one site must be known as such)`)
  if (type !== undefined && !pageTypes.includes(type)) throw new Error(`labels/${id}.md: no type ${type}; there are ${pageTypes.join(', ')}`)
  /** @type {string[]} */
  const content = []
  const first = source.split('\n').length - body.length
  let blocks = 0
  body.forEach((line, at) => {
    if (line.trim() === '') return
    const [, minus, role, text] = labelLine.exec(line) ?? []
    if (role === undefined) throw new Error(`labels/${id}.md, line ${first + at + 1}: begins with no role, as "[content] …" or "[-navigation] …"`)
    blocks++
    if (minus === '' && role !== 'title') content.push(text)
  })
  return {gold: {id, url, ...(type === undefined ? {} : {type}), text: content.join('\n')}, blocks, kept: content.length}
}

/** Front matter and the lines behind it. @param {string} source @returns {[Record<string, any>, string[]]} */
function parted(source) {
  const lines = source.split(/\r?\n/u)
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1
  if (end < 0) return [{}, lines]
  return [parse(lines.slice(1, end).join('\n')) ?? {}, lines.slice(end + 1)]
}

/** @param {string} folder @returns {string} what was made, for the terminal */
export function packGold(folder) {
  const labels = join(folder, 'labels')
  if (!existsSync(labels)) throw new Error(`no folder ${labels}: boildown ${join(folder, 'html')}${sep} -o ${labels}${sep} --labels`)
  const ids = readdirSync(labels, {recursive: true, encoding: 'utf8'}).filter(path => path.endsWith('.md'))
    .map(path => path.slice(0, -'.md'.length).split(sep).join('/')).sort()
  if (ids.length === 0) throw new Error(`no .md file in ${labels}`)
  const missing = ids.filter(id => pagePath(folder, id) === undefined)
  if (missing.length) throw new Error(`labels without their page: ${listed(missing.map(id => `html/${id}.html`))}`)
  const pages = ids.map(id => goldOfLabels(id, readFileSync(join(labels, `${id}.md`), 'utf8')))
  writeFileSync(join(folder, 'gold.ndjson'), pages.map(({gold}) => `${JSON.stringify(gold)}\n`).join(''))
  return told(basename(resolve(folder)), pages)
}

/** @param {string} name @param {readonly {gold: OwnGold, blocks: number, kept: number}[]} pages */
function told(name, pages) {
  const sum = (/** @type {'blocks' | 'kept'} */ key) => pages.reduce((total, page) => total + page[key], 0)
  const sites = new Set(pages.map(({gold}) => siteOf(gold.url)))
  const typed = pages.filter(({gold}) => gold.type !== undefined).length
  const empty = pages.filter(({kept}) => kept === 0).map(({gold}) => gold.id)
  return `${name}: ${pages.length} pages of ${sites.size} sites, ${sum('kept')} of ${sum('blocks')} blocks are content; ${typed} pages have a type${
    empty.length ? `\nwithout any content: ${listed(empty)}` : ''}\n`
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, ...rest] = process.argv.slice(2)
  try {
    if (folder === undefined || rest.length) throw new Error('node train/gold.js DIR')
    process.stdout.write(packGold(folder))
  } catch (error) {
    process.stderr.write(`gold: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
