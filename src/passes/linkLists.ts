/**
 * Drop the navigation that scraping leaves at the ends of a Markdown file: lists of nothing but links before its
 * first heading or after its last prose, and rows of badges.
 *
 * HTML says by its landmarks what navigation is; Markdown has only the place and the shape.
 */
import type {Measure} from '../page/measure.ts'
import type {Ledger} from '../page/ledger.ts'
import type {Page} from '../page/page.ts'
import type {Pass} from '../page/pass.ts'

/** Two links may be a pointer to something; three are a menu. Chosen. */
const menuItems = 3
/** Share of a list's characters inside links from which it holds nothing else. Chosen: leaves room for separators. */
const linksOnly = 0.9
/** A menu's labels are short; longer ones are a list of titles. Chosen. */
const labelWords = 5
/** Words of a block from which it is prose. Chosen. */
const proseWords = 12
/** Images that show a state: drawn by a service, or named for what they are. */
const badge = /\bbadge|shields\.io|\.svg(?:$|[?#])/iu

export const linkLists: Pass = {
  name: 'linkLists',
  about: 'lists of links and rows of badges at the ends of a Markdown file',
  origins: ['markdown'],
  run(page, ledger, {measure}) {
    const {first, last} = ends(page, measure)
    for (const region of page.regions) {
      if ((region.tag !== 'ul' && region.tag !== 'ol') || region.parent >= 0) continue
      if (region.to > first && region.from <= last) continue
      const blocks = region.to - region.from
      const linked = measure.linkDensity(region.from, region.to)
      if (blocks < menuItems || linked < linksOnly || measure.words(region.from, region.to) > blocks * labelWords) continue
      ledger.drop(region.from, region.to, {rule: 'link-list', strength: 'likely', role: 'navigation', value: linked})
    }
    dropBadges(page, ledger, first)
  },
}

/** The first heading or prose, and the last prose. */
function ends(page: Page, measure: Measure): {first: number; last: number} {
  const isProse = (i: number): boolean => page.blocks[i].kind === 'code' || (measure.words(i, i + 1) >= proseWords && measure.linkDensity(i, i + 1) < 0.5)
  let first = 0
  while (first < page.blocks.length && page.blocks[first].kind !== 'heading' && !isProse(first)) first++
  let last = page.blocks.length - 1
  while (last > first && !isProse(last)) last--
  return {first, last}
}

/** Badges stand in the head of a file: before its first prose, with or without the title above them. */
function dropBadges(page: Page, ledger: Ledger, first: number): void {
  const from = page.blocks[first]?.kind === 'heading' ? first + 1 : 0
  for (let i = 0; i < page.blocks.length && (i < from || page.blocks[i].kind === 'image'); i++) {
    const {kind, marks} = page.blocks[i]
    if (kind === 'image' && marks.every(mark => mark.attrs['href'] !== undefined && badge.test(mark.attrs['src'] ?? ''))) {
      ledger.drop(i, i + 1, {rule: 'badge', strength: 'likely', role: 'navigation'})
    }
  }
}
