/** `npm run bench -- structure`: headings, lists, tables, code, links and images beside other converters. */
import {startEngine} from '../engines/engine.js'
import {kinds, structureOf, structureScores} from '../score/structure.js'
import {pages} from '../sets.js'
import {goldWriter, install, peers} from '../peers.js'

/** Sets whose gold has structure: Markdown, or HTML that turndown writes. Both are snapshots of a tool's own output. */
const sets = ['defuddle', 'readability']

/**
 * @param {string} data folder of the packed sets
 * @returns {Promise<{set: string, pages: number, scores: Record<string, Record<string, {f1: number, gold: number}>>}[]>}
 */
export async function structure(data) {
  install()
  const written = await goldWriter()
  const ours = await startEngine('boildown')
  /** @type {Record<string, import('../peers.js').Convert>} */
  const converters = {Boildown: async (html, url) => (await ours(html, url)).markdown ?? ''}
  for (const [name, start] of Object.entries(peers)) converters[name] = await start()
  const out = []
  for (const set of sets) {
    /** @type {Record<string, [ReturnType<typeof structureOf>, ReturnType<typeof structureOf>][]>} */
    const answers = Object.fromEntries(Object.keys(converters).map(name => [name, []]))
    let count = 0
    for await (const {gold, html} of pages(set, data)) {
      const url = /^https?:/u.test(gold.url ?? '') ? /** @type {string} */ (gold.url) : 'https://example.org/dir/page'
      const wanted = structureOf(gold.markdown ?? written(/** @type {any} */ (gold).html ?? ''))
      for (const [name, convert] of Object.entries(converters)) answers[name].push([structureOf(await markdown(convert, html, url)), wanted])
      count++
    }
    out.push({set, pages: count, scores: Object.fromEntries(Object.entries(answers).map(([name, pairs]) => [name, structureScores(pairs)]))})
  }
  return out
}

/** A page that a converter throws at is an empty answer. @param {import('../peers.js').Convert} convert @param {string} html @param {string} url */
async function markdown(convert, html, url) {
  try {
    return await convert(html, url)
  } catch {
    return ''
  }
}

/** @param {Awaited<ReturnType<typeof structure>>} figures @returns {{head: string[], rows: string[][]}[]} */
export function structureTables(figures) {
  return figures.map(({set, pages: count, scores}) => ({
    head: [`${set} (${count} pages), F1`, ...kinds],
    rows: [
      ...Object.entries(scores).map(([name, each]) => [name, ...kinds.map(kind => each[kind].f1.toFixed(3))]),
      ['of gold', ...kinds.map(kind => String(Object.values(scores)[0][kind].gold))],
    ],
  }))
}
