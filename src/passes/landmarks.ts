/**
 * Drop regions that say by tag, role, class or id that they are not content: navigation, footers, share
 * bars, newsletter forms, related links.
 *
 * Names lie now and then, so measures stand guard: no region goes that holds a large part of the page's
 * running text, more words than such a region has, or fewer links than it lives of.
 */
import {noAttrs} from '../page/builder.ts'
import {element, elementCount} from '../page/elements.ts'
import type {Role} from '../page/ledger.ts'
import type {Context, Pass} from '../page/pass.ts'
import type {Page, Region} from '../page/page.ts'
import type {LandmarkRow} from '../rules/row.ts'
import {enclosures, inArticle, inCode, inHeading, inMain, inQuote, inTable} from './enclosure.ts'
import {landmarkNamed, landmarkOf} from './landmarkClass.ts'
import {proseOf} from './prose.ts'

/** Half of the page's running text in one region: that is the content, whatever it is called. */
const maxShare = 0.5
/** Share of its words that a page is taken to have as prose at least, for the guards. Chosen. */
const leastProse = 0.3
/** A form with more words than this says something: a questionnaire, or a page wrapped in one form. Chosen. */
const maxFormWords = 60
/** A longer label of a button is an answer behind a question, not a command. Chosen. */
const maxButtonWords = 8

interface Limits { readonly linked?: number; readonly maxWords?: number; readonly maxShare?: number }
interface Found extends Limits {
  readonly name: string
  readonly role: Role
  /** The standard's own word for it: it may hold most of a page's words (not of its prose). */
  readonly sure?: boolean
  readonly settles?: boolean
}

/** Regions whose class never counts: they hold the page, or are content by their own tag. */
const nameless = 'html body main article h1 h2 h3 h4 h5 h6 p pre table tbody thead tr td th dt dd label figure figcaption blockquote address caption option'.split(' ')

const byTag: Readonly<Record<string, Found>> = {
  nav: {name: 'nav', role: 'navigation', sure: true},
  menu: {name: 'nav', role: 'navigation', linked: 0.5},
  search: {name: 'search', role: 'navigation', maxWords: 60},
  footer: {name: 'footer', role: 'footer', sure: true},
  header: {name: 'banner', role: 'navigation', linked: 0.5, maxShare: 0.1},
  aside: {name: 'aside', role: 'related', linked: 0.5, maxShare: 0.3},
  form: {name: 'form', role: 'debris', maxWords: maxFormWords, maxShare: 0.1},
  select: {name: 'control', role: 'debris', sure: true},
  option: {name: 'control', role: 'debris', sure: true},
  textarea: {name: 'control', role: 'debris', maxWords: maxFormWords},
  button: {name: 'control', role: 'debris', maxWords: maxButtonWords},
}
const byRole: Readonly<Record<string, Found>> = {
  navigation: {name: 'nav', role: 'navigation', sure: true},
  menubar: {name: 'nav', role: 'navigation', linked: 0.3},
  contentinfo: {name: 'footer', role: 'footer', sure: true},
  banner: {name: 'banner', role: 'navigation', linked: 0.5, maxShare: 0.1},
  search: {name: 'search', role: 'navigation', maxWords: 60},
  complementary: {name: 'aside', role: 'related', linked: 0.5, maxShare: 0.3},
  dialog: {name: 'dialog', role: 'debris', maxWords: 200, maxShare: 0.2},
  alertdialog: {name: 'dialog', role: 'debris', maxWords: 200, maxShare: 0.2},
}

const byTagId: (Found | undefined)[] = Array.from({length: elementCount}, () => undefined)
for (const [tag, found] of Object.entries(byTag)) byTagId[element(tag).id] = found
const isNameless = new Uint8Array(elementCount)
for (const tag of nameless) isNameless[element(tag).id] = 1

export const landmarks: Pass = {
  name: 'landmarks',
  about: 'navigation, footers, share bars, forms and related links, by tag, role and class',
  origins: ['html'],
  run(page, ledger, context) {
    const around = enclosures(page)
    const names = new Names(page)
    const {regions, columns: {regionTag}} = page
    for (let r = 0; r < regions.length; r++) {
      const {from, to, attrs} = regions[r]
      if (from === to) continue
      const tag = byTagId[regionTag[r]]
      const named = isNameless[regionTag[r]] === 1 ? undefined : names.of(r)
      const role = attrs === noAttrs || isNameless[regionTag[r]] === 1 ? undefined : roleOf(attrs['role'])
      // Most regions say nothing at all.
      if ((tag === undefined && named === undefined && role === undefined) || (around[r] & inCode) !== 0) continue
      const holds = (it: Found | undefined): it is Found => it !== undefined && mayStand(page, it, regions[r], around[r]) && fits(it, regions[r], context, page)
      // Names say more than the tag.
      const sure = holds(named) ? named : holds(tag) ? tag : holds(role) ? role : undefined
      if (sure === undefined) continue
      ledger.drop(from, to, {rule: sure.name, strength: sure.settles === true ? 'certain' : 'likely', role: sure.role})
      r = Math.max(r, regions[r].end - 1)
    }
  },
}

/** Landmarks by class and id: each class attribute of a page is read once. */
class Names {
  readonly #page: Page
  /** By id of the class attribute: the row, null if it names nothing. */
  readonly #byClass: (LandmarkRow | null | undefined)[] = []

  constructor(page: Page) {
    this.#page = page
  }

  of(r: number): LandmarkRow | undefined {
    const {classes, attrs} = this.#page.regions[r]
    const classId = this.#page.columns.regionClass[r]
    if (classId > 0) {
      const known = this.#byClass[classId]
      const row = known === undefined ? landmarkOf(classes) ?? null : known
      if (known === undefined) this.#byClass[classId] = row
      if (row !== null) return row
    }
    if (attrs === noAttrs) return undefined
    const id = attrs['id']
    if (id !== undefined) {
      const row = landmarkNamed(id)
      if (row !== undefined) return row
    }
    const testId = attrs['data-testid']
    return testId === undefined ? undefined : landmarkNamed(testId)
  }
}

/** May such a landmark stand where the region stands? */
function mayStand(page: Page, found: Found, region: Region, around: number): boolean {
  if (found.name === 'banner') return (around & (inArticle | inMain)) === 0 && !holds(mainHeadings(page), region)
  // A footer in a quote names its source; a button in a heading is the heading; one that asks opens its answer.
  if (found.role === 'footer') return (around & inQuote) === 0
  return found.name !== 'control' || ((around & (inHeading | inTable)) === 0 && !page.blocks[region.from].text.endsWith('?'))
}

function roleOf(role: string | undefined): Found | undefined {
  return role === undefined || !Object.hasOwn(byRole, role) ? undefined : byRole[role]
}

/** Do the measures of the region agree with its name? */
function fits(found: Found, {from, to}: Region, {measure}: Context, page: Page): boolean {
  const prose = proseOf(page)
  const words = measure.words(from, to)
  const share = found.maxShare ?? maxShare
  if (found.maxWords !== undefined && words > found.maxWords) return false
  if (found.linked !== undefined && measure.linkDensity(from, to) < found.linked) return false
  // On a page of lists the only sentences may stand in its footer: they are not the content for that.
  if (prose.words(from, to) > share * Math.max(prose.total, measure.total * leastProse)) return false
  return found.sure === true || words <= measure.total * Math.max(share, maxShare)
}

const knownHeadings = new WeakMap<Page, readonly number[]>()

/** Blocks that are level 1 headings, in order; made once a page, if a banner asks. */
function mainHeadings(page: Page): readonly number[] {
  const known = knownHeadings.get(page)
  if (known !== undefined) return known
  const out: number[] = []
  knownHeadings.set(page, out)
  for (let i = 0; i < page.blocks.length; i++) if (page.blocks[i].level === 1) out.push(i)
  return out
}

/** Is one of the sorted blocks inside the region? Binary search: a hostile page has as many of both as it likes. */
function holds(sorted: readonly number[], {from, to}: Region): boolean {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle] < from) low = middle + 1
    else high = middle
  }
  return low < sorted.length && sorted[low] < to
}
