/** What cleans the pages of a stream: this process, or a pool beside it. */
import type {Cleaner} from '../clean.ts'
import type {Facts} from '../input/read.ts'
import type {Options} from '../options.ts'
import type {Result} from '../result.ts'

/** Cleans elsewhere: what `createPool` of `boildown/pool` gives. */
export interface CleaningPool {
  readonly workers: number
  clean(input: string | Uint8Array, facts?: Facts & {readonly signal?: AbortSignal | undefined; readonly options?: Options | undefined}): Promise<Result>
  room?(): Promise<void>
}

export interface Engine {
  /** Pages in hand at once. */
  readonly atOnce: number
  /** @throws on a pool that is closed and on wrong options, the same for every page; what a page does is {@link Lost}. */
  clean(input: string | Uint8Array, facts: Facts, signal?: AbortSignal): Promise<Result | Lost>
}

/** A page that gave no result, and why. */
export interface Lost { readonly error: string }

/** In hand, and ready for each process when it is done. Chosen. */
const perWorker = 2

export function engineOf(options: Options, pool: CleaningPool | undefined): Engine {
  return pool ? pooled(options, pool) : inProcess(options)
}

function inProcess(options: Options): Engine {
  let cleaner: Promise<Cleaner> | undefined
  return {
    atOnce: 1,
    async clean(input, facts) {
      cleaner ??= import('../clean.ts').then(({createCleaner}) => createCleaner(options))
      const ready = await cleaner
      try {
        return ready.clean(input, facts)
      } catch (error) {
        // Hooks and passes of the caller's own may throw.
        return {error: messageOf(error)}
      }
    },
  }
}

function pooled(options: Options, pool: CleaningPool): Engine {
  const given = Object.keys(options).length > 0 ? options : undefined
  return {
    atOnce: perWorker * pool.workers,
    async clean(input, facts, signal) {
      for (;;) {
        try {
          return await pool.clean(input, {...facts, signal, options: given})
        } catch (error) {
          const code = error instanceof Error && 'code' in error ? error.code : undefined
          if (code === 'closed' || code === 'aborted' || error instanceof TypeError) throw error
          if (code !== 'busy' || !pool.room) return {error: messageOf(error)}
          // Others use the pool, too, and were faster.
          await pool.room()
        }
      }
    },
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
