/** Entries: what reading a source gives, one for each record, nothing left out in silence. */
import type {Item, Unread} from '../rows/item.ts'

/** Where a record stands: enough to find it again. */
export interface Place {
  readonly file: string
  /** Where reading can start again for this record: byte of its line, WARC record or gzip member; row for Parquet. */
  readonly offset: number
  /** Its number in the shard, from 0. */
  readonly record: number
  /** Bytes of the shard, as it lies on disk, that were read for this record and those before; given where `offset` does not tell. */
  readonly read?: number
}

/** A page to clean. `bytes` is what it took from the input, decoded. */
export interface PageEntry { readonly kind: 'page'; readonly at: Place; readonly item: Item; readonly bytes: number }
/** A record that could not be read: it becomes an error row with its place. */
export interface LossEntry { readonly kind: 'loss'; readonly at: Place; readonly item: Unread }
/** A record that is no page: counted by reason (`request`, `metadata`, `revisit`, `status 404`, `not HTML or text`). */
export interface SkippedEntry { readonly kind: 'skipped'; readonly at: Place; readonly why: string }

export type Entry = PageEntry | LossEntry | SkippedEntry
