/** Lists: bullets and counted items, nested by indent, their signs joined to their texts. */
import {noAttrs} from '../../page/builder.ts'
import {element} from '../../page/elements.ts'
import type {TextDocument} from './document.ts'
import {isForced} from './wrap.ts'

const elements = {ul: element('ul'), ol: element('ol'), li: element('li'), p: element('p')}
/** Deeper items stay at this level. */
const maxLevel = 32
/** Lines to look ahead for a second item that makes a doubtful sign a bullet. */
const lookAhead = 10
/** An unindented line this long under an item is a paragraph of its own. Chosen. */
const maxTail = 120

interface Item {
  readonly sign: string
  /** Number of a counted item, -1 for a bullet. */
  readonly number: number
  /** Source offset of its text. */
  readonly from: number
  /** Line its text stands in: the next one if the sign stands alone. */
  readonly line: number
  readonly indent: number
}
interface Level { readonly indent: number; readonly sign: string; number: number; gap: number }

export function list(text: TextDocument, at: number): number {
  if (text.length(at) === 1 && text.looks('bare', at) && bareItem(text, at) === undefined) return at + 1
  return startsList(text, at) ? new ListReader(text).read(at) : at
}

/** Does a list start at this line? Signs that prose uses too need company. */
export function startsList(text: TextDocument, at: number): boolean {
  const item = itemAt(text, at)
  if (item === undefined) return false
  if (item.number < 0 && !/^[-*+–o]$/u.test(item.sign)) return true
  if (item.line !== at) return true
  if (item.number < 0 && item.sign !== 'o' && (text.lines.indent[at] > text.indent || (at > 0 && /[:：]$/u.test(text.source.slice(text.lines.from[at - 1], text.lines.to[at - 1]).slice(-1))))) return true
  return hasFellow(text, at, item)
}

function hasFellow(text: TextDocument, at: number, item: Item): boolean {
  const {count, gap, indent} = text.lines
  for (let i = at + 1; i < count && i - at <= lookAhead; i++) {
    if (gap[i] > 1) return false
    const other = indent[i] <= item.indent ? itemAt(text, i) : undefined
    if (other !== undefined && other.sign === item.sign && (item.number < 0 || other.number === item.number + 1)) return true
    // An unindented line after an empty one is no part of an item.
    if (gap[i] === 1 && indent[i] <= item.indent && itemAt(text, i) === undefined) return false
  }
  return false
}

/** The item whose sign stands at this line. */
function itemAt(text: TextDocument, at: number): Item | undefined {
  const {from, indent} = text.lines
  const first = text.source.charCodeAt(from[at])
  const second = text.source.charCodeAt(from[at] + 1)
  // Most lines start with a letter: a letter counts only before a parenthesis, and `o` as a bullet.
  if ((first | 32) >= 97 && (first | 32) <= 122 && second !== 0x29 && first !== 0x6f) return undefined
  const counted = text.match('ordered', at)
  if (counted !== null) {
    const number = /\d/u.test(counted[1]) ? Number(counted[1]) : counted[1].charCodeAt(0) - 96
    const sign = (/\d/u.test(counted[1]) ? '1' : 'a') + counted[2]
    return {sign, number, from: from[at] + counted[0].length, line: at, indent: indent[at]}
  }
  const bullet = text.match('bullet', at) ?? (text.looks('rule', at) ? null : text.match('dash', at))
  if (bullet !== null) return {sign: bullet[1], number: -1, from: from[at] + bullet[0].length, line: at, indent: indent[at]}
  return text.length(at) === 1 ? bareItem(text, at) : undefined
}

/** A sign alone on its line takes the next line for its text. */
function bareItem(text: TextDocument, at: number): Item | undefined {
  const {count, gap, from, indent} = text.lines
  if (at + 1 >= count || gap[at + 1] > 1 || !text.looks('bare', at)) return undefined
  const sign = text.head(at)
  if (text.looks('bullet', at + 1) || text.looks('bare', at + 1)) return undefined
  // Across an empty line only if another sign follows, or went before, in the same way.
  const isSign = (line: number): boolean => line >= 0 && line < count && text.length(line) === 1 && text.head(line) === sign
  if (gap[at + 1] === 1 && !isSign(at + 2) && !(isSign(at - 2) && gap[at - 1] === 1)) return undefined
  return {sign, number: -1, from: from[at + 1], line: at + 1, indent: indent[at]}
}

class ListReader {
  readonly #text: TextDocument
  readonly #levels: Level[] = []

  constructor(text: TextDocument) {
    this.#text = text
  }

  read(start: number): number {
    const {lines, builder} = this.#text
    let at = start
    while (at < lines.count && builder.truncated === undefined) {
      const item = itemAt(this.#text, at)
      if (item === undefined || (at > start && !this.#belongs(at, item))) break
      this.#place(item, at > start ? lines.gap[at] : -1)
      at = this.#item(item)
    }
    while (this.#levels.length > 0) this.#closeLevel()
    this.#text.last = {kind: 'list', words: 0, ends: true}
    return at
  }

  /** Does an item after the first go on with this list? Tight lists end at an empty line, unless the count goes on. */
  #belongs(at: number, item: Item): boolean {
    const gap = this.#text.lines.gap[at]
    const top = this.#levels[0]
    if (gap > 1) return false
    const level = this.#levels.find(open => open.sign === item.sign && Math.abs(open.indent - item.indent) <= 1)
    if (level === undefined) {
      // Another sign at the outermost indent: bullets nest by sign, anything else is a new list.
      if (item.number >= 0) return item.indent > top.indent + 1 && hasFellow(this.#text, at, item)
      return item.indent > top.indent + 1 || (gap === 0 && top.number < 0)
    }
    if (item.number >= 0) return item.number === level.number + 1
    return level !== top || top.gap < 0 || Math.min(top.gap, 1) === gap
  }

  /** Close and open lists so that the item stands where it belongs. */
  #place(item: Item, gap: number): void {
    const levels = this.#levels
    const same = levels.findLastIndex(open => open.sign === item.sign && Math.abs(open.indent - item.indent) <= 1)
    if (same >= 0) while (levels.length - 1 > same) this.#closeLevel()
    else while (levels.length > 1 && levels[levels.length - 1].indent > item.indent + 1) this.#closeLevel()
    const top = levels[levels.length - 1]
    const {builder} = this.#text
    if (top !== undefined && (same >= 0 || levels.length >= maxLevel)) {
      builder.close()
      if (top.gap < 0) top.gap = gap
      top.number = item.number
    } else {
      const start = item.number > 1 ? {start: String(item.number)} : noAttrs
      builder.open(item.number < 0 ? elements.ul : elements.ol, start)
      levels.push({indent: item.indent, sign: item.sign, number: item.number, gap: -1})
    }
    builder.open(elements.li)
  }

  /** The item's text: its line, the lines that go on below it, indented paragraphs after an empty line. */
  #item(item: Item): number {
    const {lines, builder, source} = this.#text
    builder.text(source.slice(item.from, lines.to[item.line]), item.from, lines.to[item.line])
    let at = item.line + 1
    for (; at < lines.count && builder.truncated === undefined; at++) {
      const next = itemAt(this.#text, at)
      if (next !== undefined && (this.#belongs(at, next) || startsList(this.#text, at))) break
      const hangs = lines.indent[at] > item.indent
      if (lines.gap[at] > 1 || (lines.gap[at] === 1 && lines.indent[at] < item.indent + 2)) break
      if (this.#text.looks('bare', at)) break
      if (!hangs && (!this.#text.spaced || this.#text.length(at) > maxTail || this.#text.looks('rule', at) || this.#text.looks('fence', at) || this.#text.looks('marked', at))) break
      if (lines.gap[at] === 1) builder.flush()
      else if (this.#isBroken(at)) builder.text(' ')
      else builder.lineBreak()
      builder.text(this.#text.text(at), lines.from[at], lines.to[at])
    }
    return at
  }

  /** Was the line before this one broken for its length? */
  #isBroken(at: number): boolean {
    const {source, lines, wrap} = this.#text
    if (wrap.width > 0 && isForced(source, lines, at, wrap.width - lines.indent[at])) return true
    return lines.indent[at] > lines.indent[at - 1] && /^\p{Ll}/u.test(this.#text.head(at))
  }

  #closeLevel(): void {
    this.#text.builder.close()
    this.#text.builder.close()
    this.#levels.pop()
  }
}
