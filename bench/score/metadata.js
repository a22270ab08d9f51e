/** Title, author, date and site name against the gold: exact, fuzzy, and answers where the gold has none. */
import {SPACE, bagPrf, folded, mean, prf, tokens} from './words.js'

export const fields = /** @type {const} */ (['title', 'author', 'date', 'sitename'])

/** @typedef {{exact: number, fuzzy: number}} Match */

/**
 * @param {ReadonlyMap<string, Record<string, unknown>>} gold
 * @param {ReadonlyMap<string, Record<string, unknown>>} predictions
 */
export function metadataScores(gold, predictions) {
  /** @type {Record<string, {gold: number, exact: number, fuzzy: number, given: number, no_gold: number, given_without_gold: number | null}>} */
  const scores = {}
  for (const field of fields) {
    /** @type {Match[]} */
    const matches = []
    let given = 0
    let without = 0
    let spurious = 0
    for (const [id, page] of gold) {
      const answer = joined(predictions.get(id)?.[field])
      const truth = page[field]
      if (!truth) {
        without++
        if (answer) spurious++
        continue
      }
      const match = comparisons[field](answer, truth)
      if (!match) continue
      matches.push(match)
      if (answer) given++
    }
    if (matches.length) {
      scores[field] = {
        gold: matches.length, exact: mean(matches.map(match => match.exact)), fuzzy: mean(matches.map(match => match.fuzzy)),
        given: given / matches.length, no_gold: without, given_without_gold: without ? spurious / without : null,
      }
    }
  }
  return scores
}

/** @param {unknown} value */
function joined(value) {
  return Array.isArray(value) ? value.join('; ') : value
}

/** @type {Record<typeof fields[number], (answer: unknown, truth: unknown) => Match | null>} */
const comparisons = {title: sameWords, sitename: sameWords, author: sameNames, date: sameDay}

/** @param {unknown} answer @param {unknown} truth @returns {Match} */
function sameWords(answer, truth) {
  if (!answer) return {exact: 0, fuzzy: 0}
  const a = folded(answer)
  const b = folded(truth)
  return {exact: a === b ? 1 : 0, fuzzy: bagPrf(tokens(a.toLowerCase()), tokens(b.toLowerCase())).f1}
}

const separators = new RegExp(`[${SPACE}]*[;,|/&\\n][${SPACE}]*|[${SPACE}]+(?:and|und|et|y)[${SPACE}]+`, 'u')
const leadIn = new RegExp(`^(?:by|von|par|door|di|av|por|written by|posted by)(?![\\p{L}\\p{N}_])[:${SPACE}]*|^@`, 'u')

/** @param {unknown} value @returns {Set<string>} */
function names(value) {
  const parts = Array.isArray(value) ? value : String(value).split(separators)
  const found = parts.map(part => folded(part).replace(leadIn, '').replace(/^[ .,-]+|[ .,-]+$/gu, ''))
  return new Set(found.filter(name => name && !name.startsWith('http')))
}

/** @param {unknown} answer @param {unknown} truth @returns {Match | null} null where the gold names nobody */
function sameNames(answer, truth) {
  const a = answer ? names(answer) : new Set()
  const b = names(truth)
  if (!b.size) return null
  const both = [...a].filter(name => b.has(name)).length
  return {exact: both === a.size && both === b.size ? 1 : 0, fuzzy: prf(both, a.size, b.size).f1}
}

/** @param {unknown} answer @param {unknown} truth @returns {Match | null} null where the gold is no date */
function sameDay(answer, truth) {
  const gold = day(truth)
  if (!gold) return null
  const ours = day(answer)
  if (ours === gold) return {exact: 1, fuzzy: 1}
  return {exact: 0, fuzzy: ours && adjacent(ours, gold) ? 1 : 0}
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const numeric = /((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})/u
const monthFirst = new RegExp(`([A-Za-z]{3})[a-z]*\\.?[${SPACE}]+(\\d{1,2})(?:st|nd|rd|th)?,?[${SPACE}]+((?:19|20)\\d\\d)`, 'u')
const dayFirst = new RegExp(`(\\d{1,2})(?:st|nd|rd|th|\\.)?[${SPACE}]+([A-Za-z]{3})[a-z]*\\.?,?[${SPACE}]+((?:19|20)\\d\\d)`, 'u')

/** The day a value names as YYYY-MM-DD, null if none. @param {unknown} value */
export function day(value) {
  if (!value) return null
  const text = String(value)
  const plain = numeric.exec(text)
  if (plain) return written(plain[1], plain[2], plain[3])
  const american = monthFirst.exec(text)
  if (american && month(american[1])) return written(american[3], month(american[1]), american[2])
  const european = dayFirst.exec(text)
  if (european && month(european[2])) return written(european[3], month(european[2]), european[1])
  return null
}

/** 1–12, 0 if the letters name no month. @param {string} letters */
function month(letters) {
  return months.indexOf(letters.toLowerCase()) + 1
}

/** @param {string} y @param {string | number} m @param {string} d */
function written(y, m, d) {
  return `${y}-${String(m).padStart(2, '0')}-${d.padStart(2, '0')}`
}

/** At most one day apart; false where one of them is no day of the calendar. @param {string} a @param {string} b */
function adjacent(a, b) {
  const [from, to] = [a, b].map(text => {
    const time = Date.parse(`${text}T00:00:00Z`)
    return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? Number.NaN : time
  })
  return Math.abs(from - to) <= 86_400_000
}
