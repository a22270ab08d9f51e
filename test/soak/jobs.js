/**
 * `node test/soak/jobs.js [NAME...]`: what of jobs takes long. Pages are cut from those in the folder PAGES (.html or
 * .html.gz), or made up without it. Each prints its figures and fails where a limit is not kept.
 *
 * RECORDS, RUNS, KILL_RECORDS, PAUSE, SEED, GIGABYTES: other sizes than the issue asks for.
 */
import {createReadStream, mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {spawn, spawnSync} from 'node:child_process'
import {createGunzip} from 'node:zlib'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {check} from '../systems/system.js'
import {bin, rowsIn, statsOf, visible} from '../systems/support/jobs.js'
import {growth, watched} from '../systems/support/watched.js'
import {kills} from '../systems/job-kill.js'
import {poison} from '../systems/job-poison.js'
import {cutPages, image, line, warc, wholePages, write} from './jobCorpus.js'

const say = (/** @type {string} */ text) => console.log(`  ${text}`)
const folder = join(tmpdir(), `boildown-soak-${process.pid}`)

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
  const errors = rowsIn(out).filter(({id}) => id !== null)
  for (const {id} of errors) ids.add(id)
  check(ids.size === count && rows + errors.length === count, `${rows} rows, ${ids.size} ids of ${count} pages`)
}

/** @param {{seconds: number, supervisor: number, children: number, busy: number, samples: {rss: number, pss: number}[], stderr: string, code: number | null}} run @param {number} pages */
function figures({seconds, supervisor, children, busy, samples, stderr, code}, pages) {
  check(code === 0, `ended with ${code}: ${stderr.slice(-1000)}`)
  const peak = Math.max(...samples.map(({rss}) => rss)) / 1e6
  say(`${pages} pages in ${seconds.toFixed(0)} s, ${(1000 * children / pages).toFixed(2)} ms of CPU a page, supervisor ${(100 * supervisor / (supervisor + children)).toFixed(1)} %, workers running ${(100 * busy).toFixed(0)} % of the looks, peak ${peak.toFixed(0)} MB (shared memory once: ${(Math.max(...samples.map(({pss}) => pss)) / 1e6).toFixed(0)} MB)`)
  return {peak, perPage: children / pages, supervisor: supervisor / (supervisor + children)}
}

const jobPeer = fileURLToPath(new URL('jobPeers.js', import.meta.url))

/** CPU seconds a page of one warm process. @param {string} file @returns {Promise<number>} */
function peer(file) {
  const child = spawn(process.execPath, [jobPeer, file], {stdio: ['ignore', 'pipe', 'inherit']})
  let said = ''
  child.stdout.on('data', chunk => { said += chunk })
  return new Promise(resolve => child.on('close', () => resolve(Number(said))))
}

/** CPU seconds a page of a fresh process for each of x0.html, x1.html, ... @param {string} command @param {number} pages */
function onePageEach(command, pages) {
  const script = `printf '%s\\n' ${Array.from({length: pages}, (_, i) => `x${i}.html`).join(' ')} | xargs -P2 -n1 ${process.execPath} ${command} > /dev/null; times`
  const {stdout} = spawnSync('bash', ['-c', script], {cwd: folder, encoding: 'utf8'})
  // The second line of `times` is of the children.
  const [user, system] = [...(stdout.trim().split('\n')[1] ?? '').matchAll(/([0-9]+)m([0-9.,]+)s/gu)].map(([, minutes, seconds]) => 60 * Number(minutes) + Number(seconds.replace(',', '.')))
  return (user + system) / pages
}

const count = Number(process.env.RECORDS ?? 100_000)

/** Fails on pages that ask for it, until the file `mended` is there. */
const failing = `import {existsSync} from 'node:fs'
export default {name: 'failing', about: 'fails on some pages', run({blocks}) { if (!existsSync('mended') && blocks.some(({text}) => /^This is record number [0-9]*777 of/.test(text))) throw new Error('as told') }}`

const tests = {
  /** 20 runs, at least 3 kills each, at least 10 of all between data and journal. */
  async kills() {
    const runs = Number(process.env.RUNS ?? 20)
    const tally = await kills({runs, records: Number(process.env.KILL_RECORDS ?? 14_000), weight: 40, pause: Number(process.env.PAUSE ?? 7000), killsARun: 4, seed: Number(process.env.SEED ?? 1), say})
    say(JSON.stringify(tally))
    check(tally.between >= runs / 2, 'too few kills between data and journal')
  },

  async poison() {
    await poison({pages: 1000})
  },

  /** Two NDJSON.gz, a thousandth of the lines broken, a thousandth of the pages failing; then the error file as input. */
  async records() {
    const list = cutPages()
    const half = count / 2
    for (let k = 0; k < 2; k++) await write(join(folder, `r${k}.ndjson.gz`), {count: half, packed: true, record: i => (i % 1000 === 500 ? '{"id": "broken\n' : '') + line(k * half + i, list)})
    writeFileSync(join(folder, 'failing.mjs'), failing)
    const run = await watched(['r0.ndjson.gz', 'r1.ndjson.gz', '-o', 'records/', '--workers', '2', '-q', '--pass', 'failing.mjs'], {cwd: folder})
    figures(run, count)
    check(run.busy >= 0.9, 'the workers are not busy')
    const [broken, failed] = [count / 1000, Math.floor((count + 222) / 1000)]
    const stats = statsOf(join(folder, 'records'))
    check(stats.in === count + broken && stats.error === broken + failed, JSON.stringify(stats))
    await checkIds(join(folder, 'records'), count)
    writeFileSync(join(folder, 'mended'), '')
    await watched(['records/_errors.ndjson', '-o', 'again/', '-q', '--pass', 'failing.mjs'], {cwd: folder})
    const again = statsOf(join(folder, 'again'))
    say(`error file as input: ${again.in} records, ${again.ok} of the ${failed} failed pages clean, ${again.error} broken lines`)
    check(again.ok === failed && again.error === broken, JSON.stringify(again))
    for (const name of ['records', 'again', 'mended']) rmSync(join(folder, name), {recursive: true})
  },

  /** One WARC of 1 GB: pages, and images that nobody asked for. */
  async archive() {
    const list = cutPages()
    const packed = list.slice(0, 50).reduce((sum, _, i) => sum + warc(i, list).length, 0) / Math.min(50, list.length)
    const ballast = Math.ceil(Math.max(1000, 1e9 / 1e5 - packed))
    const file = join(folder, 'a.warc.gz')
    await write(file, {count, record: i => Buffer.concat([warc(i, list), image(i, ballast)])})
    say(`a.warc.gz: ${(statSync(file).size / 1e6).toFixed(0)} MB`)
    const run = await watched(['a.warc.gz', '-o', 'archive/', '--workers', '2', '-q'], {cwd: folder})
    figures(run, count)
    check(run.busy >= 0.9, 'the workers are not busy')
    const stats = statsOf(join(folder, 'archive'))
    check(stats.in === 4 * count && stats.skipped === 3 * count, JSON.stringify(stats))
    await checkIds(join(folder, 'archive'), count)
    rmSync(join(folder, 'archive'), {recursive: true})
  },

  /** CPU a page with two workers and with one, and what the supervisor takes. */
  async workers() {
    const list = cutPages()
    const pages = Math.min(count, 60_000)
    for (let k = 0; k < 4; k++) await write(join(folder, `w${k}.ndjson`), {count: pages / 4, record: i => line(k * pages / 4 + i, list)})
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

  /** Gigabytes of whole pages, decoded: memory of all processes stays flat. */
  async memory() {
    const list = wholePages()
    const bytes = list.reduce((sum, text) => sum + text.length, 0) / list.length
    const pages = Math.round(Number(process.env.GIGABYTES ?? 5) * 1e9 / bytes / 4) * 4
    const inputs = [0, 1, 2, 3].map(k => `m${k}.ndjson.gz`)
    for (const [k, name] of inputs.entries()) await write(join(folder, name), {count: pages / 4, packed: true, record: i => line(k * pages / 4 + i, list)})
    const run = await watched([...inputs, '-o', 'memory/', '--workers', '2', '-q'], {cwd: folder})
    const {peak} = figures(run, pages)
    say(`${(statsOf(join(folder, 'memory')).bytes / 1e9).toFixed(2)} GB decoded; memory grew by ${growth(run.samples).toFixed(0)} MB from the second to the last third, the supervisor holds ${(Math.max(...run.samples.map(({own}) => own)) / 1e6).toFixed(0)} MB at most`)
    check(peak < 1200, 'too much memory')
    check(growth(run.samples) < 60, 'memory grows')
    rmSync(join(folder, 'memory'), {recursive: true})
  },

  /** Beside two warm processes of Readability + linkedom + turndown, and one process a page under xargs. */
  async peers() {
    const list = wholePages()
    const sample = list.filter((_, i) => i % 4 === 0)
    writeFileSync(join(folder, 'sample.json'), JSON.stringify(sample))
    const pages = sample.length * 60
    for (let k = 0; k < 2; k++) await write(join(folder, `p${k}.ndjson`), {count: pages / 2, record: i => line(i, sample)})
    const {perPage} = figures(await watched(['p0.ndjson', 'p1.ndjson', '-o', 'peers/', '--workers', '2', '-q'], {cwd: folder}), pages)
    const others = await Promise.all([0, 1].map(() => peer(join(folder, 'sample.json'))))
    const other = (others[0] + others[1]) / 2
    for (const [i, text] of sample.slice(0, 24).entries()) writeFileSync(join(folder, `x${i}.html`), text)
    const [ours, theirs] = [`${bin} -q -o /dev/null --force`, jobPeer].map(command => onePageEach(command, 24))
    say(`CPU a page: job with two workers ${(1000 * perPage).toFixed(1)} ms, two warm processes of Readability + linkedom + turndown ${(1000 * other).toFixed(1)} ms: ${(other / perPage).toFixed(1)} to 1`)
    say(`a process a page under xargs -P2: boildown ${(1000 * ours).toFixed(0)} ms, the others ${(1000 * theirs).toFixed(0)} ms`)
    check(other / perPage >= 8, 'less than 8 times')
  },

  /** Stream mode, and somebody who reads 1 MB a second. */
  async slowReader() {
    const list = cutPages()
    await write(join(folder, 's.ndjson'), {count: 20_000, record: i => line(i, list)})
    const child = spawn(process.execPath, [bin, 's.ndjson', '-q'], {cwd: folder, stdio: ['ignore', 'pipe', 'inherit']})
    let peak = 0
    let read = 0
    const started = performance.now()
    for await (const chunk of child.stdout) {
      read += chunk.length
      peak = Math.max(peak, Number(/^VmHWM:\s+([0-9]+) kB/mu.exec(readFileSync(`/proc/${child.pid}/status`, 'latin1'))?.[1] ?? 0) / 1000)
      const seconds = (performance.now() - started) / 1000
      if (seconds > 30) break
      await new Promise(resolve => setTimeout(resolve, Math.max(0, 1000 * (read / 1e6 - seconds))))
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
