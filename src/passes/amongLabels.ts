/** Tells a block that stands among a site's labels, or among holes of its templates, from one that stands in a text. */
import type {Page} from '../page/page.ts'
import {interfaceBlock} from './interfaceLine.ts'
import {proseOf} from './prose.ts'
import {readingOf, unfilledIn} from './unfilled.ts'

/** Blocks before and behind that are looked at for lines of a site, and how many of them make the block one. Chosen. */
const near = 2
const leastCompany = 2

/** Does the block stand between lines of a site, or beside other holes? Prose on the way ends the search. */
export function amongLabels(page: Page, i: number): boolean {
  let count = 0
  for (const step of [-1, 1]) {
    for (let k = 1, at = i + step; k <= near && at >= 0 && at < page.blocks.length; k++, at += step) {
      const {text} = page.blocks[at]
      if (text === '') continue
      if (proseOf(page).words(at, at + 1) > 0) break
      const holes = unfilledIn(text)
      if (interfaceBlock(page, at)?.doubtful === false || (holes.length > 0 && readingOf(text, holes) === 'scaffold')) count++
    }
  }
  return count >= leastCompany
}
