/**
 * Drop the navigation that scraping leaves at the ends of a Markdown file: lists of nothing but links before its
 * first heading or after its last prose, the path to the page, and rows of badges.
 *
 * HTML says by its landmarks what navigation is; Markdown has only the place and the shape.
 */
import type {Measure} from '../page/measure.ts'
import type {Ledger} from '../page/ledger.ts'
import {isOwnNavigation} from '../page/ownNavigation.ts'
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
  about: 'lists and paths of links and rows of badges at the ends of a Markdown file',
  origins: ['markdown'],
  run(page, ledger, {measure, lines}) {
    const {first, prose, last} = ends(page, measure)
    for (const region of page.regions) {
      if ((region.tag !== 'ul' && region.tag !== 'ol') || region.parent >= 0) continue
      if (region.to > first && region.from <= last) continue
      if (isContents(page, region) || (region.from > last && lines?.hasChrome === false)) continue
      const blocks = region.to - region.from
      const linked = measure.linkDensity(region.from, region.to)
      if (blocks < menuItems || linked < linksOnly || measure.words(region.from, region.to) > blocks * labelWords) continue
      ledger.drop(region.from, region.to, {rule: 'link-list', strength: 'likely', role: 'navigation', value: linked})
    }
    dropBadges(page, ledger, first)
    dropPaths(page, ledger, prose)
  },
}

/** A table of contents: every entry leads to a place of the same page. */
function isContents(page: Page, {from, to}: {readonly from: number; readonly to: number}): boolean {
  for (let i = from; i < to; i++) if (!isOwnNavigation(page, i)) return false
  return true
}

/** Signs between the steps of a path of links. */
const steps = /^[\s/›»>·|→-]{0,40}$/u

/** The path of links that leads to a page, with or without the page's own name at its end: before the first prose, two links and more. */
function dropPaths(page: Page, ledger: Ledger, before: number): void {
  const {blocks} = page
  for (let i = 0; i < before; i++) {
    const {kind, text, marks} = blocks[i]
    if (kind !== 'paragraph' || text.length > 300) continue
    const links = marks.filter(mark => mark.kind === 'link')
    if (links.length < 2 || !/[/›»>→|]/u.test(text) || isOwnNavigation(page, i)) continue
    let at = 0
    let isPath = true
    for (const {from, to} of links) {
      if (from < at || !steps.test(text.slice(at, from))) isPath = false
      at = to
    }
    const own = text.slice(at).replace(/^[\s/›»>·|→-]{1,40}/u, '')
    if (isPath && (own === '' || blocks.some(block => block.kind === 'heading' && block.text === own))) ledger.drop(i, i + 1, {rule: 'path', strength: 'likely', role: 'navigation'})
  }
}

/** The first heading or prose, and the last prose. */
function ends(page: Page, measure: Measure): {first: number; prose: number; last: number} {
  const isProse = (i: number): boolean => page.blocks[i].kind === 'code' || (measure.words(i, i + 1) >= proseWords && measure.linkDensity(i, i + 1) < 0.5)
  let first = 0
  while (first < page.blocks.length && page.blocks[first].kind !== 'heading' && !isProse(first)) first++
  let prose = first
  while (prose < page.blocks.length && !isProse(prose)) prose++
  let last = page.blocks.length - 1
  while (last > first && !isProse(last)) last--
  return {first, prose, last}
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
