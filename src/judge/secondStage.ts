/** The second stage of the judge over a page, a stretch of rows at a time, as the first. */
import type {Measured} from './columns.ts'
import {addProbabilities, type Forest} from './forest.ts'
import {secondColumns, secondFillers, type KeptColumns} from './secondRows.ts'

/** Rows judged at a time. */
const stretch = 512

export interface SecondStage {
  /** @param p probabilities of the first stage @returns those of the second */
  judge(of: Measured, p: Float32Array, columns: KeptColumns): Float32Array
}

export function createSecondStage(forest: Forest): SecondStage {
  const stride = secondColumns.length
  const data = new Float32Array(stretch * stride)
  return {
    judge(of, p, columns) {
      const {n} = of.scan
      const into = new Float32Array(n)
      const fillers = secondFillers(of, p, columns)
      for (let from = 0; from < n; from += stretch) {
        const to = Math.min(n, from + stretch)
        const rows = {data, stride, base: from}
        for (const fill of fillers) fill(rows, from, to)
        addProbabilities(forest, rows, {from, to, into})
      }
      return into
    },
  }
}
