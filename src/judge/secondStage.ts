/** The second stage of the judge over a page, a stretch of rows at a time, as the first. */
import type {Measured} from './columns.ts'
import type {Forest} from './forest.ts'
import {oftenMet, SettledForest} from './settledForest.ts'
import {secondColumns, secondFillers, type KeptColumns} from './secondRows.ts'

/** Rows judged at a time. */
const stretch = 512
/** Rows there is room for: no power of two, or all columns would want the same place in the cache. */
const capacity = stretch + 16

export interface SecondStage {
  /** @param p probabilities of the first stage @returns those of the second */
  judge(of: Measured, p: Float32Array, columns: KeptColumns): Float32Array
}

export function createSecondStage(forest: Forest): SecondStage {
  const trees = new SettledForest(forest, Int32Array.from(secondColumns, (_, c) => c * capacity), oftenMet)
  const data = new Float32Array(capacity * secondColumns.length)
  return {
    judge(of, p, columns) {
      const {n} = of.scan
      const into = new Float32Array(n)
      const fillers = secondFillers(of, p, columns)
      for (let from = 0; from < n; from += stretch) {
        const to = Math.min(n, from + stretch)
        const rows = {data, stride: 1, step: capacity, base: from}
        for (const fill of fillers) fill(rows, from, to)
        trees.addProbabilities(of.values, rows, {from, to, into})
      }
      return into
    },
  }
}
