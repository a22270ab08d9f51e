/** Headings: by their own sign, by an underline, or by their place and looks. */
import {element} from '../../page/elements.ts'
import type {TextDocument} from './document.ts'
import {countWords, endsSentence} from './shape.ts'

const maxLength = 100
const maxWords = 11
/** A capital, a letter of a script without capitals, a number, an opening mark. */
const headingStart = /^["“‘'«„¿¡(]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]|^\p{Ll}\p{Lu}/u
/**
 * Words a paragraph must have to be what a heading stands over. Measured on flattened pages: 20 loses a tenth of
 * the headings found and gains nothing.
 */
const bodyWords = 12
/** Flattened text has no levels: 2, the title being 1. */
const plainLevel = 2
const deepestLevel = 4

export function heading(text: TextDocument, at: number): number {
  const marked = markedHeading(text, at)
  if (marked > at) return marked
  if (isUnderlined(text, at)) {
    write(text, at, /^=/u.test(text.head(at + 1)) ? 1 : 2)
    return at + 2
  }
  if (!isHeading(text, at)) return at
  write(text, at, levelOf(text, at))
  return at + 1
}

function markedHeading(text: TextDocument, at: number): number {
  const code = text.source.charCodeAt(text.lines.from[at])
  if ((code !== 0x23 && code !== 0x3d) || text.length(at) > maxLength * 2) return at
  const head = text.head(at)
  const match = text.match('marked', at)
  if (match === null || (code === 0x23 && isComment(text, at, head.slice(match[0].length)))) return at
  const sign = match[1].length
  const inner = code === 0x23 ? {from: match[0].length, to: head.length} : {from: sign, to: head.length - sign}
  const closing = code === 0x23 ? /\s#{1,6}$/u.exec(head)?.[0].length ?? 0 : 0
  const from = text.lines.from[at]
  write(text, at, sign, {from: from + inner.from, to: from + inner.to - closing})
  return at + 1
}

/** `#` also starts a comment: beside code, in the middle of lines, before a word in lower case. */
function isComment(text: TextDocument, at: number, title: string): boolean {
  const {count, gap, indent} = text.lines
  if (text.last.kind === 'code' || indent[at] > text.indent + 3 || !headingStart.test(title)) return true
  if (at > 0 && gap[at] === 0 && text.last.kind !== 'heading') return true
  return at + 1 < count && gap[at + 1] === 0 && (text.looks('code', at + 1) || text.looks('prompt', at + 1))
}

function isUnderlined(text: TextDocument, at: number): boolean {
  const {count, gap} = text.lines
  if (at + 1 >= count || gap[at + 1] > 0 || text.length(at) > maxLength || (at > 0 && gap[at] === 0)) return false
  const line = text.length(at + 1)
  // Too short or too long a line was not drawn for this title.
  return line <= 200 && text.looks('underline', at + 1) && line * 2 >= text.length(at) && line <= text.length(at) * 3 + 10 &&
    /\p{L}/u.test(text.head(at)) && !/\t| {2}|[.,;:]$/u.test(text.head(at))
}

/** A short line without end mark, alone, after something finished, before a paragraph. */
function isHeading(text: TextDocument, at: number): boolean {
  if (at < text.prose || !isAlone(text, at) || !hasHeadingLooks(text, at)) return false
  return followsFinished(text, at) && (isBody(text, at + 1) || isUpperHeading(text, at))
}

function isAlone(text: TextDocument, at: number): boolean {
  const {count, gap} = text.lines
  if (!text.spaced) return true
  return (at === 0 || gap[at] > 0) && at + 1 < count && gap[at + 1] > 0
}

function hasHeadingLooks(text: TextDocument, at: number): boolean {
  if (text.length(at) > maxLength || text.timesSeen(at) > 1) return false
  const head = text.head(at)
  const words = countWords(head)
  if (words === 0 || words > maxWords) return false
  return headingStart.test(head) && !text.looks('notHeading', at) && !text.looks('bullet', at) && !text.looks('code', at)
}

function followsFinished(text: TextDocument, at: number): boolean {
  const {kind, words, ends} = text.last
  if (kind === 'start') return false
  // A number or capitals speak for themselves where only a short line stands above.
  if (kind === 'short') return ends && words > 3 && (text.looks('numbered', at) || text.looks('capitals', at))
  return kind !== 'prose' || ends
}

/**
 * Does it stand over another heading? Half of such pairs are something else; after a real paragraph, and unless
 * it asks a question, four of five are headings.
 */
function isUpperHeading(text: TextDocument, at: number): boolean {
  const {kind, words} = text.last
  return kind === 'prose' && words >= 20 && !/[?？]$/u.test(text.head(at)) && at + 2 < text.lines.count &&
    isAlone(text, at + 1) && hasHeadingLooks(text, at + 1) && isBody(text, at + 2)
}

/** Is it a paragraph? */
function isBody(text: TextDocument, at: number): boolean {
  const {count, from, to} = text.lines
  if (at >= count) return false
  const end = text.wrap.width > 0 ? text.paragraphEnd(at, 12) : at + 1
  const last = to[end - 1]
  const piece = text.source.slice(from[at], Math.min(last, from[at] + 400))
  if (!headingStart.test(piece)) return false
  return countWords(piece) >= bodyWords && endsSentence(text.source.slice(Math.max(from[at], last - 8), last))
}

/** 1.2 stands under 1, and both under the title. */
function levelOf(text: TextDocument, at: number): number {
  const number = /^\d{1,2}(?:\.\d{1,2}){0,3}/u.exec(text.head(at))?.[0]
  if (number === undefined || !text.looks('numbered', at)) return plainLevel
  return Math.min(plainLevel + number.split('.').length - 1, deepestLevel)
}

function write(text: TextDocument, at: number, level: number, span = {from: text.lines.from[at], to: text.lines.to[at]}): void {
  const {builder, source} = text
  builder.open(element(`h${level}`))
  builder.text(source.slice(span.from, span.to), span.from, span.to)
  builder.close()
  text.last = {kind: 'heading', words: 0, ends: true}
}
