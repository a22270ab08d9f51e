/**
 * Builds a page in one pass. Every driver speaks to it in the same few words: open and close regions, open
 * and close marks, text, line break, image, rule. What is a block, and where white space goes, is decided
 * here and nowhere else.
 */
import {elementCount, type Element} from './elements.ts'
import {columnsOf, newColumns, pushBlock, pushRegion} from './columns.ts'
import {aroundTask, codeLines, hides, kindOf, maxHeadingBlocks, tableParts, transparent, verbatim} from './anatomy.ts'
import {ClassLists, noClasses, noClassList, type ClassList} from './classLists.ts'
import {isBlank} from './collapsed.ts'
import type {OpenRegion} from './openRegion.ts'
import {Run} from './run.ts'
import type {Attrs, Block, Counts, DataScript, Head, HeadLink, HiddenBy, Kind, Mark, Meta, Origin, Page, Region, Repair} from './page.ts'

export interface BuilderOptions {
  readonly origin: Origin
  readonly source: string
  readonly url?: string | undefined
  readonly maxBlocks?: number
  /** Repairs one piece of text outside code; counts what it did itself. */
  readonly normalise?: ((piece: string) => string) | undefined
  /** Keep white space that a browser would not show: at the edges of inline code, NBSP at the ends of a block. */
  readonly exact?: boolean | undefined
}

export const noAttrs: Attrs = Object.freeze({})
export {noClasses}

export class Builder {
  readonly head: {title: string; metas: Meta[]; links: HeadLink[]; lang: string; base: string; data: DataScript[]} =
    {title: '', metas: [], links: [], lang: '', base: '', data: []}
  readonly counts: {-readonly [K in keyof Counts]: Counts[K]} =
    {elements: 0, images: 0, inputs: 0, scripts: 0, options: 0, frames: 0, links: 0}
  readonly repairs: Repair[] = []
  truncated: Page['truncated']
  readonly #options: BuilderOptions
  readonly #maxBlocks: number
  readonly #blocks: Block[] = []
  readonly #regions: Region[] = []
  readonly #open: OpenRegion[] = []
  #top: OpenRegion | undefined
  readonly #run: Run
  readonly #columns = newColumns()
  readonly classes = new ClassLists()
  /** Line breaks since the last visible text of the run: two of them end a block. */
  #breaks = 0
  /** A pre has just been opened. */
  #fresh = false
  /** A code element of a pre has just been closed: one that follows is the next line. */
  #codeClosed = false
  /** The last link, to have something to say where a fragment is nothing but empty links. */
  #link: Attrs | undefined

  constructor(options: BuilderOptions) {
    this.#options = options
    this.#maxBlocks = options.maxBlocks ?? 500_000
    this.#run = new Run(options.normalise, {exact: options.exact, styled: options.origin === 'html' && options.exact !== true})
  }

  /** Number of open regions. */
  get depth(): number {
    return this.#open.length
  }

  /** How the place where we are hides. */
  get hidden(): HiddenBy {
    return this.#top === undefined ? 'no' : this.#top.hidden
  }

  /** Does white space at this place mean nothing? */
  get skipsBlank(): boolean {
    return !this.#run.begun && !this.inCode && !(this.#options.exact === true && this.#run.isInCodeSpan)
  }

  /** Are we inside code, where white space counts? */
  get inCode(): boolean {
    return this.#top !== undefined && this.#top.pre
  }

  /**
   * Open a region; a block before it ends.
   *
   * @param classes the class attribute as written, or what it was found to be
   */
  open(element: Element, attrs: Attrs = noAttrs, classes: ClassList | string = noClassList, hidden: HiddenBy = 'no'): void {
    const around = this.#top
    const known = this.#known(classes)
    // An editor draws every line as a pre of its own.
    const staysCode = around !== undefined && around.pre && (codeLines.has(element.tag) || (element.tag === 'pre' && around.editor))
    if (staysCode) this.#codeLine(element.tag)
    else this.flush()
    const index = this.#regions.length
    const region = {
      tag: element.tag, parent: around === undefined ? -1 : around.index, from: this.#blocks.length, to: -1, end: -1,
      classes: known.list, attrs,
    }
    this.#regions.push(region)
    pushRegion(this.#columns, element.id < elementCount ? element.id : 0, known.id, region.parent)
    const inherits = around !== undefined && (transparent.has(element.tag) || staysCode)
    this.#top = {
      region, index,
      hidden: around === undefined ? hidden : hides(around.hidden, hidden),
      level: element.level || (inherits ? around.level : 0),
      kind: kindOf(element.tag, inherits ? around.kind : 'paragraph'),
      pre: verbatim.has(element.tag) || staysCode || known.editor,
      editor: known.editor || (staysCode && around.editor),
      marks: this.#run.openMarks,
      given: element.level ? {blocks: 0} : inherits ? around.given : undefined,
    }
    this.#open.push(this.#top)
    this.#fresh = verbatim.has(element.tag) && !staysCode
  }

  /** Close the innermost region, the block and the marks inside it. */
  close(): void {
    const closed = this.#open.pop()
    if (closed === undefined) return
    const around = this.#open.length > 0 ? this.#open[this.#open.length - 1] : undefined
    if (around !== undefined && around.pre && closed.pre && (!verbatim.has(closed.region.tag) || (closed.editor && around.editor))) this.#codeLine(closed.region.tag)
    else {
      this.#top = closed
      this.flush()
    }
    this.#run.closeDownTo(closed.marks)
    closed.region.to = this.#blocks.length
    closed.region.end = this.#regions.length
    this.#top = around
  }

  /** Text as it stands, entities decoded; `from`, `to` are its source offsets or -1. */
  text(value: string, from = -1, to = -1): void {
    if (this.skipsBlank && isBlank(value)) return
    // Between the cells of a table of code lines white space is the page's, not the code's.
    if (this.#top !== undefined && this.#top.pre && tableParts.has(this.#top.region.tag) && isBlank(value)) return
    if (this.#fresh) {
      // The line end right after the start tag is not part of the code.
      this.#fresh = false
      if (value.startsWith('\n') || value.startsWith('\r\n')) return this.text(value.slice(value.indexOf('\n') + 1), from < 0 ? from : from + 1, to)
      if (value === '') return
    }
    if (this.#breaks > 0 && /\S/u.test(value)) {
      if (this.#breaks > 1 && !this.inCode) this.flush()
      this.#breaks = 0
    }
    this.#codeClosed = false
    this.#run.add(value, from, to)
  }

  /** A `<br>`. Two in a row end the block, as they do for the reader. */
  lineBreak(): void {
    if (this.inCode) {
      this.#run.add('\n', -1, -1)
      return
    }
    this.#breaks++
    this.#run.lineBreak()
  }

  /** Open inline markup. The same kind inside itself only counts up, but for spans. */
  openMark(element: Element, attrs: Attrs = noAttrs, classes: ClassList | string = noClassList, hidden: HiddenBy = 'no'): void {
    if (this.inCode) this.#codeClasses(element.tag, attrs, this.#known(classes))
    else if (element.mark !== undefined) {
      if (element.mark === 'link' && attrs['href'] !== undefined) this.#link = attrs
      this.#run.open(element.mark, attrs, this.#known(classes).list, hidden)
    }
  }

  /** Close the innermost open mark of the element's kind; nothing happens if there is none. */
  closeMark(element: Element): void {
    if (this.inCode) this.#codeClosed = element.tag === 'code'
    else if (element.mark !== undefined) this.#run.close(element.mark, this.#top === undefined ? 0 : this.#top.marks)
  }

  /** An image: attributes as kept, `src` already chosen among the candidates. */
  image(attrs: Attrs, classes: ClassList | string = noClassList, from = -1, to = -1): void {
    if (this.#options.exact === true) {
      if (this.#breaks > 1) this.flush()
      this.#breaks = 0
    }
    if (!this.inCode) this.#run.image(attrs, this.#known(classes).list, {from, to})
  }

  /**
   * A checkbox. At the very beginning of a list item it makes the item a task, which its region's attributes then
   * say as `task`: 'x' if done, ' ' if not.
   */
  task(isDone: boolean): void {
    if (this.#run.begun) return
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const {region} = this.#open[i]
      if (region.tag === 'li' && region.from === this.#blocks.length) region.attrs = {...region.attrs, task: isDone ? 'x' : ' '}
      if (!aroundTask.has(region.tag)) return
    }
  }

  /** TeX in the run of text. */
  math(tex: string, from = -1, to = -1): void {
    this.#run.open('math', noAttrs, noClasses, 'no')
    this.#run.add(tex, from, to)
    this.#run.close('math', 0)
  }

  /** Something played or shown from elsewhere: a block that is a link to it. */
  embed(href: string, title: string, from = -1, to = -1): void {
    this.flush()
    this.#push('embed', 0, {text: title, marks: [{kind: 'link', from: 0, to: title.length, element: this.#run.newElement(), classes: noClasses, attrs: {href}, hidden: 'no'}], from, to})
  }

  /** A thematic break. */
  rule(from = -1, to = -1): void {
    this.flush()
    this.#push('rule', 0, {text: '', marks: [], from, to})
  }

  /** A block of a kind that no region implies: math on its own line. */
  block(kind: Kind, text: string, from = -1, to = -1): void {
    this.flush()
    this.#push(kind, 0, {text, marks: [], from, to})
  }

  /** End the block; nothing happens if no text and no image has come since the last one. */
  flush(): void {
    this.#breaks = 0
    const top = this.#top
    const code = top !== undefined && top.pre
    const done = this.#run.finish(code)
    if (done === undefined) return
    if (done.text === '') {
      this.#images(done.marks, done.from, done.to)
      return
    }
    let kind: Kind = top === undefined ? 'paragraph' : top.kind
    let level = 0
    if (code) kind = 'code'
    else if (top !== undefined && top.level > 0 && top.given !== undefined && top.given.blocks++ < maxHeadingBlocks[this.#options.exact === true ? 'exact' : 'page']) {
      kind = 'heading'
      level = top.level
    }
    this.#push(kind, level, done)
  }

  /** The finished page. The Builder is of no use afterwards. */
  finish(): Page {
    while (this.#open.length > 0) this.close()
    this.flush()
    if (this.#options.exact === true && this.#blocks.length === 0 && this.#link !== undefined) {
      this.#push('paragraph', 0, {text: '', marks: [{kind: 'link', from: 0, to: 0, element: 0, classes: noClasses, attrs: this.#link, hidden: 'no'}], from: -1, to: -1})
    }
    const {origin, source, url} = this.#options
    const head: Head = this.head
    return {
      origin, source, head, blocks: this.#blocks, regions: this.#regions, columns: columnsOf(this.#columns),
      counts: this.counts, repairs: this.repairs,
      ...(url === undefined ? {} : {url}), ...(this.truncated === undefined ? {} : {truncated: this.truncated}),
    }
  }

  #known(classes: ClassList | string): ClassList {
    return typeof classes === 'string' ? this.classes.of(classes) : classes
  }

  /** What `<code>` says of the code in a `<pre>`, the pre says too: its language most of all. */
  #codeClasses(tag: string, attrs: Attrs, {list}: ClassList): void {
    this.#fresh = false
    const top = this.#top
    if (tag !== 'code' || top === undefined || top.region.tag !== 'pre') return
    if (this.#codeClosed) this.#run.codeLine()
    if (list.length > 0) top.region.classes = [...top.region.classes, ...list]
    if (attrs !== noAttrs) top.region.attrs = {...attrs, ...top.region.attrs}
  }

  #codeLine(tag: string): void {
    if (tag !== 'td' && tag !== 'th') this.#run.codeLine()
  }

  /** Every image that stands in no text becomes a block of its own. */
  #images(marks: readonly Mark[], from: number, to: number): void {
    for (const mark of marks) if (mark.kind === 'image') this.#push('image', 0, {text: '', marks: [mark], from, to})
  }

  #push(kind: Kind, level: number, {text, marks, from, to}: {text: string; marks: readonly Mark[]; from: number; to: number}): void {
    if (this.#blocks.length >= this.#maxBlocks) {
      this.truncated ??= 'blocks'
      return
    }
    const top = this.#top
    const region = top === undefined ? -1 : top.index
    const around = top === undefined ? 'no' : top.hidden
    const whole = marks.length > 0 && text !== '' ? marks.find(mark => mark.hidden !== 'no' && mark.from === 0 && mark.to === text.length) : undefined
    const hidden = whole === undefined ? around : hides(around, whole.hidden)
    this.#blocks.push({kind, level, text, marks, region, hidden, from, to})
    pushBlock(this.#columns, text, marks, region)
  }
}
