/** The records of one gzip member: nearly always one. */
import {recordHead, startsLikeRecord} from './record.ts'
import type {WarcRecord} from './record.ts'

/** What is found: a record, or why what stands there is none. */
export type Finding = {readonly kind: 'record'; readonly record: WarcRecord} | {readonly kind: 'damage'; readonly reason: string}

/** @param bytes - the member, unpacked. */
export function* memberRecords(bytes: Buffer): Generator<Finding> {
  let at = 0
  while (at < bytes.length) {
    const head = recordHead(bytes.subarray(at))
    if (typeof head === 'string') {
      yield {kind: 'damage', reason: head}
      return
    }
    const from = at + head.content
    const to = from + head.length
    if (to > bytes.length) {
      yield {kind: 'damage', reason: `Content-Length says ${head.length}, but ${bytes.length - from} bytes are there`}
      return
    }
    const next = afterEnd(bytes, to)
    if (next < bytes.length && !startsLikeRecord(bytes.subarray(next))) {
      yield {kind: 'damage', reason: `Content-Length says ${head.length}, but the record goes on behind that`}
      return
    }
    yield {kind: 'record', record: {headers: head.headers, type: head.type, content: bytes.subarray(from, to), length: head.length}}
    at = next
  }
}

/** Two line ends close a record; some writers leave them out or write others. */
export function afterEnd(bytes: Buffer, at: number): number {
  let next = at
  while (next < bytes.length && next < at + 4 && (bytes[next] === 13 || bytes[next] === 10)) next++
  return next
}
