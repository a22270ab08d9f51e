/**
 * Inputs `from` … `to` of a run, in a process of its own: a hang or an abort is one of the things an input may do.
 * Prints the number of each input before it is read, and a line of JSON for each find.
 *
 * argv: dist, seed, from, to
 */
import {writeSync} from 'node:fs'
import {coverage} from './coverage.js'
import {random} from './generate.js'
import {made} from './made.js'
import {seeds} from './mutate.js'
import {broken} from './read.js'
import {program} from './properties.js'

const [dist, seed, from, to] = [process.argv[2], ...process.argv.slice(3).map(Number)]
const [loaded, pages] = [await program(/** @type {string} */ (dist)), seeds()]
const covered = process.env.FUZZ_COVERAGE ? await coverage(/** @type {string} */ (dist)) : undefined

for (let i = Number(from); i < Number(to); i++) {
  writeSync(1, `${i}\n`)
  const next = random(Number(seed) * 1_000_003 + i)
  const {kind, input} = made(next, pages)
  const found = broken(input, {program: loaded, next})
  if (found === undefined) continue
  const {user, system} = process.cpuUsage()
  writeSync(1, `${JSON.stringify({number: i, kind, ...found, cpu: Math.round((user + system) / 1e6)})}\n`)
}
if (covered) writeSync(1, `${JSON.stringify({coverage: await covered()})}\n`)
