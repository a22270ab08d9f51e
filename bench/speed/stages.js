/** The product's own pass cut into its stages: the same functions `clean` calls, with the clock read between them. */
import {dist} from '../engines/dist.js'

/** The pass that judges which blocks are content. */
const judge = 'mainContent'

/**
 * @param {readonly import('../sets.js').Page[]} pages
 * @param {readonly import('../sets.js').Page[]} warm
 * @returns {Promise<Record<string, number>>} CPU milliseconds over all pages by stage
 */
export async function stages(pages, warm) {
  const [{judged}, {open, drive}, {decode}, {write}, {settle}, {passes}] = await Promise.all(
    ['clean.js', 'input/read.js', 'input/decode.js', 'write.js', 'options.js', 'passes.js'].map(dist))
  const clock = new Clock()
  const timed = passes.map((/** @type {any} */ pass) => ({
    ...pass,
    run: (/** @type {unknown[]} */ ...args) => {
      if (pass.name !== judge) return pass.run(...args)
      clock.stage('passes')
      pass.run(...args)
      clock.stage('judge')
    },
  }))
  const settings = settle({passes: timed})
  const context = {settings, drivers: {markdown: undefined}}
  for (const chosen of [warm, pages]) {
    clock.reset()
    // On its own, as the bytes and strings it leaves behind would be collected at the expense of the others.
    for (const {html} of chosen) {
      const bytes = Buffer.from(html)
      clock.start()
      decode(bytes, undefined)
      clock.stage('decode')
    }
    for (const {gold, html} of chosen) {
      clock.start()
      const read = drive(open(html, {url: gold.url ?? undefined, from: 'html'}, settings), context)
      clock.stage('parse')
      const ledger = judged(read.page, {settings, fragment: false, selected: []})
      clock.stage('passes')
      write(read, ledger, {settings, fragment: false})
      clock.stage('render')
    }
  }
  return clock.spent
}

/** CPU since the last reading, added up by stage. */
class Clock {
  /** @type {Record<string, number>} */
  spent = {}
  #last = process.cpuUsage()

  reset() {
    this.spent = {}
  }

  start() {
    this.#last = process.cpuUsage()
  }

  /** What passed since the last reading belongs to this stage. @param {string} name */
  stage(name) {
    const now = process.cpuUsage()
    this.spent[name] = (this.spent[name] ?? 0) + (now.user + now.system - this.#last.user - this.#last.system) / 1000
    this.#last = now
  }
}
