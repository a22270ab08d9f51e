/** Pages or rows in, results or rows out, in order. */
import type {Facts} from '../input/read.ts'
import {settle, type Options} from '../options.ts'
import type {Result} from '../result.ts'
import {readObject} from '../rows/read.ts'
import {saidByRow} from '../rows/saidByRow.ts'
import {rowOf, withoutResult, type RowOut} from '../rows/write.ts'
import {engineOf, type CleaningPool, type Engine} from './engine.ts'
import {inOrder} from './inOrder.ts'

/** A page, or a page with what is known of it. */
export type Input = string | Uint8Array | (Facts & {readonly input: string | Uint8Array})

/** A row that comes in (docs/row.schema.json): the page in `html`, `text`, `markdown` or `body`, what is known of it, and further columns. */
export type RowIn = Readonly<Record<string, unknown>>

export interface StreamOptions extends Options {
  /** Clean in this pool, several pages at a time: `createPool` of `boildown/pool`. Other options given here win over the pool's. */
  readonly pool?: CleaningPool | undefined
  /** Of rows: the page's own column passes through. */
  readonly keepInput?: boolean | undefined
}

/**
 * Clean a stream of pages or rows in order. A slow consumer slows the producer; with a pool, as many pages are in hand
 * as keep its processes busy.
 *
 * What comes in decides what goes out: a row (an object with the page in a column) gives a row, anything else a
 * `Result`. A page that cannot be cleaned never ends the stream: its row has `ok: false` and `error`, its result is
 * empty with the problem `engine-failed`.
 *
 * @throws {TypeError} on an unknown or wrong option.
 * @throws {Error} code `closed`, if the pool is.
 */
export function cleanAll(pages: AsyncIterable<Input> | Iterable<Input>, options?: StreamOptions): AsyncGenerator<Result>
export function cleanAll(rows: AsyncIterable<RowIn> | Iterable<RowIn>, options?: StreamOptions): AsyncGenerator<RowOut>
export async function* cleanAll(source: AsyncIterable<Input | RowIn> | Iterable<Input | RowIn>, options: StreamOptions = {}): AsyncGenerator<Result | RowOut> {
  const {pool, keepInput, ...ofPages} = options
  const rows = rowCleaner({...ofPages, pool, keepInput})
  const pages = pageCleaner(engineOf(ofPages, pool))
  yield* inOrder<Input | RowIn, Result | RowOut>(source, {
    atOnce: rows.atOnce,
    work: (piece, signal) => isRow(piece) ? rows.clean(piece, signal) : pages(piece, signal),
  })
}

const pageColumns = ['html', 'text', 'markdown', 'body'] as const

function isRow(piece: Input | RowIn): piece is RowIn {
  if (typeof piece !== 'object' || piece === null || piece instanceof Uint8Array) return false
  return !('input' in piece) || pageColumns.some(name => name in piece)
}

/** Cleans rows; counts them, so that what is wrong with one is said of its number. @throws {TypeError} */
export function rowCleaner({pool, keepInput = false, ...options}: StreamOptions): {readonly atOnce: number; clean(row: RowIn, signal?: AbortSignal): Promise<RowOut>} {
  settle(options)
  // Rows hold the title in a field of its own.
  const engine = engineOf({title: 'drop', ...options}, pool)
  let count = 0
  return {
    atOnce: engine.atOnce,
    async clean(row, signal) {
      const item = readObject(row, `row ${++count}`, {keepInput})
      if ('error' in item) return rowOf(item, item)
      const outcome = await engine.clean(item.input, item.facts, signal)
      return rowOf(item, 'error' in outcome || item.facts.url === undefined ? outcome : saidByRow(outcome))
    },
  }
}

function pageCleaner(engine: Engine): (page: Input, signal: AbortSignal) => Promise<Result> {
  return async (page, signal) => {
    const {input, ...facts} = typeof page === 'string' || page instanceof Uint8Array ? {input: page} : page ?? {}
    const outcome = typeof input === 'string' || input instanceof Uint8Array
      ? await engine.clean(input, facts, signal)
      : {error: `the page must be a string or a Uint8Array, not ${input === null ? 'null' : typeof input}`}
    return 'error' in outcome ? withoutResult(outcome.error) : outcome
  }
}
