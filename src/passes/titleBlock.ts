/**
 * Find the title and the dek, and put them above a lead caption.
 *
 * With markup the title is the heading that says what the page's head says, else the first level 1 heading
 * that lives. Without, it is a short line before the first long paragraph; a second one is the dek.
 */
import type {Ledger} from '../page/ledger.ts'
import type {Pass} from '../page/pass.ts'
import type {Page} from '../page/page.ts'
import {classWords} from './classWords.ts'
import {proseOf} from './prose.ts'
import {plainTitle, type TitleBlock} from './plainTitle.ts'
import {titleKeys} from './titleKey.ts'
import {wordsOnly} from './words.ts'

/** Headings looked at: the title is not the fiftieth. */
const maxHeadings = 50
/** Share of the page's prose that may stand before a heading that is the title only by its level. Chosen. */
const maxProseBefore = 0.5
/** Blocks after the title among which the dek stands. Chosen. */
const near = 4
const maxDekWords = 60
/** Captions and images before the title that are its lead. Chosen. */
const maxLead = 6

export const titleBlock: Pass = {
  name: 'titleBlock',
  about: 'title and dek, above the lead image and its caption',
  run(page, ledger, {selected}) {
    // A rule of the user has named it.
    if (selected.some(({verdict, from, to}) => verdict === 'title' && from < to)) return
    const found = page.origin === 'text' ? plainTitle(page, ledger) : headed(page, ledger) ?? (page.origin === 'html' ? plainTitle(page, ledger) : undefined)
    if (found === undefined) return
    const {title, dek} = found
    ledger.retype(title, {kind: 'heading', level: 1}, {rule: found.rule, strength: 'likely', role: 'title'})
    if (dek >= 0) ledger.retype(dek, {kind: 'dek'}, {rule: found.dekRule, strength: 'likely', role: 'dek'})
    keepLeadFigure(page, ledger, found)
    liftOverLead(page, ledger, found)
  },
}

/** The title among the headings. */
function headed(page: Page, ledger: Ledger): TitleBlock | undefined {
  const keys = titleKeys(page)
  const {blocks} = page
  const prose = proseOf(page)
  let first = -1
  for (let i = 0, seen = 0; i < blocks.length && seen < maxHeadings; i++) {
    if (blocks[i].kind !== 'heading') continue
    seen++
    const alive = ledger.alive(i)
    if (!alive && ledger.strength(i) !== 'weak') continue
    if (mayBe(keys, blocks[i].text) && keys.has(wordsOnly(blocks[i].text))) {
      if (!alive) ledger.keep(i, i + 1, {rule: 'says-the-title', strength: 'likely', role: 'title'})
      return withDek(page, ledger, i, 'says-the-title')
    }
    if (first < 0 && alive && blocks[i].level === 1 && prose.words(0, i) <= maxProseBefore * prose.total) first = i
  }
  return first < 0 ? undefined : withDek(page, ledger, first, 'first-level-1')
}

/** Is a heading about as long as one of the keys? Most are not, and their words are not read. */
function mayBe(keys: ReadonlySet<string>, {length}: string): boolean {
  for (const key of keys) if (length >= key.length && length <= key.length * 1.5 + 8) return true
  return false
}

const dekWords = new Set(['dek', 'deck', 'standfirst', 'subtitle', 'subheadline', 'subheading', 'strapline', 'tagline', 'unterzeile', 'chapo', 'sottotitolo', 'subtitulo', 'ingress'])
const dekPairs = new Set(['sub headline', 'sub heading', 'sub title', 'head line2'])

function withDek(page: Page, ledger: Ledger, title: number, rule: string): TitleBlock {
  for (let i = title + 1; i <= Math.min(title + near, page.blocks.length - 1); i++) {
    if (!ledger.alive(i) && ledger.strength(i) !== 'weak') continue
    const {kind, text} = page.blocks[i]
    if ((kind !== 'paragraph' && kind !== 'heading') || text === '' || page.columns.words[i] > maxDekWords) continue
    if (namesDek(page, i)) {
      if (!ledger.alive(i)) ledger.keep(i, i + 1, {rule: 'named-dek', strength: 'likely', role: 'dek'})
      return {title, dek: i, rule, dekRule: 'named-dek'}
    }
  }
  return {title, dek: -1, rule, dekRule: ''}
}

/** Does the block's element, or the one around it, say that it is the dek? */
function namesDek({blocks, regions}: Page, i: number): boolean {
  let region = blocks[i].region
  for (let up = 0; up < 2 && region >= 0; up++, region = regions[region].parent) {
    const {classes, attrs, from, to} = regions[region]
    if (to - from > 2) return false
    if (attrs['itemprop'] === 'alternativeHeadline') return true
    for (const name of classes) {
      const words = classWords(name)
      for (let w = 0; w < words.length; w++) {
        if (dekWords.has(words[w]) || (w > 0 && dekPairs.has(`${words[w - 1]} ${words[w]}`))) return true
      }
    }
  }
  return false
}

/** A captioned figure at the title belongs to the text, also if main content begins below it. */
function keepLeadFigure(page: Page, ledger: Ledger, {title}: TitleBlock): void {
  const to = Math.min(title + maxLead + 1, page.blocks.length)
  for (let i = Math.max(0, title - maxLead); i < to; i++) {
    if (page.blocks[i].kind !== 'caption' || ledger.alive(i) || ledger.strength(i) !== 'weak') continue
    let figure = page.blocks[i].region
    while (figure >= 0 && page.regions[figure].tag !== 'figure') figure = page.regions[figure].parent
    if (figure < 0) continue
    const {from, to: end} = page.regions[figure]
    if (end - from <= maxLead) ledger.keep(from, end, {rule: 'lead-figure', strength: 'likely', role: 'caption'})
  }
}

/** Lift images and captions that stand right before the title under title and dek. */
function liftOverLead(page: Page, ledger: Ledger, {title, dek}: TitleBlock): void {
  let from = title
  for (let i = title - 1, seen = 0; i >= 0 && seen < maxLead; i--) {
    if (!ledger.alive(i)) continue
    const kind = ledger.kind(i)
    if (kind !== 'caption' && kind !== 'image') break
    seen++
    from = i
  }
  if (from === title) return
  let before = Math.max(title, dek) + 1
  while (before < page.blocks.length && !ledger.alive(before)) before++
  if (before < page.blocks.length) ledger.lift(from, title, {before, rule: 'lead-caption', strength: 'likely'})
}
