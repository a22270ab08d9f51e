/**
 * The key of a block: what its text is when case, numbers and white space are left aside, as a number of 53 bits. Two
 * blocks of different pages with one key say the same.
 */
import {basis, hashed, lower} from '../judge/hash.ts'
import type {Page} from '../page/page.ts'
import {classOf, wide, word} from '../page/scripts.ts'

/** Second start value: two hashes of 32 bits make one of 53. */
const otherBasis = 0x2f0b4c47
const digit = 48
const two32 = 0x1_0000_0000

/** @returns 0 for a text without a letter: figures and signs repeat by chance */
export function textKey(text: string): number {
  let a = basis
  let b = otherBasis
  let hasLetter = false
  let inDigits = false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (isSpace(unit)) continue
    const isDigit = unit >= digit && unit <= 57
    // 7 and 2024 are one number: pages differ in their counts and dates.
    if (isDigit && inDigits) continue
    inDigits = isDigit
    const folded = isDigit ? digit : lower(unit)
    hasLetter ||= !isDigit && isLetter(unit)
    a = hashed(a, folded)
    b = Math.imul(b ^ folded, 0x5bd1e995) ^ (b >>> 15)
  }
  return hasLetter ? joined(a, b) : 0
}

function isLetter(unit: number): boolean {
  const is = classOf(unit)
  return is === word || is === wide
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x3000 || (unit >= 0x2000 && unit <= 0x200d) || unit === 0xfeff
}

/** Two hashes to one number that a double holds exactly; never 0. */
function joined(a: number, b: number): number {
  return (spread(b) & 0x1f_ffff) * two32 + (spread(a) >>> 0) || 1
}

function spread(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** A key of any text as it stands: of a host's name, of an address. */
export function nameKey(name: string): number {
  let a = basis
  let b = otherBasis
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i)
    a = hashed(a, unit)
    b = Math.imul(b ^ unit, 0x5bd1e995) ^ (b >>> 15)
  }
  return joined(a, b)
}

/** Key of every block of a page, 0 for blocks that have none. */
export function blockKeys({blocks}: Page): Float64Array {
  const out = new Float64Array(blocks.length)
  for (let i = 0; i < out.length; i++) if (blocks[i].text !== '') out[i] = textKey(blocks[i].text)
  return out
}

/** The keys that are there, each once, ascending. */
export function distinct(keys: Float64Array): Float64Array {
  const sorted = keys.slice().sort()
  let n = 0
  for (let i = 0; i < sorted.length; i++) if (sorted[i] !== 0 && (n === 0 || sorted[i] !== sorted[n - 1])) sorted[n++] = sorted[i]
  return sorted.slice(0, n)
}

/** One number for a whole page: pages with the same keys in the same order are one page. */
export function pageKey(keys: Float64Array): number {
  let a = basis
  let b = otherBasis
  for (const key of keys) {
    if (key === 0) continue
    const low = key % two32 | 0
    a = Math.imul(a ^ low, 0x01000193) ^ (a >>> 13)
    b = Math.imul(b ^ (key / two32 | 0) ^ low, 0x5bd1e995) ^ (b >>> 15)
  }
  return joined(a, b)
}
