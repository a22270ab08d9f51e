/**
 * Names found in a source by their place.
 *
 * Most names of a page's tags are asked for once and refused, or are among a few dozen that are known: to make a
 * string of each only to look it up costs more than all the rest of reading it.
 */

/** Upper case of a letter of ASCII, whatever the sign. */
const caseBit = 0x20

export class NameTable<T> {
  readonly #values: readonly T[]
  /** Units of all names, one after the other; name number n is `#starts[n]` to `#starts[n + 1]`. */
  readonly #units: Uint8Array
  readonly #starts: Int32Array
  /** Open addressing: number of the name + 1, 0 where none is. Few are taken, so that most refusals cost one look. */
  readonly #slots: Int32Array
  readonly #longest: number

  /** @param entries names of ASCII in lower case, not empty, with what is found under each */
  constructor(entries: readonly (readonly [string, T])[]) {
    const names = entries.map(([name]) => name)
    this.#values = entries.map(([, value]) => value)
    this.#units = Uint8Array.from(names.join(''), sign => sign.charCodeAt(0))
    this.#starts = new Int32Array(names.length + 1)
    this.#longest = Math.max(...names.map(({length}) => length))
    let size = 64
    while (size < names.length * 8) size *= 2
    this.#slots = new Int32Array(size)
    for (let n = 0; n < names.length; n++) {
      this.#starts[n + 1] = this.#starts[n] + names[n].length
      let slot = this.#slotOf(names[n], 0, names[n].length)
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (size - 1)
      this.#slots[slot] = n + 1
    }
  }

  /** What the name at this place, in any case, stands for; undefined if it is not in the table. */
  at(source: string, from: number, to: number): T | undefined {
    const length = to - from
    if (length > this.#longest || length <= 0) return undefined
    const slots = this.#slots
    for (let slot = this.#slotOf(source, from, to); ; slot = (slot + 1) & (slots.length - 1)) {
      const n = slots[slot] - 1
      if (n < 0) return undefined
      if (this.#starts[n + 1] - this.#starts[n] === length && this.#is(n, source, from)) return this.#values[n]
    }
  }

  /** By the length and three of its signs: enough to tell the names of HTML apart. */
  #slotOf(source: string, from: number, to: number): number {
    const first = source.charCodeAt(from) | caseBit
    const middle = source.charCodeAt((from + to) >> 1) | caseBit
    const last = source.charCodeAt(to - 1) | caseBit
    return ((to - from) * 37 + first * 5 + middle * 131 + last * 17) & (this.#slots.length - 1)
  }

  #is(n: number, source: string, from: number): boolean {
    const units = this.#units
    const end = this.#starts[n + 1]
    for (let i = this.#starts[n], at = from; i < end; i++, at++) {
      const unit = source.charCodeAt(at)
      if (unit !== units[i] && (unit < 0x41 || unit > 0x5a || (unit | caseBit) !== units[i])) return false
    }
    return true
  }
}
