/** Parquet, a row group at a time. */
import {isUtf8} from 'node:buffer'
import {open} from 'node:fs/promises'
import type {FileHandle} from 'node:fs/promises'
import type {AsyncBuffer, Compressors, FileMetaData} from 'hyparquet'
import {Failure, exit, systemCode} from '../../exit.ts'
import {columnsOf} from '../../rows/columns.ts'
import type {Item, Unread} from '../../rows/item.ts'
import {wideNumber} from '../../rows/numbers.ts'
import {readObject, unread} from '../../rows/read.ts'
import type {Entry} from '../entry.ts'
import type {Mark, Shard} from '../shard.ts'
import {rowReading} from './options.ts'
import type {SourceOptions} from './options.ts'

/** Row groups of a file: rows and bytes on the disk. */
export interface RowGroup { readonly rows: number; readonly bytes: number }

/** @throws {Failure} exit code 65: it is no Parquet file, or has no column with a page. */
export async function rowGroups(file: string, options: SourceOptions): Promise<readonly RowGroup[]> {
  return withFile(file, ({metadata}) => {
    refuseColumns(metadata, options)
    return Promise.resolve(metadata.row_groups.map(({num_rows, total_compressed_size, total_byte_size}) => (
      {rows: Number(num_rows), bytes: Number(total_compressed_size ?? total_byte_size)}
    )))
  })
}

/** Columns are known before the first row: a wrong one is said once, not in every row. */
function refuseColumns({schema}: FileMetaData, {fields, preset}: SourceOptions): void {
  const names = topNames(schema)
  const {pages, url, id} = columnsOf(fields, preset)
  const isThere = ({name, path}: {readonly name: string; readonly path: readonly string[]}): boolean => names.includes(name) || names.includes(path[0])
  const named = [...pages, ...url, ...id].find(column => column.required && !isThere(column))
  if (named) throw new Failure(exit.data, `no column \`${named.name}\`; found: ${names.join(', ')}`)
  if (!pages.some(isThere)) throw new Failure(exit.data, `no page: one of the columns ${pages.map(({name}) => name).join(', ')} is needed; found: ${names.join(', ')}`)
}

/** The schema is a tree in pre-order; its first element is the root. */
function topNames(schema: FileMetaData['schema']): string[] {
  const names: string[] = []
  for (let at = 1; at < schema.length; at = behind(schema, at)) names.push(schema[at].name)
  return names
}

function behind(schema: FileMetaData['schema'], at: number): number {
  let next = at + 1
  for (let left = schema[at].num_children ?? 0; left > 0; left--) next = behind(schema, next)
  return next
}

/** The rows of the row groups [start, end) behind a mark. */
export async function* parquetEntries({files: [file], start, end}: Pick<Shard, 'files' | 'start' | 'end'>, options: SourceOptions, mark: Mark): AsyncGenerator<Entry> {
  const {parquetReadObjects} = await import('hyparquet')
  const {compressors} = await import('hyparquet-compressors')
  const source = await opened(file)
  const reading = rowReading(options)
  try {
    const {buffer, metadata} = source
    let rowStart = metadata.row_groups.slice(0, start).reduce((sum, group) => sum + Number(group.num_rows), 0)
    let record = 0
    for (const group of metadata.row_groups.slice(start, end)) {
      const rowEnd = rowStart + Number(group.num_rows)
      const first = record
      record += rowEnd - rowStart
      if (record > mark.record) {
        const rows = await parquetReadObjects({file: buffer, metadata, rowStart, rowEnd, compressors: bounded(compressors, group), utf8: false}).catch((error: unknown) => error as Error)
        if (rows instanceof Error) yield* lostGroup({file, first, from: rowStart, count: rowEnd - rowStart, reason: rows.message})
        else for (const [i, row] of rows.entries()) {
          if (first + i < mark.record) continue
          const at = {file, offset: rowStart + i, record: first + i}
          const item = withTextColumns(readObject(plain(row), `row ${rowStart + i}`, reading))
          yield 'error' in item ? {kind: 'loss', at, item} : {kind: 'page', at, item, bytes: item.input.length}
        }
      }
      rowStart = rowEnd
    }
  } finally {
    await source.handle.close()
  }
}

/** A damaged page header can lead the reader back to a page it has read, for ever: it may unpack only as many as can be there. */
function bounded(compressors: Compressors, {total_byte_size: size}: RowGroupMeta): Compressors {
  let left = 1000 + Number(size) / 16
  return Object.fromEntries(Object.entries(compressors).map(([codec, unpack]) => [codec, (input: Uint8Array, length: number): Uint8Array => {
    if (left-- <= 0) throw new Error('its pages have no end')
    return unpack(input, length)
  }]))
}

type RowGroupMeta = FileMetaData['row_groups'][number]

/** A row group is packed as one: all its rows are lost, and every one of them counts. */
function* lostGroup({file, first, from, count, reason}: {file: string; first: number; from: number; count: number; reason: string}): Generator<Entry> {
  for (let i = 0; i < count; i++) {
    yield {kind: 'loss', at: {file, offset: from + i, record: first + i}, item: unread(`row ${from + i}: its row group is damaged (${reason.slice(0, 200)})`)}
  }
}

interface Opened { readonly handle: FileHandle; readonly buffer: AsyncBuffer; readonly metadata: FileMetaData }

async function opened(file: string): Promise<Opened> {
  const {parquetMetadataAsync} = await import('hyparquet')
  const handle = await open(file, 'r')
  try {
    const byteLength = (await handle.stat()).size
    const buffer: AsyncBuffer = {byteLength, slice: (start, end = byteLength) => readRange(handle, start < 0 ? byteLength + start : start, end)}
    const metadata = await parquetMetadataAsync(buffer)
    refuseCounts(metadata, byteLength)
    return {handle, buffer, metadata}
  } catch (error) {
    await handle.close()
    if (systemCode(error) !== undefined) throw error
    throw new Failure(exit.data, `is no Parquet file that can be read (${error instanceof Error ? error.message.slice(0, 200) : String(error)})`, error)
  }
}

/** Counts are believed and looped over: they must agree with each other and with the bytes there are. */
function refuseCounts({num_rows, row_groups}: FileMetaData, size: number): void {
  let rows = 0n
  for (const group of row_groups) {
    if (group.num_rows < 0n) throw new Error('a row group has a negative number of rows')
    rows += group.num_rows
  }
  // Runs of one value pack well, but a row without a bit is no page.
  if (rows !== num_rows || rows > BigInt(size) * 1000n) throw new Error('the numbers of rows in its footer do not agree')
}

async function withFile<T>(file: string, look: (source: Opened) => Promise<T>): Promise<T> {
  const source = await opened(file)
  try {
    return await look(source)
  } finally {
    await source.handle.close()
  }
}

async function readRange(handle: FileHandle, start: number, end: number): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(Math.max(0, end - start))
  let read = 0
  while (read < bytes.length) {
    const {bytesRead} = await handle.read(bytes, read, bytes.length - read, start + read)
    if (bytesRead === 0) throw new Error('the file is cut off')
    read += bytesRead
  }
  return bytes.buffer
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
