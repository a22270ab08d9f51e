/**
 * A source for a tree that has none: what offsets must refer to (script bodies, titles, formulas), put down in
 * the order of the page as HTML would write it.
 */
import type {Source} from './skipped.ts'

export class Transcript implements Source {
  length = 0
  /** Does the tree say this in the type of a script? Set by who knows the tree. */
  includes: (text: string) => boolean = () => false
  readonly #parts: string[] = []
  /** Index of the part that begins at an offset. */
  readonly #at = new Map<number, number>()

  /** @returns the interval at which the text now stands */
  add(text: string): {from: number; to: number} {
    const from = this.length
    if (text !== '') {
      this.#at.set(from, this.#parts.length)
      this.#parts.push(text)
      this.length += text.length
    }
    return {from, to: this.length}
  }

  /** @param from where a part begins; `to` is where one ends */
  slice(from: number, to: number): string {
    let out = ''
    let i = this.#at.get(from) ?? this.#parts.length
    for (; i < this.#parts.length && from + out.length < to; i++) out += this.#parts[i]
    return out
  }

  toString(): string {
    return this.#parts.join('')
  }
}
