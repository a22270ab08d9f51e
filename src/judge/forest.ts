/**
 * Gradient-boosted trees in flat typed arrays.
 *
 * Trees outside, rows inside: a tree's nodes stay in the cache while all rows go down it.
 */
import type {Rows} from './columns.ts'

export interface Forest {
  readonly trees: number
  /** Classes: tree t adds to class t % classes. 1 for a yes-no forest. */
  readonly classes: number
  /** First node of each tree; negative: the tree is one leaf. */
  readonly root: Int32Array
  /** Column and threshold of each node: left if value ≤ threshold. */
  readonly column: Uint16Array
  readonly threshold: Float32Array
  /** Two children a node, right then left; ≥ 0 a node, else ~leaf. */
  readonly child: Int32Array
  readonly leaf: Float64Array
}

/** Sum of the leaves of each row, before the logistic function; row-major by class. */
export function raw(forest: Forest, {data, stride}: Rows, n: number): Float64Array {
  const {trees, classes, root, column, threshold, child, leaf} = forest
  const out = new Float64Array(n * classes)
  for (let t = 0; t < trees; t++) {
    const first = root[t]
    for (let i = 0, row = 0, at = t % classes; i < n; i++, row += stride, at += classes) {
      let node = first
      while (node >= 0) node = child[2 * node + (data[row + column[node]] <= threshold[node] ? 1 : 0)]
      out[at] += leaf[~node]
    }
  }
  return out
}

/** Probabilities of a yes-no forest. */
export function probabilities(forest: Forest, rows: Rows, n: number): Float32Array {
  const sums = raw(forest, rows, n)
  const out = new Float32Array(n)
  for (let i = 0; i < n; i++) out[i] = 1 / (1 + Math.exp(-sums[i]))
  return out
}

/** Probabilities of a forest with several classes, for one row. */
export function classProbabilities(forest: Forest, rows: Rows): Float64Array {
  const sums = raw(forest, rows, 1)
  const top = Math.max(...sums)
  let total = 0
  for (let c = 0; c < sums.length; c++) total += sums[c] = Math.exp(sums[c] - top)
  return sums.map(value => value / total)
}
