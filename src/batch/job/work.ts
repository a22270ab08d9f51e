/** What it takes to work a shard through: where it reads, what cleans, where it writes, who watches. */
import type {Printed} from '../dedupe/print.ts'
import type {Entry, Place} from '../entry.ts'
import type {Mark, Shard} from '../shard.ts'
import type {Marker} from './attempts.ts'
import type {Coordinates} from './coordinates.ts'
import type {Counts} from './counts.ts'
import type {Files} from './files.ts'
import type {ShardFiles} from './layout.ts'
import type {Tools} from './outcome.ts'
import type {Sink} from './sink.ts'

export interface Work {
  readonly shard: Shard
  readonly paths: ShardFiles
  readonly files: Files
  readonly tools: Tools
  /** Error rows carry the page: nobody can read it again. */
  readonly carriesPage: boolean
  /** Records left of `--limit`. */
  readonly limit: number | undefined
  read(from: Mark | undefined): AsyncIterable<Located>
  /** @param size - bytes of rows that count */
  sink(size: number): Sink
  /** With `--dedupe`: a line for each page the sink took. */
  print?(page: Printed): string
  readonly control: Control
  readonly marker: Marker
  readonly checkpointAfter?: CheckpointAfter | undefined
}

/** An entry, and where its page really stands if the shard only names it. */
export interface Located { readonly entry: Entry; readonly origin?: Coordinates }

export interface Control {
  /** Asked before every record: `stop` ends the work here, for today. */
  stops(): boolean
  /** After every record, which stands `at`, and after every checkpoint. */
  report(recorder: {readonly total: Counts}, at: Place): void
  /** Called between the data and the journal line that makes it count. */
  betweenDataAndJournal?(): void
}

/** `alone`: a record killed a process before, and wants a fresh one for itself. */
export type Ended = 'read' | 'stopped' | 'alone'

/** Checkpoints: whichever comes first. Records and milliseconds bound what a kill costs, characters the memory. Chosen. */
export interface CheckpointAfter { readonly records: number; readonly milliseconds: number; readonly characters: number }
