/**
 * Ten faults as people make them, put into a copy of the built program one at a time: each must be found.
 *
 * A fault is a piece of the program and what stands there instead. A piece that is no longer there fails: the list
 * is kept with the program.
 */
import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {farm} from './farm.js'
import {random} from './generate.js'
import {made} from './made.js'
import {seeds} from './mutate.js'
import {program} from './properties.js'
import {broken} from './read.js'

/** Seconds of one core's time a fault may stay hidden, and how much longer the clock may run: the machine may be busy. */
const allowed = 300
const patience = 4

const root = fileURLToPath(new URL('../../', import.meta.url))
const modules = join(root, '.cache', 'fuzz', 'dist')

/** @type {readonly (readonly [name: string, file: string, piece: string | RegExp, instead: string])[]} */
const faults = [
  ['a table in a row that stands in no table', 'input/tree.js', ' && this.#last[TABLE] >= 0', ''],
  ['half of a surrogate pair', 'input/read.js', '.toWellFormed()', ''],
  ['a script’s address with a space in it', 'markdown/address.js', ".exec(plain.replace(/\\s+/gu, ''))", '.exec(plain)'],
  ['controls in an address', 'markdown/address.js', "address.replace(/[\\u0000-\\u001f\\u007f-\\u009f]+/gu, '').trim()", 'address.trim()'],
  ['a fence as long as one inside', 'markdown/code.js', 'longest + 1', 'longest'],
  ['brackets that may begin a link', 'markdown/escape.js', 'bracket: linkBrackets(text)', 'bracket: nothing'],
  ['parentheses in an address', 'markdown/address.js', 'return balanced(safe) ? safe :', 'return true ? safe :'],
  ['stars that pair up', 'markdown/escape.js', "star: paired(text, '*',", "star: paired('', '*',"],
  ['C1 controls in text', 'page/tidy.js', '\\u000e-\\u001f\\u007f-\\u009f]+', '\\u000e-\\u001f\\u007f]+'],
  ['a bar in a cell', 'markdown/escape.js', "case '|': return place.inTable", "case '|': return false"],
]

/** @param {number} seed @returns {Promise<boolean>} all were found */
export async function mutants(seed) {
  let found = 0
  for (const [name, file, piece, instead] of faults) {
    const folder = mkdtempSync(join(tmpdir(), 'boildown-fuzz-'))
    try {
      cpSync(modules, join(folder, 'dist'), {recursive: true})
      cpSync(join(root, 'package.json'), join(folder, 'package.json'))
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
      const path = join(folder, 'dist', file)
      const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
      const after = before.replace(piece, instead)
      if (after === before) {
        console.log(`FAILED ${name}: its place in ${file} is gone`)
        continue
      }
      writeFileSync(path, after)
      const {find, cpu} = await firstFind({dist: pathToFileURL(join(folder, 'dist/')).href, seed})
      const isFound = find !== undefined && cpu <= allowed
      if (isFound) found++
      console.log(isFound ? `ok     ${name}: ${find.property}, input ${find.number}, ${cpu} s of one core` : `FAILED ${name}: not found in ${allowed} s`)
    } finally {
      rmSync(folder, {recursive: true, force: true})
    }
  }
  return found === faults.length
}

/** The first find that the program as it is does not have. @param {{dist: string, seed: number}} run */
async function firstFind({dist, seed}) {
  const whole = await program(pathToFileURL(`${modules}/`).href)
  const pages = seeds()
  let cpu = 0
  for (let from = 0; cpu <= allowed;) {
    const {finds} = await farm({dist, seed, from, count: 1_000_000, seconds: allowed * patience, parallel: 1, enough: 1, whole: true})
    const find = finds[0]
    if (find === undefined) break
    cpu += find.cpu ?? 0
    const next = random(seed * 1_000_003 + find.number)
    if (broken(made(next, pages).input, {program: whole, next}) === undefined) return {find, cpu}
    from = find.number + 1
  }
  return {find: undefined, cpu}
}
