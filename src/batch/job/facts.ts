/** Facts of the pages for the report, gathered between two checkpoints. */
import type {PageEntry} from '../entry.ts'
import {ReportCounts, samplesShown} from '../report/reportCounts.ts'
import type {ReportData} from '../report/reportCounts.ts'
import type {Outcome, Unwanted} from './outcome.ts'

export class Facts {
  #counts = new ReportCounts()
  /** Ranks of the best samples handed over so far: only one that outdoes the last of them is worth another line. */
  #ranks: readonly string[] = []
  #pages = 0

  add({item, at}: PageEntry, outcome: Outcome | Unwanted): void {
    if (outcome.kind === 'error' || outcome.result === undefined) return
    this.#pages++
    this.#counts.add({item, result: outcome.result, at, rejected: outcome.kind === 'rejected' ? outcome.reason : undefined})
  }

  /** What was gathered since the last call; undefined if nothing was. Goes into the journal as JSON. */
  take(): ReportData | undefined {
    if (this.#pages === 0) return undefined
    const data = this.#counts.data(true)
    this.#ranks = [...this.#ranks, ...data.samples.map(({rank}) => rank)].sort().slice(0, samplesShown)
    this.#counts = new ReportCounts(this.#ranks[samplesShown - 1])
    this.#pages = 0
    return data
  }
}
