/** Rows of what was not written: errors and rejections, with where the page stands, so that they are inputs themselves. */
import type {Item, Unread} from '../../rows/item.ts'
import {safeObject} from '../../rows/json.ts'
import {unwrapWideNumbers} from '../../rows/numbers.ts'
import type {Place} from '../entry.ts'
import type {Shard, ShardKind} from '../shard.ts'

/** Enough to read one record again. */
export interface Coordinates extends Place {
  readonly kind: ShardKind
  /** Range of the shard that `record` counts in. */
  readonly start: number
  readonly end: number
}

export function coordinates(shard: Shard, at: Place): Coordinates {
  // In a list of files every file stands for itself: the list may be another one next time.
  return shard.kind === 'files' || shard.kind === 'items'
    ? {kind: shard.kind, file: at.file, offset: 0, record: 0, start: 0, end: 1}
    : {kind: shard.kind, file: at.file, offset: at.offset, record: at.record, start: shard.start, end: shard.end}
}

export interface Lost {
  readonly item: Item | Unread
  readonly error: string
  readonly reason: string
  readonly at: Coordinates
  /** Nobody can read the page again (stdin): the row carries it. */
  readonly carriesPage: boolean
}

export function lostRow({item, error, reason, at, carriesPage}: Lost): string {
  const columns: (readonly [string, unknown])[] = [['id', item.id], ['url', item.facts.url ?? null], ['error', error], ['reason', reason], ['input', at]]
  if (carriesPage && 'input' in item) {
    const {input, facts: {from, contentType, fragment}} = item
    columns.push([from ?? 'body', typeof input === 'string' ? input : Buffer.from(input).toString('utf8')])
    if (contentType !== undefined) columns.push(['content_type', contentType])
    if (fragment !== undefined) columns.push(['fragment', fragment])
    const taken = new Set(columns.map(([name]) => name))
    columns.push(...item.columns.filter(([name]) => !taken.has(name)))
  }
  return unwrapWideNumbers(safeObject(columns))
}

/** Coordinates in a row that `lostRow` wrote without its page; undefined for any other row. */
export function coordinatesIn(item: Unread): Coordinates | undefined {
  const value = item.columns.find(([name]) => name === 'input')?.[1]
  if (typeof value !== 'object' || value === null) return undefined
  const {kind, file, offset, record, start, end} = value as Partial<Record<keyof Coordinates, unknown>>
  const isWhole = [offset, record, start, end].every(number => Number.isSafeInteger(number) && (number as number) >= 0)
  if (!isWhole || typeof file !== 'string' || typeof kind !== 'string' || !kinds.has(kind)) return undefined
  return {kind: kind as ShardKind, file, offset: offset as number, record: record as number, start: start as number, end: end as number}
}

const kinds: ReadonlySet<string> = new Set(['files', 'items', 'ndjson', 'warc', 'parquet', 'wacz'] satisfies ShardKind[])
