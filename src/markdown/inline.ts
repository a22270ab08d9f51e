/** Text and marks of one block as inline Markdown. */
import type {Block, Span} from '../page/page.ts'
import {without} from '../page/ledger.ts'
import type {Addresses} from './address.ts'
import {escaped, escapedStart, flanking, hazards, type Place} from './escape.ts'
import {withoutSpans, writtenMarks, type WrittenMark} from './marks.ts'

export interface InlineOptions {
  readonly addresses: Addresses
  readonly links: 'keep' | 'text' | 'drop'
  readonly images: 'keep' | 'alt' | 'drop'
  readonly emphasis: '*' | '_'
  readonly strong: '**' | '__'
  /** Write link and image titles: they are tooltips on a page, but part of a fragment. */
  readonly titles: boolean
}
export interface InlinePlace {
  readonly inTable: boolean
  /** The whole is wrapped in emphasis: a caption or a dek. */
  readonly inEmphasis: boolean
  /** Line breaks become spaces: a heading. */
  readonly oneLine: boolean
}
export interface Cuts {
  readonly text: readonly Span[]
  /** Spans cut from the alt text of mark number `mark`. */
  alt(mark: number): readonly Span[]
}

/** What is written before and after the text at each offset where a mark begins or ends. */
interface Delimiter { readonly at: number; readonly write: string; readonly order: number }

export function inline(block: Block, cuts: Cuts, {options, place}: {options: InlineOptions; place: InlinePlace}): string {
  const {text: whole, at} = withoutSpans(block.text, cuts.text)
  const dropped = options.links === 'drop' ? linkSpans(block, at) : []
  if (dropped.length > 0) return inline({...block, text: whole, marks: block.marks.map(mark => ({...mark, from: at(mark.from), to: at(mark.to)}))}, {...cuts, text: dropped}, {options: {...options, links: 'text'}, place})
  const text = place.oneLine ? whole.replaceAll('\n', ' ') : whole
  const marks = block.marks.length === 0 ? [] : writtenMarks(text, block.marks, at).filter(mark => isWritable(mark, text, {options, place}))
  const line = marks.length === 0 ? plain(text, place) : marked(text, marks, {options, place, cuts})
  if (place.inTable) return line.replaceAll('\n', '<br>')
  return line.includes('\n') ? line.replaceAll('\n', '\\\n') : line
}

/** Escape the beginnings of lines; not needed in headings, cells and emphasis, which begin with a sign of their own. */
export function withSafeStarts(text: string): string {
  if (!text.includes('\n')) return escapedStart(text, false)
  return text.split('\n').map((line, i) => escapedStart(line, i > 0)).join('\n')
}

function plain(text: string, {inTable, inEmphasis}: InlinePlace): string {
  const place: Place = {used: inEmphasis ? '*_' : '', inLink: false, inTable}
  return escaped(text, {from: 0, to: text.length}, {found: hazards(text, place.used), place})
}

function linkSpans(block: Block, at: (offset: number) => number): Span[] {
  return block.marks.filter(mark => mark.kind === 'link' && mark.from < mark.to).map(mark => ({from: at(mark.from), to: at(mark.to)}))
}

type Setting = {readonly options: InlineOptions; readonly place: InlinePlace}

function isWritable({kind, from, to, mark}: WrittenMark, text: string, {options, place}: Setting): boolean {
  switch (kind) {
    case 'link': return options.links === 'keep' && mark.attrs['href'] !== undefined
    case 'image': return options.images !== 'drop'
    case 'em': return !place.inEmphasis && delimits(text, from, to)
    case 'strong': case 'del': return delimits(text, from, to)
    default: return true
  }
}

/** Would a parser see delimiters here? Next to letters, emphasis must not begin or end with a punctuation mark. */
function delimits(text: string, from: number, to: number): boolean {
  const around = (i: number): string => (i < 0 || i >= text.length ? '' : String.fromCodePoint(text.codePointAt(i) ?? 32))
  const before = from > 0 && /[\udc00-\udfff]/.test(text[from - 1]) ? around(from - 2) : around(from - 1)
  const last = /[\udc00-\udfff]/.test(text[to - 1]) ? around(to - 2) : around(to - 1)
  return flanking(before, around(from), '*').opens && flanking(last, around(to), '*').closes
}

function marked(text: string, marks: readonly WrittenMark[], {options, place, cuts}: Setting & {cuts: Cuts}): string {
  const code = marks.filter(mark => mark.kind === 'code' || mark.kind === 'math')
  const delimiters: Delimiter[] = []
  let link: WrittenMark | undefined
  for (const [order, mark] of marks.entries()) {
    if (mark.kind === 'link') link = mark
    if (mark.kind === 'image') {
      // At the very end of its link an image stands outside, and takes the address along.
      const isLinked = link !== undefined && mark.from < link.to
      const written = imageText(mark, isLinked ? {...options, links: 'text'} : options, cuts)
      if (written !== '') delimiters.push({at: mark.from, write: apart(written, text, mark.from), order})
      continue
    }
    const [open, close] = signs(mark, text, options)
    if (open !== '') delimiters.push({at: mark.from, write: open, order}, {at: mark.to, write: close, order: -order - 1})
  }
  // At one offset what ends comes before what begins; of ends the inner first, of beginnings the outer first.
  delimiters.sort((a, b) => a.at - b.at || a.order - b.order)
  const found = hazards(withoutCode(text, code), usedSigns(marks, place, options), new Set(delimiters.map(delimiter => delimiter.at)))
  const links = marks.filter(mark => mark.kind === 'link')
  // Pieces, and not one growing string: looking at the end of that would copy it each time.
  const out: string[] = []
  let done = 0
  let linkAt = 0
  let codeAt = 0
  for (const {at, write} of [...delimiters, {at: text.length, write: ''}]) {
    if (at > done) {
      while (linkAt < links.length && links[linkAt].to <= done) linkAt++
      while (codeAt < code.length && code[codeAt].to <= done) codeAt++
      const inLink = linkAt < links.length && links[linkAt].from <= done
      const isCode = codeAt < code.length && code[codeAt].from <= done
      if (isCode) out.push(codeText(text.slice(done, at), code[codeAt], place))
      else out.push(escaped(text, {from: done, to: at}, {found, place: {used: '', inLink, inTable: place.inTable}}))
      done = at
      // An exclamation mark before a link would make it an image.
      if (write.startsWith('[') && text[at - 1] === '!') out.push(`${(out.pop() ?? '').slice(0, -1)}\\!`)
    }
    out.push(write)
  }
  return out.join('')
}

/** White space next to an image collapsed into one: between letters it has one on either side. */
function apart(image: string, text: string, at: number): string {
  const letter = /[\p{L}\p{N}]/u
  return `${letter.test(text[at - 1] ?? '') ? ' ' : ''}${image}${letter.test(text[at] ?? '') ? ' ' : ''}`
}

function usedSigns(marks: readonly WrittenMark[], place: InlinePlace, options: InlineOptions): string {
  let used = place.inEmphasis ? options.emphasis : ''
  for (const {kind} of marks) {
    if (kind === 'em') used += options.emphasis
    else if (kind === 'strong') used += options.strong
    else if (kind === 'del') used += '~'
    else if (kind === 'code') used += '`'
  }
  return used
}

/** The text with code blotted out: its signs mean nothing, and offsets stay. */
function withoutCode(text: string, code: readonly WrittenMark[]): string {
  if (code.length === 0) return text
  let out = ''
  let done = 0
  for (const {from, to} of code) {
    out += text.slice(done, from) + '.'.repeat(to - from)
    done = to
  }
  return out + text.slice(done)
}

function signs({kind, from, to, mark}: WrittenMark, text: string, options: InlineOptions): readonly [string, string] {
  switch (kind) {
    case 'em': return [options.emphasis, options.emphasis].map(sign => inWordSafe(sign, text, from, to)) as [string, string]
    case 'strong': return [options.strong, options.strong].map(sign => inWordSafe(sign, text, from, to)) as [string, string]
    case 'del': return ['~~', '~~']
    case 'q': return ['"', '"']
    case 'math': return ['$', '$']
    case 'code': return codeSigns(text.slice(from, to))
    default: {
      const address = options.addresses.write(mark.attrs['href'] ?? '')
      return address === undefined ? ['', ''] : ['[', `](${target(address, mark.attrs['title'], options)})`]
    }
  }
}

/** Underscores mark nothing inside words; stars do. */
function inWordSafe(sign: string, text: string, from: number, to: number): string {
  const isWord = (other: string | undefined): boolean => other !== undefined && /[\p{L}\p{N}_]/u.test(other)
  return sign.startsWith('_') && (isWord(text[from - 1]) || isWord(text[to])) ? sign.replaceAll('_', '*') : sign
}

function target(address: string, title: string | undefined, options: InlineOptions): string {
  if (!options.titles || title === undefined || title.trim() === '') return address
  const safe = title.replace(/\s+/gu, ' ').trim().replace(/["\\]/gu, '\\$&').replaceAll('&', '&amp;')
  return `${address} "${safe}"`
}

/** `![alt](src)`, in its link if it has one; its alt text if it must not be shown. */
export function imageText({mark, index}: Pick<WrittenMark, 'mark' | 'index'>, options: InlineOptions, cuts: Cuts): string {
  const alt = without(mark.attrs['alt'] ?? '', cuts.alt(index))
  const place: Place = {used: '', inLink: true, inTable: true}
  const shown = escaped(alt, {from: 0, to: alt.length}, {found: hazards(alt, ''), place})
  if (options.images === 'alt') return shown
  const address = options.addresses.write(mark.attrs['src'] ?? '')
  const image = address === undefined ? shown : `![${shown}](${target(address, mark.attrs['title'], options)})`
  const href = mark.attrs['href'] === undefined || options.links !== 'keep' || image === '' ? undefined : options.addresses.write(mark.attrs['href'])
  return href === undefined ? image : `[${image}](${href})`
}

function codeSigns(code: string): readonly [string, string] {
  let longest = 0
  const runs = new Set<number>()
  for (const [run] of code.matchAll(/`+/gu)) {
    runs.add(run.length)
    longest = Math.max(longest, run.length)
  }
  let length = 1
  while (runs.has(length)) length++
  const sign = '`'.repeat(length)
  const needsSpace = code.startsWith('`') || code.endsWith('`')
  return needsSpace ? [`${sign} `, ` ${sign}`] : [sign, sign]
}

function codeText(code: string, mark: WrittenMark, place: InlinePlace): string {
  const line = code.replaceAll('\n', ' ')
  return place.inTable && mark.kind === 'code' ? line.replaceAll('|', '\\|') : line
}
