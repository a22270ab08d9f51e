/** The published metric of each kind of set, from its definition. */
import {bag, bagPrf, collapsed, mean, shared, size, tokens, words} from './words.js'

/** @typedef {{p: number, r: number, f1: number}} Prf */

/** Bag of lower-case words. @param {string} text @param {string} gold @returns {Prf} */
export function wordScore(text, gold) {
  return bagPrf(words(text.toLowerCase()), words(gold.toLowerCase()))
}

/** Same, one token a character in scripts without spaces. @param {string} text @param {string} gold @returns {Prf} */
export function tokenScore(text, gold) {
  return bagPrf(tokens(text.toLowerCase()), tokens(gold.toLowerCase()))
}

/** Share of the snippets that occur, 1 for none; case does not count. @param {string} text @param {readonly string[]} snippets */
export function snippetShare(text, snippets) {
  if (!snippets.length) return 1
  const low = text.toLowerCase()
  return snippets.filter(snippet => low.includes(snippet.toLowerCase())).length / snippets.length
}

/** @param {readonly string[]} list */
function shingles(list) {
  const length = 4
  const found = []
  for (let i = 0; i < Math.max(1, list.length - length + 1) && list.length; i++) found.push(list.slice(i, i + length).join(' '))
  return bag(found)
}

/** @typedef {{tp: number, fp: number, fn: number}} Shares */

/**
 * True, false and missed 4-shingles as shares of one page, so that every page weighs the same.
 * @param {readonly string[]} predicted @param {readonly string[]} gold @returns {Shares}
 */
export function shingleShares(predicted, gold) {
  const a = shingles(gold)
  const b = shingles(predicted)
  const tp = shared(a, b)
  const sum = size(a) + size(b) - tp
  return sum ? {tp: tp / sum, fp: (size(b) - tp) / sum, fn: (size(a) - tp) / sum} : {tp: 0, fp: 0, fn: 0}
}

/** Precision and recall are means over pages, F1 is of those means. @param {readonly Shares[]} pages @returns {Prf} */
export function shingleScore(pages) {
  const answered = pages.filter(({tp, fp}) => tp + fp > 0)
  const known = pages.filter(({tp, fn}) => tp + fn > 0)
  const p = answered.length ? mean(answered.map(({tp, fp, fn}) => ratio(tp, fp, fn))) : 0
  const r = known.length ? mean(known.map(({tp, fp, fn}) => ratio(tp, fn, fp))) : 0
  return {p, r, f1: p + r ? 2 * p * r / (p + r) : 0}
}

/** A page with nothing wrong at all counts 1. @param {number} hits @param {number} wrong @param {number} other */
function ratio(hits, wrong, other) {
  if (wrong === 0 && other === 0) return 1
  return hits === 0 && wrong === 0 ? 0 : hits / (hits + wrong)
}

/** @typedef {{tp: number, fp: number, fn: number, tn: number}} SnippetCounts */

/**
 * Wanted and unwanted snippets found, white space collapsed.
 * @param {string} text @param {{with: readonly string[], without: readonly string[]}} gold @returns {SnippetCounts}
 */
export function snippetCounts(text, gold) {
  const flat = collapsed(text)
  const found = (/** @type {readonly string[]} */ snippets) => snippets.filter(snippet => flat.includes(collapsed(snippet))).length
  const tp = found(gold.with)
  const fp = found(gold.without)
  return {tp, fp, fn: gold.with.length - tp, tn: gold.without.length - fp}
}

/** Over all snippets of all pages. @param {readonly SnippetCounts[]} pages */
export function snippetScore(pages) {
  const sum = (/** @type {keyof SnippetCounts} */ key) => pages.reduce((total, page) => total + page[key], 0)
  const [tp, fp, fn, tn] = [sum('tp'), sum('fp'), sum('fn'), sum('tn')]
  return {
    p: tp + fp ? tp / (tp + fp) : 0, r: tp + fn ? tp / (tp + fn) : 0,
    accuracy: (tp + tn) / (tp + fp + fn + tn), f1: tp ? 2 * tp / (2 * tp + fp + fn) : 0,
  }
}
