/**
 * `npm run fuzz -- [--count N] [--seconds N] [--seed N]`: inputs nobody wrote, through every driver and output.
 *
 *   --show NUMBER   print the input of that number of the run with this seed
 *   --coverage      say which share of the branches of input/ and markdown/ was taken (one process)
 *   --mutants       break the program in ten known ways, and see each found
 *
 * Every find is printed with its number, made small, and left in .cache/fuzz/. Ends with 1 if there was one.
 */
import {mkdirSync, writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {random} from './generate.js'
import {farm} from './farm.js'
import {minimised} from './minimise.js'
import {made, seeds} from './mutate.js'
import {mutants} from './mutants.js'

const folder = new URL('../../.cache/fuzz/', import.meta.url)
/** The compiler's modules as they are: faults and branches have their places in them. */
const dist = new URL('dist/', folder).href

const {values} = parseArgs({options: {
  count: {type: 'string', default: '200000'}, seconds: {type: 'string', default: '100000'}, seed: {type: 'string', default: '1'}, show: {type: 'string'}, coverage: {type: 'boolean'}, mutants: {type: 'boolean'},
}})
const [count, seconds, seed] = [Number(values.count), Number(values.seconds), Number(values.seed)]
const inputOf = (/** @type {number} */ number) => made(random(seed * 1_000_003 + number), seeds()).input

if (values.show !== undefined) process.stdout.write(inputOf(Number(values.show)))
else if (values.mutants) process.exitCode = await mutants(seed) ? 0 : 1
else process.exitCode = await fuzz() ? 0 : 1

async function fuzz() {
  const started = performance.now()
  const {read, finds, branches} = await farm({dist, seed, count, seconds, covered: values.coverage === true, parallel: values.coverage ? 1 : 2, enough: 20})
  mkdirSync(folder, {recursive: true})
  for (const find of finds) {
    const input = inputOf(find.number)
    const small = find.property === 'ends' ? input : await minimised(input, {dist, find})
    const file = new URL(`${find.property.replace(/\W+/gu, '-')}-${seed}-${find.number}.${find.kind === 'lines' ? 'txt' : 'html'}`, folder)
    writeFileSync(file, small)
    console.log(`FOUND ${find.number} (${find.kind}, ${find.name}): ${find.property}: ${find.message}\n  ${small.length} of ${input.length} characters: ${file.pathname}`)
  }
  if (branches) report(branches)
  console.log(`${read} inputs, ${finds.length} finds, seed ${seed}, ${Math.round((performance.now() - started) / 1000)} s, median ${median()} characters`)
  return finds.length === 0 && read > 0
}

/** Length of the median input, of a sample. */
function median() {
  const pages = seeds()
  const sizes = Array.from({length: 1001}, (_, i) => made(random(seed * 1_000_003 + i), pages).input.length).sort((a, b) => a - b)
  return sizes[500]
}

/** @param {Record<string, string>} files branches by file, as coverage.js writes them */
function report(files) {
  let [all, taken] = [0, 0]
  const rows = Object.entries(files).map(([file, text]) => {
    const ranges = text.split(' ').filter(Boolean)
    const hit = ranges.filter(range => range.endsWith('=1')).length
    all += ranges.length
    taken += hit
    return {file, hit, of: ranges.length, missed: ranges.filter(range => range.endsWith('=0')).map(range => range.slice(0, -2))}
  })
  for (const {file, hit, of, missed} of rows.sort((a, b) => a.hit / a.of - b.hit / b.of).slice(0, 12)) console.log(`${(100 * hit / of).toFixed(1).padStart(6)} %  ${file}  ${missed.slice(0, 6).join(' ')}`)
  console.log(`branches of input/ and markdown/: ${taken} of ${all}, ${(100 * taken / all).toFixed(1)} %`)
}
