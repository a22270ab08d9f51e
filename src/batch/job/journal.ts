/**
 * The journal of a shard: one line a checkpoint. A checkpoint counts once its line is synced; what the line speaks of
 * was synced before. A line that is cut off or damaged ends the journal: nothing after it is believed.
 */
import {createHash} from 'node:crypto'
import type {ReportData} from '../report/reportCounts.ts'
import type {Mark} from '../shard.ts'
import {addCounts, noCounts} from './counts.ts'
import type {Counts} from './counts.ts'
import type {Files, Handle} from './files.ts'

/** Bytes of the files a shard writes. */
export type Sizes = Readonly<Record<'rows' | 'errors' | 'rejected', number>> & {readonly prints?: number}

export interface Checkpoint {
  /** Where reading starts again; its record is done already, the one after it is `next`. */
  readonly mark?: Mark
  readonly next: number
  readonly sizes: Sizes
  /** Since the checkpoint before. */
  readonly counts: Counts
  /** All records are done (`read`); the output has its final name (`finished`). */
  readonly stage?: 'read' | 'finished'
}

export interface Progress {
  readonly mark: Mark | undefined
  readonly next: number
  readonly sizes: Sizes
  readonly counts: Counts
  readonly stage: 'open' | 'read' | 'finished'
  /** Bytes of the journal that are believed. */
  readonly believed: number
}

const start: Progress = {mark: undefined, next: 0, sizes: {rows: 0, errors: 0, rejected: 0}, counts: noCounts, stage: 'open', believed: 0}

/** @param gather - takes the facts of every line that counts; they are not held, nor read without it: a long job has many. */
export function readJournal(files: Files, file: string, gather?: (facts: ReportData) => void): Progress {
  const bytes = files.read(file)
  let progress = start
  if (!bytes) return progress
  for (let from = 0, end = bytes.indexOf(10); end >= 0; from = end + 1, end = bytes.indexOf(10, from)) {
    const parts = checked(bytes.toString('utf8', from, end))
    if (!parts) break
    const line = JSON.parse(parts.checkpoint) as Checkpoint
    if (gather && parts.facts !== undefined) gather(JSON.parse(parts.facts) as ReportData)
    progress = {
      mark: line.mark, next: line.next, sizes: line.sizes, counts: addCounts(progress.counts, line.counts),
      stage: line.stage ?? 'open', believed: end + 1,
    }
  }
  return progress
}

/** JSON has no tab: it stands between the two. @returns undefined for a line that was not written whole */
function checked(line: string): {readonly checkpoint: string; readonly facts: string | undefined} | undefined {
  const content = line.slice(digits + 1)
  if (line.slice(0, digits) !== digest(content)) return undefined
  const [checkpoint, facts] = content.split('\t')
  return {checkpoint, facts}
}

const digits = 12

function digest(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, digits)
}

/** @param facts - for the report, since the checkpoint before */
export function appendCheckpoint(journal: Handle, checkpoint: Checkpoint, facts?: ReportData): void {
  const content = JSON.stringify(checkpoint) + (facts === undefined ? '' : `\t${JSON.stringify(facts)}`)
  journal.write(Buffer.from(`${digest(content)} ${content}\n`))
  journal.sync()
}
