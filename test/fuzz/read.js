/** One input, read in one way, and all properties asked of the result. */
import {anySettings} from './options.js'
import {properties, seldom} from './properties.js'

/** CPU milliseconds an input of some kilobytes may take, after the first few: more is a hang in the making. Chosen. */
export const slow = 3000

/** @typedef {{name: string, property: string, message: string}} Found */

/**
 * @param {string | Uint8Array} input
 * @param {{program: import('./properties.js').Program, next: import('./generate.js').Next, name?: string, property?: string}} how `name`: of the settings; by chance if left out
 * @returns {Found | undefined}
 */
export function broken(input, {program, next, name = anySettings(next), property: only}) {
  const started = performance.now()
  /** @type {import('../../src/index.ts').Result} */
  let result
  try {
    result = program.cleaners[name].clean(input)
  } catch (error) {
    return {name, property: 'never throws', message: error instanceof Error ? error.stack?.slice(0, 600) ?? '' : String(error)}
  }
  if (performance.now() - started > slow) {
    // The machine may have been busy: once more, by the work of this process alone.
    const before = process.cpuUsage()
    program.cleaners[name].clean(input)
    const {user, system} = process.cpuUsage(before)
    if ((user + system) / 1000 > slow) return {name, property: 'is quick', message: `${Math.round((user + system) / 1000)} ms for ${input.length}`}
  }
  for (const [property, test] of Object.entries(properties)) {
    if (only === undefined ? seldom[property] !== undefined && next() * seldom[property] > 1 : only !== property) continue
    try {
      const message = test({input, name, result, program})
      if (message !== undefined) return {name, property, message}
    } catch (error) {
      return {name, property, message: `threw ${error instanceof Error ? error.stack?.slice(0, 600) : String(error)}`}
    }
  }
  return undefined
}
