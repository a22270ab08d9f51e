/**
 * Words the way the referee counts them: Python's `\w`, `\s` and slices, not JavaScript's.
 *
 * Python's `\w` is letters, numbers of every kind and the underscore, without combining marks; its `\s`
 * holds the four separators U+001C–U+001F and U+0085 but not U+FEFF.
 */

/** Body of a character class for `\s`. */
export const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'

const word = /[\p{L}\p{N}_]+/gu
const wide = '\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u0e00-\\u0e7f'
const token = new RegExp(`[${wide}]|(?:(?![${wide}])[\\p{L}\\p{N}_])+`, 'gu')
const spaces = new RegExp(`[${SPACE}]+`, 'gu')
const edges = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, 'gu')

/** Words of a text, as written. @param {string} text @returns {string[]} */
export function words(text) {
  return text.match(word) ?? []
}

/** Words, but one token a character in scripts that write no spaces. @param {string} text @returns {string[]} */
export function tokens(text) {
  return text.match(token) ?? []
}

/** @param {string} text */
export function strip(text) {
  return text.replace(edges, '')
}

/** White space collapsed and stripped. @param {string} text */
export function collapsed(text) {
  return text.replace(spaces, ' ').replace(/^ | $/gu, '')
}

/** The first `length` code points. @param {string} text @param {number} length */
export function head(text, length) {
  return text.length <= length ? text : [...text].slice(0, length).join('')
}

/** Case folding after NFKC with typographic quotes and dashes made plain. @param {unknown} value */
export function folded(value) {
  const plain = String(value).normalize('NFKC').replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"').replace(/[–—]/gu, '-')
  return foldCase(collapsed(plain))
}

/** Letters whose case folding is not the lower case of their upper case. */
const unfolded = /[\u0131\u1e9e\u13a0-\u13f5\u13f8-\u13fd\uab70-\uabbf]/u

/** @param {string} text */
export function foldCase(text) {
  let out = ''
  for (const letter of text) {
    if (letter === '\u0131') out += letter
    else if (letter === '\u1e9e') out += 'ss'
    else if (unfolded.test(letter)) out += letter.toUpperCase()
    else out += letter.toUpperCase().replace(/./gsu, upper => upper.toLowerCase())
  }
  return out
}

/**
 * How often each value occurs.
 * @param {Iterable<string>} values
 * @returns {Map<string, number>}
 */
export function bag(values) {
  /** @type {Map<string, number>} */
  const counts = new Map()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** Size of the intersection of two bags. @param {Map<string, number>} a @param {Map<string, number>} b */
export function shared(a, b) {
  let count = 0
  for (const [value, times] of a) count += Math.min(times, b.get(value) ?? 0)
  return count
}

/** Number of values in a bag. @param {Map<string, number>} counts */
export function size(counts) {
  let sum = 0
  for (const times of counts.values()) sum += times
  return sum
}

/**
 * Precision, recall and their harmonic mean; 0 where nothing can be divided.
 * @param {number} hits @param {number} predicted @param {number} gold
 */
export function prf(hits, predicted, gold) {
  const p = predicted ? hits / predicted : 0
  const r = gold ? hits / gold : 0
  return {p, r, f1: p + r ? 2 * p * r / (p + r) : 0}
}

/**
 * Bag-of-words precision, recall and F1; an empty gold is met by an empty answer only.
 * @param {readonly string[]} predicted @param {readonly string[]} gold
 */
export function bagPrf(predicted, gold) {
  if (!gold.length) return predicted.length ? {p: 0, r: 0, f1: 0} : {p: 1, r: 1, f1: 1}
  return prf(shared(bag(predicted), bag(gold)), predicted.length, gold.length)
}

/** @param {readonly number[]} values @returns {number} NaN for none */
export function mean(values) {
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}
