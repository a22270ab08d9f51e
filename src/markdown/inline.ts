/** Text and marks of one block as inline Markdown. */
import type {Block, Span} from '../page/page.ts'
import {codeSigns, codeText} from './codeSpan.ts'
import {characterAt, characterBefore, shrink} from './edges.ts'
import {emphasisSigns, type Item, type Signs} from './emphasis.ts'
import {escaped, escapedStart, hasSigns, hazards, plainHazards, type Hazards, type Place} from './escape.ts'
import {isRaised, raised} from './raised.ts'
import {numberInBrackets} from './references.ts'
import {hookedMark, hookName} from './hooks.ts'
import {withBreaks} from './lineBreaks.ts'
import type {Cuts, InlineOptions, InlinePlace} from './options.ts'
import {imageText, linkTarget} from './targets.ts'
import {withoutSpans, writtenMarks, type WrittenMark} from './marks.ts'
import {Written} from './written.ts'

const stars: Signs = {emphasis: '*', strong: '**'}


/** A mark begins or ends, or an image stands, at this offset of the text. */
interface Edge { readonly at: number; readonly mark: WrittenMark; readonly opens: boolean; readonly order: number }
interface Setting { readonly options: InlineOptions; readonly place: InlinePlace }

export function inline(block: Block, cuts: Cuts, {options, place}: Setting): string {
  const {text: whole, at} = withoutSpans(block.text, cuts.text)
  const dropped = options.links === 'drop' ? linkSpans(block, at) : []
  if (dropped.length > 0) return inline({...block, text: whole, marks: block.marks.map(mark => ({...mark, from: at(mark.from), to: at(mark.to)}))}, {...cuts, text: dropped}, {options: {...options, links: 'text'}, place})
  const text = place.oneLine ? whole.replaceAll('\n', ' ') : whole
  const marks = block.marks.length === 0 ? [] : writtenMarks(text, block.marks, {at, exact: options.exact, hooks: options.hooks}).filter(mark => isWritable(mark, text, {options, place}))
  const only = marks.length === 1 ? marks[0] : undefined
  if (only !== undefined && only.kind === 'link' && only.from === 0 && only.to === text.length && !text.includes('\n') && !place.inEmphasis) return wholeLink(text, only, {options, place})
  const line = marks.length === 0 ? plain(text, {options, place}) : new Line(text, marks, {options, place, cuts}).write()
  if (place.inTable) return line.replaceAll('\n', '<br>')
  return line.includes('\n') ? withBreaks(line, options.lineBreak) : line
}

/** Escape the beginnings of lines; not needed in headings, cells and emphasis, which begin with a sign of their own. */
export function withSafeStarts(text: string): string {
  if (!text.includes('\n')) return escapedStart(text, false)
  const safe = text.split('\n').map((line, i) => escapedStart(line, i > 0)).join('\n')
  return longDefinition.test(safe) ? `\\${safe}` : safe
}

/** A definition whose label goes over several lines: all of it would be gone. */
const longDefinition = /^\[(?:[^\]\\]|\\.){1,999}\]:/su

function plain(text: string, {options, place: {inTable, inEmphasis, isShared}}: Setting): string {
  const place: Place = {used: isShared ? anySign : inEmphasis ? '*_' : '', inLink: isShared, isShared, inTable}
  return escaped(text, {from: 0, to: text.length}, {found: found(text, place.used, {endsTags: isShared || (inTable && text.includes('\n')), options}), place})
}

const anySign = '*_~`'

/** A block that is one link, as most blocks of a menu are. */
function wholeLink(text: string, mark: WrittenMark, {options, place: {inTable, isShared}}: Setting): string {
  const target = linkTarget(mark, options)
  const isRisky = isShared || (target !== undefined && /[`>]/u.test(target))
  const place: Place = {used: '', inLink: target !== undefined, inTable}
  const shown = escaped(text, {from: 0, to: text.length}, {found: found(text, isRisky ? anySign : '', {endsTags: isRisky, options}), place})
  const whole = target === undefined ? shown : `[${shown}]${options.references?.of(target) ?? `(${target})`}`
  return hookedMark(options.hooks, whole, {mark: mark.mark, text})
}

/** @param endsTags a `>` comes where the text does not show it */
function found(text: string, used: string, {endsTags, options, edges}: {endsTags: boolean; options: InlineOptions; edges?: ReadonlySet<number>}): Hazards {
  const own = hazards(text, used, edges)
  const bracket = options.references !== undefined && text.includes('[') ? new Set([...own.bracket, ...[...text.matchAll(numberInBrackets)].map(match => match.index)]) : own.bracket
  return endsTags || bracket !== own.bracket ? {...own, bracket, tag: endsTags ? text.length : own.tag} : own
}

function linkSpans(block: Block, at: (offset: number) => number): Span[] {
  return block.marks.filter(mark => mark.kind === 'link' && mark.from < mark.to).map(mark => ({from: at(mark.from), to: at(mark.to)}))
}

function isWritable({kind, from, to, mark}: WrittenMark, text: string, {options, place}: Setting): boolean {
  switch (kind) {
    case 'link': return options.links === 'keep' && mark.attrs['href'] !== undefined
    case 'image': return options.images !== 'drop'
    case 'em': return !place.inEmphasis
    // No cell can hold code in which a backslash stands before a bar.
    case 'code': return !place.inTable || !text.slice(from, to).includes('\\|')
    case 'sub': case 'sup': return options.exact || isRaised(text.slice(from, to))
    default: return true
  }
}

/** One block being written: its text, cut at the edges of its marks. */
class Line {
  readonly #text: string
  readonly #marks: readonly WrittenMark[]
  readonly #options: InlineOptions
  readonly #place: InlinePlace
  readonly #cuts: Cuts
  readonly #code: readonly WrittenMark[]
  readonly #images = new Map<WrittenMark, string>()
  readonly #imagesAt = new Set<number>()
  readonly #targets = new Map<WrittenMark, string | undefined>()
  #edges: Edge[] = []

  constructor(text: string, marks: readonly WrittenMark[], {options, place, cuts}: Setting & {cuts: Cuts}) {
    this.#text = text
    this.#marks = marks
    this.#options = options
    this.#place = place
    this.#cuts = cuts
    this.#code = marks.filter(mark => mark.kind === 'code' || mark.kind === 'math')
    this.#prepare()
    this.#edges = this.#sortedEdges()
  }

  write(): string {
    const signs = this.#emphasis()
    const hazard = hasSigns(this.#text) ? this.#found(signs) : plainHazards
    // Pieces, and not one growing string: looking at the end of that would copy it each time.
    const out = new Written()
    let done = 0
    let inLink: WrittenMark | undefined
    let raisedIn: WrittenMark | undefined
    let code = 0
    const begun = new Map<WrittenMark, number>()
    for (const {at, mark, opens} of this.#edges) {
      if (at > done) out.text(this.#piece({from: done, to: at}, {found: hazard, inLink: inLink !== undefined, code, raisedIn, isBeforeImage: mark.kind === 'image' || this.#imagesAt.has(at)}))
      while (code < this.#code.length && this.#code[code].to <= at) code++
      done = Math.max(done, at)
      if (mark.kind === 'image') {
        out.image(this.#images.get(mark) ?? '', mark.mark.spaces)
        continue
      }
      if (mark.kind === 'link') inLink = opens ? mark : undefined
      if (mark.kind === 'sub' || mark.kind === 'sup') raisedIn = opens ? mark : undefined
      const isHooked = hookName(this.#options.hooks, mark.mark.kind) !== undefined
      if (isHooked && opens) begun.set(mark, out.begin())
      out.sign(this.#sign(mark, opens, signs), opens)
      if (isHooked && !opens) out.change(begun.get(mark) ?? 0, written => hookedMark(this.#options.hooks, written, {mark: mark.mark, text: this.#text.slice(mark.from, mark.to)}))
    }
    if (done < this.#text.length) out.text(this.#piece({from: done, to: this.#text.length}, {found: hazard, inLink: false, code, raisedIn: undefined}))
    return out.toString()
  }

  #found(signs: ReadonlyMap<WrittenMark, string>): Hazards {
    const {isShared} = this.#place
    const hazard = found(this.#withoutCode(), isShared ? anySign : this.#used(signs), {endsTags: isShared || this.#endsTags(), options: this.#options, edges: new Set(this.#edges.map(edge => edge.at))})
    // What was blotted out is plain for the others only: a bracket in a link is none for the text around it.
    return hazard.isPlain === true ? {...hazard, isPlain: false} : hazard
  }

  /** Written forms that do not depend on what stands beside them. */
  #prepare(): void {
    let link: WrittenMark | undefined
    for (const mark of this.#marks) {
      if (mark.kind === 'link') {
        link = mark
        this.#targets.set(mark, linkTarget(mark, this.#options))
      } else if (mark.kind === 'image') {
        // At the very end of its link an image stands outside, and takes the address along.
        const isLinked = link !== undefined && mark.from < link.to
        this.#imagesAt.add(mark.from)
        this.#images.set(mark, imageText(mark, isLinked ? {...this.#options, links: 'text'} : this.#options, this.#cuts))
      }
    }
  }

  /** At one offset what ends comes before what begins; of ends the inner first, of beginnings the outer first. */
  #sortedEdges(): Edge[] {
    const edges: Edge[] = []
    for (const [order, mark] of this.#marks.entries()) {
      edges.push({at: mark.from, mark, opens: true, order})
      if (mark.kind !== 'image') edges.push({at: mark.to, mark, opens: false, order: -order - 1})
    }
    return edges.sort((a, b) => a.at - b.at || a.order - b.order)
  }

  #emphasis(): Map<WrittenMark, string> {
    if (!this.#marks.some(isEmphasis)) return new Map()
    // An underscore beside an e-mail address would be read as part of it.
    const signs = this.#text.includes('@') ? stars : this.#options
    return emphasisSigns(this.#items(), signs, {
      again: () => {
        this.#edges = this.#sortedEdges()
        return this.#items()
      },
      shrink: mark => shrink(mark, this.#text, this.#marks),
    })
  }

  #items(): Item[] {
    const items: Item[] = []
    const other = (first: string, last: string): void => void items.push({mark: undefined, first, last})
    let done = 0
    for (const {at, mark, opens} of this.#edges) {
      if (at > done) other(characterAt(this.#text, done), characterBefore(this.#text, at))
      done = Math.max(done, at)
      if (isEmphasis(mark)) items.push({mark, opens})
      else if (mark.kind === 'image') {
        const written = this.#images.get(mark) ?? ''
        if (written !== '') other(written[0], written[written.length - 1])
      } else if (mark.kind === 'link' && this.#targets.get(mark) !== undefined) other(opens ? '[' : ']', opens ? '[' : ')')
      else if (mark.kind === 'code') other('`', '`')
      else if (mark.kind === 'math') other('$', '$')
      else if (mark.kind === 'q') other('"', '"')
      else if ((mark.kind === 'sub' || mark.kind === 'sup') && this.#options.exact) other('<', '>')
    }
    if (done < this.#text.length) other(characterAt(this.#text, done), this.#text[this.#text.length - 1])
    return items
  }

  #piece({from, to}: Span, {found: hazard, inLink, code, raisedIn, isBeforeImage = false}: {found: Hazards; inLink: boolean; code: number; raisedIn: WrittenMark | undefined; isBeforeImage?: boolean}): string {
    const {inTable, isShared} = this.#place
    const inCode = this.#code[code]
    if (inCode !== undefined && inCode.from <= from) return codeText(this.#text.slice(from, to), inCode.kind === 'code', inTable)
    if (raisedIn !== undefined && !this.#options.exact) return raised(this.#text.slice(from, to), raisedIn.kind === 'sup')
    return escaped(this.#text, {from, to}, {found: hazard, place: {used: '', inLink: inLink || isShared, isShared: isShared && !inLink, inTable, isGlued: isBeforeImage || (to < this.#text.length && !/\s/u.test(this.#text[to]))}})
  }

  #sign(mark: WrittenMark, opens: boolean, signs: ReadonlyMap<WrittenMark, string>): string {
    switch (mark.kind) {
      case 'em': case 'strong': case 'del': return signs.get(mark) ?? ''
      case 'q': return '"'
      case 'math': return '$'
      case 'hooked': return ''
      case 'sub': case 'sup': return this.#options.exact ? (opens ? `<${mark.kind}>` : `</${mark.kind}>`) : ''
      case 'code': return codeSigns(this.#text.slice(mark.from, mark.to))[opens ? 0 : 1]
      default: {
        const target = this.#targets.get(mark)
        return target === undefined ? '' : opens ? '[' : `]${this.#options.references?.of(target) ?? `(${target})`}`
      }
    }
  }

  #used(signs: ReadonlyMap<WrittenMark, string>): string {
    const hasBacktick = this.#code.length > 0 || this.#others().some(written => written.includes('`'))
    return (this.#place.inEmphasis ? this.#options.emphasis + this.#options.strong : '') + [...signs.values()].join('') + (hasBacktick ? '`' : '')
  }

  /** Images, and targets of links: their signs mean something to the text, too. */
  #others(): string[] {
    return [...this.#images.values(), ...this.#targets.values()].filter(written => written !== undefined)
  }

  /** Does a `>` stand in code, an image, a target or a tag of ours, where it would end a tag that the text begins? */
  #endsTags(): boolean {
    if (this.#place.inTable && this.#text.includes('\n')) return true
    if (this.#options.exact && this.#marks.some(({kind}) => kind === 'sub' || kind === 'sup')) return true
    return this.#code.some(({from, to}) => this.#text.slice(from, to).includes('>')) || this.#others().some(written => written.includes('>'))
  }

  /** The text with code, and brackets of links, blotted out: their signs mean nothing, and offsets stay. */
  #withoutCode(): string {
    const plain = blotted(this.#text, this.#code, piece => '.'.repeat(piece.length))
    const links = this.#marks.filter(({kind}) => kind === 'link')
    return links.length === 0 ? plain : blotted(plain, links, piece => piece.replace(/[[\]]/gu, '.'))
  }
}

/** @param spans sorted, apart from each other */
function blotted(text: string, spans: readonly Span[], blot: (piece: string) => string): string {
  if (spans.length === 0) return text
  let out = ''
  let done = 0
  for (const {from, to} of spans) {
    out += text.slice(done, from) + blot(text.slice(from, to))
    done = to
  }
  return out + text.slice(done)
}

function isEmphasis({kind}: WrittenMark): boolean {
  return kind === 'em' || kind === 'strong' || kind === 'del'
}
