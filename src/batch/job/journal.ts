/**
 * The journal of a shard: one line a checkpoint. A checkpoint counts once its line is synced; what the line speaks of
 * was synced before. A line that is cut off or damaged ends the journal: nothing after it is believed.
 */
import {createHash} from 'node:crypto'
import type {Mark} from '../shard.ts'
import {addCounts, noCounts} from './counts.ts'
import type {Counts} from './counts.ts'
import type {Files, Handle} from './files.ts'

/** Bytes of the files a shard writes. */
export type Sizes = Readonly<Record<'rows' | 'errors' | 'rejected', number>>

export interface Checkpoint {
  /** Where reading starts again; its record is done already, the one after it is `next`. */
  readonly mark?: Mark
  readonly next: number
  readonly sizes: Sizes
  /** Since the checkpoint before. */
  readonly counts: Counts
  /** Facts for the report, since the checkpoint before. */
  readonly facts?: unknown
  /** All records are done (`read`); the output has its final name (`finished`). */
  readonly stage?: 'read' | 'finished'
}

export interface Progress {
  readonly mark: Mark | undefined
  readonly next: number
  readonly sizes: Sizes
  readonly counts: Counts
  readonly facts: readonly unknown[]
  readonly stage: 'open' | 'read' | 'finished'
  /** Bytes of the journal that are believed. */
  readonly believed: number
}

const start: Progress = {mark: undefined, next: 0, sizes: {rows: 0, errors: 0, rejected: 0}, counts: noCounts, facts: [], stage: 'open', believed: 0}

export function readJournal(files: Files, file: string): Progress {
  const bytes = files.read(file)
  let progress = start
  if (!bytes) return progress
  const facts: unknown[] = []
  for (let from = 0, end = bytes.indexOf(10); end >= 0; from = end + 1, end = bytes.indexOf(10, from)) {
    const line = checked(bytes.toString('utf8', from, end))
    if (!line) break
    if (line.facts !== undefined) facts.push(line.facts)
    progress = {
      mark: line.mark, next: line.next, sizes: line.sizes, counts: addCounts(progress.counts, line.counts),
      facts, stage: line.stage ?? 'open', believed: end + 1,
    }
  }
  return progress
}

/** @returns undefined for a line that was not written whole */
function checked(line: string): Checkpoint | undefined {
  const json = line.slice(digits + 1)
  return line.slice(0, digits) === digest(json) ? JSON.parse(json) as Checkpoint : undefined
}

const digits = 12

function digest(json: string): string {
  return createHash('sha256').update(json).digest('hex').slice(0, digits)
}

export function appendCheckpoint(journal: Handle, checkpoint: Checkpoint): void {
  const json = JSON.stringify(checkpoint)
  journal.write(Buffer.from(`${digest(json)} ${json}\n`))
  journal.sync()
}
