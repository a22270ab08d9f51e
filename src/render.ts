/** The second half of the path, for tools that judge pages themselves. */
import {render as write} from './markdown/render.ts'
import {settle, type Options} from './options.ts'
import {Ledger, type Decision} from './page/ledger.ts'
import type {Page} from './page/page.ts'
import type {MapSpan} from './result.ts'

/**
 * Write what the decisions leave of a page; without decisions, all of it.
 *
 * @throws {TypeError} on a wrong option.
 */
export function render(page: Page, decisions: readonly Decision[] = [], options?: Options): {markdown: string; map: readonly MapSpan[]} {
  const {links, images, tables, hooks, fragment, markdown: spelling} = settle(options)
  const {markdown, map} = write(page, Ledger.of(page, decisions), {links, images, tables, hooks, ...spelling, exact: fragment || page.origin === 'markdown', heading: undefined, except: new Set()})
  return {markdown, map}
}
