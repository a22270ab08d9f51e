/**
 * The open elements of a tree that is already built: it says what is closed where, nothing is worked out. Only
 * the rows that a table lacks are put in, and elements beyond the depth limit are left out.
 */
import {element, type Element} from '../page/elements.ts'
import type {OpenElements} from './markup.ts'
import type {TreeListener} from './tree.ts'

const rowParents = new Set(['table', 'thead', 'tbody', 'tfoot'])
/** A row that was put in; an object of its own, so that it is never taken for one of the tree. */
const impliedRow: Element = {...element('tr')}

export class Nesting implements OpenElements {
  overflowed = false
  readonly #listener: TreeListener
  readonly #maxDepth: number
  readonly #stack: Element[] = []
  /** Open elements that were too deep to be opened: all inside the innermost one of the stack. */
  readonly #tooDeep: Element[] = []

  constructor(listener: TreeListener, maxDepth: number) {
    this.#listener = listener
    this.#maxDepth = maxDepth
  }

  open(opened: Element): boolean {
    if (this.#tooDeep.length === 0) {
      if (opened.tag !== 'td' && opened.tag !== 'th') this.#endImpliedRow()
      else if (rowParents.has(this.#top()?.tag ?? '') && this.#stack.length + 1 < this.#maxDepth) {
        this.#listener.opened(impliedRow)
        this.#stack.push(impliedRow)
      }
    }
    if (this.#stack.length >= this.#maxDepth) {
      this.#tooDeep.push(opened)
      this.overflowed = true
      return false
    }
    this.#stack.push(opened)
    return true
  }

  before(): void {}

  /** Ignored unless it is the innermost element: one that was never opened (a noscript of the head) closes nothing. */
  close(closed: Element): boolean {
    if (this.#tooDeep.length > 0) {
      if (this.#tooDeep[this.#tooDeep.length - 1] === closed) this.#tooDeep.pop()
      return false
    }
    if (this.#top() === impliedRow && this.#stack[this.#stack.length - 2] === closed) this.#endImpliedRow()
    if (this.#top() !== closed) return false
    this.#pop()
    return true
  }

  #top(): Element | undefined {
    return this.#stack[this.#stack.length - 1]
  }

  #endImpliedRow(): void {
    if (this.#top() === impliedRow) this.#pop()
  }

  #pop(): void {
    this.#stack.pop()
    this.#listener.closed()
  }
}
