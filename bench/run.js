/** `npm run bench -- quality|comparison|speed|profile|reading|structure|start|hosts|floors`: see README.md beside this file. */
import {writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {engineNames} from './engines/engine.js'
import {dataFolder, scoredSets, setsIn} from './sets.js'

const usage = `npm run bench -- quality [SET...] [--cv] [--engine NAME | --predictions FILE] [--options JSON] [--pages N] [--json FILE] [--keep FILE] [--data DIR]
npm run bench -- comparison [--pages N] [--json FILE] [--data DIR]
npm run bench -- speed [--set NAME] [--pages N] [--slow N] [--rounds N] [--json FILE] [--data DIR]
npm run bench -- profile [--set NAME] [--pages N] [--json FILE] [--data DIR]
npm run bench -- reading [--set NAME] [--pages N] [--rounds N] [--json FILE] [--data DIR]
npm run bench -- structure [--json FILE] [--data DIR]
npm run bench -- hosts [--json FILE] [--data DIR]
npm run bench -- start [--json FILE]
npm run bench -- floors [--raise] [--speed] [--data DIR]

engines: ${engineNames.join(', ')}; sets: ${scoredSets.join(', ')}`

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    data: {type: 'string'}, engine: {type: 'string', default: 'boildown'}, options: {type: 'string'},
    predictions: {type: 'string'}, keep: {type: 'string'}, json: {type: 'string'}, pages: {type: 'string'},
    set: {type: 'string', default: 'wcxb-dev'}, rounds: {type: 'string'}, slow: {type: 'string'},
    raise: {type: 'boolean', default: false}, cv: {type: 'boolean', default: true}, speed: {type: 'boolean', default: false}, help: {type: 'boolean', default: false},
  },
})
const data = dataFolder(values.data)
const [command, ...rest] = positionals

/** @param {string} name @param {string | undefined} text @returns {number | undefined} */
function count(name, text) {
  if (text === undefined) return undefined
  if (!/^[1-9]\d{0,8}$/u.test(text)) throw new Error(`--${name} takes a whole number above 0, not ${text}`)
  return Number(text)
}

/** @param {unknown} figures */
function keepJson(figures) {
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 1)}\n`)
}

/** @type {Record<string, () => Promise<void>>} */
const commands = {
  async hosts() {
    const {hostsFigures, hostsReport} = await import('./hosts/hosts.js')
    const figures = await hostsFigures(data)
    console.log(hostsReport(figures))
    keepJson(figures)
  },
  async quality() {
    const {quality} = await import('./quality.js')
    const {qualityReport} = await import('./report.js')
    if (!rest.length && !setsIn(data).length) throw new Error(`no labelled sets in ${data}`)
    const scores = []
    for await (const score of quality(rest, {
      data, engine: values.engine, options: JSON.parse(values.options ?? '{}'),
      ...defined({predictions: values.predictions, keep: values.keep, pages: count('pages', values.pages)}),
    })) scores.push(score)
    console.log(qualityReport(scores))
    keepJson(scores)
  },
  async comparison() {
    const {comparison, comparisonTables} = await import('./comparison.js')
    const figures = await comparison({data, ...defined({pages: count('pages', values.pages)})})
    console.log(comparisonTables(figures))
    keepJson(figures)
  },
  async speed() {
    const {speed} = await import('./speed/speed.js')
    const {speedReport} = await import('./report.js')
    const given = {pages: count('pages', values.pages), slow: count('slow', values.slow), rounds: count('rounds', values.rounds)}
    const figures = await speed({data, set: values.set, ...defined(given)})
    console.log(speedReport(figures))
    keepJson(figures)
  },
  async profile() {
    const {profile} = await import('./speed/profile.js')
    const {table} = await import('./report.js')
    const figures = await profile({data, set: values.set, ...defined({pages: count('pages', values.pages)})})
    const percent = (/** @type {[string, number][]} */ rows) => rows.map(([name, share]) => [name, (100 * share).toFixed(1), (1000 * share * figures.ms).toFixed(0)])
    console.log(table(['stage', '%', 'µs a page'], percent(figures.stages)))
    console.log(table(['module', '%', 'µs a page'], percent(figures.modules)))
    keepJson(figures)
  },
  async reading() {
    const {reading} = await import('./reading/reading.js')
    const {table} = await import('./report.js')
    const figures = await reading({data, set: values.set, ...defined({pages: count('pages', values.pages), rounds: count('rounds', values.rounds)})})
    console.log(table(['file', 'MB', 'pages', 'CPU s', 'times as fast as gunzip'], figures.map(({name, megabytes, pages, seconds, ratio}) =>
      [name, megabytes.toFixed(1), String(pages), seconds.toFixed(2), ratio.toFixed(2)])))
    keepJson(figures)
  },
  async structure() {
    const {structure, structureTables} = await import('./structure/structure.js')
    const {table} = await import('./report.js')
    const figures = await structure(data)
    console.log(structureTables(figures).map(({head, rows}) => table(head, rows)).join('\n\n'))
    keepJson(figures)
  },
  async start() {
    const {start} = await import('./start/start.js')
    const {table} = await import('./report.js')
    const figures = start()
    console.log(table(['figure', 'value'], Object.entries(figures).map(([name, value]) => [name, value.toFixed(1)])))
    keepJson(figures)
  },
  async floors() {
    const {floors} = await import('./floors.js')
    if (!await floors({data, raise: values.raise, speed: values.speed})) process.exitCode = 1
  },
}

/** @param {Record<string, unknown>} record */
function defined(record) {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
}

const run = values.help ? undefined : commands[command ?? '']
if (run) await run()
else {
  console.error(usage)
  process.exitCode = values.help ? 0 : 2
}
