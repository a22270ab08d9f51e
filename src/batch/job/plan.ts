/**
 * The plan of a job: its shards in their order, and the inputs they were made from. It is written before any work and
 * replaced as a whole; shards keep their number for good.
 */
import {statSync} from 'node:fs'
import {Failure, exit} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'
import type {Shard, ShardKind} from '../shard.ts'
import type {Files} from './files.ts'
import {replaceFile} from './files.ts'
import type {Identity} from './identity.ts'

/** A file as it was when its shard was planned. */
export interface Input { readonly file: string; readonly size: number; readonly modified: number }

export interface PlannedShard extends Shard {
  readonly inputs: readonly Input[]
  /** Where the page of each file goes in the tree; for lists of files only. */
  readonly targets?: readonly string[]
  /** Its inputs have changed since: others stand in for it, and what it wrote counts no more. */
  readonly dropped?: true
  /** Its records are errors of others, tried again. */
  readonly isRetry?: true
  /** The kind that its pages had where they come from: the form of the output follows it. */
  readonly like?: ShardKind
  /** Errors of it that a later shard tries again: bytes of its error rows, and how many. */
  readonly retried?: {readonly bytes: number; readonly errors: number}
}

export interface JobPlan {
  readonly identity: Identity
  readonly started: string
  readonly shards: readonly PlannedShard[]
  /** What inputs hold besides pages and records, counted by what it is. */
  readonly besides: Readonly<Record<string, number>>
  readonly fromStdin: boolean
}

export function readPlan(files: Files, file: string): JobPlan | undefined {
  const text = files.read(file)?.toString('utf8')
  if (text === undefined) return undefined
  try {
    return JSON.parse(text) as JobPlan
  } catch (error) {
    throw new Failure(exit.output, `${printable(file)}: is damaged; --force starts the job afresh`, error)
  }
}

export function writePlan(files: Files, file: string, plan: JobPlan): void {
  replaceFile(files, file, `${JSON.stringify(plan)}\n`)
}

export function inputOf(file: string): Input {
  try {
    const {size, mtimeMs} = statSync(file)
    return {file, size, modified: Math.round(mtimeMs)}
  } catch {
    return {file, size: -1, modified: 0}
  }
}

/** The files of it are what they were. */
export function isUnchanged(shard: PlannedShard): boolean {
  return shard.inputs.every(input => {
    const now = inputOf(input.file)
    return now.size === input.size && now.modified === input.modified
  })
}
