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

/** Seconds a fault may stay hidden. */
const allowed = 300

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
  ['C1 controls in text', 'page/collapsed.js', '\\u000e-\\u001f\\u007f-\\u009f]+', '\\u000e-\\u001f\\u007f]+'],
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
      const started = performance.now()
      const {read, finds} = await farm({dist: pathToFileURL(join(folder, 'dist/')).href, seed, count: Number.MAX_SAFE_INTEGER, seconds: allowed, parallel: 2, enough: 1})
      const seconds = Math.round((performance.now() - started) / 1000)
      if (finds.length > 0) found++
      console.log(finds.length > 0 ? `ok     ${name}: ${finds[0].property}, input ${finds[0].number}, ${seconds} s` : `FAILED ${name}: not found in ${read} inputs, ${seconds} s`)
    } finally {
      rmSync(folder, {recursive: true, force: true})
    }
  }
  return found === faults.length
}
