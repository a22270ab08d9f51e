/** Running text: paragraphs, hard-wrapped or not, verse, speech, and short lines that stand together. */
import {element} from '../../page/elements.ts'
import type {TextDocument} from './document.ts'
import {hyphenStays} from './hyphen.ts'
import {startsList} from './list.ts'
import {countWords, endsSentence, joinsWithoutSpace} from './shape.ts'
import {isForced, measureWrap} from './wrap.ts'

const p = element('p')
/** Lines looked at together; a longer run is read in pieces. */
const maxLines = 2000
/** A line this long is a paragraph by itself where lines are not wrapped. */
const longLine = 100
/** More short lines than that together are a list without signs, each its own block. Chosen. */
const maxStanza = 8

type Joint = 'join' | 'break' | 'split'

export function paragraph(text: TextDocument, at: number): number {
  let end = runEnd(text, at)
  const verse = isVerse(text, at, end)
  // Without empty lines every line is looked at anew: the next may be a heading.
  if (!verse && !text.spaced && text.wrap.width === 0) end = at + 1
  const joint = verse ? () => 'break' as const : jointsOf(text, at, end)
  const {builder, lines, source} = text
  let first = at
  builder.open(p)
  for (let i = at; i < end && builder.truncated === undefined; i++) {
    const how = i === at ? undefined : joint(i)
    if (how === 'split') {
      builder.close()
      builder.open(p)
      first = i
    } else if (how === 'break') builder.lineBreak()
    let to = lines.to[i]
    let seam = ''
    if (i + 1 < end && joint(i + 1) === 'join') {
      if (!hyphenStays(text, i)) to--
      else if (!endsInHyphen(source, to) && !joinsWithoutSpace(source.slice(to - 2, to), text.head(i + 1))) seam = ' '
    }
    builder.text(source.slice(lines.from[i], to) + seam, lines.from[i], lines.to[i])
  }
  builder.close()
  remember(text, first, end)
  return end
}

function endsInHyphen(source: string, to: number): boolean {
  return /\p{L}[-‐]$/u.test(source.slice(to - 2, to))
}

/** Up to an empty line or a line that starts something else. */
function runEnd(text: TextDocument, at: number): number {
  const {count, gap} = text.lines
  if (at < text.noVerseBefore && !text.spaced && text.wrap.width === 0) return at + 1
  let end = at + 1
  while (end < count && gap[end] === 0 && end - at < maxLines && !startsElse(text, end)) end++
  return end
}

function startsElse(text: TextDocument, line: number): boolean {
  const code = text.source.charCodeAt(text.lines.from[line])
  // Letters start nothing but an item like `a)`.
  if ((code | 32) >= 97 && (code | 32) <= 122) return text.wrap.width === 0 && startsList(text, line)
  const head = text.head(line)
  return text.looks('rule', line) || text.looks('fence', line) || text.looks('marked', line) || text.looks('quote', line) || text.looks('prompt', line) ||
    startsList(text, line) || (head.includes('\t') && line + 1 < text.lines.count && text.head(line + 1).includes('\t'))
}

/** How line `i` hangs on the one before it. */
function jointsOf(text: TextDocument, at: number, end: number): (line: number) => Joint {
  if (end - at < 2) return () => 'split'
  // A piece of mail in a page of long lines is wrapped by itself.
  const width = text.wrap.width || (end - at > 3 ? measureWrap(text.source, text.lines, at, end).width : 0)
  if (width > 0) return line => wrappedJoint(text, line, width)
  if (!text.spaced || end - at > maxStanza) return () => 'split'
  return line => text.length(line) >= longLine || text.length(line - 1) >= longLine || text.looks('speech', line) ? 'split' : 'break'
}

function wrappedJoint(text: TextDocument, line: number, width: number): Joint {
  const {source, lines} = text
  const before = source.slice(Math.max(lines.from[line - 1], lines.to[line - 1] - 8), lines.to[line - 1])
  // Books set the first line of a paragraph in.
  if (lines.indent[line] >= lines.indent[line - 1] + 2 && endsSentence(before)) return 'split'
  if (isForced(source, lines, line, width) || /^\p{Ll}/u.test(text.head(line))) return 'join'
  if (text.looks('speech', line) || !text.spaced) return 'split'
  return text.length(line - 1) * 2 > width && endsSentence(before) ? 'split' : 'break'
}

/** Mean length of a line of verse, in characters. */
const verseLength = {least: 12, most: 62}

/** Three short lines and more, most of them starting with a capital and many pausing at the end; no talk. */
function isVerse(text: TextDocument, at: number, end: number): boolean {
  const count = end - at
  if (count < 3 || at < text.noVerseBefore) return false
  let length = 0
  let longest = 0
  let capitals = 0
  let pauses = 0
  let speeches = 0
  for (let i = at; i < end && longest <= verseLength.most * 1.3; i++) {
    const head = text.head(i)
    length += text.length(i)
    longest = Math.max(longest, text.length(i))
    if (/^["“‘'«„—–-]?\s?[\p{Lu}\p{Lo}]/u.test(head)) capitals++
    if (/[,;:.!?—–…，；：。！？、]["”’»]?$/u.test(head)) pauses++
    if (text.looks('speech', i)) speeches++
  }
  const mean = length / count
  const least = verseLength.least / (text.wrap.width > 0 ? 2 : 1)
  const verse = mean >= least && mean <= verseLength.most && longest <= Math.min(mean * 1.9, verseLength.most * 1.3) &&
    capitals * 10 >= count * 8 && pauses * 10 >= count * 3 && speeches * 2 < count
  if (!verse) text.noVerseBefore = end
  return verse
}

function remember(text: TextDocument, first: number, end: number): void {
  const {from, to} = text.lines
  if (text.looks('status', first)) return
  const last = to[end - 1]
  const words = countWords(text.source.slice(from[first], Math.min(last, from[first] + 400)))
  text.last = {kind: words >= 12 ? 'prose' : 'short', words, ends: endsSentence(text.source.slice(Math.max(from[first], last - 8), last))}
}
