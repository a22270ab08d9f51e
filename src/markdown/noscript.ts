/** Images that a page repeats in `<noscript>`, for browsers that would not load them late. */
import type {Page} from '../page/page.ts'

/** Blocks before and after among which the twin stands. Chosen. */
const near = 2

/** Is this block the copy of an image that stands beside it? */
export function isNoscriptTwin({blocks}: Page, i: number): boolean {
  if (blocks[i].hidden !== 'noscript' || blocks[i].kind !== 'image') return false
  const src = blocks[i].marks[0]?.attrs['src']
  for (let k = Math.max(0, i - near); k < Math.min(blocks.length, i + near + 1); k++) {
    if (k !== i && blocks[k].hidden !== 'noscript' && blocks[k].marks.some(mark => mark.kind === 'image' && mark.attrs['src'] === src)) return true
  }
  return false
}
