/** Reading archives: CPU time beside that of Node's plain gunzip over the same file. */
import {createReadStream, mkdtempSync, openSync, closeSync, rmSync, statSync, writeSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createGunzip, gzipSync} from 'node:zlib'
import {dist} from '../engines/dist.js'
import {pages} from '../sets.js'

/** @typedef {{name: string, megabytes: number, pages: number, seconds: number, ratio: number}} Figure `ratio`: seconds of gunzip per second of ours */

/**
 * @param {{data: string, set: string, pages?: number, rounds?: number}} options
 * @returns {Promise<Figure[]>} median of the rounds
 */
export async function reading({data, set, pages: most = 400, rounds = 5}) {
  const folder = mkdtempSync(join(tmpdir(), 'boildown-bench-'))
  try {
    const files = await written(folder, {data, set, most})
    const {readSource} = await dist('batch/sources/read.js')
    /** @type {Figure[]} */
    const figures = []
    for (const {name, file, container} of files) {
      /** @type {number[]} */
      const ours = []
      /** @type {number[]} */
      const ratios = []
      let count = 0
      for (let round = 0; round <= rounds; round++) {
        const floor = await cpu(() => gunzip(file))
        count = 0
        const seconds = await cpu(async () => {
          const source = {name: file, file, container, records: true}
          for await (const entry of readSource(source, {keepInput: false, limits: {bytes: 64_000_000}}, [])) if (entry.kind === 'page') count++
        })
        // The first round warms up.
        if (round > 0) {
          ours.push(seconds)
          ratios.push(floor / seconds)
        }
      }
      figures.push({name, megabytes: statSync(file).size / 1e6, pages: count, seconds: median(ours), ratio: median(ratios)})
    }
    return figures
  } finally {
    rmSync(folder, {recursive: true})
  }
}

/** @param {string} folder @param {{data: string, set: string, most: number}} options */
async function written(folder, {data, set, most}) {
  const warc = join(folder, 'a.warc.gz')
  const lines = join(folder, 'a.jsonl.gz')
  const [warcFile, linesFile] = [openSync(warc, 'w'), openSync(lines, 'w')]
  let count = 0
  for await (const {html} of pages(set, data)) {
    if (count++ >= most) break
    const url = `https://example.org/${count}`
    for (const record of [
      record3('request', url, 'GET / HTTP/1.1\r\nUser-Agent: CCBot\r\nAccept: text/html\r\n\r\n'),
      record3('response', url, `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nServer: x\r\n\r\n${html}`),
      record3('metadata', url, 'fetchTimeMs: 112\r\ncharset-detected: UTF-8\r\n'),
    ]) writeSync(warcFile, gzipSync(record))
    writeSync(linesFile, gzipSync(`${JSON.stringify({url, html})}\n`))
  }
  closeSync(warcFile)
  closeSync(linesFile)
  return [{name: 'warc.gz', file: warc, container: 'warc'}, {name: 'jsonl.gz', file: lines, container: 'ndjson'}]
}

/** @param {string} type @param {string} url @param {string} content */
function record3(type, url, content) {
  const bytes = Buffer.from(content)
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Date: 2026-01-02T03:04:05Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\nContent-Type: application/http; msgtype=${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Payload-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\nContent-Length: ${bytes.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n\r\n')])
}

/** @param {string} file */
async function gunzip(file) {
  let size = 0
  for await (const chunk of createReadStream(file).pipe(createGunzip())) size += chunk.length
  return size
}

/** CPU seconds, of all threads. @param {() => Promise<unknown>} work */
async function cpu(work) {
  const before = process.cpuUsage()
  await work()
  const {user, system} = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1]
}
