/** `npm run bench -- comparison`: the tables of docs/comparison.md, engine by engine over the labelled sets. */
import {quality} from './quality.js'
import {share} from './report.js'
import {pageTypes} from './score/set.js'

/** Engines, and how the table names them. */
const engines = {
  boildown: 'Boildown', trafilatura: 'Trafilatura 2.3.1', defuddle: 'Defuddle 0.19.4', readability: 'Readability 0.6 + turndown', nothing: 'the whole page',
}
/** Sets with the text of pages in their gold. */
const textSets = ['wcxb-dev', 'zyte', 'trafilatura', 'magic-article', 'magic-forum', 'readability', 'defuddle']
/** Sets with the facts of pages in their gold. */
const factSets = ['wcxb-dev', 'trafilatura', 'mercury']

/**
 * @param {{data: string, pages?: number}} options
 * @returns {Promise<Record<string, Record<string, any>>>} scores by engine and set
 */
export async function comparison({data, pages}) {
  /** @type {Record<string, Record<string, any>>} */
  const found = {}
  for (const engine of Object.keys(engines)) {
    found[engine] = {}
    for await (const scores of quality([...new Set([...textSets, ...factSets])], {data, engine, ...(pages === undefined ? {} : {pages})})) {
      process.stderr.write(`${engine}: ${scores.set}\n`)
      found[engine][scores.set] = scores
    }
  }
  return found
}

/** @param {Awaited<ReturnType<typeof comparison>>} found @returns {string} Markdown */
export function comparisonTables(found) {
  const rows = (/** @type {(scores: Record<string, any>) => readonly string[]} */ cells) =>
    Object.entries(engines).filter(([engine]) => found[engine]).map(([engine, name]) => [name, ...cells(found[engine])])
  return [
    markdownTable(['F1 by set', ...textSets], rows(sets => textSets.map(set => share(sets[set]?.f1)))),
    markdownTable(['F1 by page type, wcxb-dev', ...pageTypes], rows(sets => pageTypes.map(type => share(sets['wcxb-dev']?.by_type?.[type])))),
    markdownTable(['snippets, wcxb-dev', 'wanted ones found', 'unwanted ones found', 'empty answers', 'thrown at'], rows(({'wcxb-dev': set}) =>
      [share(set?.with), share(set?.without), String(set?.empty), String(set?.errors)])),
    markdownTable(['exact facts', ...factSets.map(set => `${set}: title, author, date`)], rows(sets =>
      factSets.map(set => ['title', 'author', 'date'].map(field => share(sets[set]?.metadata?.[field]?.exact)).join(', ')))),
  ].join('\n\n')
}

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
function markdownTable(head, rows) {
  return [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')
}
