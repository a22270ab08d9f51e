/**
 * Inline elements that touch in the source and are set apart by the style sheet: a brand and a model, a label and
 * its value, the tags of an article. Between them stands the space that the reader sees.
 *
 * Measured on labelled pages whose gold shows how they look: of more than 500 such places none is written as one word, where
 * an element only splits a word (`Le|arn`, a drop cap, `json.|loads`) its neighbour goes on in lower case or is short.
 */
import type {Attrs, MarkKind} from './page.ts'

/** An inline element, as far as it says that it is another one than its neighbour. */
interface Element { readonly kind: MarkKind; readonly classes: readonly string[]; readonly attrs: Attrs }

const ofLinks = /^.?[\p{L}\p{N}][\p{L}\p{N}]$/u
/** Two signs before, so that no drop cap and no chemical element is cut off. */
const ofSpans = /^[\p{L}\p{N}]{2}(?<=\p{L})[\p{Lu}\p{N}]$|^[\p{L}\p{N}]\p{N}\p{Lu}$/u

/** The elements whose ends and beginnings stand at one place of a text. */
export class Abutting {
  #at = -1
  #link: Element | undefined
  #span: Element | undefined
  #isPlain = true

  ended(mark: Element, at: number): void {
    if (mark.kind !== 'link' && mark.kind !== 'span') return
    if (this.#at !== at) this.#restart(at)
    if (mark.kind === 'link') this.#link = mark
    else this.#span = mark
  }

  /** Does a space stand here, between an element that has ended and this one that begins? Asked once a place. */
  isApart(mark: Element, at: number, text: string): boolean {
    if (this.#at !== at || !this.#isPlain) return false
    const {kind} = mark
    // Between other marks, raised ones say, a space would be part of them.
    if (kind !== 'link' && kind !== 'span') this.#isPlain = false
    const before = kind === 'link' ? this.#link : kind === 'span' ? this.#span : undefined
    if (before === undefined || !differ(before, mark)) return false
    const around = text.slice(Math.max(0, at - 2), at + 1)
    if (!(kind === 'link' ? ofLinks : ofSpans).test(around)) return false
    this.#isPlain = false
    return true
  }

  #restart(at: number): void {
    this.#at = at
    this.#link = this.#span = undefined
    this.#isPlain = true
  }
}

function differ(a: Element, b: Element): boolean {
  if (a.kind === 'link') return a.attrs['href'] !== b.attrs['href']
  return a.classes.length > 0 && b.classes.length > 0 && a.classes !== b.classes && a.classes.join(' ') !== b.classes.join(' ')
}
