/** The records of a WARC, as entries. */
import {Failure, exit} from '../../../exit.ts'
import {unread} from '../../../rows/read.ts'
import type {Entry, Place} from '../../entry.ts'
import {undamaged} from '../damage.ts'
import type {Damage} from '../damage.ts'
import {members, seek} from '../gzip.ts'
import type {MemberReading, Piece} from '../gzip.ts'
import {unpacked} from '../unpack.ts'
import {Window} from '../window.ts'
import {headerCap} from './header.ts'
import {memberRecords} from './member.ts'
import {judgeRecord} from './page.ts'
import {startsLikeRecord} from './record.ts'
import type {WarcRecord} from './record.ts'
import {streamRecords} from './stream.ts'

export interface WarcReading {
  /** Names it in places. */
  readonly file: string
  /** Bytes of a page read at most. */
  readonly limit: number
  /** Records that start here or behind belong to somebody else. */
  readonly end: number
  /** Number of the first record. */
  readonly record: number
  /** Number of the first record that is wanted. */
  readonly from: number
}

/** What of a record is kept: a page, and one byte more that tells it goes on. */
function capOf({limit}: WarcReading): number {
  return limit + 2 * headerCap
}

/** Entries of a file with a gzip member a record. @param searches - a member starts somewhere from here on. */
export async function* memberEntries(window: Window, reading: WarcReading, searches: boolean): AsyncGenerator<Entry> {
  const numbered = new Numbered(reading)
  const cap = capOf(reading)
  const how: MemberReading = {end: reading.end, largest: cap, starts: startsLikeRecord}
  if (searches && (!await seek(window, how, 0) || window.position >= reading.end)) return
  const pieces = members(window, how)
  let parts: Buffer[] = []
  let size = 0
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) {
    const {value: piece} = next
    if (piece.kind === 'bytes' && !piece.whole) {
      parts.push(piece.bytes)
      size += piece.bytes.length
      if (size <= heldAtOnce) continue
      yield* largeMember({offset: piece.offset, parts, pieces}, numbered, cap)
    } else if (piece.kind === 'bytes') yield* numbered.member(piece.offset, piece.bytes)
    else if (piece.kind === 'end' && size > 0) yield* numbered.member(piece.offset, Buffer.concat(parts))
    else if (piece.kind === 'damage') yield* numbered.damage(piece.offset, piece.reason)
    ;[parts, size] = [[], 0]
  }
}

/** Bytes of a member held before its checksum is known, chosen: beyond, its records are given as they come. */
const heldAtOnce = 17_000_000

interface Large { readonly offset: number; readonly parts: readonly Buffer[]; readonly pieces: AsyncGenerator<Piece> }

/** A member of any size: one huge record, or a whole crawl. */
async function* largeMember({offset, parts, pieces}: Large, numbered: Numbered, cap: number): AsyncGenerator<Entry> {
  let damage: string | undefined
  async function* bytes(): AsyncGenerator<Buffer> {
    yield* parts
    for (let next = await pieces.next(); next.done !== true && next.value.kind !== 'end'; next = await pieces.next()) {
      if (next.value.kind === 'bytes') yield next.value.bytes
      else {
        damage = next.value.reason
        return
      }
    }
  }
  let within = 0
  let last: string | undefined
  for await (const found of streamRecords(new Window(bytes()), {end: Infinity, cap, size: Infinity})) {
    if (last !== undefined) yield* numbered.damage(offset + within++, last)
    last = found.kind === 'damage' ? found.reason : undefined
    if (found.kind === 'record') yield* numbered.record(offset + within++, found.record)
  }
  // A record that a damaged member breaks off is no second loss.
  const reason = damage ?? last
  if (reason !== undefined) yield* numbered.damage(offset + within, reason)
}

/** Entries of records that follow one another. @param size - bytes of the file */
export async function* streamEntries(window: Window, reading: WarcReading, size: number, numbered = new Numbered(reading)): AsyncGenerator<Entry> {
  for await (const found of streamRecords(window, {end: reading.end, cap: capOf(reading), size})) {
    if (found.kind === 'damage') yield* numbered.damage(found.offset, found.reason)
    else yield* numbered.record(found.offset, found.record)
  }
}

/** A record that begins behind a damage is found by the line end before it. */
const lineEnd = Buffer.from('\r\n')

/** Entries of a stream that may be packed as one piece. */
export async function* packedEntries(chunks: AsyncIterable<Uint8Array>, reading: WarcReading): AsyncGenerator<Entry> {
  const damages: Damage[] = []
  const window = new Window(undamaged(unpacked(chunks), damages, lineEnd))
  const numbered = new Numbered(reading)
  try {
    yield* streamEntries(window, reading, Infinity, numbered)
  } finally {
    await window.close()
  }
  for (const {offset, reason} of damages) yield* numbered.damage(offset, reason)
}

/** Gives records their numbers and makes entries of them. */
class Numbered {
  readonly #reading: WarcReading
  #record: number

  constructor(reading: WarcReading) {
    this.#reading = reading
    this.#record = reading.record
  }

  async* member(offset: number, bytes: Buffer): AsyncGenerator<Entry> {
    let within = 0
    for (const found of memberRecords(bytes)) {
      // No member starts inside of one: such a place tells that reading starts again before it.
      const place = offset + within++
      if (found.kind === 'damage') yield* this.damage(place, found.reason)
      else yield* this.record(place, found.record)
    }
  }

  async* record(offset: number, record: WarcRecord): AsyncGenerator<Entry> {
    const at = this.#next(offset)
    if (at.record < this.#reading.from) return
    if (at.record < 8) refuseWat(record)
    const judged = await judgeRecord(record, this.#reading.limit)
    if (judged.kind === 'skipped') yield {kind: 'skipped', at, why: judged.why}
    else if (judged.kind === 'page') yield {kind: 'page', at, item: judged.item, bytes: record.length}
    else {
      const {id, url, error} = judged
      yield {kind: 'loss', at, item: {...unread(`byte ${offset}: ${error}`), id, facts: {...(url !== undefined && {url})}}}
    }
  }

  async* damage(offset: number, reason: string): AsyncGenerator<Entry> {
    const at = this.#next(offset)
    if (at.record >= this.#reading.from) yield {kind: 'loss', at, item: unread(`byte ${offset}: ${reason}`)}
  }

  #next(offset: number): Place {
    return {file: this.#reading.file, offset, record: this.#record++}
  }
}

/** WAT files are metadata records with what a crawler saw in a page, and never the page. */
function refuseWat({type, headers, content}: WarcRecord): void {
  const isWat = type === 'metadata' && headers.get('content-type') === 'application/json'
    && content.subarray(0, 2000).includes('"Envelope"')
  if (isWat) throw new Failure(exit.data, 'is a WAT file (metadata of pages, none of their text); take the .warc.gz or .wet.gz beside it')
}
