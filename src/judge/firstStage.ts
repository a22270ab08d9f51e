/**
 * The first stage of the judge over a page, a stretch of rows at a time.
 *
 * A whole page of rows is large (a kilobyte a block) and leaves the cache before the trees come to it. So the
 * rows here are narrower than those of the training: columns of neighbours are read from the neighbours' rows, and
 * splits by what is the same all over the page are settled before any row goes down the trees. Same values, same
 * probabilities, to the last bit.
 */
import type {Measured, Stretch} from './columns.ts'
import {evidenceFiller, type Tables} from './evidence.ts'
import {evidenceAt, firstColumns, firstIndex, ownFillers, pageAt, shiftsAt, windowsAt} from './firstRows.ts'
import {addProbabilities, SettledForest, settledFrom, type Forest} from './forest.ts'
import {rowsAfter, rowsBefore, shifted, shifts, windowFiller, windowNames} from './neighbours.ts'

/** Floats of a row: own columns, evidence, windows. */
const stride = shiftsAt + windowNames.length
/** Rows judged at a time; with their columns they fit the second-level cache. */
const stretch = 512
const capacity = rowsBefore + stretch + 2 * rowsAfter

/** Where the trees find each column: relative to the start of a row, or among the values of the page. */
const places = Int32Array.from(firstColumns, (_, c) => {
  if (c < shiftsAt) return c
  if (c < windowsAt) return shifts[Math.floor((c - shiftsAt) / shifted.length)] * stride + firstIndex(shifted[(c - shiftsAt) % shifted.length])
  return c < pageAt ? c - windowsAt + shiftsAt : settledFrom + c - pageAt
})

export interface FirstStage {
  /**
   * @param each called for every stretch once its rows are judged; only columns before the neighbours' may be read from them
   * @returns probability of each row
   */
  judge(of: Measured, each: (rows: Stretch, from: number, to: number, p: Float32Array) => void): Float32Array
}

export function createFirstStage(forest: Forest, tables: Tables): FirstStage {
  const trees = new SettledForest(forest, places)
  const data = new Float32Array(capacity * stride)
  return {
    judge(of, each) {
      const {n} = of.scan
      const p = new Float32Array(n)
      const own = trees.settled(of.values)
      const fillers = [...ownFillers(of), evidenceFiller(of, tables, evidenceAt)]
      const windows = windowFiller(n, shiftsAt, firstIndex)
      let base = -rowsBefore
      let filled = 0
      data.fill(0, 0, rowsBefore * stride)
      for (let from = 0; from < n; from += stretch) {
        const to = Math.min(n, from + stretch)
        if (from > 0) {
          data.copyWithin(0, (from - rowsBefore - base) * stride, (filled - base) * stride)
          base = from - rowsBefore
        }
        const rows = {data, stride, base}
        const ahead = Math.min(n, to + rowsAfter)
        for (const fill of fillers) fill(rows, filled, ahead)
        windows.gather(rows, filled, ahead)
        filled = ahead
        if (ahead === n) data.fill(0, (n - base) * stride, (n - base + rowsAfter) * stride)
        windows.average(rows, from, to)
        addProbabilities(own, rows, {from, to, into: p})
        each(rows, from, to, p)
      }
      return p
    },
  }
}
