/** Was the text broken at a fixed width? Then its line ends mean nothing, and paragraphs can be put together. */
import type {Lines} from './lines.ts'
import {endsSentence} from './shape.ts'

export interface Wrap {
  /** Characters a line could hold; 0 if lines end where their authors meant them to. */
  readonly width: number
}

/** Narrower columns look like verse, wider ones are no longer set by hand. */
const minWidth = 40
const maxWidth = 132
/** Scripts without spaces fit in fewer characters. */
const minWideWidth = 16
/** Share of line ends that must be forced: the next word did not fit. Lists, verse and addresses make the rest. */
const minForced = 0.6
/** Share of lines that must go on in lower case, where the script has case: in verse and lists few do. */
const minLower = 0.25
/** Share of lines that may end a sentence, where the script has no case: lines broken for their length end anywhere. Chosen. */
const maxEnded = 0.4
/** Share of lines that may be longer than any width: a table, an address. */
const maxOver = 0.05
/** Lines looked at; more change nothing. */
const sample = 20_000

export function measureWrap(source: string, lines: Lines, from = 0, to = lines.count): Wrap {
  const end = Math.min(to, from + sample)
  const width = widthOf(lines, from, end)
  if (width === 0) return {width: 0}
  let pairs = 0
  let forced = 0
  let cased = 0
  let lower = 0
  let wide = 0
  let ended = 0
  for (let i = from + 1; i < end; i++) {
    if (lines.gap[i] > 0) continue
    const length = lines.to[i - 1] - lines.from[i - 1]
    // A line that small is the end of something, and says nothing about the width.
    if (length * 3 < width) continue
    pairs++
    if (isForced(source, lines, i, width)) forced++
    if (endsSentence(source.slice(Math.max(lines.from[i - 1], lines.to[i - 1] - 8), lines.to[i - 1]))) ended++
    const first = source.codePointAt(lines.from[i]) ?? 0
    const letter = String.fromCodePoint(first)
    if (/\p{Ll}/u.test(letter)) {
      lower++
      cased++
    } else if (/\p{Lu}/u.test(letter)) cased++
    else if (first >= 0x2e80) wide++
  }
  const isWide = wide * 2 > pairs
  if (pairs < 2 || forced < pairs * minForced || (!isWide && width < minWidth)) return {width: 0}
  if (cased * 2 > pairs ? lower < cased * minLower : ended > pairs * maxEnded) return {width: 0}
  return {width}
}

/** Would the first word of line `i` not have fitted at the end of the line before it? */
export function isForced(source: string, lines: Lines, i: number, width: number): boolean {
  const before = lines.to[i - 1] - lines.from[i - 1] + lines.indent[i - 1] - Math.min(lines.indent[i - 1], lines.indent[i])
  return before + 1 + firstWordLength(source, lines.from[i], lines.to[i]) > width
}

/** 98 of 100 lines that go on are no longer: 0 if there is no such width. */
function widthOf(lines: Lines, from: number, to: number): number {
  const counts = new Int32Array(maxWidth + 1)
  let all = 0
  let over = 0
  for (let i = from + 1; i < to; i++) {
    if (lines.gap[i] > 0) continue
    const length = lines.to[i - 1] - lines.from[i - 1]
    all++
    if (length > maxWidth) over++
    else counts[length]++
  }
  if (all < 2 || over > all * maxOver) return 0
  let above = 0
  for (let width = maxWidth; width >= minWideWidth; width--) {
    above += counts[width]
    if (above > (all - over) * 0.02) return width
  }
  return 0
}

function firstWordLength(source: string, from: number, to: number): number {
  const end = Math.min(to, from + 40)
  let at = from
  while (at < end) {
    const code = source.charCodeAt(at)
    if (code === 32 || code === 9) break
    if (code >= 0x2e80 && code < 0xac00) return at - from + 1
    at++
  }
  return at - from
}
