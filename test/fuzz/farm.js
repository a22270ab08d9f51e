/** Children that read inputs, a batch each; one that hangs or dies costs the input it was at. */
import {spawn} from 'node:child_process'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'

/** Inputs of a child: its start is a second, and what an aborted one loses is not read twice. */
const batch = 1000
/** Milliseconds without a sign of life. */
const patience = 240_000

const child = fileURLToPath(new URL('child.js', import.meta.url))

/** `cpu`: seconds its process had worked. @typedef {{number: number, kind: string, name: string, property: string, message: string, cpu?: number}} Find */

/**
 * @typedef {object} Options
 * @property {string} dist
 * @property {number} seed
 * @property {number} [from] number of the first input
 * @property {number} count
 * @property {number} seconds
 * @property {number} parallel
 * @property {number} enough finds after which it ends
 * @property {boolean} [covered]
 * @property {boolean} [whole] all inputs in one child
 * @property {(find: Find) => void} [found] called as finds come
 * @property {(read: number) => void} [progress] called after each child, with the inputs read so far
 */

/**
 * @param {Options} options
 * @returns {Promise<{read: number, finds: Find[], branches?: Record<string, readonly string[]>}>}
 */
export async function farm({dist, seed, from: first = 0, count, seconds, parallel, enough, covered = false, whole = false, found = () => {}, progress = () => {}}) {
  const until = performance.now() + seconds * 1000
  /** @type {Find[]} */
  const finds = []
  const end = first + count
  let [at, read] = [first, 0]
  /** @type {Record<string, readonly string[]> | undefined} */
  let branches
  const size = covered || whole ? count : batch

  const keep = (/** @type {Find} */ find) => {
    finds.push(find)
    found(find)
  }
  const work = async () => {
    while (at < end && performance.now() < until && finds.length < enough) {
      let [from, to] = [at, Math.min(end, at + size)]
      at = to
      while (from < to) {
        const ended = await run({args: [dist, String(seed), String(from), String(to)], until, covered, found: keep, isEnough: () => finds.length >= enough})
        read += ended.last - from + 1
        progress(read)
        branches ??= ended.coverage
        if (ended.why === undefined) break
        keep({number: ended.last, kind: 'any', name: 'any', property: 'ends', message: ended.why})
        from = ended.last + 1
      }
    }
  }
  await Promise.all(Array.from({length: parallel}, work))
  return {read, finds, ...(branches && {branches})}
}

/**
 * @param {{args: readonly string[], until: number, covered: boolean, found: (find: Find) => void, isEnough: () => boolean}} options
 * @returns {Promise<{last: number, why?: string, coverage?: Record<string, readonly string[]>}>} `why`: how the child was lost, if it was
 */
function run({args, until, covered, found, isEnough}) {
  return new Promise(resolve => {
    const started = spawn(process.execPath, ['--max-old-space-size=1500', child, ...args], {stdio: ['ignore', 'pipe', 'pipe'], env: {...process.env, ...(covered && {FUZZ_COVERAGE: '1'})}})
    let last = Number(args[2]) - 1
    /** @type {Record<string, readonly string[]> | undefined} */
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
      else found(JSON.parse(line))
      if ((performance.now() > until && !covered) || isEnough()) stop(undefined)
    })
    started.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({last, ...(coverage && {coverage}), ...(isOver ? (why && {why}) : code !== 0 && {why: `the process ended with ${signal ?? code}: ${stderr.slice(-800)}`})})
    })
  })
}
