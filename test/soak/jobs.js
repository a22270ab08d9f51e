/**
 * `node test/soak/jobs.js [NAME...]`: what of jobs takes long. Pages are cut from those in the folder PAGES (.html or
 * .html.gz), or made up without it. Each prints its figures and fails where a limit is not kept.
 */
import {createReadStream, createWriteStream, mkdirSync, readFileSync, readdirSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {createGunzip, createGzip, gunzipSync, gzipSync} from 'node:zlib'
import {createInterface} from 'node:readline'
import {check} from '../systems/system.js'
import {bin, pageOf, rowsIn, statsOf, visible} from '../systems/support/jobs.js'
import {growth, watched} from '../systems/support/watched.js'
import {kills} from '../systems/job-kill.js'
import {poison} from '../systems/job-poison.js'

const say = (/** @type {string} */ line) => console.log(`  ${line}`)
const folder = join(tmpdir(), `boildown-soak-${process.pid}`)

/** Bodies of pages, 5 to 25 KB each. @returns {string[]} */
function bodies() {
  const source = process.env.PAGES
  if (source === undefined) return Array.from({length: 300}, (_, i) => pageOf(i, 15 + i % 60))
  return readdirSync(source).filter(name => /\.html(?:\.gz)?$/u.test(name)).sort().slice(0, 400).map(name => {
    const bytes = readFileSync(join(source, name))
    const page = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
    const head = /<head[^>]*>[^]{0,2000}/iu.exec(page)?.[0] ?? ''
    const paragraphs = [...page.matchAll(/<p[ >]/giu)].map(({index}) => index)
    const from = paragraphs[Math.floor(paragraphs.length / 3)] ?? Math.max(0, page.search(/<body/iu))
    return `<!doctype html><html>${head.split('<script')[0]}</head><body>${page.slice(from, from + 5000 + page.length % 20_000)}</body></html>`
  })
}

/** @param {number} i @param {string[]} list */
const body = (i, list) => list[i % list.length].replace(/<body[^>]*>/u, `$&<p>This is record number ${i} of the corpus, which no other record says of itself.</p>`)

/** @param {string} name @param {number} count @param {(i: number) => string | Buffer} record @param {boolean} packed */
async function write(name, count, record, packed) {
  const file = createWriteStream(join(folder, name))
  const target = packed ? createGzip({level: 1}) : file
  if (packed) target.pipe(file)
  for (let i = 0; i < count; i++) if (!target.write(record(i))) await once(target, 'drain')
  target.end()
  await once(file, 'close')
}

/** @param {number} i @param {string[]} list */
const line = (i, list) => `${JSON.stringify({id: `r${i}`, url: `https://h${i % 997}.example/${i}`, html: body(i, list)})}\n`

/** Three records of a WARC for a page, as crawlers write them. @param {number} i @param {string[]} list */
function warc(i, list) {
  const payload = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${body(i, list)}`)
  const record = (/** @type {string} */ type, /** @type {Buffer} */ content, /** @type {string} */ kind) => gzipSync(Buffer.concat([
    Buffer.from(`WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:uuid:${type}-${i}>\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nWARC-Target-URI: https://h${i % 997}.example/${i}\r\nContent-Type: ${kind}\r\nContent-Length: ${content.length}\r\n\r\n`),
    content, Buffer.from('\r\n\r\n'),
  ]), {level: 1})
  return Buffer.concat([
    record('request', Buffer.from(`GET /${i} HTTP/1.1\r\nHost: h.example\r\n\r\n`), 'application/http; msgtype=request'),
    record('response', payload, 'application/http; msgtype=response'),
    record('metadata', Buffer.from('fetchTimeMs: 10\r\n'), 'application/warc-fields'),
  ])
}

/** Every id once, in the rows or in the errors. @param {string} out @param {number} count */
async function checkIds(out, count) {
  const ids = new Set()
  let rows = 0
  for (const name of visible(out).filter(file => file.endsWith('.ndjson.gz'))) {
    for await (const text of createInterface({input: createReadStream(join(out, name)).pipe(createGunzip())})) {
      rows++
      ids.add(/^\{"id":"([^"]+)"/u.exec(text)?.[1])
    }
  }
  for (const {id} of rowsIn(out)) ids.add(id)
  check(ids.size === count && rows + rowsIn(out).length === count, `${rows} rows, ${ids.size} ids of ${count} pages`)
}

/** @param {{seconds: number, supervisor: number, children: number, busy: number, samples: {rss: number, pss: number}[], stderr: string, code: number | null}} run @param {number} pages */
function figures({seconds, supervisor, children, busy, samples, stderr, code}, pages) {
  check(code === 0, `ended with ${code}: ${stderr.slice(-1000)}`)
  const peak = Math.max(...samples.map(({rss}) => rss)) / 1e6
  say(`${pages} pages in ${seconds.toFixed(0)} s, ${(1000 * children / pages).toFixed(2)} ms of CPU a page, supervisor ${(100 * supervisor / (supervisor + children)).toFixed(1)} %, workers running ${(100 * busy).toFixed(0)} % of the looks, peak ${peak.toFixed(0)} MB (shared memory once: ${(Math.max(...samples.map(({pss}) => pss)) / 1e6).toFixed(0)} MB)`)
  return {peak, perPage: children / pages, supervisor: supervisor / (supervisor + children)}
}

const count = Number(process.env.RECORDS ?? 100_000)

const tests = {
  /** 20 runs, at least 3 kills each, at least 10 of all between data and journal. */
  async kills() {
    const runs = Number(process.env.RUNS ?? 20)
    const tally = await kills({runs, records: Number(process.env.KILL_RECORDS ?? 14_000), weight: 40, pause: 9000, killsARun: 4, say})
    say(JSON.stringify(tally))
    check(tally.between >= 10, 'too few kills between data and journal')
  },

  async poison() {
    await poison({pages: 1000})
  },

  /** Plain lines in two files; NDJSON.gz is read by one worker, WARC by two. */
  async records() {
    const list = bodies()
    for (let k = 0; k < 2; k++) await write(`r${k}.ndjson.gz`, count / 2, i => line(k * count / 2 + i, list), true)
    figures(await watched(['r0.ndjson.gz', 'r1.ndjson.gz', '-o', 'records/', '--workers', '2', '-q'], {cwd: folder}), count)
    check(statsOf(join(folder, 'records')).in === count, 'not every record counted')
    await checkIds(join(folder, 'records'), count)
    rmSync(join(folder, 'records'), {recursive: true})
  },

  async archive() {
    const list = bodies()
    await write('a.warc.gz', count, i => warc(i, list), false)
    say(`a.warc.gz: ${(statSync(join(folder, 'a.warc.gz')).size / 1e6).toFixed(0)} MB`)
    const run = await watched(['a.warc.gz', '-o', 'archive/', '--workers', '2', '-q'], {cwd: folder})
    figures(run, count)
    check(run.busy >= 0.9, 'the workers are not busy')
    const stats = statsOf(join(folder, 'archive'))
    check(stats.in === 3 * count && stats.skipped === 2 * count, JSON.stringify(stats))
    await checkIds(join(folder, 'archive'), count)
    rmSync(join(folder, 'archive'), {recursive: true})
  },

  /** CPU a page with two workers and with one, and what the supervisor takes. */
  async workers() {
    const list = bodies()
    const pages = Math.min(count, 60_000)
    for (let k = 0; k < 4; k++) await write(`w${k}.ndjson`, pages / 4, i => line(k * pages / 4 + i, list), false)
    const inputs = [0, 1, 2, 3].map(k => `w${k}.ndjson`)
    const results = []
    for (const workers of ['1', '2']) {
      results.push(figures(await watched([...inputs, '-o', 'workers/', '--workers', workers, '-q', '--force'], {cwd: folder}), pages))
    }
    const ratio = results[1].perPage / results[0].perPage
    say(`two workers take ${ratio.toFixed(3)} of the CPU time of one a page`)
    check(ratio <= 1.1, 'two workers cost more than one')
    check(results.every(({supervisor}) => supervisor <= 0.1), 'the supervisor takes too much')
  },

  /** Decoded bytes GB, two workers: memory of all processes stays flat. */
  async memory() {
    const list = bodies()
    const bytes = list.reduce((sum, text) => sum + text.length, 0) / list.length
    const pages = Math.round(Number(process.env.GIGABYTES ?? 5) * 1e9 / bytes / 4) * 4
    for (let k = 0; k < 4; k++) await write(`m${k}.ndjson.gz`, pages / 4, i => line(k * pages / 4 + i, list), true)
    const run = await watched(['m0.ndjson.gz', 'm1.ndjson.gz', 'm2.ndjson.gz', 'm3.ndjson.gz', '-o', 'memory/', '--workers', '2', '-q'], {cwd: folder})
    const {peak} = figures(run, pages)
    say(`memory grew by ${growth(run.samples).toFixed(0)} MB from the second to the last third, the supervisor holds ${(Math.max(...run.samples.map(({own}) => own)) / 1e6).toFixed(0)} MB at most`)
    check(peak < 1200, 'too much memory')
    check(growth(run.samples) < 60, 'memory grows')
    rmSync(join(folder, 'memory'), {recursive: true})
  },

  /** Stream mode, and somebody who reads 1 MB a second. */
  async slowReader() {
    const list = bodies()
    await write('s.ndjson', 20_000, i => line(i, list), false)
    const child = spawn(process.execPath, [bin, 's.ndjson', '-q'], {cwd: folder, stdio: ['ignore', 'pipe', 'inherit']})
    let peak = 0
    let read = 0
    for (const started = performance.now(); performance.now() - started < 30_000;) {
      const chunk = child.stdout.read(Math.min(100_000, child.stdout.readableLength || 100_000))
      read += chunk?.length ?? 0
      const rss = Number(/^VmHWM:\s+([0-9]+) kB/mu.exec(readFileSync(`/proc/${child.pid}/status`, 'latin1'))?.[1] ?? 0) / 1000
      peak = Math.max(peak, rss)
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    child.kill('SIGKILL')
    say(`read ${(read / 1e6).toFixed(0)} MB in 30 s, the program held ${peak.toFixed(0)} MB at most`)
    check(peak < 200, 'a slow reader costs memory')
  },
}

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(tests)
const unknown = names.filter(name => !(name in tests))
if (unknown.length) {
  console.error(`no soak of jobs ${unknown.join(', ')}; known: ${Object.keys(tests).join(', ')}`)
  process.exit(2)
}
let failed = 0
for (const name of names) {
  mkdirSync(folder, {recursive: true})
  const started = performance.now()
  try {
    await tests[/** @type {keyof typeof tests} */ (name)]()
    console.log(`${name}: ok (${((performance.now() - started) / 1000).toFixed(0)} s)`)
  } catch (error) {
    failed++
    console.log(`${name}: FAILED: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
process.exitCode = failed ? 1 : 0
