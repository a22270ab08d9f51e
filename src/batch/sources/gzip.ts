/**
 * gzip, member by member (RFC 1952): each at its offset, and past a broken one to the next that is whole. Node's
 * own gunzip gives neither; inflating members at one go is also faster than its stream.
 */
import {crc32} from 'node:zlib'
import {inflateStart, inflateWhole, inflated} from './inflate.ts'
import type {Window} from './window.ts'

/** What a file holds from `offset` on. */
export type Piece =
  /** Unpacked bytes of the member at `offset`; `whole`: all of them, and the checksum holds. */
  | {readonly kind: 'bytes'; readonly offset: number; readonly bytes: Buffer; readonly whole: boolean}
  /** The member was read to its end, and its checksum holds. */
  | {readonly kind: 'end'; readonly offset: number}
  /** What stands at `offset` could not be read (to its end). */
  | {readonly kind: 'damage'; readonly offset: number; readonly reason: string}

export interface MemberReading {
  /** Members that start here or behind belong to somebody else. */
  readonly end: number
  /** Bytes a member may unpack to if they are out of all proportion to what it is packed in; no limit if left out. */
  readonly largest?: number
  /** Does a member start like one of ours? Asked with its first bytes, when one is searched for. */
  starts(first: Buffer): boolean
}

/** Proportion that is out of all, chosen: deflate reaches 1032, pages some 50. */
const bombRatio = 200
/** Longest header we read: names and comments in it have no limit. Chosen. */
const headerCap = 65_536
/** Bytes of a member that show how it starts, chosen. */
const startLength = 400

/** The members from the window's position on, where one must start. */
export async function* members(window: Window, reading: MemberReading): AsyncGenerator<Piece> {
  for (;;) {
    const offset = window.position
    const view = await window.ahead(startLength)
    if (view.length === 0) return
    const header = await headerLength(window)
    if (offset >= reading.end) {
      // Who reads from there searches for the first whole member, and would not see this one.
      if (!await isMember(window, reading)) yield {kind: 'damage', offset, reason: 'no gzip member starts here'}
      return
    }
    if (header === undefined) {
      if (await isPadding(window)) return
      yield {kind: 'damage', offset, reason: 'no gzip member starts here'}
      if (!await seek(window, reading, 1)) return
      continue
    }
    const damage = yield* member(window, header, reading.largest ?? Infinity)
    if (damage === undefined) continue
    yield {kind: 'damage', offset, reason: damage}
    // A broken stream may have run on into members that are whole.
    window.rewind()
    if (!await seek(window, reading, 1)) return
  }
}

/** Goes on to the next place from `skip` on where a member starts that is one of ours. @returns is there one? */
export async function seek(window: Window, reading: MemberReading, skip: number): Promise<boolean> {
  await window.skip(skip)
  for (;;) {
    const view = await window.ahead(headerCap)
    const at = view.indexOf(magic)
    if (at < 0) {
      window.pass(Math.max(0, view.length - (window.ended ? 0 : magic.length - 1)))
      if (window.ended) return false
      continue
    }
    window.pass(at)
    if (await isMember(window, reading)) return true
    window.pass(1)
  }
}

const magic = Buffer.of(0x1f, 0x8b, 8)

async function isMember(window: Window, {starts}: MemberReading): Promise<boolean> {
  const header = await headerLength(window)
  if (header === undefined) return false
  const view = await window.ahead(header + startLength)
  const first = inflateStart(view.subarray(header, header + startLength))
  return first !== undefined && starts(first)
}

/** Bytes of the member header in view; undefined if there is none. */
export async function headerLength(window: Window): Promise<number | undefined> {
  const start = await window.ahead(18)
  if (start.length < 18 || start.indexOf(magic) !== 0 || (start[3] & 0xe0) !== 0) return undefined
  const flags = start[3]
  let at = 10
  if (flags & 4) at += 2 + start.readUInt16LE(10)
  for (const named of [flags & 8, flags & 16]) {
    if (!named) continue
    const view = await window.ahead(Math.min(at + 1024, headerCap))
    const end = view.subarray(0, headerCap).indexOf(0, at)
    if (end < 0) return undefined
    at = end + 1
  }
  return at + (flags & 2 ? 2 : 0)
}

/** Reads one member. @returns why it could not be read. */
async function* member(window: Window, header: number, largest: number): AsyncGenerator<Piece, string | undefined> {
  const offset = window.position
  window.anchor()
  const whole = await inflateWhole(window, header)
  let checksum = 0
  let size = 0
  if (whole) {
    const {bytes, packed} = whole
    ;[checksum, size] = [crc32(bytes), bytes.length]
    const tail = (await window.ahead(header + packed + 8)).subarray(header + packed, header + packed + 8)
    const damage = trailerDamage(tail, checksum, size)
    window.pass(header + packed + tail.length)
    yield {kind: 'bytes', offset, bytes, whole: damage === undefined}
    if (damage === undefined) yield {kind: 'end', offset}
    return damage
  }
  window.pass(header)
  const chunks = inflated(window)
  for (let next = await chunks.next(); ; next = await chunks.next()) {
    if (next.done) {
      if (next.value !== undefined) return next.value
      break
    }
    checksum = crc32(next.value, checksum)
    size += next.value.length
    if (size > largest && size > bombRatio * (window.position - offset)) {
      await chunks.return(undefined)
      return `it unpacks to more than ${largest} bytes, out of all proportion`
    }
    yield {kind: 'bytes', offset, bytes: next.value, whole: false}
  }
  const tail = (await window.ahead(8)).subarray(0, 8)
  const damage = trailerDamage(tail, checksum, size)
  window.pass(tail.length)
  if (damage !== undefined) return damage
  yield {kind: 'end', offset}
  return undefined
}

function trailerDamage(tail: Buffer, checksum: number, size: number): string | undefined {
  if (tail.length < 8) return 'it is cut off'
  return tail.readUInt32LE(0) === checksum && tail.readUInt32LE(4) === size % 2 ** 32 ? undefined : 'its checksum does not hold'
}

/** Zeros up to the end, which tapes and block devices leave behind a file. */
async function isPadding(window: Window): Promise<boolean> {
  for (;;) {
    const view = await window.ahead(1)
    if (view.length === 0) return true
    if (view.some(byte => byte !== 0)) return false
    window.pass(view.length)
  }
}
