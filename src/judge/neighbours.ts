/**
 * What stands before and after a block: some of its columns again, shifted, and means over windows.
 *
 * Shifted columns are written out for training only. The judge reads them where they stand, some rows before or after.
 */
import type {Filler, Named, Rows} from './columns.ts'

export const shifts = [-2, -1, 1, 2]
export const shifted = ['words', 'linked', 'stops', 'tag', 'stopwords', 'level', 'groupSize', 'alike1', 'aroundSum', 'nearSum', 'wordMean', 'shortMean', 'pathOdds']
/** Mean of a column over so many blocks to either side, weighted by words + 1 where it says so. */
const windows = [
  {column: 'words', reach: 4, weighted: false}, {column: 'words', reach: 12, weighted: false},
  {column: 'linked', reach: 4, weighted: true}, {column: 'linked', reach: 12, weighted: true},
  {column: 'aroundSum', reach: 6, weighted: false}, {column: 'wordMean', reach: 6, weighted: true},
]
/** Rows that must be there before and after one whose neighbours are asked for. */
export const rowsBefore = -Math.min(...shifts)
export const rowsAfter = Math.max(...shifts, ...windows.map(({reach}) => reach))

export const shiftNames: readonly Named[] =
  shifts.flatMap(shift => shifted.map((name): Named => [`${name}@${shift}`, `${name} of the block ${shift < 0 ? `${-shift} before` : `${shift} after`}, 0 beyond the page`]))
export const windowNames: readonly Named[] =
  windows.map(({column, reach, weighted}): Named => [`${column}~${reach}`, `mean of ${column} over ${reach} blocks to either side${weighted ? ', by words' : ''}`])

/** Write out the shifted columns of all rows of a page. */
export function fillShifts({data, stride}: Rows, n: number, {at, indexOf}: {readonly at: number; readonly indexOf: (name: string) => number}): void {
  const sources = shifted.map(indexOf)
  for (let i = 0; i < n; i++) {
    let k = i * stride + at
    for (const shift of shifts) {
      const j = i + shift
      for (const source of sources) data[k++] = j < 0 || j >= n ? 0 : data[j * stride + source]
    }
  }
}

/** Means over windows in two steps: rows are gathered as far as they are filled, means are filled as far as their windows are gathered. */
export interface WindowFiller { readonly gather: Filler; readonly average: Filler }

/** @param n rows of the page @param indexOf index of a column by name */
export function windowFiller(n: number, at: number, indexOf: (name: string) => number): WindowFiller {
  const wordsAt = indexOf('words')
  const weights = new Float64Array(n + 1)
  const columns = [...new Set(windows.map(({column, weighted}) => `${column} ${weighted}`))]
  const summed = columns.map(key => ({source: indexOf(key.slice(0, key.indexOf(' '))), weighted: key.endsWith('true'), sums: new Float64Array(n + 1)}))
  const means = windows.map(({column, reach, weighted}) => ({reach, weighted, sums: summed[columns.indexOf(`${column} ${weighted}`)].sums}))
  return {
    gather({data, stride, step, base}, from, to) {
      for (let i = from; i < to; i++) weights[i + 1] = weights[i] + data[(i - base) * stride + wordsAt * step] + 1
      for (const {source, weighted, sums} of summed) {
        for (let i = from; i < to; i++) {
          const k = (i - base) * stride
          sums[i + 1] = sums[i] + data[k + source * step] * (weighted ? data[k + wordsAt * step] + 1 : 1)
        }
      }
    },
    average({data, stride, step, base}, from, to) {
      for (let w = 0; w < means.length; w++) {
        const {reach, weighted, sums} = means[w]
        for (let i = from; i < to; i++) {
          const low = Math.max(0, i - reach)
          const high = Math.min(n, i + reach + 1)
          data[(i - base) * stride + (at + w) * step] = (sums[high] - sums[low]) / (weighted ? weights[high] - weights[low] : high - low)
        }
      }
    },
  }
}
