/**
 * `npm run fuzz -- [--count N] [--seconds N] [--seed N]`: inputs nobody wrote, through every driver and output.
 *
 *   --from N        number of the first input: a long run in parts, each of its own
 *   --processes N   children at once (2)
 *   --finds N       finds after which it ends (20)
 *   --show NUMBER   print the input of that number of the run with this seed
 *   --coverage      say which share of the branches of input/ and markdown/ was taken (one process); those nothing took stand in .cache/fuzz/coverage.txt
 *   --mutants       break the program in ten known ways, and see each found
 *
 * Every find is printed, and added to .cache/fuzz/finds.ndjson, as it comes; in the end each is made small, and left
 * in .cache/fuzz/. Ends with 1 if there was one. What the tests give to the program is part of what inputs are made
 * of: a number stands for the same input in one state of the tests.
 */
import {appendFileSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {random} from './generate.js'
import {farm} from './farm.js'
import {minimised} from './minimise.js'
import {made} from './made.js'
import {seeds} from './mutate.js'
import {mutants} from './mutants.js'

const folder = new URL('../../.cache/fuzz/', import.meta.url)
/** The compiler's modules as they are: faults and branches have their places in them. */
const dist = new URL('dist/', folder).href

const {values} = parseArgs({options: {
  count: {type: 'string', default: '200000'}, seconds: {type: 'string', default: '100000'}, seed: {type: 'string', default: '1'}, from: {type: 'string', default: '0'}, processes: {type: 'string', default: '2'}, finds: {type: 'string', default: '20'}, show: {type: 'string'}, coverage: {type: 'boolean'}, mutants: {type: 'boolean'},
}})
const [count, seconds, seed] = [Number(values.count), Number(values.seconds), Number(values.seed)]
const [from, processes, enough] = [Number(values.from), Number(values.processes), Number(values.finds)]
const inputOf = (/** @type {number} */ number) => made(random(seed * 1_000_003 + number), seeds()).input

if (values.show !== undefined) process.stdout.write(inputOf(Number(values.show)))
else if (values.mutants) process.exitCode = await mutants(seed) ? 0 : 1
else process.exitCode = await fuzz() ? 0 : 1

async function fuzz() {
  const started = performance.now()
  const elapsed = () => Math.round((performance.now() - started) / 1000)
  mkdirSync(folder, {recursive: true})
  const found = (/** @type {import('./farm.js').Find} */ find) => {
    appendFileSync(new URL('finds.ndjson', folder), `${JSON.stringify({seed, ...find})}\n`)
    console.log(`FOUND ${find.number} (${find.kind}, ${find.name}): ${find.property}: ${find.message}`)
  }
  const progress = (/** @type {number} */ done) => process.stderr.write(`${done} inputs, ${elapsed()} s\n`)
  const {read, finds, branches} = await farm({dist, seed, from, count, seconds, covered: values.coverage === true, parallel: values.coverage ? 1 : processes, enough, found, progress})
  for (const find of finds) await keepSmall(find)
  if (branches) report(branches)
  console.log(`${read} inputs, ${finds.length} finds, seed ${seed}, ${elapsed()} s, median ${median()} characters`)
  return finds.length === 0 && read > 0
}

/** @param {import('./farm.js').Find} find */
async function keepSmall(find) {
  const input = inputOf(find.number)
  const small = find.property === 'ends' ? input : await minimised(input, {dist, find})
  const file = new URL(`${find.property.replace(/\W+/gu, '-')}-${seed}-${find.number}-${find.name}`, folder)
  writeFileSync(file, small)
  console.log(`${small.length} of ${input.length} characters: ${file.pathname}${small.length < 200 ? ` ${JSON.stringify(typeof small === 'string' ? small : Buffer.from(small).toString('latin1'))}` : ''}`)
}

/** Length of the median input, of a sample. */
function median() {
  const pages = seeds()
  const sizes = Array.from({length: 1001}, (_, i) => made(random(seed * 1_000_003 + i), pages).input.length).sort((a, b) => a - b)
  return sizes[500]
}

/** A branch nothing took, with its place and text. @param {string} file @param {string} range name:from-to */
function shown(file, range) {
  const [, name, from, to] = /^(.*):(\d+)-(\d+)$/u.exec(range) ?? []
  const text = readFileSync(new URL(file, dist), 'utf8')
  return `${file}:${text.slice(0, Number(from)).split('\n').length} ${name}: ${text.slice(Number(from), Number(to)).replace(/\s+/gu, ' ').slice(0, 160)}`
}

/** @param {Record<string, readonly string[]>} files branches by file, as coverage.js writes them */
function report(files) {
  let [all, taken] = [0, 0]
  const rows = Object.entries(files).map(([file, ranges]) => {
    const hit = ranges.filter(range => range.endsWith('=1')).length
    all += ranges.length
    taken += hit
    return {file, hit, of: ranges.length, missed: ranges.filter(range => range.endsWith('=0')).map(range => range.slice(0, -2))}
  })
  rows.sort((a, b) => a.hit / a.of - b.hit / b.of)
  for (const {file, hit, of, missed} of rows) if (hit < of) console.log(`${(100 * hit / of).toFixed(1).padStart(6)} %  ${file}: ${of - missed.length} of ${of}`)
  writeFileSync(new URL('coverage.txt', folder), rows.flatMap(({file, missed}) => missed.map(range => shown(file, range))).join('\n'))
  console.log(`branches of input/ and markdown/: ${taken} of ${all}, ${(100 * taken / all).toFixed(1)} %`)
}
