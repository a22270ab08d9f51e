/** Reading a range of a WARC file, or a stream of one. */
import {stat} from 'node:fs/promises'
import type {Entry} from '../../entry.ts'
import {unread} from '../../../rows/read.ts'
import type {Mark} from '../../shard.ts'
import {fileBytes, firstBytes, packing} from '../bytes.ts'
import {undamaged} from '../damage.ts'
import type {Damage} from '../damage.ts'
import {headerLength} from '../gzip.ts'
import {inflateStart, inflateWhole} from '../inflate.ts'
import {measured} from '../measured.ts'
import {Window} from '../window.ts'
import {memberEntries, packedEntries, streamEntries} from './entries.ts'
import type {WarcReading} from './entries.ts'
import {headerCap} from './header.ts'
import {layoutOf} from './layout.ts'
import type {Layout} from './layout.ts'
import {startsLikeRecord} from './record.ts'

/** A range [start, end) of a file, and where the WARC in it lies: the whole file, or an entry of a WACZ. */
export interface WarcRange {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
}

/** The entries of a range behind a mark. @throws {Failure} exit code 65: it is no WARC. */
export async function* warcRange(range: WarcRange, limit: number, mark: Mark): AsyncGenerator<Entry> {
  const {file, start, end, from, to} = range
  const layout = await layoutOf(file, from, to)
  if (layout === 'whole') {
    yield* measured(fileBytes(file, from, to), bytes => packedEntries(bytes, {file, limit, end: Infinity, record: 0, from: mark.record}))
    return
  }
  const seeks = mark.record > 0 && mark.offset > start && mark.offset < end && await startsAt(file, mark.offset, layout)
  const at = seeks ? mark.offset : start
  const reading: WarcReading = {file, limit, end, record: seeks ? mark.record : 0, from: mark.record}
  const window = new Window(fileBytes(file, at, to), at)
  try {
    if (layout === 'members') yield* memberEntries(window, reading, !seeks && start > from)
    else yield* streamEntries(window, reading, Math.min(to, (await stat(file)).size))
  } finally {
    await window.close()
  }
}

/** The entries of a stream; what is damaged of it comes last. */
export async function* warcStream(chunks: AsyncIterable<Uint8Array | Damage>, file: string, limit: number): AsyncGenerator<Entry> {
  const damages: Damage[] = []
  let next = 0
  for await (const entry of bytesEntries(undamaged(chunks, damages), file, limit)) {
    next = entry.at.record + 1
    yield entry
  }
  for (const {offset, reason} of damages) yield {kind: 'loss', at: {file, offset, record: next++}, item: unread(`byte ${offset}: ${reason}`)}
}

async function* bytesEntries(chunks: AsyncIterable<Uint8Array>, file: string, limit: number): AsyncGenerator<Entry> {
  const window = new Window(chunks)
  const reading: WarcReading = {file, limit, end: Infinity, record: 0, from: 0}
  const kind = packing(await window.ahead(4))
  // Members that are records can be found again behind a damage; all else is unpacked as it comes.
  if (kind === 'gzip' && await isRecordEach(window)) yield* memberEntries(window, reading, false)
  else if (kind !== undefined) yield* packedEntries(rest(window), reading)
  else yield* streamEntries(window, reading, Infinity)
}

/**
 * A member a record: the first is whole, and the second begins a record. Else the file is one large piece, or in blocks
 * that are cut wherever they are full.
 */
async function isRecordEach(window: Window): Promise<boolean> {
  const header = await headerLength(window)
  if (header === undefined) return true
  const whole = await inflateWhole(window, header)
  if (!whole) return false
  const end = header + whole.packed + trailer
  const view = Buffer.from((await window.ahead(end + 2 * headerCap)).subarray(end, end + 2 * headerCap))
  const second = new Window(once(view))
  const next = await headerLength(second)
  if (next === undefined) return true
  const first = inflateStart(second.view.subarray(next))
  return first === undefined || startsLikeRecord(first)
}

/** Bytes behind a gzip member: checksum and size. */
const trailer = 8

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function* rest(window: Window): AsyncGenerator<Uint8Array> {
  for (let view = await window.ahead(1); view.length > 0; view = await window.ahead(1)) {
    const chunk = Buffer.from(view)
    window.pass(view.length)
    yield chunk
  }
}

async function startsAt(file: string, offset: number, layout: Layout): Promise<boolean> {
  if (layout === 'plain') return startsLikeRecord(await firstBytes(file, 8, offset))
  const window = new Window(fileBytes(file, offset, offset + 2 * headerCap), offset)
  try {
    const header = await headerLength(window)
    if (header === undefined) return false
    const first = inflateStart((await window.ahead(header + 400)).subarray(header, header + 400))
    return first !== undefined && startsLikeRecord(first)
  } finally {
    await window.close()
  }
}
