/**
 * One contender in a process of its own: reads the pages, warms up, measures, prints JSON.
 *
 * argv: contender, set, data folder, number of pages of the set, number measured, number of these this one sees.
 * @typedef {{total: number, warm: number, pages: number[]}} Measured CPU in milliseconds: of the whole pass, of a second one over the same pages, and of each page of the first
 */
import {pages, stride} from '../sets.js'
import {contenders} from './contenders.js'
import {stages} from './stages.js'

/** Pages of the warm-up: the code is compiled for good after some hundred of them. */
const warmUp = 200

const [name, set, data] = process.argv.slice(2)
const [total, wanted, seen] = process.argv.slice(5).map(Number)
const measured = stride(total, wanted)

/** @type {import('../sets.js').Page[]} */
const loaded = []
for await (const page of pages(set, data, new Set(stride(wanted, seen).map(i => measured[i])))) loaded.push(page)

/** @param {readonly import('../sets.js').Page[]} chosen @param {import('./contenders.js').Run} run @returns {Promise<Omit<Measured, 'warm'>>} */
async function pass(chosen, run) {
  const each = []
  const start = process.cpuUsage()
  for (const {gold, html} of chosen) {
    const before = process.cpuUsage()
    try {
      await run(html, gold.url ?? undefined)
    } catch {
      // Some contenders throw at some pages; that they do is the quality bench's to say.
    }
    each.push(milliseconds(process.cpuUsage(before)))
  }
  return {total: milliseconds(process.cpuUsage(start)), pages: each}
}

/** @param {NodeJS.CpuUsage} usage */
function milliseconds({user, system}) {
  return (user + system) / 1000
}

const warm = stride(loaded.length, Math.min(warmUp, Math.ceil(loaded.length / 2))).map(i => loaded[i])
if (name === 'stages') process.stdout.write(JSON.stringify(await stages(loaded, warm)))
else {
  const run = await contenders[name].start()
  await pass(warm, run)
  const first = await pass(loaded, run)
  // The engine goes on compiling for thousands of pages: a corpus is cleaned as the second pass is.
  const second = await pass(loaded, run)
  process.stdout.write(JSON.stringify({...first, warm: second.total}))
}
