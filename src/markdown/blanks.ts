/** What a fragment says although it is empty: items, quotes and code without content. A page is better off without. */
import {isEditor} from '../page/gutter.ts'
import type {Page} from '../page/page.ts'

const said: ReadonlySet<string> = new Set(['li', 'blockquote', 'pre'])

/** Regions without a block that are written all the same, in reading order. */
export function emptyRegions(page: Page): readonly number[] {
  const out: number[] = []
  /** Lines of code are elements in some pages; their code is the block of what stands around them. */
  let codeEnd = -1
  for (let r = 0; r < page.regions.length; r++) {
    const {tag, from, to, end, classes} = page.regions[r]
    if (r < codeEnd) continue
    if (tag === 'pre' || (classes.length > 0 && isEditor(classes))) codeEnd = end
    if (from !== to || !said.has(tag)) continue
    let inner = r + 1
    while (inner < end && !said.has(page.regions[inner].tag)) inner++
    if (inner === end) out.push(r)
  }
  return out
}
