/** The row groups of a Parquet file, decoded in this process. */
import {open} from 'node:fs/promises'
import type {FileHandle} from 'node:fs/promises'
import type {AsyncBuffer, Compressors, FileMetaData} from 'hyparquet'
import {Failure, exit, systemCode} from '../../exit.ts'

/** Rows and bytes on the disk, as the file says. */
export interface RowGroup { readonly rows: number; readonly bytes: number }

/** As decoded: text is bytes, wide integers are bigints. */
export type Row = Readonly<Record<string, unknown>>

export interface RowGroups {
  /** Columns at the top of the schema. */
  readonly columns: readonly string[]
  readonly groups: readonly RowGroup[]
  /** The rows of a group, some at a time. @throws what is wrong with the group; the others may be whole. */
  rows(index: number): AsyncIterable<readonly Row[]>
  close(): Promise<void>
}

/** @throws {Failure} exit code 65: it is no Parquet file that can be read; or the system's error. */
export async function openHere(file: string): Promise<RowGroups> {
  const {handle, buffer, metadata, columns} = await opened(file)
  const groups = metadata.row_groups.map(group => ({rows: Number(group.num_rows), bytes: Number(group.total_compressed_size ?? group.total_byte_size)}))
  return {
    columns, groups,
    async* rows(index) {
      const [{parquetReadObjects}, {compressors}] = await Promise.all([import('hyparquet'), import('hyparquet-compressors')])
      const rowStart = groups.slice(0, index).reduce((sum, {rows}) => sum + rows, 0)
      const bounds = bounded(compressors, metadata.row_groups[index])
      yield await parquetReadObjects({file: buffer, metadata, rowStart, rowEnd: rowStart + groups[index].rows, compressors: bounds, utf8: false})
    },
    close: () => handle.close(),
  }
}

type RowGroupMeta = FileMetaData['row_groups'][number]

/** A damaged page header can lead the reader back to a page it has read, for ever: it may unpack only as many as can be there. */
function bounded(compressors: Compressors, {total_byte_size: size}: RowGroupMeta): Compressors {
  let left = 1000 + Number(size) / 16
  return Object.fromEntries(Object.entries(compressors).map(([codec, unpack]) => [codec, (input: Uint8Array, length: number): Uint8Array => {
    if (left-- <= 0) throw new Error('its pages have no end')
    return unpack(input, length)
  }]))
}

interface Opened { readonly handle: FileHandle; readonly buffer: AsyncBuffer; readonly metadata: FileMetaData; readonly columns: readonly string[] }

async function opened(file: string): Promise<Opened> {
  const {parquetMetadataAsync} = await import('hyparquet')
  const handle = await open(file, 'r')
  try {
    const byteLength = (await handle.stat()).size
    const buffer: AsyncBuffer = {byteLength, slice: (start, end = byteLength) => readRange(handle, start < 0 ? byteLength + start : start, end)}
    const metadata = await parquetMetadataAsync(buffer)
    refuseCounts(metadata, byteLength)
    return {handle, buffer, metadata, columns: topNames(metadata.schema)}
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

/** The schema is a tree in pre-order; its first element is the root. */
function topNames(schema: FileMetaData['schema']): string[] {
  const names: string[] = []
  for (let at = 1; at < schema.length; at = behind(schema, at)) names.push(schema[at].name)
  return names
}

function behind(schema: FileMetaData['schema'], at: number): number {
  let next = at + 1
  for (let left = schema[at]?.num_children ?? 0; left > 0; left--) {
    if (next >= schema.length) throw new Error('its schema ends in the middle')
    next = behind(schema, next)
  }
  return next
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
