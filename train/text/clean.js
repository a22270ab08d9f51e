/**
 * NDJSON {id, url, text} to {id, markdown}, each page judged by the fold model that has not seen its site: for the
 * referee's `textmode.py run`.
 *
 *     node train/text/clean.js [--dist DIR] [--favor balanced] [--folds DIR] [--shipped]
 */
import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {createInterface} from 'node:readline'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {parseArgs} from 'node:util'
import {siteOf} from '../sites.js'

const {values} = parseArgs({options: {dist: {type: 'string'}, favor: {type: 'string'}, folds: {type: 'string'}, shipped: {type: 'boolean'}}})
const here = fileURLToPath(new URL('..', import.meta.url))
const base = pathToFileURL(`${resolve(values.dist ?? `${here}/../dist`)}/`)
const folds = values.folds ?? `${here}/folds`
const load = (/** @type {string} */ file) => import(new URL(file, base).href)
const [{finish}, {createTextJudge}, {loadTextJudge}, {settle}, {drive, open}, {loadDrivers}] =
  await Promise.all(['clean.js', 'judge/text/textJudge.js', 'judge/text/load.js', 'options.js', 'input/read.js', 'input/drivers.js'].map(load))
const settings = settle({from: 'text', ...(values.favor === undefined ? {} : {favor: values.favor})})
const drivers = await loadDrivers(settings, ['text'])
/** @type {Record<string, number>} */
const foldOf = JSON.parse(readFileSync(`${folds}/text-sites.json`, 'utf8'))
/** @type {Map<number, any>} */
const judges = new Map()

/** A site that is in no fold may be judged by any. @param {string} url */
async function judgeOf(url) {
  if (values.shipped) return loadTextJudge()
  const fold = foldOf[siteOf(url)] ?? 0
  if (!judges.has(fold)) judges.set(fold, createTextJudge(JSON.parse(readFileSync(`${folds}/text-${fold}.json`, 'utf8'))))
  return judges.get(fold)
}

for await (const line of createInterface({input: process.stdin})) {
  const {id, url, text} = JSON.parse(line)
  const {markdown} = finish(drive(open(text, {url}, settings), {settings, drivers}), {settings, textJudge: await judgeOf(url)})
  process.stdout.write(`${JSON.stringify({id, markdown})}\n`)
}
