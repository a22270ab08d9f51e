/** Facts of the pages for the report, gathered between two checkpoints. */
import type {PageEntry} from '../entry.ts'
import {ReportCounts} from '../report/reportCounts.ts'
import type {ReportData} from '../report/reportCounts.ts'
import type {Outcome} from './outcome.ts'

export class Facts {
  #counts = new ReportCounts()
  #pages = 0

  add({item, at}: PageEntry, outcome: Outcome): void {
    if (outcome.kind === 'error') return
    this.#pages++
    this.#counts.add({item, result: outcome.result, at, rejected: outcome.kind === 'rejected' ? outcome.reason : undefined})
  }

  /** What was gathered since the last call; undefined if nothing was. Goes into the journal as JSON. */
  take(): ReportData | undefined {
    if (this.#pages === 0) return undefined
    const data = this.#counts.data(true)
    // Samples that earlier lines outdo need not be named again.
    this.#counts = new ReportCounts(this.#counts.limit)
    this.#pages = 0
    return data
  }
}
