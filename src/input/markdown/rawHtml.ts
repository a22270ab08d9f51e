/**
 * HTML inside Markdown. Inline elements become marks, line breaks and images; block elements in a block of HTML
 * become regions, closed at its end. Other tags are dropped and their text is kept, but for scripts and styles.
 */
import {decodeHTML, decodeHTMLAttribute} from 'entities/decode'
import type {Builder} from '../../page/builder.ts'
import {element, keptAttributes, knownElement, type Element} from '../../page/elements.ts'
import {emptyElement} from '../void.ts'

const tag = /<(\/?)([a-zA-Z][\w:-]{0,60})((?:[^<>"']|"[^"<]{0,4000}"|'[^'<]{0,4000}'){0,8000})>/uy
const attribute = /([a-zA-Z_:][\w:.-]{0,60})\s{0,20}(?:=\s{0,20}(?:"([^"]{0,4000})"|'([^']{0,4000})'|([^\s"'=<>`]{1,4000})))?/gu
/** Elements that a start tag ends when they are innermost. */
const ends: Readonly<Record<string, readonly string[]>> = {
  li: ['li', 'p'], dt: ['dt', 'dd', 'p'], dd: ['dt', 'dd', 'p'], tr: ['p', 'td', 'th', 'tr'], td: ['p', 'td', 'th'], th: ['p', 'td', 'th'],
}
/** What may stand in a paragraph; any other region ends it. */
const endsParagraph = ['p']
const inParagraph = new Set('button label option noscript'.split(' '))
const dropped = new Set(['template', 'textarea', 'select'])
const maxDepth = 64

export interface RawTag { readonly name: Element; readonly closes: boolean; readonly attributes: string }

/** The tag at `at` and where it ends, undefined if there is none. */
function tagAt(html: string, at: number): {raw: RawTag; end: number} | undefined {
  tag.lastIndex = at
  const match = tag.exec(html)
  if (match === null) return undefined
  return {raw: {name: element(match[2].toLowerCase()), closes: match[1] !== '', attributes: match[3]}, end: tag.lastIndex}
}

/**
 * One inline tag, as the parser cuts them out of a paragraph.
 *
 * @returns the element whose content is no text of the page, if the tag opens such a one
 */
export function inlineTag(builder: Builder, html: string): Element | undefined {
  const found = tagAt(html, 0)
  if (found === undefined) return undefined
  return write(builder, found.raw)
}

/** Does the tag close that element? */
export function closesElement(html: string, name: Element): boolean {
  const found = tagAt(html, 0)
  return found !== undefined && found.raw.closes && found.raw.name.tag === name.tag
}

/** A block of HTML as it stands in the source from `offset` on. */
export function htmlBlock(builder: Builder, html: string, offset: number): void {
  const open: string[] = []
  let at = 0
  while (at < html.length) {
    const next = html.indexOf('<', at)
    const end = next < 0 ? html.length : next
    if (end > at) text(builder, html.slice(at, end), offset + at)
    if (next < 0) break
    at = markup(builder, html, {at: next, offset, open})
  }
  while (open.pop() !== undefined) builder.close()
  builder.flush()
}

function markup(builder: Builder, html: string, {at, offset, open}: {at: number; offset: number; open: string[]}): number {
  if (html.startsWith('<!', at) || html.startsWith('<?', at)) {
    const close = html.startsWith('<!--', at) ? '-->' : '>'
    const end = html.indexOf(close, at)
    return end < 0 ? html.length : end + close.length
  }
  const found = tagAt(html, at)
  if (found === undefined) {
    text(builder, '<', offset + at)
    return at + 1
  }
  const {raw, end} = found
  if (raw.name.does === 'region' && !dropped.has(raw.name.tag)) {
    region(builder, raw, open)
    return end
  }
  const skipped = write(builder, raw)
  return skipped === undefined ? end : afterEnd(html, end, skipped.tag)
}

function text(builder: Builder, value: string, from: number): void {
  builder.text(value.includes('&') ? decodeHTML(value) : value, from, from + value.length)
}

/** Where the content of a skipped element ends: behind its end tag, or with the block. */
function afterEnd(html: string, at: number, name: string): number {
  const close = new RegExp(`</${name}[^>]{0,200}>`, 'iu')
  const match = close.exec(html.slice(at))
  return match === null ? html.length : at + match.index + match[0].length
}

function region(builder: Builder, {name, closes, attributes}: RawTag, open: string[]): void {
  if (closes) {
    if (open.includes(name.tag)) {
      while (open[open.length - 1] !== name.tag) close(builder, open)
      close(builder, open)
    }
    return
  }
  const ended = ends[name.tag] ?? (inParagraph.has(name.tag) ? [] : endsParagraph)
  while (open.length > 0 && ended.includes(open[open.length - 1])) close(builder, open)
  if (open.length >= maxDepth) return
  const {attrs, classes} = attributesOf(attributes)
  builder.open(name, attrs, classes)
  open.push(name.tag)
}

function close(builder: Builder, open: string[]): void {
  open.pop()
  builder.close()
}

/** Everything but regions. */
function write(builder: Builder, {name, closes, attributes}: RawTag): Element | undefined {
  if (name.does === 'skip' || dropped.has(name.tag)) return closes ? undefined : name
  if (closes) builder.closeMark(name)
  else if (name.does === 'void') emptyElement(builder, name.tag, {...attributesOf(attributes), at: -1})
  else if (name.does === 'mark') {
    const {attrs, classes} = attributesOf(attributes)
    if (name.tag === 'a') builder.counts.links++
    builder.openMark(name, attrs, classes)
  }
  return undefined
}

function attributesOf(source: string): {attrs: Record<string, string>; classes: string} {
  const attrs: Record<string, string> = {}
  let classes = ''
  for (const [, name, quoted, single, bare] of source.matchAll(attribute)) {
    const key = name.toLowerCase()
    const value = decodeHTMLAttribute(quoted ?? single ?? bare ?? '')
    if (key === 'class') classes = value
    else if (keptAttributes.has(key)) attrs[key] ??= value
  }
  return {attrs, classes}
}

/** Does the name stand for an element of HTML? `<T>` in prose does not. */
export function isElement(html: string): boolean {
  const found = tagAt(html, 0)
  return found !== undefined && knownElement(found.raw.name.tag) !== undefined
}
