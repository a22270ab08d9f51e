/** Cleaning a stream of pages. */
import {createCleaner} from './clean.ts'
import type {Facts} from './input/read.ts'
import type {Options} from './options.ts'
import type {Result} from './result.ts'

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
