/**
 * Gradient-boosted trees in flat typed arrays.
 *
 * Trees outside, rows inside: a tree's nodes stay in the cache while all rows go down it.
 */
import {wholeRows, type Rows, type Stretch} from './columns.ts'

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

/**
 * The same trees as they are walked: a node is four numbers side by side, and a leaf leads to itself, so that several
 * rows go down a tree in step and no jump has to be guessed.
 */
export interface Woven {
  readonly trees: number
  readonly classes: number
  readonly root: Int32Array
  /** Of each node: column, threshold as `keyOf` has it, child above the threshold, child not above. Nodes are named by their place here. */
  readonly nodes: Int32Array
  /** Nodes from this one on are leaves. */
  readonly leaves: number
  /** By node, a fourth of its place. */
  readonly value: Float64Array
}

const woven = new WeakMap<Forest, Woven>()

export function weave(forest: Forest): Woven {
  const {trees, classes, root, column, threshold, child, leaf} = forest
  const count = column.length
  const nodes = new Int32Array(4 * (count + leaf.length))
  const value = new Float64Array(count + leaf.length)
  const place = (node: number): number => 4 * (node >= 0 ? node : count + ~node)
  // A threshold of -0 is 0.
  const keys = new Int32Array(threshold.map(each => each + 0).buffer)
  for (let n = 0, at = 0; n < count; n++, at += 4) {
    nodes[at] = column[n]
    nodes[at + 1] = keyOf(keys[n])
    nodes[at + 2] = place(child[2 * n])
    nodes[at + 3] = place(child[2 * n + 1])
  }
  for (let l = 0; l < leaf.length; l++) {
    const at = count + l
    value[at] = leaf[l]
    nodes[4 * at + 2] = nodes[4 * at + 3] = 4 * at
  }
  return {trees, classes, root: root.map(place), nodes, leaves: 4 * count, value}
}

/** Numbers in the order of the floats whose bits they are; NaN stands above all. */
export function keyOf(bits: number): number {
  return bits ^ ((bits >> 31) & 0x7fffffff)
}

/** Sum of the leaves of each row, before the logistic function; row-major by class. The first row stands at the start of `data` + `start`. */
export function raw(forest: Forest | Woven, {data, stride}: Rows, n: number, start = 0): Float64Array {
  let trees: Woven | undefined = 'nodes' in forest ? forest : woven.get(forest)
  if (trees === undefined) woven.set(forest as Forest, trees = weave(forest as Forest))
  const bits = new Int32Array(data.buffer, data.byteOffset, data.length)
  const out = new Float64Array(n * trees.classes)
  for (let t = 0; t < trees.trees; t++) {
    const done = fourAtOnce(trees, t, {bits, stride, start, n, out})
    oneByOne(trees, t, {bits, stride, start, n, out, from: done})
  }
  return out
}

interface Walk { readonly bits: Int32Array; readonly stride: number; readonly start: number; readonly n: number; readonly out: Float64Array }

/** Four rows wait for each other's memory together; written out, as a loop over them would cost what is gained. */
function fourAtOnce({classes, root, nodes, leaves, value}: Woven, t: number, {bits, stride, start, n, out}: Walk): number {
  const first = root[t]
  let i = 0
  for (let row = start, at = t % classes; i + 4 <= n; i += 4, row += 4 * stride, at += 4 * classes) {
    let a = first
    let b = first
    let c = first
    let d = first
    const rowB = row + stride
    const rowC = rowB + stride
    const rowD = rowC + stride
    // Negative as long as one of them is no leaf: one jump to be guessed, not four.
    while (((a - leaves) | (b - leaves) | (c - leaves) | (d - leaves)) < 0) {
      const x = bits[row + nodes[a]]
      const y = bits[rowB + nodes[b]]
      const z = bits[rowC + nodes[c]]
      const w = bits[rowD + nodes[d]]
      a = nodes[a + 2 + +((x ^ ((x >> 31) & 0x7fffffff)) <= nodes[a + 1])]
      b = nodes[b + 2 + +((y ^ ((y >> 31) & 0x7fffffff)) <= nodes[b + 1])]
      c = nodes[c + 2 + +((z ^ ((z >> 31) & 0x7fffffff)) <= nodes[c + 1])]
      d = nodes[d + 2 + +((w ^ ((w >> 31) & 0x7fffffff)) <= nodes[d + 1])]
    }
    out[at] += value[a >> 2]
    out[at + classes] += value[b >> 2]
    out[at + 2 * classes] += value[c >> 2]
    out[at + 3 * classes] += value[d >> 2]
  }
  return i
}

function oneByOne({classes, root, nodes, leaves, value}: Woven, t: number, {bits, stride, start, n, out, from}: Walk & {readonly from: number}): void {
  for (let i = from; i < n; i++) {
    const row = start + i * stride
    let node = root[t]
    while (node < leaves) node = nodes[node + (keyOf(bits[row + nodes[node]]) <= nodes[node + 1] ? 3 : 2)]
    out[i * classes + t % classes] += value[node >> 2]
  }
}

/** Probabilities of a yes-no forest. */
export function probabilities(forest: Forest | Woven, rows: Rows, n: number): Float32Array {
  const into = new Float32Array(n)
  addProbabilities(forest, wholeRows(rows), {from: 0, to: n, into})
  return into
}

/** The same for some rows of a page. */
export function addProbabilities(forest: Forest | Woven, rows: Stretch, {from, to, into}: {readonly from: number; readonly to: number; readonly into: Float32Array}): void {
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
