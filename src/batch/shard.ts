/** Shards: the parts of a job's inputs that one worker reads alone, in order. */

export type ShardKind = 'files' | 'items' | 'ndjson' | 'warc' | 'parquet' | 'wacz'

/** A function of the inputs alone (names, sizes, fixed ranges), never of the number of workers. */
export interface Shard {
  /** Names what it writes: unique in the job, a relative path without ending that stays inside the output folder. */
  readonly name: string
  readonly kind: ShardKind
  /** Paths as given: many for `files` (a page each) and `items` (a record each), else one. */
  readonly files: readonly string[]
  /** Byte range [start, end) of the file as it lies on disk; row groups for Parquet, indexes of `files` for files and items. */
  readonly start: number
  readonly end: number
  /** Bytes on disk, for progress. */
  readonly bytes: number
}

/** Where reading a shard starts again. `offset` is one that an earlier `Place` named. */
export interface Mark {
  /** Records of the shard that come before. */
  readonly record: number
  readonly offset: number
}
