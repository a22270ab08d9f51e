/** The calls of the library. What a page needs is loaded by the first of them: importing them costs little. */
import type {Cleaner, LearnOptions} from './clean.ts'
import type {HostLearner} from './hosts/learnHosts.ts'
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

/**
 * Read an input into a page: the first half of the path, for tools that judge pages themselves.
 *
 * @throws {TypeError} on a wrong input type, an unknown or wrong option.
 */
export async function parse(input: string | Uint8Array, options?: Options): Promise<Page> {
  return (await import('./clean.ts')).parse(input, options)
}

/**
 * Learn what hosts repeat on their pages, page after page: `hosts.add(page, {url})`, then
 * `createCleaner({hosts: hosts.snapshot()})`.
 *
 * @throws {TypeError} on an unknown or wrong option.
 */
export async function learnHosts(options?: LearnOptions): Promise<HostLearner> {
  return (await import('./clean.ts')).learnHosts(options)
}

/**
 * A self-contained HTML page about one result: its blocks beside its Markdown, and why each was kept or dropped.
 *
 * @param result - made with `trace: true`.
 * @param name - of the page, for the heading; its title if left out.
 * @throws {TypeError} if the result has no trace.
 */
export async function inspector(result: Result, name?: string): Promise<string> {
  return (await import('./explain/inspector/inspector.ts')).inspector(result, name)
}
