/** What a WARC record is to us: a page, or why it is none. */
import type {Facts, Item} from '../../../rows/item.ts'
import type {Problem} from '../../../problem.ts'
import {decodeBody} from './body.ts'
import {headerEnd, parseHeaders} from './header.ts'
import type {Headers} from './header.ts'
import type {WarcRecord} from './record.ts'

export type Judged =
  | {readonly kind: 'page'; readonly item: Item}
  | {readonly kind: 'skipped'; readonly why: string}
  | {readonly kind: 'loss'; readonly error: string; readonly id: unknown; readonly url?: string}

/** @param cap - bytes of a page read at most. */
export async function judgeRecord(record: WarcRecord, cap: number): Promise<Judged> {
  const {type, headers} = record
  if (type === 'conversion') return conversion(record, cap)
  if (type === 'resource') return media(headers.get('content-type'), record.content) ? page(record, {bytes: record.content, contentType: headers.get('content-type'), cap}) : {kind: 'skipped', why: notText}
  if (type === 'response') return response(record, cap)
  return {kind: 'skipped', why: /^[a-z]{1,20}$/u.test(type) ? type : 'record of unknown type'}
}

const notText = 'not HTML or text'

async function response(record: WarcRecord, cap: number): Promise<Judged> {
  const {content, headers} = record
  if (!/^HTTP\//u.test(content.subarray(0, 5).toString('latin1'))) {
    const isWeb = (headers.get('content-type') ?? '').startsWith('application/http')
    return isWeb ? loss(record, 'the record holds no HTTP message') : {kind: 'skipped', why: 'response of another protocol'}
  }
  const end = headerEnd(content)
  if (!end) return loss(record, 'the headers of the HTTP message have no end')
  const http = parseHeaders(content.subarray(0, end.end))
  const status = /^HTTP\/\S{1,5}\s+([0-9]{3})/u.exec(http.first)?.[1]
  if (status !== '200') return {kind: 'skipped', why: status === undefined ? 'response without status' : `status ${status}`}
  const type = http.headers.get('content-type')
  const raw = content.subarray(end.content)
  const identified = headers.get('warc-identified-payload-type')
  if (identified !== undefined && media(identified, raw) === false) return {kind: 'skipped', why: notText}
  if (media(type, raw) === false) return {kind: 'skipped', why: notText}
  const body = await decodeBody(raw, http.headers.get('transfer-encoding') ?? '', http.headers.get('content-encoding') ?? '', cap)
  if (body.bomb !== undefined) return loss(record, body.bomb)
  if (!looksLikeText(body.bytes) || media(type, body.bytes) !== true) return {kind: 'skipped', why: notText}
  return page(record, {bytes: body.bytes, contentType: type, cap, http: http.headers, damage: body.damage})
}

async function conversion(record: WarcRecord, cap: number): Promise<Judged> {
  const type = record.headers.get('content-type') ?? 'text/plain'
  if (!/^text\//iu.test(type)) return {kind: 'skipped', why: notText}
  const {item} = page(record, {bytes: record.content, contentType: 'text/plain; charset=utf-8', cap})
  return {kind: 'page', item: {...item, facts: {...item.facts, from: 'text'}}}
}

interface Content {
  readonly bytes: Buffer
  readonly contentType: string | undefined
  readonly cap: number
  readonly http?: Headers
  readonly damage?: string | undefined
}

function page({headers, content, length}: WarcRecord, {bytes, contentType, cap, http, damage}: Content): {kind: 'page'; item: Item} {
  const problems: Problem[] = []
  const truncated = headers.get('warc-truncated')
  if (truncated !== undefined) problems.push({code: 'cut-off', message: `the archive holds the page only in part (WARC-Truncated: ${truncated.slice(0, 40)})`})
  if (damage !== undefined) problems.push({code: 'cut-off', message: damage})
  const isLonger = content.length < length && bytes.length <= cap
  if (isLonger) problems.push({code: 'cut-off', message: `only the first ${content.length} bytes of the record are read`})
  const url = addressOf(headers)
  return {kind: 'page', item: {
    id: headers.get('warc-record-id') ?? null,
    // Its own memory: the buffer it lies in moves on.
    input: Buffer.from(bytes.subarray(0, cap + 1)),
    facts: {
      ...(url !== undefined && {url}),
      ...(contentType !== undefined && {contentType}),
      ...responseHeaders(http),
    },
    columns: columns.flatMap(([name, header]) => headers.has(header) ? [[name, headers.get(header)] as const] : []),
    problems,
  }}
}

/** What a record says beside the page, and the column it becomes. */
const columns: readonly (readonly [name: string, header: string])[] = [
  ['warc_date', 'warc-date'], ['warc_payload_digest', 'warc-payload-digest'], ['warc_refers_to', 'warc-refers-to'],
  ['warc_languages', 'warc-identified-content-language'],
]

/** Headers that say what may be done with the page. */
const reserving: readonly string[] = ['x-robots-tag', 'tdm-reservation', 'tdm-policy']

function responseHeaders(http: Headers | undefined): Pick<Facts, 'headers'> {
  const said = reserving.flatMap(name => http?.has(name) ? [[name, http.get(name) as string] as const] : [])
  return said.length > 0 ? {headers: Object.fromEntries(said)} : {}
}

function loss({headers}: WarcRecord, error: string): Judged {
  const url = addressOf(headers)
  return {kind: 'loss', error, id: headers.get('warc-record-id') ?? null, ...(url !== undefined && {url})}
}

/** Old writers put the address in angle brackets. */
function addressOf(headers: Headers): string | undefined {
  return headers.get('warc-target-uri')?.replace(/^<|>$/gu, '')
}

/** Is it HTML or text? Undefined if nothing says and the bytes may be. */
function media(type: string | undefined, bytes: Buffer): boolean | undefined {
  const name = type?.split(';')[0].trim().toLowerCase()
  if (name === undefined || name === '' || name === 'application/octet-stream' || name === 'unk' || name === 'no-type') {
    return /^\s{0,200}(?:\ufeff|ï»¿)?\s{0,200}<(?:!doctype|!--|html|head|body|\?xml|[a-z])/iu.test(bytes.subarray(0, 512).toString('latin1')) ? true : undefined
  }
  return ['text/html', 'application/xhtml+xml', 'text/plain', 'text/markdown', 'text/x-markdown', 'application/vnd.wap.xhtml+xml'].includes(name)
}

const signatures: readonly string[] = ['%PDF-', 'PK\x03\x04', '\x1f\x8b\x08', '\x89PNG', '\xff\xd8\xff', 'GIF8', 'RIFF', '\x00\x00\x00']

/** Whatever the header says: these are no pages. */
function looksLikeText(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 8).toString('latin1')
  return !signatures.some(signature => start.startsWith(signature))
}
