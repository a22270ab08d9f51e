/** Finds the credit that a flattener or a template glued to a caption. */
import type {Block, Mark, Span} from '../page/page.ts'
import {agencies, followers, openings} from '../rules/agencies.ts'
import {classWords} from './classWords.ts'
import {countWords} from './words.ts'

/** Agencies by first letter, longer names first. */
const byLetter = new Map<string, string[]>()
for (const name of [...agencies].sort((a, b) => b.length - a.length)) byLetter.set(name[0], [...(byLetter.get(name[0]) ?? []), name])

/** What the block is known to be: in a caption any capital letter may follow the agency, elsewhere only an opening word. */
export type Place = 'caption' | 'elsewhere'

/**
 * The agency at the front of "Reuters A fighter pulls …".
 *
 * Narrow, because "Reuters Institute" and "AP Photo editor Jane Doe" begin the same way.
 */
export function frontCredit(text: string, place: Place): Span | undefined {
  for (const name of byLetter.get(text.charAt(0)) ?? []) {
    if (!text.startsWith(name) || text.charAt(name.length) !== ' ') continue
    const next = /^\p{Lu}[\p{L}'’-]{0,30}/u.exec(text.slice(name.length + 1, name.length + 34))?.[0]
    if (next === undefined || followers.has(next)) return undefined
    return place === 'caption' || openings.has(next) ? {from: 0, to: name.length} : undefined
  }
  return undefined
}

const creditWords = new Set(['credit', 'credits', 'photocredit', 'imagecredit', 'photographer', 'copyright', 'agency', 'attribution'])
/** A longer text in a credit's element is the caption itself. Chosen. */
const maxCreditWords = 12

/** The credit that the page's own markup sets apart at either end of a caption; one in parentheses is fine where it is. */
export function markedCredit({text, marks}: Block): Span | undefined {
  for (const mark of marks) {
    if (mark.classes.length === 0 || !namesCredit(mark)) continue
    const {from, to} = trimmed(text, mark)
    const inner = text.slice(from, to)
    if (from >= to || to - from >= text.length - 2 || '([（'.includes(inner[0]) || countWords(inner) > maxCreditWords) continue
    if (text.slice(0, from).trim() === '' || text.slice(to).trim() === '') return {from, to}
  }
  return undefined
}

function namesCredit({classes}: Mark): boolean {
  return classes.some(name => classWords(name).some(word => creditWords.has(word)))
}

function trimmed(text: string, {from, to}: Span): Span {
  let start = from
  let end = to
  while (start < end && text[start] === ' ') start++
  while (end > start && text[end - 1] === ' ') end--
  return {from: start, to: end}
}
