/** WARC records (ISO 28500): a version line, headers, and as many bytes as Content-Length says. */
import {headerEnd, parseHeaders} from './header.ts'
import type {Headers} from './header.ts'

export interface WarcRecord {
  readonly headers: Headers
  /** `response`, `request`, `conversion`, …; '' if the record does not say. */
  readonly type: string
  /** The content, or its first bytes if it is longer than what is kept. */
  readonly content: Buffer
  /** Bytes of the content as declared. */
  readonly length: number
}

export interface RecordHead {
  readonly headers: Headers
  readonly type: string
  /** Where the content begins, from the start of the record. */
  readonly content: number
  /** Declared bytes of content. */
  readonly length: number
}

const version = /^WARC\/[0-9]\.[0-9]{1,2}\s*$/u

export const startsLikeRecord = (bytes: Buffer): boolean => bytes.subarray(0, 7).toString('latin1') === 'WARC/1.' || bytes.subarray(0, 7).toString('latin1') === 'WARC/0.'

/** Head of the record at the start of the bytes, or why there is none. */
export function recordHead(bytes: Buffer): RecordHead | string {
  if (!startsLikeRecord(bytes)) return 'no WARC record starts here'
  const end = headerEnd(bytes)
  if (!end) return 'the headers of the record have no end'
  const {first, headers} = parseHeaders(bytes.subarray(0, end.end))
  if (!version.test(first)) return 'no WARC record starts here'
  const declared = headers.get('content-length')
  if (declared === undefined || !/^[0-9]{1,15}$/u.test(declared)) return 'the record does not say its Content-Length'
  return {headers, type: (headers.get('warc-type') ?? '').toLowerCase(), content: end.content, length: Number(declared)}
}
