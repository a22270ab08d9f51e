/** WARC records (ISO 28500): a version line, headers, and as many bytes as Content-Length says. */
import {headerCap, parseHeaders} from './header.ts'
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
/** Headers of a record at most, chosen: the standard has some twenty. */
const mostHeaders = 200

export const startsLikeRecord = (bytes: Buffer): boolean => bytes.subarray(0, 7).toString('latin1') === 'WARC/1.' || bytes.subarray(0, 7).toString('latin1') === 'WARC/0.'

/** Head of the record at the start of the bytes, or why there is none. */
export function recordHead(bytes: Buffer): RecordHead | string {
  const first = bytes.subarray(0, 20).indexOf(10)
  if (first < 0 || !version.test(bytes.subarray(0, first).toString('latin1'))) return 'no WARC record starts here'
  const content = contentStart(bytes)
  if (content === undefined) return 'the headers of the record have no end'
  const {headers} = parseHeaders(bytes.subarray(0, content))
  const declared = headers.get('content-length')
  if (declared === undefined || !/^[0-9]{1,15}$/u.test(declared)) return 'the record does not say its Content-Length'
  return {headers, type: (headers.get('warc-type') ?? '').toLowerCase(), content, length: Number(declared)}
}

/** Behind the first empty line. Few lines are looked at: what looks like a record may stand on every one of a damaged file. */
function contentStart(bytes: Buffer): number | undefined {
  let at = 0
  for (let lines = 0; lines < mostHeaders && at < headerCap; lines++) {
    const end = bytes.indexOf(10, at)
    if (end < 0) return undefined
    if (end === at || (end === at + 1 && bytes[at] === 13)) return end + 1
    at = end + 1
  }
  return undefined
}
