/** Corpora for the long runs of jobs: pages cut from real ones, written as records. */
import {createWriteStream, readFileSync, readdirSync} from 'node:fs'
import {once} from 'node:events'
import {join} from 'node:path'
import {randomBytes} from 'node:crypto'
import {createGzip, gunzipSync, gzipSync} from 'node:zlib'
import {pageOf} from '../systems/support/jobs.js'

/** Pages taken of the folder PAGES, chosen. */
const taken = 400

/** Pages of the folder PAGES (.html or .html.gz); undefined without it. @returns {string[] | undefined} */
function savedPages() {
  const source = process.env.PAGES
  if (source === undefined) return undefined
  return readdirSync(source).filter(name => /\.html(?:\.gz)?$/u.test(name)).sort().slice(0, taken).map(name => {
    const bytes = readFileSync(join(source, name))
    return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  })
}

/** Pages as they are, some 200 KB each. @returns {string[]} */
export function wholePages() {
  return savedPages() ?? Array.from({length: 100}, (_, i) => pageOf(i, 400 + i))
}

/** Pages of 5 to 25 KB, cut from the middle of whole ones. @returns {string[]} */
export function cutPages() {
  return savedPages()?.map(page => {
    const head = /<head[^>]*>[^]{0,2000}/iu.exec(page)?.[0] ?? ''
    const paragraphs = [...page.matchAll(/<p[ >]/giu)].map(({index}) => index)
    const from = paragraphs[Math.floor(paragraphs.length / 3)] ?? Math.max(0, page.search(/<body/iu))
    return `<!doctype html><html>${head.split('<script')[0]}</head><body>${page.slice(from, from + 5000 + page.length % 20_000)}</body></html>`
  }) ?? Array.from({length: 300}, (_, i) => pageOf(i, 15 + i % 60))
}

/** Page `i` of a corpus: no two of them are the same. @param {number} i @param {readonly string[]} list */
export function page(i, list) {
  return list[i % list.length].replace(/<body[^>]*>/u, `$&<p>This is record number ${i} of the corpus, which no other record says of itself.</p>`)
}

/** @param {number} i @param {readonly string[]} list */
export const line = (i, list) => `${JSON.stringify({id: `r${i}`, url: `https://h${i % 997}.example/${i}`, html: page(i, list)})}\n`

/** Records of a WARC for a page, as crawlers write them. @param {number} i @param {readonly string[]} list */
export function warc(i, list) {
  const payload = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page(i, list)}`)
  return Buffer.concat([
    record({type: 'request', i, kind: 'application/http; msgtype=request'}, Buffer.from(`GET /${i} HTTP/1.1\r\nHost: h.example\r\n\r\n`)),
    record({type: 'response', i, kind: 'application/http; msgtype=response'}, payload),
    record({type: 'metadata', i, kind: 'application/warc-fields'}, Buffer.from('fetchTimeMs: 10\r\n')),
  ])
}

/** An image of a size, which does not pack. @param {number} i @param {number} bytes */
export function image(i, bytes) {
  const payload = Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n'), randomBytes(bytes)])
  return record({type: 'response', i, kind: 'application/http; msgtype=response', of: 'image-'}, payload, 0)
}

/** @param {{type: string, i: number, kind: string, of?: string}} head @param {Buffer} content @param {number} [level] */
function record({type, i, kind, of = ''}, content, level = 1) {
  return gzipSync(Buffer.concat([
    Buffer.from(`WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:uuid:${of}${type}-${i}>\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nWARC-Target-URI: https://h${i % 997}.example/${of}${i}\r\nContent-Type: ${kind}\r\nContent-Length: ${content.length}\r\n\r\n`),
    content, Buffer.from('\r\n\r\n'),
  ]), {level})
}

/** @param {string} path @param {{count: number, record: (i: number) => string | Buffer, packed?: boolean}} corpus */
export async function write(path, {count, record, packed = false}) {
  const file = createWriteStream(path)
  const target = packed ? createGzip({level: 1}) : file
  if (packed) target.pipe(file)
  for (let i = 0; i < count; i++) if (!target.write(record(i))) await once(target, 'drain')
  target.end()
  await once(file, 'close')
}
