/** `npm run bench -- quality`: engines against labelled sets. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {decodingScores, encodingSet} from './decoding.js'
import {startEngine} from './engines/engine.js'
import {lines} from './lines.js'
import {scoreSet} from './score/set.js'
import {pageCount, pages, scoredSets, setsIn, stride} from './sets.js'

/** @typedef {import('./score/set.js').Prediction} Prediction */
/** @typedef {import('./engines/engine.js').Engine} Engine */

/**
 * @typedef {object} QualityOptions
 * @property {string} data folder of the packed sets
 * @property {string} engine name of the engine; ignored with `predictions`
 * @property {Record<string, unknown>} [options] of the engine
 * @property {string} [predictions] NDJSON file to score instead of running an engine
 * @property {string} [keep] file the predictions go to; with several sets the name gets the set's before its ending
 * @property {number} [pages] only so many pages of each set, spread evenly
 */

/**
 * Score an engine on sets, one after the other.
 * @param {readonly string[]} names none for all that are there
 * @param {QualityOptions} options
 * @returns {AsyncGenerator<import('./score/set.js').Scores>}
 */
export async function* quality(names, options) {
  const there = setsIn(options.data)
  const ours = options.engine === 'boildown' && !options.predictions
  const chosen = names.length ? names : scoredSets.filter(name => there.includes(name) && (ours || name !== encodingSet))
  const engine = options.predictions ? null : await startEngine(options.engine, options.options)
  for (const name of chosen) {
    if (name === encodingSet) {
      yield await decodingScores(options.data)
      continue
    }
    const {gold, predictions} = await (engine ? answered(name, engine, options) : read(name, options))
    if (options.keep) keepPredictions(chosen.length > 1 ? withSet(options.keep, name) : options.keep, predictions)
    yield scoreSet(name, gold, predictions)
  }
}

/** @param {string} name @param {Engine} engine @param {QualityOptions} options */
async function answered(name, engine, options) {
  /** @type {Map<string, import('./score/set.js').Gold>} */
  const gold = new Map()
  /** @type {Map<string, Prediction>} */
  const predictions = new Map()
  const chosen = options.pages ? new Set(stride(await pageCount(name, options.data), options.pages)) : undefined
  for await (const page of pages(name, options.data, chosen)) {
    gold.set(page.gold.id, page.gold)
    predictions.set(page.gold.id, await answer(engine, page))
  }
  return {gold, predictions}
}

/** A page that an engine throws at is an empty answer and counts as one. @param {Engine} engine @param {import('./sets.js').Page} page */
async function answer(engine, {gold, html}) {
  const started = process.cpuUsage()
  /** @type {Prediction} */
  let prediction
  try {
    prediction = {id: gold.id, ...await engine(html, gold.url ?? undefined)}
  } catch (error) {
    prediction = {id: gold.id, markdown: '', error: String(error).slice(0, 200)}
  }
  const {user, system} = process.cpuUsage(started)
  return {...prediction, cpu_ms: (user + system) / 1000}
}

/** @param {string} name @param {QualityOptions} options */
async function read(name, options) {
  const gold = new Map()
  for await (const page of pages(name, options.data)) gold.set(page.gold.id, page.gold)
  /** @type {Map<string, Prediction>} */
  const predictions = new Map()
  for await (const line of lines(/** @type {string} */ (options.predictions))) {
    const row = JSON.parse(line)
    if (!predictions.has(String(row.id))) predictions.set(String(row.id), row)
  }
  return {gold, predictions}
}

/** @param {string} path @param {string} set */
function withSet(path, set) {
  return /\.[^./]*$/u.test(path) ? path.replace(/(?=\.[^./]*$)/u, `.${set}`) : `${path}.${set}`
}

/** @param {string} path @param {ReadonlyMap<string, Prediction>} predictions */
function keepPredictions(path, predictions) {
  mkdirSync(dirname(resolve(path)), {recursive: true})
  writeFileSync(path, [...predictions.values()].map(row => `${JSON.stringify(row)}\n`).join(''))
}
