/**
 * Gradient-boosted trees in flat typed arrays.
 *
 * Trees outside, rows inside: a tree's nodes stay in the cache while all rows go down it.
 */
import type {Rows, Stretch} from './columns.ts'

export interface Forest {
  readonly trees: number
  /** Classes: tree t adds to class t % classes. 1 for a yes-no forest. */
  readonly classes: number
  /** First node of each tree; negative: the tree is one leaf. */
  readonly root: Int32Array
  /** Column of each node (its place relative to the start of a row) and threshold: left if value ≤ threshold. */
  readonly column: Int32Array
  readonly threshold: Float32Array
  /** Two children a node, right then left; ≥ 0 a node, else ~leaf. */
  readonly child: Int32Array
  readonly leaf: Float64Array
}

/** Columns from here on are no places in a row but values that all rows share; a `SettledForest` takes them out. */
export const settledFrom = 1 << 24

/** Sum of the leaves of each row, before the logistic function; row-major by class. The first row stands at the start of `data` + `start`. */
export function raw(forest: Forest, {data, stride}: Rows, n: number, start = 0): Float64Array {
  const {trees, classes, root, column, threshold, child, leaf} = forest
  const out = new Float64Array(n * classes)
  for (let t = 0; t < trees; t++) {
    const first = root[t]
    for (let i = 0, row = start, at = t % classes; i < n; i++, row += stride, at += classes) {
      let node = first
      while (node >= 0) node = child[2 * node + (data[row + column[node]] <= threshold[node] ? 1 : 0)]
      out[at] += leaf[~node]
    }
  }
  return out
}

/** Probabilities of a yes-no forest. */
export function probabilities(forest: Forest, rows: Rows, n: number): Float32Array {
  const into = new Float32Array(n)
  addProbabilities(forest, {...rows, base: 0}, {from: 0, to: n, into})
  return into
}

/** The same for some rows of a page. */
export function addProbabilities(forest: Forest, rows: Stretch, {from, to, into}: {readonly from: number; readonly to: number; readonly into: Float32Array}): void {
  const sums = raw(forest, rows, to - from, (from - rows.base) * rows.stride)
  for (let i = from; i < to; i++) into[i] = 1 / (1 + Math.exp(-sums[i - from]))
}

/** Probabilities of a forest with several classes, for one row. */
export function classProbabilities(forest: Forest, rows: Rows): Float64Array {
  const sums = raw(forest, rows, 1)
  const top = Math.max(...sums)
  let total = 0
  for (let c = 0; c < sums.length; c++) total += sums[c] = Math.exp(sums[c] - top)
  return sums.map(value => value / total)
}

/**
 * A forest whose rows leave out what is the same in all of them: those splits are decided once a page, and every
 * row takes fewer steps.
 */
export class SettledForest {
  readonly #forest: Forest
  /** Splits by a shared value, those below before those above. */
  readonly #shared: Int32Array
  /** Of each: the value's index, and where the tree points to it: a slot of `child`, or ~tree if it is the root of one. */
  readonly #value: Int32Array
  readonly #slot: Int32Array

  /** @param places of each column: where it stands relative to the start of a row, or `settledFrom` + the index of a shared value */
  constructor(forest: Forest, places: Int32Array) {
    const {root, child, column} = forest
    const slots = new Int32Array(column.length)
    for (let at = 0; at < child.length; at++) if (child[at] >= 0) slots[child[at]] = at
    for (let t = 0; t < root.length; t++) if (root[t] >= 0) slots[root[t]] = ~t
    // Children of a node come after it, as trees are grown from the root.
    this.#shared = Int32Array.from(column.keys()).filter(node => places[column[node]] >= settledFrom).reverse()
    this.#value = this.#shared.map(node => places[column[node]] - settledFrom)
    this.#slot = this.#shared.map(node => slots[node])
    this.#forest = {...forest, root: root.slice(), child: child.slice(), column: column.map(each => places[each])}
  }

  /** The trees for a page with these values; good until the next call. */
  settled(values: Float32Array): Forest {
    const {root, child, threshold} = this.#forest
    for (let k = 0; k < this.#shared.length; k++) {
      const node = this.#shared[k]
      const below = child[2 * node + (values[this.#value[k]] <= threshold[node] ? 1 : 0)]
      const slot = this.#slot[k]
      if (slot < 0) root[~slot] = below
      else child[slot] = below
    }
    return this.#forest
  }
}
