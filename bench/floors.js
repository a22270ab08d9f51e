/**
 * `npm run bench -- floors`: figures that a change must not make worse.
 *
 * Quality floors only move up, speed ceilings only move down; `--raise` moves them to what was measured.
 */
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {quality} from './quality.js'
import {qualityReport, table} from './report.js'
import {scoredSets, setsIn} from './sets.js'

const file = new URL('floors.json', import.meta.url)

/** A raised floor stands this far below the measured figure at most: floors are multiples of it. */
const step = 0.001
/** A tightened ceiling leaves this share above the measured ratio, as rounds differ by that much. */
const noise = 0.1

/**
 * Floors by set and figure; ceilings by stage, as CPU over that of the baseline.
 * @typedef {{quality: Record<string, Record<string, number>>, speed: Record<string, number>}} Floors
 */

/** @returns {Floors} */
function readFloors() {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {quality: {}, speed: {}}
}

/** The figures of a set that have floors. @param {any} score @returns {Record<string, number>} */
function figures(score) {
  /** @type {[string, unknown][]} */
  const found = [
    ...['f1', 'with', 'shingle_f1', 'decoded'].map(key => /** @type {[string, unknown]} */ ([key, score[key]])),
    ['kept out', typeof score.without_annotated === 'number' ? 1 - score.without_annotated : undefined],
    ...Object.entries(score.by_type ?? {}).map(([type, f1]) => /** @type {[string, unknown]} */ ([`f1 ${type}`, f1])),
    ...Object.entries(score.structure ?? {}).map(([kind, s]) => /** @type {[string, unknown]} */ ([`structure ${kind}`, s.f1])),
    ...Object.entries(score.metadata ?? {}).map(([field, s]) => /** @type {[string, unknown]} */ ([field, s.exact])),
  ]
  return Object.fromEntries(found.filter(/** @returns {entry is [string, number]} */ entry => typeof entry[1] === 'number'))
}

/**
 * @typedef {object} Row one figure beside its floor
 * @property {string} of set or stage
 * @property {string} figure
 * @property {number} measured
 * @property {number | undefined} floor
 * @property {boolean} met true where there is no floor yet
 */

/** @param {string} of @param {Record<string, number>} measured @param {Record<string, number> | undefined} floors @returns {Row[]} */
function against(of, measured, floors = {}) {
  return [...new Set([...Object.keys(floors), ...Object.keys(measured)])].map(figure => {
    const value = measured[figure] ?? Number.NaN
    const floor = floors[figure]
    return {of, figure, measured: value, floor, met: floor === undefined || value >= floor}
  })
}

/** The higher of the floor and the measured figure rounded down. @param {number | undefined} floor @param {number} measured */
export function raised(floor, measured) {
  return Math.max(floor ?? 0, Math.floor(measured / step + 1e-9) * step)
}

/** The lower of the ceiling and the measured ratio with room for noise. @param {number | undefined} ceiling @param {number} measured */
export function tightened(ceiling, measured) {
  return Math.min(ceiling ?? Number.POSITIVE_INFINITY, measured * (1 + noise))
}

/**
 * Measure and compare.
 * @param {{data: string, raise: boolean, speed: boolean}} options
 * @returns {Promise<boolean>} whether every floor that could be checked was met
 */
export async function floors({data, raise, speed}) {
  const known = readFloors()
  const there = setsIn(data)
  const names = scoredSets.filter(name => there.includes(name))
  const scores = []
  for await (const score of quality(names, {data, engine: 'boildown'})) scores.push(score)
  const rows = scores.flatMap(score => against(score.set, figures(score), known.quality[score.set]))
  const stages = speed ? (await (await import('./speed/speed.js')).speed({data, set: 'wcxb-dev'})).stages : {}
  const slow = Object.entries(stages).map(([stage, ratio]) => ({
    of: 'speed', figure: stage, measured: ratio, floor: known.speed[stage], met: ratio <= (known.speed[stage] ?? Number.POSITIVE_INFINITY),
  }))
  if (scores.length) console.log(`${qualityReport(scores)}\n`)
  report([...rows, ...slow])
  if (raise) writeFloors(known, rows, stages)
  const missing = Object.keys(known.quality).filter(name => !names.includes(name))
  if (missing.length || !names.length) console.log(`sets not found in the data folder: ${(missing.length ? missing : scoredSets).join(', ')}\nQUALITY FLOORS NOT CHECKED`)
  return [...rows, ...slow].every(row => row.met)
}

/** @param {readonly Row[]} rows */
function report(rows) {
  const failed = rows.filter(row => !row.met)
  if (failed.length) {
    console.log(table(['not met', 'figure', 'measured', 'floor'], failed.map(row => [
      row.of, row.figure, row.measured.toFixed(4), String(row.floor),
    ])))
  }
  const checked = rows.filter(row => row.floor !== undefined)
  if (checked.length) console.log(`${checked.length - failed.length} of ${checked.length} floors met`)
}

/** @param {Floors} known @param {readonly Row[]} rows @param {Record<string, number>} stages */
function writeFloors(known, rows, stages) {
  const next = structuredClone(known)
  for (const {of, figure, measured, floor} of rows) {
    if (Number.isNaN(measured)) continue
    next.quality[of] ??= {}
    next.quality[of][figure] = Number(raised(floor, measured).toFixed(3))
  }
  for (const [stage, ratio] of Object.entries(stages)) next.speed[stage] = Number(tightened(known.speed[stage], ratio).toFixed(3))
  writeFileSync(file, `${JSON.stringify(next, null, 2)}\n`)
}
