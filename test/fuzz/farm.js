/** Children that read inputs, a batch each; one that hangs or dies costs the input it was at. */
import {spawn} from 'node:child_process'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'

/** Inputs of a child: its start is a second, and what an aborted one loses is not read twice. */
const batch = 1000
/** Milliseconds without a sign of life. */
const patience = 60_000

const child = fileURLToPath(new URL('child.js', import.meta.url))

/** @typedef {{number: number, kind: string, name: string, property: string, message: string}} Find */

/**
 * @param {{dist: string, seed: number, count: number, seconds: number, parallel: number, enough: number, covered?: boolean}} options `enough`: finds after which no further child starts
 * @returns {Promise<{read: number, finds: Find[], branches?: Record<string, string>}>}
 */
export async function farm({dist, seed, count, seconds, parallel, enough, covered = false}) {
  const until = performance.now() + seconds * 1000
  /** @type {Find[]} */
  const finds = []
  let [at, read] = [0, 0]
  /** @type {Record<string, string> | undefined} */
  let branches
  const size = covered ? count : batch

  const work = async () => {
    while (at < count && performance.now() < until && finds.length < enough) {
      let [from, to] = [at, Math.min(count, at + size)]
      at = to
      while (from < to) {
        const ended = await run({args: [dist, String(seed), String(from), String(to)], until, covered})
        read += ended.last - from + 1
        finds.push(...ended.finds)
        branches ??= ended.coverage
        if (ended.why === undefined) break
        finds.push({number: ended.last, kind: 'any', name: 'any', property: 'ends', message: ended.why})
        from = ended.last + 1
      }
    }
  }
  await Promise.all(Array.from({length: parallel}, work))
  return {read, finds, ...(branches && {branches})}
}

/**
 * @param {{args: readonly string[], until: number, covered: boolean}} options
 * @returns {Promise<{last: number, finds: Find[], why?: string, coverage?: Record<string, string>}>} `why`: how the child was lost, if it was
 */
function run({args, until, covered}) {
  return new Promise(resolve => {
    const started = spawn(process.execPath, ['--max-old-space-size=1500', child, ...args], {stdio: ['ignore', 'pipe', 'pipe'], env: {...process.env, ...(covered && {FUZZ_COVERAGE: '1'})}})
    /** @type {Find[]} */
    const finds = []
    let last = Number(args[2]) - 1
    /** @type {Record<string, string> | undefined} */
    let coverage
    let [why, stderr, isOver] = [/** @type {string | undefined} */ (undefined), '', false]
    const stop = (/** @type {string | undefined} */ reason) => {
      why = reason
      isOver = true
      started.kill('SIGKILL')
    }
    let timer = setTimeout(stop, patience, 'hangs')
    started.stderr.on('data', chunk => { stderr = (stderr + chunk).slice(-2000) })
    createInterface({input: started.stdout}).on('line', line => {
      clearTimeout(timer)
      timer = setTimeout(stop, patience, `hangs for ${patience / 1000} s`)
      if (!line.startsWith('{')) last = Number(line)
      else if (line.startsWith('{"coverage"')) coverage = JSON.parse(line).coverage
      else finds.push(JSON.parse(line))
      if (performance.now() > until && !covered) stop(undefined)
    })
    started.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({last, finds, ...(coverage && {coverage}), ...(isOver ? (why && {why}) : code !== 0 && {why: `the process ended with ${signal ?? code}: ${stderr.slice(-800)}`})})
    })
  })
}
