/** The records of a WARC that is not packed, or packed as one piece: each begins where the one before ends. */
import type {Window} from '../window.ts'
import {headerCap} from './header.ts'
import {afterEnd} from './member.ts'
import {recordHead, startsLikeRecord} from './record.ts'
import type {RecordHead, WarcRecord} from './record.ts'

export interface StreamReading {
  /** Records that start here or behind belong to somebody else. */
  readonly end: number
  /** Bytes of a record's content that are kept. */
  readonly cap: number
  /** Bytes of the file; Infinity if nobody knows. */
  readonly size: number
}

export type Found = {readonly offset: number} & (
  | {readonly kind: 'record'; readonly record: WarcRecord}
  | {readonly kind: 'damage'; readonly reason: string}
)

/** Line ends and a version behind a record. */
const tail = 11

/** The records from the window's position on. The content of each is the window's: it holds until the next one is asked for. */
export async function* streamRecords(window: Window, reading: StreamReading): AsyncGenerator<Found> {
  for (;;) {
    let view = await window.ahead(headerCap)
    window.pass(afterEnd(view, 0))
    view = await window.ahead(headerCap)
    const offset = window.position
    if (view.length === 0 || offset >= reading.end) return
    const head = recordHead(view)
    const reason = typeof head === 'string' ? head : await damageOf(window, head, reading)
    if (typeof head !== 'string' && reason === undefined) {
      const {headers, type, content, length} = head
      const kept = Math.min(length, reading.cap)
      yield {offset, kind: 'record', record: {headers, type, content: window.view.subarray(content, content + kept), length}}
      await window.skip(content + length)
      continue
    }
    yield {offset, kind: 'damage', reason: reason as string}
    if (!await seekRecord(window, typeof head === 'string' ? 1 : head.content)) return
  }
}

/** Why the declared length cannot be true. Afterwards what is kept of the content is in view. */
async function damageOf(window: Window, {content, length}: RecordHead, {cap, size}: StreamReading): Promise<string | undefined> {
  if (window.position + content + length > size) return `Content-Length says ${length}, but ${size - window.position - content} bytes are there`
  const view = await window.ahead(content + Math.min(length, cap) + tail)
  if (length > cap) return undefined
  if (view.length < content + length) return `Content-Length says ${length}, but ${view.length - content} bytes are there`
  const next = view.subarray(afterEnd(view, content + length))
  // Less than a version can be only the end of the file.
  return next.length === 0 || startsLikeRecord(next) ? undefined : `Content-Length says ${length}, but the record goes on behind that`
}

const start = Buffer.from('\nWARC/')

/** Goes on to the next place from `skip` on where a record starts. @returns is there one? */
export async function seekRecord(window: Window, skip: number): Promise<boolean> {
  // The line end before a record is part of the search.
  await window.skip(skip - 1)
  for (;;) {
    const view = await window.ahead(headerCap)
    const at = view.indexOf(start)
    if (at < 0) {
      window.pass(Math.max(0, view.length - (window.ended ? 0 : start.length - 1)))
      if (window.ended) return false
      continue
    }
    window.pass(at + 1)
    if (typeof recordHead(await window.ahead(headerCap)) !== 'string') return true
  }
}
