/** A page whose text is only in its data, as a second page that runs through the same passes. */
import {readHtml} from '../input/html.ts'
import {createNormaliser} from '../input/normalise.ts'
import type {Settings} from '../options.ts'
import type {Page} from '../page/page.ts'
import {hydrated, isThin, type DataSource} from './hydration.ts'

/** The options that hold for reading. */
type Reading = Partial<Pick<Settings, 'normalise' | 'limits'>>

export interface DataPage { readonly page: Page; readonly source: DataSource }

/**
 * The second page, undefined if the first has its text or its data holds none.
 *
 * Its head is the first page's, but for the data: those offsets refer to the other source. Metadata are read from
 * the first page.
 *
 * @param words words of the content that would be written of the first page
 */
export function dataPageOf(page: Page, words: number, {normalise, limits}: Reading = {}): DataPage | undefined {
  if (!isThin(page, words)) return undefined
  const data = hydrated(page, words)
  if (data === undefined) return undefined
  const read = readHtml(data.html, {normalise: normalise === true ? createNormaliser().piece : undefined, ...(limits && {maxBlocks: limits.blocks, maxDepth: limits.depth})})
  return {source: data.source, page: {...read, head: {...page.head, data: []}, ...(page.url === undefined ? {} : {url: page.url})}}
}
