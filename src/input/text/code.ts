/** Programs and terminal sessions: lines that must stay as they are. */
import {noAttrs} from '../../page/builder.ts'
import {element} from '../../page/elements.ts'
import type {TextDocument} from './document.ts'
import {countWords} from './shape.ts'

const pre = element('pre')
/** A line of so many words that nothing marks as code is prose. */
const proseWords = 6
/** Columns deeper than the rest of the text: Markdown's own measure. */
const codeIndent = 4
/** Empty lines that may stand inside one piece of code. */
const maxGap = 3

/** Code between fences; without a closing one the line is text. */
export function fence(text: TextDocument, at: number): number {
  const head = text.head(at)
  const code = head.charCodeAt(0)
  if ((code !== 0x60 && code !== 0x7e) || !text.looks('fence', at)) return at
  const {count} = text.lines
  const sign = /^[`~]+/u.exec(head)![0]
  if (text.unclosed.has(sign)) return at
  let end = at + 1
  while (end < count && !closes(text, end, sign)) end++
  if (end === count) {
    text.unclosed.add(sign)
    return at
  }
  const language = head.slice(sign.length).trim()
  if (end > at + 1) writeCode(text, at + 1, end, {language, dedent: text.lines.indent[at]})
  text.last = {kind: 'code', words: 0, ends: true}
  return end + 1
}

function closes(text: TextDocument, line: number, sign: string): boolean {
  if (text.source.charCodeAt(text.lines.from[line]) !== sign.charCodeAt(0)) return false
  const length = text.length(line)
  return length >= sign.length && length <= 200 && /^(?:`+|~+)$/u.test(text.head(line))
}

/** Code by its looks: set off by an indent, or line after line that no prose would be. */
export function code(text: TextDocument, at: number): number {
  if (at < text.noCodeBefore) return at
  let end = codeRun(text, at)
  if (end < 0) return at
  let open = bracesIn(text, at, end)
  const {count, gap, indent} = text.lines
  while (end < count && gap[end] <= maxGap) {
    const goesOn = open > 0 || indent[end] > text.indent + 1 || text.looks('code', end) && /^[\])}]/u.test(text.head(end))
    const next = goesOn ? codeRun(text, end) : -1
    if (next < 0) break
    open += bracesIn(text, end, next)
    end = next
  }
  let dedent = Infinity
  for (let i = at; i < end; i++) dedent = Math.min(dedent, indent[i])
  writeCode(text, at, end, {language: '', dedent})
  text.last = {kind: 'code', words: 0, ends: true}
  return end
}

/**
 * The end of the lines from `at` that are code together, at most to the next empty line.
 *
 * @returns -1 if they are not; the lines looked at are then remembered, so that none is looked at twice
 */
function codeRun(text: TextDocument, at: number): number {
  const {count, gap, indent} = text.lines
  const setOff = indent[at] >= text.indent + codeIndent
  const prompt = text.looks('prompt', at)
  let end = at
  let lastCode = at
  let strong = 0
  let half = 0
  let soft = 0
  let prose = 0
  for (; end < count && (end === at || gap[end] === 0); end++) {
    const head = text.head(end)
    // A tab between words parts cells, whatever the cells end with.
    if (head.includes('\t') || text.looks('bullet', end)) break
    const isCode = text.looks('code', end) || text.looks('prompt', end)
    const hangs = indent[end] >= indent[at] + 2
    const isHalf = !isCode && text.looks('codeOrText', end)
    const isSoft = isHalf || (!isCode && text.looks('pair', end))
    if (isHalf) half++
    if (isCode) strong++
    else if (isSoft || (hangs && strong > 0)) soft++
    else if (countWords(head) >= proseWords) {
      if (!setOff || indent[end] < text.indent + codeIndent) break
      prose++
    }
    if (isCode || hangs || setOff || (isSoft && strong > 0)) lastCode = end
  }
  const whole = end === count || gap[end] > 0
  const stop = prompt && whole ? end : lastCode + 1
  const lines = stop - at
  const enough = end > at && (prompt || (strong >= 2 && strong * 2 + soft >= lines) || (strong > 0 && lines > 1 && strong + soft >= lines) ||
    (setOff && strong + half >= lines) || (setOff && prose * 4 <= lines && (strong > 0 || (lines > 2 && prose === 0 && hasNoWords(text, at, stop)))))
  if (enough) return stop
  text.noCodeBefore = Math.max(text.noCodeBefore, end, at + 1)
  return -1
}

/** Drawings and diagrams: more signs than letters. */
function hasNoWords(text: TextDocument, from: number, to: number): boolean {
  let letters = 0
  let all = 0
  for (let i = from; i < to; i++) {
    const head = text.head(i)
    letters += head.match(/[\p{L}\p{N}]/gu)?.length ?? 0
    all += head.replace(/\s+/gu, '').length
  }
  return letters * 2 < all
}

/** Braces opened and not closed. */
function bracesIn(text: TextDocument, from: number, to: number): number {
  let open = 0
  for (let i = from; i < to; i++) {
    for (const sign of text.head(i).match(/[{}]/gu) ?? []) open += sign === '{' ? 1 : -1
  }
  return open
}

/** The lines with their own indents and the empty lines between them. */
function writeCode(text: TextDocument, from: number, to: number, {language, dedent}: {language: string; dedent: number}): void {
  const {builder, source, lines} = text
  builder.open(pre, noAttrs, language === '' ? '' : `language-${language}`)
  for (let i = from; i < to; i++) {
    const breaks = i === from ? '' : '\n'.repeat(lines.gap[i] + 1)
    const indent = source.slice(lines.start[i], lines.from[i])
    const kept = dedent === 0 ? indent : ' '.repeat(Math.max(0, lines.indent[i] - dedent))
    builder.text(breaks + kept + text.text(i), lines.from[i], lines.to[i])
  }
  builder.close()
}
