/** One measurement in a fresh process; prints JSON. argv: import PACKAGE, first, memory BYTES, held. */
import {dist} from '../engines/dist.js'
import {pageOf} from './page.js'

/** Pages of 1 MB whose results are held; beyond some hundred the share of each no longer changes. */
const heldPages = 200

const [probe, argument] = process.argv.slice(2)

/** @type {Record<string, () => Promise<Record<string, number>>>} */
const probes = {
  async import() {
    const before = process.cpuUsage()
    await (argument === 'htmlparser2' ? import('htmlparser2') : dist('index.js'))
    const {user, system} = process.cpuUsage(before)
    return {cpu: (user + system) / 1000}
  },
  async first() {
    const page = pageOf(30_000)
    const before = process.cpuUsage()
    const started = performance.now()
    const {clean} = await dist('index.js')
    const {markdown} = await clean(page)
    if (!markdown) throw new Error('no result')
    const {user, system} = process.cpuUsage(before)
    return {cpu: (user + system) / 1000, wall: performance.now() - started}
  },
  async memory() {
    const bytes = Number(argument)
    if (bytes) {
      const {clean} = await dist('index.js')
      const {markdown} = await clean(Buffer.from(pageOf(bytes)))
      if (!markdown) throw new Error('no result')
    }
    return {rss: process.resourceUsage().maxRSS / 1024}
  },
  async held() {
    const {createCleaner} = await dist('index.js')
    const cleaner = await createCleaner()
    for (let i = 0; i < 20; i++) cleaner.clean(padded(i))
    settle()
    const before = process.memoryUsage().heapUsed
    // Most of a page is boilerplate where results are small: what is held must not be the page behind them.
    const results = Array.from({length: heldPages}, (_, i) => cleaner.clean(padded(i)))
    settle()
    const kilobytes = (process.memoryUsage().heapUsed - before) / 1024 / results.length
    return {kilobytes}
  },
}

/** 1 MB of page with 10 kB of article. @param {number} i */
function padded(i) {
  return `${pageOf(10_000, i)}<!--${String(i).padStart(10, '0').repeat(99_000)}-->`
}

/** Collect, once nothing of the engine's own holds a page: the last match of a regex keeps its input alive. */
function settle() {
  /x/u.test('x')
  gc?.()
  gc?.()
}

process.stdout.write(JSON.stringify(await probes[probe]()))
