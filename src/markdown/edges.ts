/** Characters at the edges of marks, and edges that move so that a parser sees them. */
import type {Span} from '../page/page.ts'
import type {WrittenMark} from './marks.ts'

export function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 32)
}

export function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1)
  return low >= 0xdc00 && low <= 0xdfff && at > 1 ? text.slice(at - 2, at) : text[at - 1]
}

/** Punctuation that may leave emphasis at either end, so that a letter stands beside a letter. */
const leading = /^[\p{P}\p{S}]{1,3}(?=[\p{L}\p{N}])/u
const trailing = /[\p{L}\p{N}]([\p{P}\p{S}]{1,3})$/u

/** Marks looked at on either side of one; beyond, something is taken to stand in the way. Chosen. */
const nearby = 64

/** Does another mark begin or end in what this one would give away? Marks are sorted by where they begin. */
function isCrossed(mark: WrittenMark, {from, to}: Span, marks: readonly WrittenMark[]): boolean {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (marks[middle].from < mark.from) low = middle + 1
    else high = middle
  }
  for (let i = Math.max(0, low - nearby); i < marks.length && marks[i].from < mark.to; i++) {
    const other = marks[i]
    if (i > low + nearby) return true
    if (other === mark) continue
    if (other.from >= mark.from && other.from < from && other.to > mark.from) return true
    if (other.to > to && other.to <= mark.to && other.from < mark.to) return true
  }
  return false
}

/** @returns false if the mark has no punctuation to give at an end that touches a letter, or another mark stands there */
export function shrink(mark: WrittenMark, text: string, marks: readonly WrittenMark[]): boolean {
  const letter = /[\p{L}\p{N}]/u
  const lead = leading.exec(text.slice(mark.from, mark.from + 6))?.[0] ?? ''
  const rear = trailing.exec(text.slice(mark.from, mark.to).slice(-6))?.[1] ?? ''
  const startsInWord = mark.from > 0 && letter.test(characterBefore(text, mark.from))
  const endsInWord = mark.to < text.length && letter.test(characterAt(text, mark.to))
  // Brackets and quotes stay together.
  const isPair = lead !== '' && rear !== '' && /[\p{Ps}\p{Pi}"']/u.test(lead) && /[\p{Pe}\p{Pf}"']/u.test(rear)
  const from = startsInWord || (isPair && endsInWord) ? mark.from + lead.length : mark.from
  const to = endsInWord || (isPair && startsInWord) ? mark.to - rear.length : mark.to
  if ((from === mark.from && to === mark.to) || from >= to) return false
  if (isCrossed(mark, {from, to}, marks)) return false
  mark.from = from
  mark.to = to
  return true
}
