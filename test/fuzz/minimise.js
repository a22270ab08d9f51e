/** A smaller input with the same fault: pieces are left out, ever smaller ones, as long as the fault stays. */
import {random} from './generate.js'
import {program} from './properties.js'
import {broken} from './read.js'

/** Tries; each is a reading. */
const patience = 1500

/** @type {Map<string, Promise<import('./properties.js').Program>>} */
const programs = new Map()

/**
 * @template {string | Uint8Array} T
 * @param {T} input
 * @param {{dist: string, find: import('./farm.js').Find}} about
 * @returns {Promise<T>}
 */
export async function minimised(input, {dist, find: {name, property}}) {
  if (!programs.has(dist)) programs.set(dist, program(dist))
  const loaded = /** @type {import('./properties.js').Program} */ (await programs.get(dist))
  const fails = (/** @type {T} */ candidate) => broken(candidate, {program: loaded, next: random(1), name, property: property === 'never throws' || property === 'is quick' ? 'names its passes and rules' : property})?.property === property
  let current = input
  let tries = 0
  for (let size = Math.ceil(current.length / 2); size >= 1 && tries < patience; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < current.length && tries < patience;) {
      const candidate = /** @type {T} */ (without(current, at, at + size))
      tries++
      if (candidate.length < current.length && fails(candidate)) current = candidate
      else at += size
    }
  }
  return current
}

/** @param {string | Uint8Array} input @param {number} from @param {number} to */
function without(input, from, to) {
  return typeof input === 'string' ? input.slice(0, from) + input.slice(to) : Uint8Array.from([...input.subarray(0, from), ...input.subarray(to)])
}
