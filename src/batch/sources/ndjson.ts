/** NDJSON, as entries. */
import type {Entry} from '../entry.ts'
import {readRow, unread} from '../../rows/read.ts'
import type {RowReading} from '../../rows/read.ts'
import {fileBytes} from './bytes.ts'
import {Damage} from './damage.ts'
import {lineCap, lines} from './lines.ts'
import type {Start} from './lines.ts'
import {measured} from './measured.ts'
import {unpacked} from './unpack.ts'

export interface LineReading {
  readonly file: string
  readonly reading: RowReading
  /** Records to pass over. */
  readonly skip: number
  readonly start?: Start
  /** Lines that start here or behind are not read. */
  readonly end?: number
}

/** Entries of lines. */
export async function* lineEntries(chunks: AsyncIterable<Uint8Array | Damage>, {file, reading, skip, start, end = Infinity}: LineReading): AsyncGenerator<Entry> {
  let record = 0
  for await (const line of lines(chunks, lineCap, start)) {
    if (line instanceof Damage) {
      const at = {file, offset: line.offset, record: record++}
      if (at.record >= skip) yield {kind: 'loss', at, item: unread(`byte ${line.offset}: ${line.reason}; lines around it are missing, or wrong`)}
      continue
    }
    if (line.offset >= end) return
    const at = {file, offset: line.offset, record: record++}
    if (at.record < skip) continue
    const item = readRow(line, reading)
    yield 'error' in item ? {kind: 'loss', at, item} : {kind: 'page', at, item, bytes: line.bytes}
  }
}

/** All lines of a file that may be packed: offsets are those of the file as it is unpacked. */
export function packedEntries(options: LineReading): AsyncGenerator<Entry> {
  return measured(fileBytes(options.file), bytes => lineEntries(unpacked(bytes), options))
}

/** The lines of a file that start in [start, end). */
export function rangeEntries(options: LineReading & {readonly start: Start; readonly end: number}): AsyncGenerator<Entry> {
  const {file, start} = options
  // One byte before tells whether the range begins with a line.
  if (start.offset > 0) return lineEntries(fileBytes(file, start.offset - 1), {...options, start: {offset: start.offset - 1, inside: true}})
  return lineEntries(fileBytes(file), options)
}
