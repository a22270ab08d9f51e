/** What looks like a menu in a Markdown file and belongs to its text: its headings, and its table of contents. */
import type {Page} from './page.ts'

/** In Markdown a heading is marked as one, and a link to a place of the same page leads to no other: a README has both. */
export function isOwnNavigation({origin, blocks, columns}: Page, i: number): boolean {
  if (origin !== 'markdown') return false
  const {kind, marks} = blocks[i]
  if (kind === 'heading') return true
  return columns.linked[i] * 2 > columns.length[i] && marks.every(mark => mark.kind !== 'link' || mark.attrs['href']?.startsWith('#') === true)
}
