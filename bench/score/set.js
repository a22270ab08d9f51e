/** All figures of one engine on one labelled set. */
import {scoredSets} from '../sets.js'
import {shingleScore, shingleShares, snippetCounts, snippetScore, snippetShare, tokenScore, wordScore} from './content.js'
import {metadataScores} from './metadata.js'
import {plainText} from './plain.js'
import {structureOf, structureScores} from './structure.js'
import {mean, strip, tokens, words} from './words.js'

/**
 * A labelled page without its HTML. Sets differ in what they label.
 * @typedef {{id: string, url?: string | null, type?: string | null, text?: string, markdown?: string, with?: string[], without?: string[]} & Record<string, unknown>} Gold
 */

/**
 * An engine's answer. `markdown` is the body without the title.
 * @typedef {{id: string, markdown?: string | null, text?: string, title?: unknown, author?: unknown, date?: unknown, error?: unknown, cpu_ms?: number}} Prediction
 */

/** @typedef {Record<string, unknown> & {set: string, pages: number}} Scores */

export const pageTypes = ['article', 'documentation', 'service', 'forum', 'collection', 'listing', 'product']

/**
 * @param {string} name name of the set, which decides the metric
 * @param {ReadonlyMap<string, Gold>} gold
 * @param {ReadonlyMap<string, Prediction>} predictions
 * @returns {Scores} figures between 0 and 1 where not a count or milliseconds
 */
export function scoreSet(name, gold, predictions) {
  const pages = [...gold.values()].map(page => ({gold: page, text: textOf(predictions.get(page.id))}))
  const answers = [...gold.keys()].map(id => predictions.get(id))
  const metadata = metadataScores(gold, /** @type {ReadonlyMap<string, Record<string, unknown>>} */ (predictions))
  return {
    set: name, pages: gold.size,
    missing: answers.filter(answer => !answer).length,
    errors: answers.filter(answer => answer?.error).length,
    empty: pages.filter(({text}) => !strip(text)).length,
    ...(metrics[family(name)] ?? nothing)(pages, predictions),
    ...(Object.keys(metadata).length ? {metadata} : {}),
    ...timing(answers),
  }
}

/** A set of the user's own is scored as wcxb is. @param {string} name */
function family(name) {
  return name.startsWith('wcxb') || !scoredSets.includes(name) ? 'wcxb' : name
}

/** @param {Prediction | undefined} answer */
function textOf(answer) {
  if (!answer) return ''
  return answer.markdown === null || answer.markdown === undefined ? answer.text ?? '' : plainText(answer.markdown)
}

/** @typedef {readonly {gold: Gold, text: string}[]} Pages */
/** @typedef {(pages: Pages, predictions: ReadonlyMap<string, Prediction>) => Record<string, unknown>} Metric */

/** @type {Metric} */
const nothing = () => ({})

/** @type {Metric} */
const wcxb = pages => {
  const scored = pages.map(({gold, text}) => ({
    type: gold.type, annotated: Boolean(gold.without?.length), ...wordScore(text, gold.text ?? ''),
    with: snippetShare(text, gold.with ?? []), without: snippetShare(text, gold.without ?? []),
  }))
  /** @param {'p' | 'r' | 'f1' | 'with' | 'without'} key */
  const average = (key, among = scored) => among.length ? mean(among.map(page => page[key])) : null
  // A share of no snippets is 1: of a whole set without any it would say nothing.
  /** @param {'with' | 'without'} key */
  const snippets = key => (pages.some(({gold}) => gold[key]?.length) ? average(key) : null)
  return {
    f1: average('f1'), p: average('p'), r: average('r'), with: snippets('with'), without: snippets('without'),
    by_type: Object.fromEntries(pageTypes.map(type => [type, average('f1', scored.filter(page => page.type === type))])),
    without_annotated: average('without', scored.filter(page => page.annotated)),
  }
}

/** @type {Metric} */
const zyte = pages => {
  const pairs = pages.map(({gold, text}) => [words(text), words(gold.text ?? '')])
  return {
    ...shingleScore(pairs.map(([ours, theirs]) => shingleShares(ours, theirs))),
    accuracy: mean(pairs.map(([ours, theirs]) => ours.join(' ') === theirs.join(' ') ? 1 : 0)),
  }
}

/** @type {Metric} */
const trafilatura = pages => snippetScore(pages.map(({gold, text}) => snippetCounts(text, {with: gold.with ?? [], without: gold.without ?? []})))

/** Words, those of scripts without spaces by character; vowel signs and middle dots are no words. @param {string} text */
const spaced = text => words(tokens(text).join(' '))

/** @type {Metric} */
const tokenBag = pages => {
  const pairs = pages.map(({gold, text}) => ({text, reference: gold.text ?? plainText(gold.markdown)}))
  const scored = pairs.map(({text, reference}) => tokenScore(text, reference))
  const shingled = shingleScore(pairs.map(({text, reference}) => shingleShares(spaced(text), spaced(reference))))
  return {
    f1: mean(scored.map(page => page.f1)), p: mean(scored.map(page => page.p)), r: mean(scored.map(page => page.r)),
    shingle_f1: shingled.f1,
  }
}

/** @type {Metric} */
const defuddle = (pages, predictions) => ({
  ...tokenBag(pages, predictions),
  structure: structureScores(pages.map(({gold}) => [structureOf(predictions.get(gold.id)?.markdown), structureOf(gold.markdown)])),
})

/** @type {Record<string, Metric>} */
const metrics = {wcxb, zyte, trafilatura, 'magic-article': tokenBag, 'magic-forum': tokenBag, readability: tokenBag, defuddle}

/** @param {readonly (Prediction | undefined)[]} answers */
function timing(answers) {
  const ms = answers.flatMap(answer => answer?.cpu_ms === undefined ? [] : [answer.cpu_ms]).sort((a, b) => a - b)
  if (!ms.length) return {}
  const middle = ms.length >> 1
  const median = ms.length % 2 ? ms[middle] : (ms[middle - 1] + ms[middle]) / 2
  return {cpu_ms: {median, mean: mean(ms), p95: ms[Math.floor(ms.length * 0.95)], max: ms[ms.length - 1]}}
}
