/** The two halves of the path, for tools that judge pages themselves. */
import {loadDrivers} from './input/drivers.ts'
import {drive, open} from './input/read.ts'
import {render as write} from './markdown/render.ts'
import {settle, type Options} from './options.ts'
import {Ledger, type Decision} from './page/ledger.ts'
import type {Page} from './page/page.ts'
import type {MapSpan} from './result.ts'

/**
 * Read an input into a page.
 *
 * @throws {TypeError} on a wrong option.
 */
export async function parse(input: string | Uint8Array, options?: Options): Promise<Page> {
  const settings = settle(options)
  const opened = open(input, {}, settings)
  return drive(opened, {settings, drivers: await loadDrivers(settings, [opened.origin])}).page
}

/**
 * Write what the decisions leave of a page; without decisions, all of it.
 *
 * @throws {TypeError} on a wrong option.
 */
export function render(page: Page, decisions: readonly Decision[] = [], options?: Options): {markdown: string; map: readonly MapSpan[]} {
  const {links, images, markdown: spelling} = settle(options)
  const {markdown, map} = write(page, Ledger.of(page, decisions), {links, images, ...spelling, exact: page.origin === 'markdown', heading: undefined, except: new Set()})
  return {markdown, map}
}
