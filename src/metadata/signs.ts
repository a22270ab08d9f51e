/**
 * Where a page's markup looks like a byline or a date: by class names, `rel`, `itemprop` and `<time>`, outside of
 * comments, sidebars and lists of other pages.
 */
import {noAttrs} from '../page/builder.ts'
import type {Mark, Page} from '../page/page.ts'
import {Sieve} from '../rules/sieve.ts'
import {regionText} from './sources.ts'

/** A place that looks like a byline or a date. */
export interface Sign {
  readonly block: number
  readonly text: string
  /** `datetime` or `content`, '' if none. */
  readonly machine: string
  /** Its class names. */
  readonly classes: readonly string[]
  readonly kind: 'itemprop' | 'rel' | 'class' | 'time'
}

export interface Signs { readonly authors: readonly Sign[]; readonly dates: readonly Sign[] }

/** In the order of the sieve below. */
const isAuthor = 1
const isDate = 2
const isElsewhere = 4

const authorClass = /^(?:by-?line|.{0,30}[-_]by-?line|by-?line[-_].{0,30}|.{0,30}byline.{0,20}|author|authors|.{0,30}[-_](?:author|authors|writer|autor|auteur|username|posted-?by)|(?:author|writer|autor|auteur)[-_]{1,2}?(?:name|names|link|info|title|byline|meta|url|fn|label|text|wrapper|container|block|details|content|profile)?|authorname|author-?info|.{0,20}author-?name.{0,10}|.{0,20}AuthorName.{0,20}|.{0,20}(?:Author|Byline|Writer)(?:s|Name|Link|Info)?(?:[-_]{1,2}\w{3,12})?|p-author|creator|contributor|contributors|written-?by|posted-?by|username|(?:post-?)?user-?name|vcard|writer|autor|autoren|auteur|redakteur|poster|postleft|postprofile|submitter|topic-?starter|bigusername)$/u
const notAuthor = /bio|image|img|avatar|photo|pic|comment|social|follow|related|twitter|desc|position|role|job|count|rank|share|icon|button|btn|guestauthor-list|group-?title|stats?$|box-title/iu
const dateClass = /^(?:date|dates|published|updated|pub-?date|post-?date|entry-?date|.{0,30}[-_]{1,2}(?:date|dates|time|timestamp|published|datum|pubdate|posted-?on)|(?:date|time|datum|published|publish|posted|timestamp)(?:[-_]{1,2}.{0,20}|line|time|published|updated|posted)?|.{0,24}(?:Date|Timestamp|PublishDate|PubDate)(?:line|Time)?(?:[-_]{1,2}\w{3,12})?|posted-?on|dateline|submitted|datum|fecha|data|byline|.{0,20}byline.{0,20}|meta|.{0,20}(?:post|entry|article)-?meta|created|createdate|info|time|bbp-.{0,12}date)$/u
const notDate = /comment|picker|related|update-?wrap|copyright|calendar|event|range|select|filter|birth|expir|delivery|count/iu
const elsewhereClass = /^(?:comments?|.{0,20}[-_]comments?|comments?[-_](?:list|area|section|wrapper|body|author|meta|content|form|respond|item)|commentlist|related|related[-_].{0,30}|.{0,30}[-_]related|sidebar|.{0,12}[-_]sidebar|widget|widget[-_].{0,30}|recommended|recommendations?|.{0,20}[-_]recommendations?|recent[-_]?posts?|more[-_](?:posts|stories|news|articles).{0,12}|read[-_]?(?:more|next)|latest[-_].{0,20}|popular[-_].{0,20}|most[-_].{0,12}|trending|teaser|teasers|teaser[-_].{0,20}|.{0,20}[-_]teaser|carousel|slider|swiper|footer|site-?footer|nav|navbar|navigation|menu|reviews?|testimonials?|testimonial[-_].{0,20}|related-?posts?|you-?may.{0,20}|further-?reading|up-?next|similar.{0,20}|product-?reviews?)$/iu

/** Tells the names that one of these could fit: most fit none. */
const sieve = new Sieve(() => [authorClass, dateClass, elsewhereClass])

/** What class names say that could say something, remembered over pages. Emptied when it gets large. */
const known = new Map<string, number>()
const maxKnown = 20_000

function meaning(name: string): number {
  const asked = name.length > 60 ? 0 : sieve.of(name)
  if (asked === 0) return 0
  const flags = known.get(name)
  if (flags !== undefined) return flags
  if (known.size >= maxKnown) known.clear()
  let found = 0
  if ((asked & isAuthor) !== 0 && authorClass.test(name) && !notAuthor.test(name)) found |= isAuthor
  if ((asked & isDate) !== 0 && dateClass.test(name) && !notDate.test(name)) found |= isDate
  if ((asked & isElsewhere) !== 0 && elsewhereClass.test(name)) found |= isElsewhere
  // A copy: the name is a slice, and would keep its whole page in memory.
  known.set(JSON.parse(JSON.stringify(name)) as string, found)
  return found
}

function meaningOf(classes: readonly string[]): number {
  let flags = 0
  for (const name of classes) flags |= meaning(name)
  return flags
}

const elsewhereTags = new Set(['nav', 'footer', 'aside', 'form', 'select', 'option'])
const unknown = 255

/** What a page's regions are by their classes, and whether they hold what other people or other pages say. Looked up on demand. */
export class Surroundings {
  readonly #page: Page
  readonly #byClass: Uint8Array
  readonly #elsewhere: Uint8Array
  readonly #byList = new Map<readonly string[], number>()
  #list: readonly string[] | undefined
  #listFlags = 0
  /** What holds most of the page is no part beside it, whatever it is called. */
  readonly #most: number

  readonly #title: number

  /** @param title block of the title: what holds it is not beside the text. */
  constructor(page: Page, title: number) {
    this.#page = page
    this.#title = title
    this.#byClass = new Uint8Array(page.regions.length + page.blocks.length + 1).fill(unknown)
    this.#elsewhere = new Uint8Array(page.regions.length).fill(unknown)
    this.#most = page.blocks.length * 0.5
  }

  /** What the classes of a region say; regions with the same class attribute share the work. */
  meaning(region: number): number {
    const id = this.#page.columns.regionClass[region]
    if (id === 0) return 0
    const {classes} = this.#page.regions[region]
    if (id >= this.#byClass.length) return meaningOf(classes)
    if (this.#byClass[id] === unknown) this.#byClass[id] = meaningOf(classes)
    return this.#byClass[id]
  }

  /** What a list of classes says; the same class attribute gives the same list. */
  listMeaning(classes: readonly string[]): number {
    // Elements beside each other often have the same one.
    if (classes === this.#list) return this.#listFlags
    let flags = this.#byList.get(classes)
    if (flags === undefined) this.#byList.set(classes, flags = meaningOf(classes))
    this.#list = classes
    this.#listFlags = flags
    return flags
  }

  isElsewhere(region: number): boolean {
    const chain: number[] = []
    let at = region
    for (; at >= 0 && this.#elsewhere[at] === unknown; at = this.#page.regions[at].parent) chain.push(at)
    let outside = at >= 0 && this.#elsewhere[at] === 1
    for (let i = chain.length - 1; i >= 0; i--) {
      outside ||= this.#isAside(chain[i])
      this.#elsewhere[chain[i]] = outside ? 1 : 0
    }
    return outside
  }

  #isAside(region: number): boolean {
    const {tag, from, to} = this.#page.regions[region]
    if (to - from >= this.#most || (from <= this.#title && this.#title < to)) return false
    // A small part at the title is its own, whatever it is called, unless it leads elsewhere.
    if (from >= this.#title - 5 && to <= this.#title + 7 && to - from <= 5 && tag !== 'nav' && tag !== 'form') return false
    const meaning = this.meaning(region)
    if ((meaning & isElsewhere) !== 0) return (meaning & (isAuthor | isDate)) === 0
    return elsewhereTags.has(tag) && !(tag === 'footer' && this.#isInArticle(region))
  }

  #isInArticle(region: number): boolean {
    for (let at = this.#page.regions[region].parent; at >= 0; at = this.#page.regions[at].parent) if (this.#page.regions[at].tag === 'article') return true
    return false
  }
}

/** Blocks of a page: half-open. */
export interface Window { readonly from: number; readonly to: number }

/** Signs in a window of the page's blocks. @param title block of the title: links to people count only near it. */
export function signsIn(page: Page, around: Surroundings, {from, to, title}: Window & {readonly title: number}): Signs {
  const authors: Sign[] = []
  const dates: Sign[] = []
  const {regions} = page
  const shown = from <= 0 && to >= page.blocks.length ? undefined : regionsIn(page, from, to)
  for (let i = 0; i < (shown ?? regions).length; i++) {
    const region = shown === undefined ? i : shown[i]
    const {attrs} = regions[region]
    const prop = attrs === noAttrs ? undefined : attrs['itemprop']
    // Most regions say nothing.
    if (prop !== undefined || (around.meaning(region) & (isAuthor | isDate)) !== 0) signOfRegion(page, around, {region, prop, title, authors, dates})
  }
  for (let i = Math.max(0, from); i < Math.min(to, page.blocks.length); i++) {
    const {marks, region, text} = page.blocks[i]
    const near = i >= title - 6 && i <= title + 16
    for (let m = 0; m < marks.length; m++) {
      const mark = marks[m]
      const {classes, attrs, kind} = mark
      if (kind === 'image') continue
      const flags = classes.length === 0 ? 0 : around.listMeaning(classes)
      // Most marks say nothing.
      if ((flags & (isAuthor | isDate)) === 0 && kind !== 'time' && (attrs === noAttrs || (attrs['itemprop'] === undefined && (kind !== 'link' || (!near && attrs['rel'] === undefined))))) continue
      if (region >= 0 && !isUnder(i, title) && around.isElsewhere(region)) break
      signOf(mark, {block: i, text, flags, near, authors, dates})
    }
  }
  return {authors: authors.sort((a, b) => a.block - b.block || a.text.length - b.text.length), dates: dates.sort(byBlock)}
}

/** Right under the title stands what belongs to it, whatever the part is called. */
export function isUnder(block: number, title: number): boolean {
  return block > title && block <= title + 4
}

/** Regions with a block in the window, in the page's order. */
function regionsIn(page: Page, from: number, to: number): readonly number[] {
  const found = new Set<number>()
  for (let i = Math.max(0, from); i < Math.min(to, page.blocks.length); i++) {
    for (let at = page.blocks[i].region; at >= 0 && !found.has(at); at = page.regions[at].parent) found.add(at)
  }
  return [...found].sort((a, b) => a - b)
}

function signOfRegion(page: Page, around: Surroundings, {region, prop, title, authors, dates}: {region: number; prop: string | undefined; title: number; authors: Sign[]; dates: Sign[]}): void {
  const {from, to, classes} = page.regions[region]
  const flags = around.meaning(region)
  const named = prop !== undefined && authorProp.test(prop)
  if (from === to || (!named && (flags & 3) === 0) || (!isUnder(from, title) && around.isElsewhere(region))) return
  const text = regionText(page, region)
  if (text === '') return
  if (named || (flags & isAuthor) !== 0) authors.push({block: from, text, machine: '', classes, kind: named ? 'itemprop' : 'class'})
  if ((flags & isDate) !== 0) dates.push({block: from, text, machine: '', classes, kind: 'class'})
}

function byBlock(a: Sign, b: Sign): number {
  return a.block - b.block
}

interface Place { readonly block: number; readonly text: string; readonly flags: number; readonly near: boolean; readonly authors: Sign[]; readonly dates: Sign[] }

/** What `itemprop` and `rel` call an author. */
export const authorProp = /^(?:author|creator)\b/iu
export const authorRel = /\bauthor\b/iu
const person = /\/(?:authors?|autor(?:en|es)?|auteurs?|redakteure?|contributors?|profile|people|members?|users?|u|staff|by|team)\/[^/?#]{2,60}\/?(?:[?#]|$)/iu

function signOf(mark: Mark, {block, text, flags, near, authors, dates}: Place): void {
  const {classes, attrs, kind} = mark
  const isLink = kind === 'link'
  const prop = attrs === noAttrs ? '' : (attrs['itemprop'] ?? '')
  const sign = (found: Sign['kind'], names = classes): Sign => ({block, text: text.slice(mark.from, mark.to), machine: attrs['datetime'] ?? attrs['content'] ?? '', classes: names, kind: found})
  if (prop !== '' && authorProp.test(prop)) authors.push(sign('itemprop'))
  else if (isLink && attrs['rel'] !== undefined && authorRel.test(attrs['rel'])) authors.push(sign('rel'))
  else if ((flags & isAuthor) !== 0) authors.push(sign('class'))
  else if (isLink && near && mark.to - mark.from < 60 && person.test(attrs['href'] ?? '')) authors.push(sign('class', ['(link)']))
  if (kind === 'time') dates.push(sign('time', prop === '' ? classes : [...classes, prop]))
  else if (prop === 'datePublished' || prop === 'dateModified' || prop === 'dateCreated') dates.push(sign('itemprop', [prop]))
  else if ((flags & isDate) !== 0) dates.push(sign('class'))
}
