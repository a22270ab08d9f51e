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
import type {Forest} from './forest.ts'
import {oftenMet, SettledForest, settledFrom} from './settledForest.ts'
import {rowsAfter, rowsBefore, shifted, shifts, windowFiller, windowNames} from './neighbours.ts'

/** Columns: own ones, evidence, windows. */
const width = shiftsAt + windowNames.length
/** Rows judged at a time; with their columns they fit the second-level cache. */
const stretch = 512
const capacity = rowsBefore + stretch + 2 * rowsAfter

/** Where the trees find each column: relative to the start of a row, or among the values of the page. */
const places = Int32Array.from(firstColumns, (_, c) => {
  if (c < shiftsAt) return c * capacity
  if (c < windowsAt) return shifts[Math.floor((c - shiftsAt) / shifted.length)] + firstIndex(shifted[(c - shiftsAt) % shifted.length]) * capacity
  return c < pageAt ? (c - windowsAt + shiftsAt) * capacity : settledFrom + c - pageAt
})

export interface FirstStage {
  /**
   * @param each called for every stretch once its rows are judged; only columns before the neighbours' may be read from them
   * @returns probability of each row
   */
  judge(of: Measured, each: (rows: Stretch, from: number, to: number, p: Float32Array) => void): Float32Array
}

export function createFirstStage(forest: Forest, tables: Tables): FirstStage {
  const trees = new SettledForest(forest, places, oftenMet)
  const data = new Float32Array(capacity * width)
  return {
    judge(of, each) {
      const {n} = of.scan
      const p = new Float32Array(n)
      const fillers = [...ownFillers(of), evidenceFiller(of, tables, evidenceAt)]
      const windows = windowFiller(n, shiftsAt, firstIndex)
      let base = -rowsBefore
      let filled = 0
      clear(data, 0, rowsBefore)
      for (let from = 0; from < n; from += stretch) {
        const to = Math.min(n, from + stretch)
        if (from > 0) {
          const moved = from - rowsBefore - base
          for (let at = 0; at < data.length; at += capacity) data.copyWithin(at, at + moved, at + filled - base)
          base = from - rowsBefore
        }
        const rows = {data, stride: 1, step: capacity, base}
        const ahead = Math.min(n, to + rowsAfter)
        for (const fill of fillers) fill(rows, filled, ahead)
        windows.gather(rows, filled, ahead)
        filled = ahead
        if (ahead === n) clear(data, n - base, n - base + rowsAfter)
        windows.average(rows, from, to)
        trees.addProbabilities(of.values, rows, {from, to, into: p})
        each(rows, from, to, p)
      }
      return p
    },
  }
}

/** No rows before the page and after it: zero in all columns. */
function clear(data: Float32Array, from: number, to: number): void {
  for (let at = 0; at < data.length; at += capacity) data.fill(0, at + from, at + to)
}
