/** What stands before and after a block: some of its columns again, shifted, and means over windows. */
import type {Named, Rows} from './columns.ts'

const shifts = [-2, -1, 1, 2]
const shifted = ['words', 'linked', 'stops', 'tag', 'stopwords', 'level', 'groupSize', 'alike1', 'aroundSum', 'nearSum', 'wordMean', 'shortMean', 'pathOdds']
/** Mean of a column over so many blocks to either side, weighted by words + 1 where it says so. */
const windows = [
  {column: 'words', reach: 4, weighted: false}, {column: 'words', reach: 12, weighted: false},
  {column: 'linked', reach: 4, weighted: true}, {column: 'linked', reach: 12, weighted: true},
  {column: 'aroundSum', reach: 6, weighted: false}, {column: 'wordMean', reach: 6, weighted: true},
]

export const neighbourNames: readonly Named[] = [
  ...shifts.flatMap(shift => shifted.map((name): Named => [`${name}@${shift}`, `${name} of the block ${shift < 0 ? `${-shift} before` : `${shift} after`}, 0 beyond the page`])),
  ...windows.map(({column, reach, weighted}): Named => [`${column}~${reach}`, `mean of ${column} over ${reach} blocks to either side${weighted ? ', by words' : ''}`]),
]

/** @param indexOf index of a column by name */
export function neighbourFiller(indexOf: (name: string) => number): (n: number, rows: Rows, at: number) => void {
  const sources = Int32Array.from(shifted, indexOf)
  const wordsAt = indexOf('words')
  const averaged = windows.map(({column, reach, weighted}) => ({source: indexOf(column), reach, weighted}))
  return (n, rows, at) => {
    const {data, stride} = rows
    for (let i = 0; i < n; i++) {
      let k = i * stride + at
      for (const shift of shifts) {
        const j = i + shift
        if (j < 0 || j >= n) for (let s = 0; s < sources.length; s++) data[k++] = 0
        else for (let s = 0; s < sources.length; s++) data[k++] = data[j * stride + sources[s]]
      }
    }
    const sums = new Float64Array(n + 1)
    const weights = new Float64Array(n + 1)
    averaged.forEach(({source, reach, weighted}, w) => {
      for (let i = 0; i < n; i++) {
        const weight = weighted ? data[i * stride + wordsAt] + 1 : 1
        weights[i + 1] = weights[i] + weight
        sums[i + 1] = sums[i] + data[i * stride + source] * weight
      }
      const to = at + shifts.length * sources.length + w
      for (let i = 0; i < n; i++) {
        const low = Math.max(0, i - reach)
        const high = Math.min(n, i + reach + 1)
        data[i * stride + to] = (sums[high] - sums[low]) / (weights[high] - weights[low])
      }
    })
  }
}
