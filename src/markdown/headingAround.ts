import {element} from '../page/elements.ts'
import type {Page} from '../page/page.ts'

/** The heading element around a region, -1 if none. */
export function headingAround(page: Page, region: number): number {
  let at = region
  while (at >= 0 && element(page.regions[at].tag).level === 0) at = page.regions[at].parent
  return at
}
