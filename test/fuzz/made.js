/** The n-th input of a run: which kind of input it is, and what of. */
import {bytes, lines, page, pick, wrapped} from './generate.js'
import {encoded} from './encode.js'
import {edited, mutated} from './mutate.js'

/** @typedef {import('./generate.js').Next} Next */
/** @typedef {import('./mutate.js').Seeds} Seeds */
/** @typedef {{kind: 'grammar' | 'page' | 'pieces' | 'lines' | 'encoded' | 'bytes', input: string | Uint8Array}} Made */

/** Shares of the kinds, adding up to 1. @type {readonly (readonly [Made['kind'], number, (next: Next, seeds: Seeds) => string | Uint8Array])[]} */
const kinds = [
  ['grammar', 0.26, next => page(next, size(next))],
  ['page', 0.26, (next, {pages}) => mutated(next, pages)],
  ['pieces', 0.2, (next, {pieces}) => composed(next, next() < 0.7 ? pieces.html : [...pieces.html, ...pieces.lines], size(next))],
  ['lines', 0.16, (next, {pieces}) => pick(next, [lines, lines, wrapped, (/** @type {Next} */ _, /** @type {number} */ length) => composed(next, pieces.lines, length)])(next, size(next))],
  ['encoded', 0.07, encoded],
  ['bytes', 0.05, next => bytes(next, size(next))],
]

/** @param {Next} next @param {Seeds} seeds @returns {Made} */
export function made(next, seeds) {
  let dice = next()
  const [kind, , make] = kinds.find(([, share]) => (dice -= share) < 0) ?? kinds[0]
  return {kind, input: make(next, seeds)}
}

/** Characters; small ones find the same bugs sooner. @param {Next} next */
function size(next) {
  return 1500 + Math.floor(next() * next() * 8000)
}

/** Pieces of the tests, one after the other or inside each other, hardly damaged: each was made for a way of its own. @param {Next} next @param {readonly string[]} pieces @param {number} length */
export function composed(next, pieces, length) {
  let out = ''
  const between = pick(next, ['', '\n', '\n', '\n\n', ' '])
  while (out.length < length) {
    const piece = pick(next, pieces)
    const at = next() < 0.1 ? Math.floor(next() * out.length) : out.length
    out = out.slice(0, at) + (next() < 0.15 ? edited(next, piece, 2) : piece) + between + out.slice(at)
  }
  return out
}
