/**
 * The open elements of an HTML document: which start tags close what, and which end tags count.
 *
 * Every question costs constant time however deep the page is: the innermost open element of each tag and the
 * innermost barrier of each scope are kept beside the stack.
 *
 * @see https://html.spec.whatwg.org/multipage/parsing.html#the-stack-of-open-elements
 */
import {element, elementCount, type Element} from '../page/elements.ts'

const ids = (names: string): number[] => names.split(' ').map(name => element(name).id)
const flags = (names: string): Uint8Array => {
  const out = new Uint8Array(elementCount)
  for (const id of ids(names)) out[id] = 1
  return out
}

const P = element('p').id
const LI = element('li').id
const DD = element('dd').id
const DT = element('dt').id
const TR = element('tr').id
const TABLE = element('table').id
const BUTTON = element('button').id
const FORM = element('form').id
const OPTION = element('option').id
const OPTGROUP = element('optgroup').id
const SELECT = element('select').id

const headings = flags('h1 h2 h3 h4 h5 h6')
/** Start tags that end an open paragraph. */
const endsParagraph = flags(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup ' +
  'hr li dd dt main menu nav ol p pre search section summary table ul')
/** Nothing outside these is closed from inside. */
const scopeBarrier = flags('caption table td th template')
const buttonBarrier = flags('caption table td th template button')
const listBarrier = flags('caption table td th template ol ul menu dir')
const tableBarrier = flags('table template')
/** An open li, dd or dt is not closed by the next one through these. */
const itemBarrier = flags(
  'article aside blockquote body button caption center dd details dir dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header ' +
  'hgroup li main menu nav noscript ol pre search section select summary table tbody td template textarea tfoot th thead tr ul')
/** End tags that walk up the stack only to the nearest of the "special" elements. */
const ordinary = flags('label legend option optgroup')
const tableParts = flags('caption thead tbody tfoot tr td th')
const inTable = flags('table thead tbody tfoot tr')
/** What each part of a table closes when it starts, if it is open in the same table. */
const closesInTable: readonly (readonly number[])[] = (() => {
  const out: number[][] = Array.from({length: elementCount}, () => [])
  const sections = ids('thead tbody tfoot caption')
  for (const id of ids('thead tbody tfoot caption')) out[id] = sections
  out[TR] = [TR, element('caption').id]
  for (const id of ids('td th')) out[id] = [...ids('td th'), element('caption').id]
  return out
})()

export interface TreeListener {
  /** The innermost open element is closed. */
  closed(): void
  /** A row that the page left out is opened. */
  opened(element: Element): void
}

export class Tree {
  readonly #listener: TreeListener
  readonly #maxDepth: number
  readonly #stack: Element[] = []
  /** Per stack place: the place of the next outer element of the same tag, -1 if none. */
  readonly #outerSame: number[] = []
  /** Per stack place: innermost barrier at or below it, by kind of scope. */
  readonly #scope: number[] = []
  readonly #button: number[] = []
  readonly #list: number[] = []
  readonly #table: number[] = []
  readonly #item: number[] = []
  /** Closed by its end tag while elements inside it are open: it goes when they go. */
  readonly #ended: boolean[] = []
  readonly #last = new Int32Array(elementCount).fill(-1)
  /** Elements that were too deep, by tag: their end tags mean nothing. */
  readonly #tooDeep = new Int32Array(elementCount)
  overflowed = false

  constructor(listener: TreeListener, maxDepth: number) {
    this.#listener = listener
    this.#maxDepth = maxDepth
  }

  has(id: number): boolean {
    return this.#last[id] >= 0
  }

  /**
   * A start tag of a region: closes what it ends, and opens it.
   *
   * @returns false if the element is not opened: a second body or form, or too deep.
   */
  open(opened: Element): boolean {
    const id = opened.id
    this.#closeFor(id)
    if (this.#last[id] >= 0 && (opened.tag === 'body' || id === FORM)) return false
    if ((opened.tag === 'td' || opened.tag === 'th') && this.#inTableOutsideRow()) {
      const row = element('tr')
      this.#listener.opened(row)
      this.#push(row)
    }
    if (this.#stack.length >= this.#maxDepth) {
      this.#tooDeep[id]++
      this.overflowed = true
      return false
    }
    this.#push(opened)
    return true
  }

  /** A start tag of something that is no region (`hr`): closes the paragraph it ends. */
  before(id: number): void {
    if (endsParagraph[id]) this.#closeParagraph()
  }

  /**
   * An end tag. Ignored unless it ends an element that is open in its scope.
   *
   * @returns false if it was ignored
   */
  close(closed: Element): boolean {
    const id = closed.id
    if (this.#tooDeep[id] > 0) {
      this.#tooDeep[id]--
      return false
    }
    const at = headings[id] ? this.#innermostHeading() : this.#last[id]
    if (at < 0 || closed.tag === 'body') return false
    if (id === FORM) {
      this.#ended[at] = true
      this.#dropEnded()
      return true
    }
    if (at < this.#limitFor(id)) return false
    this.#popTo(at)
    return true
  }

  /** Innermost place that the end tag of this element may reach. */
  #limitFor(id: number): number {
    const top = this.#stack.length - 1
    if (tableParts[id] || id === TABLE) return this.#table[top]
    if (id === P) return this.#button[top]
    if (id === LI) return this.#list[top]
    return ordinary[id] ? this.#item[top] : this.#scope[top]
  }

  #closeFor(id: number): void {
    const top = this.#stack.length - 1
    if (top < 0) return
    if (tableParts[id]) {
      this.#closeTableParts(id)
      return
    }
    // Rows and cells may stand without a table around them.
    if (id === TABLE && inTable[this.#stack[top].id] && this.#last[TABLE] >= 0) this.#popTo(this.#last[TABLE])
    if (id === LI) this.#closeItem(this.#last[LI], top)
    else if (id === DD || id === DT) this.#closeItem(Math.max(this.#last[DD], this.#last[DT]), top)
    else if (id === OPTION || id === OPTGROUP) {
      if (this.#stack[this.#stack.length - 1].id === OPTION) this.#pop()
      if (id === OPTGROUP && this.#stack[this.#stack.length - 1]?.id === OPTGROUP) this.#pop()
    } else if (id === BUTTON && this.#last[BUTTON] > this.#scope[top]) this.#popTo(this.#last[BUTTON])
    else if (id === SELECT && this.#last[SELECT] > this.#scope[top]) this.#popTo(this.#last[SELECT])
    if (endsParagraph[id]) this.#closeParagraph()
    const now = this.#stack[this.#stack.length - 1]
    if (headings[id] && now !== undefined && headings[now.id]) this.#pop()
  }

  #closeParagraph(): void {
    const top = this.#stack.length - 1
    if (top >= 0 && this.#last[P] > this.#button[top]) this.#popTo(this.#last[P])
  }

  #closeItem(at: number, top: number): void {
    if (at >= 0 && at >= this.#item[top]) this.#popTo(at)
  }

  #closeTableParts(id: number): void {
    const table = this.#table[this.#stack.length - 1]
    for (const part of closesInTable[id]) if (this.#last[part] > table) this.#popTo(this.#last[part])
    // What stands between the row and its cells belongs to no cell.
    const around = id === TR ? -1 : this.#last[TR]
    if (tableParts[id] && around > table && (this.#stack[this.#stack.length - 1].id !== TR)) this.#popAbove(around)
  }

  #inTableOutsideRow(): boolean {
    const top = this.#stack.length - 1
    return top >= 0 && inTable[this.#stack[top].id] === 1 && this.#stack[top].id !== TR
  }

  #innermostHeading(): number {
    let at = -1
    for (let id = 0; id < elementCount; id++) if (headings[id] && this.#last[id] > at) at = this.#last[id]
    return at
  }

  #push(opened: Element): void {
    const at = this.#stack.length
    const id = opened.id
    const outer = at - 1
    this.#stack.push(opened)
    this.#outerSame[at] = this.#last[id]
    this.#last[id] = at
    this.#scope[at] = scopeBarrier[id] ? at : outer < 0 ? -1 : this.#scope[outer]
    this.#button[at] = buttonBarrier[id] ? at : outer < 0 ? -1 : this.#button[outer]
    this.#list[at] = listBarrier[id] ? at : outer < 0 ? -1 : this.#list[outer]
    this.#table[at] = tableBarrier[id] ? at : outer < 0 ? -1 : this.#table[outer]
    this.#item[at] = itemBarrier[id] ? at : outer < 0 ? -1 : this.#item[outer]
    this.#ended[at] = false
  }

  #pop(): void {
    const popped = this.#stack.pop()!
    this.#last[popped.id] = this.#outerSame[this.#stack.length]
    this.#listener.closed()
  }

  #popTo(at: number): void {
    while (this.#stack.length > at) this.#pop()
    this.#dropEnded()
  }

  #popAbove(at: number): void {
    while (this.#stack.length > at + 1) this.#pop()
  }

  #dropEnded(): void {
    while (this.#stack.length > 0 && this.#ended[this.#stack.length - 1]) this.#pop()
  }
}
