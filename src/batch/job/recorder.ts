/** Writes down what becomes of the records of a shard, and makes it count. */
import path from 'node:path'
import type {PageEntry, Place, SkippedEntry} from '../entry.ts'
import type {Mark} from '../shard.ts'
import {lostRow} from './coordinates.ts'
import type {Coordinates, Lost} from './coordinates.ts'
import {Counting, addCounts, pages} from './counts.ts'
import type {Counts} from './counts.ts'
import {Facts} from './facts.ts'
import type {Handle} from './files.ts'
import {appendCheckpoint} from './journal.ts'
import type {Checkpoint, Progress} from './journal.ts'
import {Lines} from './lines.ts'
import type {Outcome, Unwanted} from './outcome.ts'
import type {Sink} from './sink.ts'
import type {Work} from './work.ts'

export class Recorder {
  readonly #work: Work
  readonly #journal: Handle
  readonly #sink: Sink
  readonly #errors: Lines
  readonly #rejected: Lines
  readonly #prints: Lines | undefined
  readonly #counting = new Counting()
  readonly #facts = new Facts()
  /** What the journal holds. */
  #safe: Counts
  #mark: Mark | undefined
  #next: number
  /** Since the last checkpoint. */
  records = 0

  constructor(work: Work, before: Progress) {
    const {files, paths} = work
    this.#work = work
    this.#journal = files.append(paths.journal)
    if (this.#journal.size() > before.believed) this.#journal.truncate(before.believed)
    this.#errors = new Lines(files, {file: paths.errors, size: before.sizes.errors, packed: false})
    this.#rejected = new Lines(files, {file: paths.rejected, size: before.sizes.rejected, packed: false})
    this.#prints = work.print && new Lines(files, {file: paths.prints, size: before.sizes.prints ?? 0, packed: true})
    this.#sink = work.sink(before.sizes.rows)
    // Their names must not go with the power.
    files.syncFolder(path.dirname(paths.journal))
    this.#safe = before.counts
    this.#mark = before.mark
    this.#next = before.next
  }

  /** Counts of the shard, with what is not safe yet. */
  get total(): Counts {
    return addCounts(this.#safe, this.#counting.counts)
  }

  get pages(): number {
    return pages(this.total)
  }

  get waiting(): number {
    return this.#sink.waiting + this.#errors.waiting + this.#rejected.waiting
  }

  skip({at, why}: SkippedEntry): void {
    this.#counting.add('skipped', {reason: why})
    this.#passed(at)
  }

  lose({place, ...lost}: Lost & {readonly place: Place}): void {
    this.#errors.add(lostRow(lost))
    this.#counting.add('error', {reason: lost.reason})
    this.#passed(place)
  }

  page(entry: PageEntry, outcome: Outcome | Unwanted, at: Coordinates): void {
    const {item, bytes} = entry
    if (outcome.kind === 'error') {
      this.lose({item, error: outcome.error, reason: outcome.reason, at, carriesPage: this.#work.carriesPage, place: entry.at})
      return
    }
    if (outcome.kind === 'rejected') {
      this.#rejected.add(lostRow({item, error: `rejected: ${outcome.reason}`, reason: outcome.reason, at, carriesPage: this.#work.carriesPage}))
    } else {
      const refused = this.#sink.add({item, result: outcome.result, at, index: entry.at.record})
      if (refused !== undefined) {
        this.lose({item, error: refused, reason: 'output path', at, carriesPage: this.#work.carriesPage, place: entry.at})
        return
      }
    }
    if (outcome.kind !== 'rejected') this.#prints?.add(this.#work.print?.({item, result: outcome.result, at}) ?? '')
    this.#facts.add(entry, outcome)
    this.#counting.add(outcome.kind, {reason: 'reason' in outcome ? outcome.reason : undefined, bytes})
    this.#passed(entry.at)
  }

  /** The data first, then the line that makes it count. */
  async checkpoint(stage?: 'read'): Promise<void> {
    if (this.records === 0 && stage === undefined) return
    const sizes = {rows: await this.#sink.checkpoint(), errors: this.#errors.checkpoint(), rejected: this.#rejected.checkpoint(), ...(this.#prints && {prints: this.#prints.checkpoint()})}
    this.#work.control.betweenDataAndJournal?.()
    const counts = this.#counting.take()
    const facts = this.#facts.take()
    const line: Checkpoint = {
      ...(this.#mark && {mark: this.#mark}), next: this.#next, sizes, counts,
      ...(stage && {stage}),
    }
    appendCheckpoint(this.#journal, line, facts)
    this.#safe = addCounts(this.#safe, counts)
    this.records = 0
  }

  close(): void {
    for (const part of [this.#sink, this.#errors, this.#rejected, this.#prints, this.#journal]) part?.close()
  }

  #passed({record, offset}: Place): void {
    this.#mark = {record, offset}
    this.#next = record + 1
    this.records++
  }
}
