/**
 * A forest that is cut back for some rows before they go down it.
 *
 * Values of the page are the same in all rows, and blocks that stand side by side are alike: over a hundred of them
 * many columns vary little, and half of all splits send them all the same way. Those splits are taken out for these
 * rows; they come to the same leaves in fewer steps, and the sums are the same to the last bit.
 */
import type {Stretch} from './columns.ts'
import {addProbabilities, keyOf, weave, type Forest, type Woven} from './forest.ts'

/** Columns from here on are no places in the rows but values that all rows of a page share. */
export const settledFrom = 1 << 24

/** Rows a forest is cut back for: for fewer, cutting costs more than it saves; more of them differ too much. Chosen among twelve pairs with the next, which differed little. */
const together = 128
/** The range of a column is worth looking for if a row meets its splits this often, were every split to halve the rows. Chosen. */
export const oftenMet = 1

export class SettledForest {
  readonly #woven: Woven
  /** Places of the columns that are looked at: those in the rows, then those all rows share. */
  readonly #places: Int32Array
  readonly #inRows: number
  /** Lowest and highest of each, as `keyOf` has them. */
  readonly #low: Int32Array
  readonly #high: Int32Array
  /** Splits by these columns, those below before those above. */
  readonly #splits: Int32Array
  /** Of each: its column, and where the tree points to it: a place in the nodes, or ~tree if it is the root of one. */
  readonly #column: Int32Array
  readonly #slot: Int32Array

  /**
   * @param places of each column: where it begins in the rows, or `settledFrom` + the index of a shared value
   * @param leastMet ranges are looked for of columns that are met so often; of none unless given
   */
  constructor(forest: Forest, places: Int32Array, leastMet = Infinity) {
    const {root, child, column} = forest
    const slots = new Int32Array(column.length)
    for (let at = 0; at < child.length; at++) if (child[at] >= 0) slots[child[at]] = 4 * (at >> 1) + 2 + (at & 1)
    for (let t = 0; t < root.length; t++) if (root[t] >= 0) slots[root[t]] = ~t
    const looked = lookedAt(forest, places, leastMet)
    const numbers = new Map(looked.map((place, c) => [place, c]))
    this.#places = Int32Array.from(looked)
    this.#inRows = looked.filter(place => place < settledFrom).length
    this.#low = new Int32Array(looked.length)
    this.#high = new Int32Array(looked.length)
    // Children of a node come after it, as trees are grown from the root.
    this.#splits = Int32Array.from(column.keys()).filter(node => numbers.has(places[column[node]])).reverse()
    this.#column = this.#splits.map(node => numbers.get(places[column[node]]) ?? 0)
    this.#slot = this.#splits.map(node => slots[node])
    this.#woven = weave({...forest, column: column.map(each => places[each])})
  }

  /** The trees for a page with these values; good until the next call. */
  settled(values: Float32Array): Woven {
    this.#share(values)
    this.#settle()
    return this.#woven
  }

  /** Probabilities of some rows whose columns stand whole. @param values what all rows share */
  addProbabilities(values: Float32Array, rows: Stretch, {from, to, into}: {readonly from: number; readonly to: number; readonly into: Float32Array}): void {
    const bits = new Int32Array(rows.data.buffer, rows.data.byteOffset, rows.data.length)
    this.#share(values)
    for (let at = from; at < to; at += together) {
      const end = Math.min(to, at + together)
      this.#measure(bits, at - rows.base, end - rows.base)
      this.#settle()
      addProbabilities(this.#woven, rows, {from: at, to: end, into})
    }
  }

  #share(values: Float32Array): void {
    const bits = new Int32Array(values.buffer, values.byteOffset, values.length)
    for (let c = this.#inRows; c < this.#places.length; c++) this.#low[c] = this.#high[c] = keyOf(bits[this.#places[c] - settledFrom])
  }

  /** Ranges over rows; a loop of its own for each column, as it stands whole. */
  #measure(bits: Int32Array, from: number, to: number): void {
    for (let c = 0; c < this.#inRows; c++) {
      const end = this.#places[c] + to
      let low = 0x7fffffff
      let high = -0x80000000
      for (let k = this.#places[c] + from; k < end; k++) {
        const key = bits[k] ^ ((bits[k] >> 31) & 0x7fffffff)
        if (key < low) low = key
        if (key > high) high = key
      }
      this.#low[c] = low
      this.#high[c] = high
    }
  }

  /** Let whatever points to a split point to what is left below it. */
  #settle(): void {
    const {root, nodes} = this.#woven
    const splits = this.#splits
    const low = this.#low
    const high = this.#high
    for (let k = 0; k < splits.length; k++) {
      const node = 4 * splits[k]
      const c = this.#column[k]
      const threshold = nodes[node + 1]
      // Without a jump, as none could be guessed.
      const isAbove = -+(low[c] > threshold)
      const isBelow = -+(high[c] <= threshold)
      const left = (nodes[node + 2] & isAbove) | (nodes[node + 3] & isBelow) | (node & ~(isAbove | isBelow))
      const slot = this.#slot[k]
      if (slot < 0) root[~slot] = left
      else nodes[slot] = left
    }
  }
}

/** Places of the shared values, and of columns that rows meet often; a place in the rows is smaller than any of the others. */
function lookedAt({root, column, child}: Forest, places: Int32Array, leastMet: number): number[] {
  const share = new Float64Array(column.length)
  for (const node of root) if (node >= 0) share[node] = 1
  const met = new Map<number, number>()
  for (let n = 0; n < column.length; n++) {
    met.set(places[column[n]], (met.get(places[column[n]]) ?? 0) + share[n])
    for (let side = 0; side < 2; side++) if (child[2 * n + side] >= 0) share[child[2 * n + side]] = share[n] / 2
  }
  return [...met].filter(([place, often]) => place >= settledFrom || often >= leastMet).map(([place]) => place).sort((a, b) => a - b)
}
