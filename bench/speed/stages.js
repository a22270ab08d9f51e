/** The product's own pass cut into its stages: the same functions `clean` calls, with the clock read between them. */
import {dist} from '../engines/dist.js'

/**
 * @param {readonly import('../sets.js').Page[]} pages
 * @param {readonly import('../sets.js').Page[]} warm
 * @returns {Promise<Record<string, number>>} CPU milliseconds over all pages by stage
 */
export async function stages(pages, warm) {
  const [{judged}, {open, drive}, {loadDrivers}, {decode}, {loadJudge}, {write}, {settle}] = await Promise.all(
    ['clean.js', 'input/read.js', 'input/drivers.js', 'input/decode.js', 'judge/load.js', 'write.js', 'options.js'].map(dist))
  const clock = new Clock()
  const settings = settle({})
  const context = {settings, drivers: await loadDrivers(settings, ['html'])}
  const judge = await loadJudge()
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
      const judgement = judge.judge(read.page)
      clock.stage('judge')
      const ledger = judged(read.page, {settings, fragment: false, selected: [], judgement})
      clock.stage('passes')
      write(read, ledger, {settings, fragment: false, judgement})
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
