/**
 * `boildown/pool`: the same call in child processes. A page that hangs, eats memory or brings the process down rejects
 * with a {@link PoolError}; the other pages, this process and its event loop do not notice. Node only.
 *
 * ```ts
 * import {createPool} from 'boildown/pool'
 *
 * await using pool = createPool({workers: 2, deadline: 5, favor: 'precision'})
 * const {markdown} = await pool.clean(bytes, {url, contentType})
 * ```
 *
 * Processes are started when pages come, cleaned in one page at a time, and kept. A pool nobody closes does not keep
 * the program alive; when the program ends, its processes end, too, even those that hang.
 */
import type {Pool, PoolOptions} from './contract.ts'
import {ProcessPool} from './pool.ts'
import {settlePool} from './settings.ts'
export type {Pool, PoolFacts, PoolOptions} from './contract.ts'
export {PoolError} from './poolError.ts'
export type {PoolErrorCode} from './poolError.ts'

/** @throws {TypeError} on an unknown or wrong option. A selector that is none is found by the first page. */
export function createPool(options: PoolOptions = {}): Pool & {/** @internal */ inspect: ProcessPool['inspect']} {
  return new ProcessPool(settlePool(options))
}
