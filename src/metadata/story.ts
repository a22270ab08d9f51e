/** What the rules for authors and dates look at: the page's sources, its own article, and where its title stands. */
import {articleOf, isArticle} from './article.ts'
import type {LdNode} from './jsonLd.ts'
import {namesIn} from './authorName.ts'
import {datesIn, type DateHit} from './dateText.ts'
import type {Iso} from './dateValue.ts'
import {isUnder, signsIn, Surroundings, type Sign, type Signs} from './signs.ts'
import {folded, publisherMatcher} from './siteName.ts'
import type {Page} from '../page/page.ts'
import type {Sources} from './sources.ts'

/** The date at a sign, if it has one, and whether it is the one of a change. */
export interface Reading { readonly date: Iso | undefined; readonly isChange: boolean }

export class Story {
  readonly sources: Sources
  /** Block of the title; 0 if it is nowhere on the page. */
  readonly title: number
  /** The title was found on the page, and not only some heading. */
  readonly isTitled: boolean
  /** Does a text name the site or who runs it, and no person? */
  readonly isPublisher: (text: string) => boolean
  #article: LdNode | undefined | null = null
  #surroundings: Surroundings | undefined
  #signs: Signs | undefined
  #near: Signs | undefined
  #isThread: boolean | undefined
  #isUnsigned: boolean | undefined
  #yearLines: readonly number[] | undefined
  /** Several rules read the same texts: the few around the title, and what the page declares. */
  readonly #names = new Map<string, readonly string[]>()
  readonly #dates = new Map<string, readonly DateHit[]>()
  /** What `dates.ts` has read at a sign. */
  readonly readings = new Map<Sign, Reading>()

  constructor(sources: Sources, title: string | undefined) {
    this.sources = sources
    this.isPublisher = publisherMatcher(sources)
    const {block, isKnown} = titleBlock(sources, title)
    this.title = block
    this.isTitled = isKnown
  }

  /** Language the page declares, as written. */
  get language(): string {
    return this.sources.page.head.lang || (this.sources.meta('content-language', 'og:locale') ?? '').replace('_', '-')
  }

  get article(): LdNode | undefined {
    if (this.#article === null) this.#article = articleOf(this.sources)
    return this.#article
  }

  /** A page that says it is a text of its own: by its type, or by the time it was published. */
  get isArticle(): boolean {
    return /article|blog/iu.test(this.sources.meta('og:type') ?? '') || this.sources.meta('article:published_time', 'date', 'dc.date') !== undefined || (this.article !== undefined && isArticle(this.article)) || this.nearSigns.dates.length > 0 || this.isThread
  }

  /** A forum's thread or a question with answers. */
  get isThread(): boolean {
    return (this.#isThread ??= this.#threaded())
  }

  #threaded(): boolean {
    const {page} = this.sources
    return this.sources.typed(/^(?:DiscussionForumPosting|QAPage|Question)$/u).length > 0 || /\b(?:phpbb|vbulletin|xenforo|discourse|flarum|invision|mybb|smf|nodebb|vanilla)\b/iu.test(this.sources.meta('generator') ?? '')
      || /(?:\/\/|\.)forums?\.|\/forums?\/|\/threads?\/|showthread|viewtopic|\/topic\/|\/t\/[^/]+\/\d/iu.test(page.url ?? '')
  }

  /** Pages nobody signs: a site's front page, a product. What names stand there are those of other pages, or of customers. */
  get isUnsigned(): boolean {
    return (this.#isUnsigned ??= this.#unsigned())
  }

  #unsigned(): boolean {
    const {page} = this.sources
    if (page.url !== undefined && /^https?:\/\/[^/?#]+\/?(?:index\.\w{2,5})?(?:[?&](?:utm_\w{1,20}|srsltid|gclid|fbclid|ref|lang|hl)=[^&#]{0,500}){0,9}(?:#|$)/u.test(page.url)) return true
    if (this.article !== undefined && isArticle(this.article)) return false
    const type = this.sources.meta('og:type') ?? ''
    return /^(?:og:)?product/iu.test(type) || (type !== 'article' && this.sources.typed(/^(?:Product|ProductGroup|IndividualProduct|Offer|AggregateOffer)$/u).length > 0 && this.sources.typed(/^Book$/u).length === 0)
  }

  /** Signs around the title. */
  get nearSigns(): Signs {
    return (this.#near ??= signsIn(this.sources.page, this.#around, {from: this.title - before, to: this.title + after, title: this.title}))
  }

  /** Signs of the whole page. */
  get signs(): Signs {
    return (this.#signs ??= signsIn(this.sources.page, this.#around, {from: 0, to: this.sources.page.blocks.length, title: this.title}))
  }

  /** Names in a byline, in its order. */
  namesIn(text: string): readonly string[] {
    let names = this.#names.get(text)
    if (names === undefined) this.#names.set(text, names = namesIn(text, this.isPublisher))
    return names
  }

  /** Dates in a text, in its order, as the page's language writes them. */
  datesIn(text: string): readonly DateHit[] {
    let dates = this.#dates.get(text)
    if (dates === undefined) this.#dates.set(text, dates = datesIn(text, this.language))
    return dates
  }

  /** Blocks of a line or two that hold a number of four digits. */
  get yearLines(): readonly number[] {
    return (this.#yearLines ??= yearLinesOf(this.sources.page))
  }

  /** Does the block stand in comments, a sidebar, a list of other pages? */
  isElsewhere(block: number): boolean {
    const {region} = this.sources.page.blocks[block]
    return region >= 0 && !(this.isTitled && isUnder(block, this.title)) && this.#around.isElsewhere(region)
  }

  get #around(): Surroundings {
    return (this.#surroundings ??= new Surroundings(this.sources.page, this.title))
  }
}

/** Blocks before and after the title in which a byline or a date of the text may stand. Chosen. */
export const before = 8
export const after = 16

function yearLinesOf({blocks}: Page): readonly number[] {
  const out: number[] = []
  for (let i = 0; i < blocks.length; i++) {
    const {text} = blocks[i]
    if (text.length >= 10 && text.length <= 300 && hasFourDigits(text)) out.push(i)
  }
  return out
}

/** Of four digits in a row one stands at every fourth place: the others need no look. */
function hasFourDigits(text: string): boolean {
  for (let at = 3; at < text.length; at += 4) {
    if (!isDigit(text.charCodeAt(at))) continue
    let from = at
    while (from > at - 3 && isDigit(text.charCodeAt(from - 1))) from--
    let to = at + 1
    while (to < from + 4 && isDigit(text.charCodeAt(to))) to++
    if (to - from >= 4) return true
  }
  return false
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

/** The heading that says the title, in the same words or about; else the first of its rank. */
function titleBlock({page}: Sources, title: string | undefined): {block: number; isKnown: boolean} {
  const name = title === undefined ? '' : folded(title)
  let first = -1
  let about = -1
  for (let i = 0; i < page.blocks.length; i++) {
    const {kind, level, text} = page.blocks[i]
    if (kind !== 'heading' || level > 3 || text.length > 400) continue
    if (name === '') {
      if (level === 1) return {block: i, isKnown: false}
      continue
    }
    const heading = folded(text)
    if (heading === name) return {block: i, isKnown: true}
    if (about < 0 && heading.length > 12 && name.length > 12 && (heading.includes(name) || name.includes(heading))) about = i
    if (level === 1 && first < 0) first = i
  }
  return about >= 0 ? {block: about, isKnown: true} : {block: Math.max(0, first), isKnown: false}
}
