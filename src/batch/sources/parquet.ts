/** Parquet, a row group at a time. */
import {isUtf8} from 'node:buffer'
import {Failure, exit} from '../../exit.ts'
import {columnsOf} from '../../rows/columns.ts'
import type {Item, Unread} from '../../rows/item.ts'
import {wideNumber} from '../../rows/numbers.ts'
import {readObject, unread} from '../../rows/read.ts'
import type {Entry} from '../entry.ts'
import type {Mark, Shard} from '../shard.ts'
import {rowReading} from './options.ts'
import type {SourceOptions} from './options.ts'
import {openApart} from './parquetApart.ts'
import type {RowGroup} from './parquetGroups.ts'

/** @throws {Failure} exit code 65: it is no Parquet file, or has no column with a page. */
export async function rowGroups(file: string, options: SourceOptions): Promise<readonly RowGroup[]> {
  const source = await openApart(file)
  await source.close()
  refuseColumns(source.columns, options)
  return source.groups
}

/** Columns are known before the first row: a wrong one is said once, not in every row. */
function refuseColumns(names: readonly string[], {fields, preset}: SourceOptions): void {
  const {pages, url, id} = columnsOf(fields, preset)
  const isThere = ({name, path}: {readonly name: string; readonly path: readonly string[]}): boolean => names.includes(name) || names.includes(path[0])
  const named = [...pages, ...url, ...id].find(column => column.required && !isThere(column))
  if (named) throw new Failure(exit.data, `no column \`${named.name}\`; found: ${names.join(', ')}`)
  if (!pages.some(isThere)) throw new Failure(exit.data, `no page: one of the columns ${pages.map(({name}) => name).join(', ')} is needed; found: ${names.join(', ')}`)
}

/** Row groups [start, end) of a file. */
export type GroupRange = Pick<Shard, 'files' | 'start' | 'end'>

/** The rows of a range behind a mark. */
export async function* parquetEntries({files: [file], start, end}: GroupRange, options: SourceOptions, mark: Mark): AsyncGenerator<Entry> {
  const source = await openApart(file)
  const {groups} = source
  const reading = rowReading(options)
  try {
    let offset = groups.slice(0, start).reduce((sum, {rows}) => sum + rows, 0)
    let record = 0
    let read = 0
    for (const [i, {rows: count, bytes}] of groups.slice(start, end).entries()) {
      const first = {record, offset}
      const at = (row: number): Entry['at'] => ({file, offset: first.offset + row, record: first.record + row, read: read + Math.round(bytes * (row + 1) / count)})
      record += count
      offset += count
      let row = 0
      try {
        if (record > mark.record) {
          for await (const rows of source.rows(start + i)) {
            for (const values of rows) {
              if (row === count) throw new Error('it holds more rows than the file says')
              const place = at(row++)
              if (place.record < mark.record) continue
              const item = withTextColumns(readObject(plain(values), `row ${place.offset}`, reading))
              yield 'error' in item ? {kind: 'loss', at: place, item} : {kind: 'page', at: place, item, bytes: item.input.length}
            }
          }
          if (row < count) throw new Error('it holds fewer rows than the file says')
        }
      } catch (error) {
        // A row group is packed as one: all its rows are lost, and every one of them counts.
        const reason = error instanceof Error ? error.message.slice(0, 200) : String(error)
        for (; row < count; row++) yield {kind: 'loss', at: at(row), item: unread(`row ${first.offset + row}: its row group is damaged (${reason})`)}
      }
      read += bytes
    }
  } finally {
    await source.close()
  }
}

/** Bytes may be a page in another encoding, but no column. */
function withTextColumns<T extends Item | Unread>(item: T): T {
  if (!item.columns.some(([, value]) => value instanceof Uint8Array)) return item
  return {...item, columns: item.columns.map(([name, value]) => [name, value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value] as const)}
}

/** Values as JSON has them: wide integers keep their digits, times are ISO 8601, bytes are text if they are UTF-8. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return wideNumber(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (value instanceof Uint8Array) return isUtf8(value) ? Buffer.from(value.buffer, value.byteOffset, value.length).toString('utf8') : value
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<unknown>, plain)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]))
  return value
}
