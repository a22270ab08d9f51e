/**
 * `npm run bench -- speed`: CPU over a set as a multiple of the baseline's in the same round.
 *
 * Wall time means nothing on a shared machine, and CPU time drifts with its load; a ratio of two processes
 * measured one after the other holds.
 */
import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {pageCount, stride} from '../sets.js'
import {baseline, contenders} from './contenders.js'

/** @typedef {import('./child.js').Measured} Measured */

/**
 * @typedef {object} SpeedOptions
 * @property {string} data folder of the packed sets
 * @property {string} set
 * @property {number} [pages] only so many pages, spread evenly; all if left out
 * @property {number} [slow] pages for slow contenders
 * @property {number} [rounds]
 */

/**
 * @typedef {object} Ratios
 * @property {number} ratio median over the rounds of the pass's CPU over the baseline's
 * @property {number} warm the same of a second pass in the same process
 * @property {number} p95 of the ratios of single pages, each page's CPU being its median over the rounds
 * @property {number} ms CPU of the mean page, median over the rounds
 * @property {number} pages
 */

const child = fileURLToPath(new URL('child.js', import.meta.url))

/**
 * @param {SpeedOptions} options
 * @returns {Promise<{contenders: Record<string, Ratios>, stages: Record<string, number>}>} `stages`: CPU over the baseline's; `whole` is the product
 */
export async function speed({data, set, pages = Number.POSITIVE_INFINITY, slow = 40, rounds = 5}) {
  const total = await pageCount(set, data)
  const wanted = Math.min(total, pages)
  const few = Math.min(wanted, slow)
  /** @type {Record<string, Measured[]>} */
  const measured = {}
  /** @type {Record<string, number>[]} */
  const staged = []
  const failed = new Set()
  for (let round = 0; round < rounds; round++) {
    for (const [name, {slow: isSlow}] of Object.entries(contenders)) {
      if (failed.has(name)) continue
      process.stderr.write(`round ${round + 1} of ${rounds}: ${name}\n`)
      const passed = inChild([name, set, data, total, wanted, isSlow ? few : wanted], isSlow)
      if (passed) (measured[name] ??= []).push(passed)
      else failed.add(name)
    }
    staged.push(inChild(['stages', set, data, total, wanted, wanted]))
  }
  const base = measured[baseline]
  const sampled = stride(wanted, few)
  const fewBase = base.map(pass => part(pass, sampled))
  return {
    contenders: Object.fromEntries(Object.entries(measured).filter(([name]) => !failed.has(name)).map(([name, passes]) => [name, ratios(passes, contenders[name].slow ? fewBase : base)])),
    stages: {
      whole: ratios(measured.boildown, base).ratio,
      ...Object.fromEntries(Object.keys(staged[0]).map(stage => [stage, median(staged.map((times, round) => times[stage] / base[round].total))])),
    },
  }
}

/**
 * What a child prints.
 * @param {readonly (string | number)[]} args
 * @param {boolean} [mayFail] as a contender may that needs what is not installed: null then
 * @returns {any}
 */
function inChild(args, mayFail = false) {
  const {stdout, status} = spawnSync(process.execPath, ['--max-old-space-size=8192', child, ...args.map(String)], {
    encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 26,
  })
  if (status !== 0 && mayFail) return null
  if (status !== 0) throw new Error(`the process of ${args[0]} ended with ${status}`)
  return JSON.parse(stdout)
}

/** Some pages of a pass, by index. @param {Measured} pass @param {readonly number[]} indices @returns {Measured} */
function part(pass, indices) {
  const pages = indices.map(i => pass.pages[i])
  const total = pages.reduce((sum, ms) => sum + ms, 0)
  return {total, warm: pass.warm * total / pass.total, pages}
}

/** @param {readonly Measured[]} passes @param {readonly Measured[]} base @returns {Ratios} */
function ratios(passes, base) {
  const count = passes[0].pages.length
  const single = Array.from({length: count}, (_, i) => median(passes.map(pass => pass.pages[i])) / median(base.map(pass => pass.pages[i])))
  single.sort((a, b) => a - b)
  return {
    ratio: median(passes.map((pass, round) => pass.total / base[round].total)), warm: median(passes.map((pass, round) => pass.warm / base[round].warm)), p95: single[Math.floor(count * 0.95)],
    ms: median(passes.map(pass => pass.total / count)), pages: count,
  }
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
