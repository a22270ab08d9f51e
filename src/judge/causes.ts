/**
 * Which features moved a probability: on its way down a tree every split moves the expected value of the leaves
 * below, and the move is the split column's. Both stages are walked; what the second one owes to the first one's
 * probability is shared out among the first one's columns.
 */
import type {Rows} from './columns.ts'
import type {Forest} from './forest.ts'

/** Means of the leaves below each node, made once a forest. */
const known = new WeakMap<Forest, Float64Array>()

function means({child, leaf, root}: Forest): Float64Array {
  const count = child.length / 2
  const sum = new Float64Array(count)
  const leaves = new Int32Array(count)
  // Children of a node come after it, as trees are grown from the root.
  for (let node = count - 1; node >= 0; node--) {
    for (let side = 0; side < 2; side++) {
      const next = child[2 * node + side]
      sum[node] += next < 0 ? leaf[~next] : sum[next]
      leaves[node] += next < 0 ? 1 : leaves[next]
    }
  }
  for (let node = 0; node < count; node++) sum[node] /= leaves[node]
  return root.length === 0 ? new Float64Array(0) : sum
}

/** Log-odds that each column moved the row by; index = column. */
export function contributions(forest: Forest, {data, stride}: Rows, row: number): Float64Array {
  let mean = known.get(forest)
  if (mean === undefined) known.set(forest, mean = means(forest))
  const out = new Float64Array(stride)
  for (const first of forest.root) {
    let node = first
    while (node >= 0) {
      const column = forest.column[node]
      const next = forest.child[2 * node + (data[row * stride + column] <= forest.threshold[node] ? 1 : 0)]
      out[column] += (next < 0 ? forest.leaf[~next] : mean[next]) - mean[node]
      node = next
    }
  }
  return out
}
