/** Characters at the edges of marks, and edges that move so that a parser sees them. */
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

/** @returns false if the mark has no punctuation to give at an end that touches a letter, or another mark stands there */
export function shrink(mark: WrittenMark, text: string, marks: readonly WrittenMark[]): boolean {
  const letter = /[\p{L}\p{N}]/u
  const from = mark.from > 0 && letter.test(characterBefore(text, mark.from)) ? mark.from + (leading.exec(text.slice(mark.from, mark.from + 6))?.[0].length ?? 0) : mark.from
  const tail = mark.to < text.length && letter.test(characterAt(text, mark.to)) ? trailing.exec(text.slice(Math.max(from, mark.to - 6), mark.to))?.[1] : undefined
  const to = mark.to - (tail?.length ?? 0)
  if ((from === mark.from && to === mark.to) || from >= to) return false
  const isCrossed = (other: WrittenMark): boolean => other !== mark && ((other.from < from && other.to > mark.from && other.from >= mark.from) || (other.to > to && other.from < mark.to && other.to <= mark.to))
  if (marks.some(isCrossed)) return false
  mark.from = from
  mark.to = to
  return true
}
