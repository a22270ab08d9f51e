/**
 * A run of text between two block boundaries, and the marks over it.
 *
 * Text and mark events are only collected; white space is collapsed once, when the run ends, so that a text
 * cut into many chunks costs no more than one that is whole.
 */
import {Abutting} from './abutting.ts'
import {breakSign, Collapsed, spacesAt, verbatim} from './collapsed.ts'
import type {Attrs, HiddenBy, Mark, MarkKind, Span} from './page.ts'
import {tidied, trimmed} from './tidy.ts'

/** Deeper inline markup is text: nobody nests seventeen kinds of emphasis. */
const maxDepth = 16

const none: Readonly<Record<MarkKind, number>> = {
  link: 0, strong: 0, em: 0, code: 0, kbd: 0, del: 0, ins: 0, sub: 0, sup: 0, mark: 0, q: 0, abbr: 0, small: 0, time: 0, span: 0, image: 0, math: 0,
}

function isPlain(attrs: Attrs, classes: readonly string[], hidden: HiddenBy): boolean {
  return classes.length === 0 && hidden === 'no' && attrs['aria-label'] === undefined && attrs['itemprop'] === undefined && attrs['property'] === undefined
}

interface NewMark {
  readonly kind: MarkKind
  readonly classes: readonly string[]
  readonly attrs: Attrs
  readonly hidden: HiddenBy
}
interface OpenMark extends NewMark {
  readonly element: number
  /** Openings of the same kind inside; the mark ends with the last closing. */
  count: number
  live: boolean
  /** Number of its mark in this run, -1 if the run has none yet. */
  current: number
}
type Draft = {-readonly [K in keyof Mark]: Mark[K]}

export interface Finished {
  /** '' if the run holds images only. */
  readonly text: string
  readonly marks: readonly Mark[]
  readonly from: number
  readonly to: number
}

export class Run {
  readonly #normalise: ((piece: string) => string) | undefined
  readonly #stack: OpenMark[] = []
  /** Open marks by kind, and openings beyond the deepest level. */
  readonly #live: Record<MarkKind, number> = {...none}
  readonly #overflow: Record<MarkKind, number> = {...none}
  /** Such openings since there was none. */
  #overflows = 0
  #elements = 0
  #raw = ''
  #begun = false
  #from = -1
  #to = -1
  #marks: Draft[] = []
  /** Raw offset and mark of each event in order; ~mark where it closes. What is behind `#events` is of older runs. */
  readonly #eventAt: number[] = []
  readonly #eventMark: number[] = []
  #events = 0
  readonly #exact: boolean
  readonly #styled: boolean

  /**
   * @param exact white space inside code stays at its edges, and NBSP at the ends of a text
   * @param styled a style sheet may set inline elements apart
   */
  constructor(normalise: ((piece: string) => string) | undefined, {exact = false, styled = false}: {readonly exact?: boolean | undefined; readonly styled?: boolean} = {}) {
    this.#normalise = normalise
    this.#exact = exact
    this.#styled = styled
  }

  get openMarks(): number {
    return this.#stack.length
  }

  /** A number for a mark that does not come from here. */
  newElement(): number {
    return this.#elements++
  }

  get isInCodeSpan(): boolean {
    return this.#live.code > 0
  }

  get begun(): boolean {
    return this.#begun
  }

  add(value: string, from: number, to: number): void {
    if (!this.#begun) this.#begin(from)
    else if (this.#from < 0) this.#from = from
    this.#raw += value
    if (to >= 0) this.#to = to
  }

  lineBreak(): void {
    if (this.#begun) this.#raw += breakSign
  }

  /** Start a new line of code unless one has just begun. */
  codeLine(): void {
    if (this.#begun && this.#raw.charCodeAt(this.#raw.length - 1) !== 10) this.#raw += '\n'
  }

  open(kind: MarkKind, attrs: Attrs, classes: readonly string[], hidden: HiddenBy): void {
    if (this.#live[kind] > 0 && !this.#opensInside(kind, attrs, classes, hidden)) return
    // A span that says nothing only counts inside one that does.
    if (kind === 'span' && isPlain(attrs, classes, hidden)) return
    if (this.#stack.length >= maxDepth) {
      this.#overflow[kind]++
      this.#overflows++
      return
    }
    const opened: OpenMark = {kind, classes, attrs, hidden, element: this.#elements++, count: 1, live: true, current: -1}
    this.#live[kind]++
    this.#stack.push(opened)
    if (this.#begun) this.#start(opened)
  }

  /** @param floor marks from this one on were opened in the region we are in, and can be forgotten */
  close(kind: MarkKind, floor: number): void {
    if (this.#overflow[kind] > 0) {
      this.#overflow[kind]--
      return
    }
    if (this.#live[kind] === 0) return
    let at = this.#stack.length - 1
    while (!(this.#stack[at].live && this.#stack[at].kind === kind)) at--
    if (--this.#stack[at].count > 0) return
    if (at < this.#stack.length - 1) this.#splitAbove(at)
    else this.#end(this.#stack[at])
    this.#stack[at].live = false
    this.#live[kind]--
    if (at < floor) return
    if (at === this.#stack.length - 1) this.#stack.pop()
    else this.#stack.splice(at, 1)
  }

  /** Close all marks opened since the stack had that many. */
  closeDownTo(count: number): void {
    if (this.#stack.length <= count) return
    while (this.#stack.length > count) {
      const mark = this.#stack.pop()!
      this.#end(mark)
      if (mark.live) this.#live[mark.kind]--
    }
    if (this.#overflows > 0) {
      Object.assign(this.#overflow, none)
      this.#overflows = 0
    }
  }

  /** A mark of no length: an image. */
  image(attrs: Attrs, classes: readonly string[], span: Span): void {
    const {from, to} = span
    if (!this.#begun) this.#begin(from)
    if (to >= 0) this.#to = to
    // It takes the address of the link around it along.
    const href = this.#live.link > 0 ? this.#stack.find(open => open.live && open.kind === 'link')?.attrs['href'] : undefined
    this.#event(this.#marks.push({kind: 'image', from: 0, to: 0, element: this.#elements++, classes, attrs: href === undefined ? attrs : {...attrs, href}, hidden: 'no'}) - 1)
  }

  /** End the run; undefined if it holds nothing to see. Marks still open go on in the next run. */
  finish(code: boolean): Finished | undefined {
    if (!this.#begun) return undefined
    const raw = this.#raw
    const from = this.#from
    const to = this.#to
    for (let i = this.#stack.length - 1; i >= 0; i--) this.#end(this.#stack[i])
    const marks = this.#marks
    const text = code ? verbatim(raw) : this.#collapse(raw, marks)
    this.#begun = false
    this.#raw = ''
    this.#from = this.#to = -1
    if (marks.length > 0) {
      this.#marks = []
      this.#events = 0
    }
    const kept = marks.length === 0 || code ? [] : visible(marks)
    if (text === '' && !kept.some(mark => mark.kind === 'image')) return undefined
    return {text, marks: kept, from, to}
  }

  /** @returns false if the mark only counts up the one of its kind that is open */
  #opensInside(kind: MarkKind, attrs: Attrs, classes: readonly string[], hidden: HiddenBy): boolean {
    if (kind === 'span' && !isPlain(attrs, classes, hidden)) return true
    let at = this.#stack.length - 1
    while (!(this.#stack[at].live && this.#stack[at].kind === kind)) at--
    if (kind !== 'link') {
      this.#stack[at].count++
      return false
    }
    // A link inside a link ends it, as the standard says.
    this.#stack[at].count = 1
    this.close('link', this.#stack.length)
    return true
  }

  /** Marks nest: those opened since mark number `at` are closed with it and opened again. */
  #splitAbove(at: number): void {
    const above = this.#stack.slice(at + 1).filter(mark => mark.current >= 0)
    for (let i = above.length - 1; i >= 0; i--) this.#end(above[i])
    this.#end(this.#stack[at])
    for (const mark of above) if (mark.live) this.#start(mark)
  }

  #begin(from: number): void {
    this.#begun = true
    this.#from = from
    for (const mark of this.#stack) if (mark.live) this.#start(mark)
  }

  #start(mark: OpenMark): void {
    const {kind, classes, attrs, hidden, element} = mark
    mark.current = this.#marks.push({kind, from: 0, to: 0, element, classes, attrs, hidden}) - 1
    this.#event(mark.current)
  }

  #end(mark: OpenMark): void {
    if (mark.current < 0) return
    this.#event(~mark.current)
    mark.current = -1
  }

  #event(mark: number): void {
    this.#eventAt[this.#events] = this.#raw.length
    this.#eventMark[this.#events++] = mark
  }

  /** Collapse white space; fills in the offsets of the marks. */
  #collapse(raw: string, marks: Draft[]): string {
    if (marks.length === 0) {
      const piece = this.#tidy(trimmed(raw))
      if (!piece.includes(breakSign)) return this.#exact && piece.trim() !== '' ? piece.replace(/^ | $/gu, '') : piece.trim()
    }
    const out = new Collapsed(this.#exact)
    const abutting = this.#styled ? new Abutting() : undefined
    let at = 0
    let code = 0
    /** The last image and its place in the raw text. */
    let before: Draft | undefined
    let beforeAt = -1
    for (let i = 0; i < this.#events; i++) {
      if (this.#eventAt[i] > at) {
        out.add(this.#tidy(raw.slice(at, this.#eventAt[i]), code > 0), code > 0)
        at = this.#eventAt[i]
      }
      const event = this.#eventMark[i]
      const mark = marks[event < 0 ? ~event : event]
      if (mark.kind === 'image') {
        const spaces = spacesAt(raw, this.#eventAt[i])
        if (before !== undefined && beforeAt === this.#eventAt[i]) {
          // Nothing stands between two images that touch.
          setSpaces(mark, spaces === 'around' || spaces === 'after' ? 'after' : undefined)
          setSpaces(before, before.spaces === 'around' || before.spaces === 'before' ? 'before' : undefined)
        } else setSpaces(mark, spaces)
        before = mark
        beforeAt = this.#eventAt[i]
        out.image()
      }
      if (event < 0) {
        mark.to = out.length
        abutting?.ended(mark, at)
      } else {
        if (code === 0 && abutting?.isApart(mark, at, raw) === true) out.add(' ')
        mark.from = mark.to = out.length
      }
      if (mark.kind === 'code' || mark.kind === 'math') code += event < 0 ? -1 : 1
    }
    if (at < raw.length) out.add(this.#tidy(raw.slice(at), false))
    const text = out.finish()
    for (const mark of marks) {
      if (mark.to > text.length) mark.to = text.length
      if (mark.from > text.length) mark.from = text.length
    }
    return text
  }

  /** Code is not repaired: an entity in it is meant. */
  #tidy(piece: string, isCode = false): string {
    return tidied(piece, isCode ? undefined : this.#normalise)
  }
}

function setSpaces(image: Draft, spaces: Mark['spaces'] | undefined): void {
  if (spaces !== undefined) image.spaces = spaces
  else if (image.spaces !== undefined) delete image.spaces
}

/** Without what spans nothing. The drafts are the marks: as a rule none is dropped, and none is copied. */
function visible(marks: readonly Draft[]): readonly Mark[] {
  for (const {kind, from, to} of marks) if (kind !== 'image' && from >= to) return marks.filter(mark => mark.kind === 'image' || mark.from < mark.to)
  return marks
}
