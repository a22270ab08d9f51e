/**
 * `node test/soak/serve.js`: the service under four times what it can do. Pages are those of the folder PAGES (.html or
 * .html.gz), or made up without it; SECONDS of load, 60 if left out; WORKERS, one less than there are cores if left out,
 * as the generator needs one. Prints its figures and fails where a limit is not kept.
 */
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {check, root} from '../systems/system.js'
import {bin, childrenOf, pageOf} from '../systems/support/jobs.js'

const seconds = Number(process.env.SECONDS ?? 60)
const workers = Number(process.env.WORKERS ?? Math.max(1, availableParallelism() - 1))
/** CPU seconds a page may take; an answer must be there in as many on the clock. */
const deadline = 2
/** Times the capacity that is offered; share of the capacity that must be accepted; MB by which memory may grow. */
const [offered, least, growth] = [4, 0.8, 60]

const made = process.env.PAGES === undefined ? mkdtempSync(join(tmpdir(), 'boildown-load-')) : undefined
const pages = process.env.PAGES ?? made ?? ''
if (made) for (let i = 0; i < 100; i++) writeFileSync(join(made, `${i}.html`), `${pageOf(i, 40 + i)}<!--${'x'.repeat(150_000)}-->`)

const service = spawn(process.execPath, [bin, 'serve', '--port', '0', '--workers', String(workers), '--deadline', String(deadline)], {cwd: root, stdio: ['ignore', 'ignore', 'pipe']})
const [said] = await once(service.stderr, 'data')
const port = Number(/:([0-9]+) \(/u.exec(String(said))?.[1])
service.stderr.on('data', chunk => process.stderr.write(chunk))

/** Bytes in memory of the service and its processes. @returns {[number, number]} */
function memory() {
  const of = (/** @type {number} */ pid) => {
    try {
      return Number(/^VmRSS:\s+([0-9]+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) / 1000
    } catch {
      return 0
    }
  }
  const pid = service.pid ?? 0
  return [of(pid), childrenOf(pid).reduce((sum, child) => sum + of(child), 0)]
}

/** @param {number} time @param {number} rate @param {number} [width] @returns {Promise<{seconds: number, sent: number, open: number, statuses: Record<string, number>, accepted: number, median: number, p99: number, most: number, bytes: number, cpu: number}>} */
async function load(time, rate, width = 4) {
  const generator = spawn(process.execPath, [fileURLToPath(new URL('load.js', import.meta.url)), String(port), String(time), String(rate), pages], {stdio: ['ignore', 'pipe', 'inherit'], env: {...process.env, WIDTH: String(width)}})
  let out = ''
  generator.stdout.on('data', chunk => { out += chunk })
  await once(generator, 'close')
  return JSON.parse(out)
}

/** CPU seconds of the service so far: its own, and those of its processes that live. @returns {[number, number]} */
function cpu() {
  const of = (/** @type {number} */ pid) => {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  }
  const pid = service.pid ?? 0
  return [of(pid), childrenOf(pid).reduce((sum, child) => sum + of(child), 0)]
}

/** @param {number} time */
async function capacityOver(time) {
  const spent = cpu()
  const {accepted, seconds: took, median, statuses} = await load(time, 0, 2 * workers)
  const [own, children] = cpu().map((each, i) => 1000 * (each - spent[i]) / accepted)
  console.log(`  CPU a page: ${children.toFixed(1)} ms its processes, ${own.toFixed(1)} ms the service`)
  console.log(`capacity: ${(accepted / took).toFixed(1)} pages/s with ${workers} ${workers === 1 ? 'process' : 'processes'}, median ${median.toFixed(0)} ms, ${JSON.stringify(statuses)}`)
  return accepted / took
}

let failed = 0
try {
  await load(5, 0, 2 * workers)
  const before = await capacityOver(15)

  /** @type {[number, number][]} */
  const samples = []
  const timer = setInterval(() => samples.push(memory()), 500)
  const spent = cpu()
  const full = await load(seconds, offered * before)
  const [own, children] = cpu().map((time, i) => time - spent[i])
  clearInterval(timer)
  // Once more, as the machine may have other things to do.
  const capacity = (before + await capacityOver(15)) / 2
  const third = Math.floor(samples.length / 3)
  const mean = (/** @type {[number, number][]} */ part) => part.reduce((sum, [own, children]) => sum + own + children, 0) / Math.max(1, part.length)
  const grown = mean(samples.slice(2 * third)) - mean(samples.slice(third, 2 * third))
  const peak = Math.max(...samples.map(([own, children]) => own + children))
  const rate = full.accepted / full.seconds
  console.log(`offered ${(full.sent / full.seconds).toFixed(0)}/s for ${full.seconds.toFixed(0)} s: ${rate.toFixed(1)}/s accepted (${(100 * rate / capacity).toFixed(0)} % of the capacity), ${JSON.stringify(full.statuses)}`)
  console.log(`accepted: median ${full.median.toFixed(0)} ms, p99 ${full.p99.toFixed(0)} ms, at most ${full.most.toFixed(0)} ms; memory ${peak.toFixed(0)} MB at most, ${grown.toFixed(0)} MB more in the last third than in the second; cores: ${(own / full.seconds).toFixed(2)} the service, ${(children / full.seconds).toFixed(2)} its processes, ${(full.cpu / full.seconds).toFixed(2)} the generator`)
  console.log(`  CPU a page accepted: ${(1000 * children / full.accepted).toFixed(1)} ms its processes, ${(1000 * own / full.accepted).toFixed(1)} ms the service with all it refused`)
  check(full.sent >= 0.95 * offered * before * seconds, 'the generator did not keep up')
  check(rate >= least * capacity, 'too few accepted')
  check(Object.keys(full.statuses).every(status => status === '200' || status === '503'), 'answers beside 200 and 503')
  check((full.statuses['503'] ?? 0) > 0, 'nothing was refused')
  check(full.p99 < 1000 * deadline, 'p99 is above the deadline')
  check(full.open === 0, `${full.open} requests without an answer`)
  check(grown < growth, 'memory grows')
} catch (error) {
  failed = 1
  console.log(`FAILED: ${error instanceof Error ? error.message : String(error)}`)
}
service.kill('SIGTERM')
const [code] = await once(service, 'close')
if (code !== 0) {
  failed = 1
  console.log(`FAILED: the service ended with ${code}`)
}
if (made) rmSync(made, {recursive: true, force: true})
console.log(failed ? 'serve: FAILED' : 'serve: ok')
process.exitCode = failed
