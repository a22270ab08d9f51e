/** What a block stands in: tables, lists, quotes … as bits, inherited from region to region in one scan. */
import {element} from '../page/elements.ts'
import type {Page} from '../page/page.ts'

export const inTable = 1
export const inItem = 2
export const inQuote = 4
export const inCode = 8
export const inFigure = 16
export const inForm = 32
export const inArticle = 64
export const inNoscript = 128
export const inHeading = 256
export const inTerms = 512
export const inControl = 1024
export const inMain = 2048

const byTag: Readonly<Record<string, number>> = {
  table: inTable, li: inItem, blockquote: inQuote, pre: inCode, figure: inFigure, figcaption: inFigure, form: inForm, article: inArticle, noscript: inNoscript,
  h1: inHeading, h2: inHeading, h3: inHeading, h4: inHeading, h5: inHeading, h6: inHeading, dl: inTerms, button: inControl, option: inControl, select: inControl,
  textarea: inControl, main: inMain,
}
const bits = new Int32Array(256)
for (const [tag, bit] of Object.entries(byTag)) bits[element(tag).id] = bit

const known = new WeakMap<Page, Int32Array>()

/** Bits by region, once a page. */
export function enclosures(page: Page): Int32Array {
  const made = known.get(page)
  if (made !== undefined) return made
  const {regionTag, regionParent} = page.columns
  const out = new Int32Array(regionTag.length)
  // A region's index is larger than its parent's, so the parent is always done.
  for (let r = 0; r < out.length; r++) out[r] = bits[regionTag[r]] | (regionParent[r] < 0 ? 0 : out[regionParent[r]])
  known.set(page, out)
  return out
}

/** Bits of the regions around a block; 0 at top level. */
export function enclosing(page: Page, block: number): number {
  const region = page.columns.region[block]
  return region < 0 ? 0 : enclosures(page)[region]
}
