/**
 * `npm run soak -- [NAME...]`: hostile input of doubling size. Time may grow a little more than size does, never
 * with its square, and nothing throws.
 *
 * Every input runs in a process of its own, as a hang is one of the things it may do.
 */
import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {hostile} from './hostile.js'

/** CPU may grow by this factor when the input doubles: 2 and what the clock, cache and collector add. Chosen. */
const growthAllowed = 2.3
/** What one doubling may cost at most: more is no noise. Chosen. */
const stepAllowed = 3
/** Below this CPU time, in milliseconds, a growth factor says nothing about the algorithm. Chosen. */
const tooShort = 60
/** Milliseconds after which a run counts as a hang. */
const patience = 120_000

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(hostile)
const unknown = names.filter(name => !(name in hostile))
if (unknown.length) {
  console.error(`no hostile input ${unknown.join(', ')}; known: ${Object.keys(hostile).join(', ')}`)
  process.exit(2)
}

const once = fileURLToPath(new URL('once.js', import.meta.url))
let failed = 0
for (const name of names) {
  const times = [1, 2, 4].map(factor => cpu(name, factor))
  const growth = times.slice(1).map((time, i) => time / times[i])
  // One noisy run is no algorithm: the growth from the first size to the last decides, but for leaps.
  const overall = Math.sqrt(times[2] / times[0])
  const leaps = growth.some((factor, i) => times[i + 1] > tooShort && factor > stepAllowed)
  const bad = times.some(Number.isNaN) || leaps || (times[2] > tooShort && overall > growthAllowed)
  if (bad) failed++
  console.log(`${bad ? 'FAILED' : 'ok    '} ${name.padEnd(28)} ${times.map(time => `${time.toFixed(0)} ms`).join(' → ')}   ×${growth.map(x => x.toFixed(2)).join(' ×')}`)
}
process.exitCode = failed ? 1 : 0

/** CPU milliseconds of the best of three runs, NaN if one of them failed. @param {string} name @param {number} factor */
function cpu(name, factor) {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3; round++) {
    const {stdout, stderr, status, error} = spawnSync(process.execPath, [once, name, String(factor)], {encoding: 'utf8', timeout: patience})
    if (status !== 0) {
      console.log(`  ${name} × ${factor}: ${error?.message ?? stderr.slice(-500)}`)
      return Number.NaN
    }
    best = Math.min(best, Number(stdout))
  }
  return best
}
