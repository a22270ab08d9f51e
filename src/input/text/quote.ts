/** Lines quoted with `>`, as in mail. */
import {element} from '../../page/elements.ts'
import type {TextDocument} from './document.ts'
import {countWords, endsSentence} from './shape.ts'

const blockquote = element('blockquote')
const p = element('p')
const maxLevel = 8
/** A single line with fewer words is a pointer ("> Home"), not a quote. Chosen. */
const minWords = 4
/** A line this long was broken for its length. */
const fullLine = 45

interface Quoted { readonly level: number; readonly from: number; readonly to: number }

export function quote(text: TextDocument, at: number): number {
  if (!isQuote(text, at)) return at
  const {count, gap} = text.lines
  const {builder} = text
  let end = at + 1
  while (end < count && gap[end] <= 1 && isQuote(text, end)) end++
  if (end === at + 1 && countWords(text.head(at)) < minWords) return at
  let level = 0
  let open = false
  let full = false
  for (let i = at; i < end && builder.truncated === undefined; i++) {
    const line = quotedAt(text, i)
    const ends = line.from >= line.to || line.level !== level || gap[i] > 0
    if (open && ends) builder.close()
    if (ends) open = false
    for (; level < line.level; level++) builder.open(blockquote)
    for (; level > line.level; level--) builder.close()
    if (line.from >= line.to) continue
    if (!open) builder.open(p)
    else if (full || /^\p{Ll}/u.test(text.source.slice(line.from, line.from + 2))) builder.text(' ')
    else builder.lineBreak()
    open = true
    const value = text.source.slice(line.from, line.to)
    full = value.length >= fullLine && !(endsSentence(value) && value.length < fullLine * 1.3)
    builder.text(value, line.from, line.to)
  }
  if (open) builder.close()
  for (; level > 0; level--) builder.close()
  text.last = {kind: 'quote', words: 0, ends: true}
  return end
}

function isQuote(text: TextDocument, line: number): boolean {
  return text.source.charCodeAt(text.lines.from[line]) === 0x3e && text.looks('quote', line)
}

function quotedAt(text: TextDocument, line: number): Quoted {
  const {source, lines} = text
  let at = lines.from[line]
  const to = lines.to[line]
  let level = 0
  while (at < to) {
    const code = source.charCodeAt(at)
    if (code === 0x3e) level++
    else if (code !== 32 && code !== 9) break
    at++
  }
  return {level: Math.min(level, maxLevel), from: at, to}
}
