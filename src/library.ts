/** The calls of the library. What a page needs is loaded by the first of them: importing them costs little. */
import type {Cleaner} from './clean.ts'
import type {Facts} from './input/read.ts'
import type {Options} from './options.ts'
import type {Page} from './page/page.ts'
import type {Result} from './result.ts'

/**
 * Clean one page. Never rejects on input: if nothing is left, `markdown` is '' and `problems` says why.
 *
 * @throws {TypeError} on a wrong input type, an unknown or wrong option.
 */
export async function clean(input: string | Uint8Array, options?: Options): Promise<Result> {
  return (await import('./clean.ts')).clean(input, options)
}

/**
 * Prepare once: options are checked, and what they need is loaded. The cleaner keeps no state between pages.
 *
 * @throws {TypeError} on an unknown or wrong option.
 */
export async function createCleaner(options?: Options): Promise<Cleaner> {
  return (await import('./clean.ts')).createCleaner(options)
}

/** A page, or a page with what is known of it. */
export type Input = string | Uint8Array | (Facts & {readonly input: string | Uint8Array})

/**
 * Clean a stream of pages in order. One page is read when one result is asked for, so that a slow consumer slows
 * the producer.
 *
 * @throws {TypeError} on an unknown or wrong option, or a page that is neither string nor bytes.
 */
export async function* cleanAll(pages: AsyncIterable<Input> | Iterable<Input>, options?: Options): AsyncGenerator<Result> {
  const cleaner = await createCleaner(options)
  for await (const page of pages) {
    yield typeof page === 'string' || page instanceof Uint8Array ? cleaner.clean(page) : cleaner.clean(page.input, page)
  }
}

/**
 * Read an input into a page: the first half of the path, for tools that judge pages themselves.
 *
 * @throws {TypeError} on a wrong input type, an unknown or wrong option.
 */
export async function parse(input: string | Uint8Array, options?: Options): Promise<Page> {
  return (await import('./clean.ts')).parse(input, options)
}
