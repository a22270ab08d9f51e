/** What a pool promises, and what it may be told. */
import type {Facts} from '../input/read.ts'
import type {Options} from '../options.ts'
import type {Result} from '../result.ts'

/** Options of the library, but for functions and traces, and what a pool has beside them. */
export interface PoolOptions extends Options {
  /** Processes at once; as many as cores and memory allow if left out. */
  readonly workers?: number | undefined
  /** Seconds of CPU time a page may take, 20 if left out; ten times that on the clock, which alone counts on Windows. */
  readonly deadline?: number | undefined
  /** Megabytes a process may take, 512 if left out. On Windows only the heap is bounded. */
  readonly memory?: number | undefined
  /** Pages that may wait; one more is refused with `busy`. No limit if left out: await {@link Pool.room} or the results. */
  readonly maxQueue?: number | undefined
  /**
   * Path or URL of a module whose default export gives further options (an object, or a function returning one), for what
   * cannot cross to another process: `hooks`, `passes`. Every process imports it.
   */
  readonly module?: string | URL | undefined
  /** Files of passes of your own, as for `--pass`. */
  readonly passFiles?: readonly string[] | undefined
}

/** What is known of one page, and how it differs from the others. */
export interface PoolFacts extends Facts {
  /** Aborted, the page rejects with `aborted` at once, and its process stops working on it. */
  readonly signal?: AbortSignal | undefined
  /** Options for this page; they win over the pool's. A process keeps what it prepared for the last 16 kinds. */
  readonly options?: Options | undefined
}

export interface Pool {
  /** Processes it has at most. */
  readonly workers: number
  /** Pages that wait for a process. */
  readonly waiting: number
  /** Pages in hand. */
  readonly working: number
  /**
   * Clean one page, as `cleaner.clean` does.
   *
   * A page whose process dies of it or runs out of memory is tried once more, alone in a fresh process; one that is over
   * its deadline is not.
   *
   * @throws {PoolError} on a page that gives no result: `deadline`, `memory`, `crash`; `aborted`, `closed`, `busy`.
   * @throws {TypeError} on an input that is neither string nor bytes, and on a wrong option.
   */
  clean(input: string | Uint8Array, facts?: PoolFacts): Promise<Result>
  /** Resolves when a page would find a process, or next to one: await it to be slowed down before you read the next page. */
  room(): Promise<void>
  /** Takes no more pages, finishes those it has, and ends the processes. `force`: does not finish them; they reject with `closed`. */
  close(options?: {readonly force?: boolean}): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}
