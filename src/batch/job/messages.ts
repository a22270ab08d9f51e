/** Control messages between the supervisor and its children. Pages never cross. */
import type {ExitCode} from '../../exit.ts'
import type {Place} from '../entry.ts'
import type {Counts} from './counts.ts'
import type {Description} from './description.ts'
import type {PlannedShard} from './plan.ts'
import type {Ended} from './work.ts'

/** A shard to work on. */
export interface Task { readonly index: number; readonly shard: PlannedShard; readonly limit?: number }

export type ToChild =
  | {readonly kind: 'job'; readonly description: Description}
  | {readonly kind: 'task'; readonly task: Task}
  /** Finish the page in hand and go. */
  | {readonly kind: 'stop'}

export type FromChild =
  /** Counts are of the whole shard, with what is not safe yet. */
  | {readonly kind: 'progress'; readonly index: number; readonly counts: Counts; readonly at: Place}
  | {readonly kind: 'ended'; readonly index: number; readonly ended: Ended}
  | {readonly kind: 'failed'; readonly index: number; readonly code: ExitCode; readonly message: string}
