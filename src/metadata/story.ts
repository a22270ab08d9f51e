/** What the rules for authors and dates look at: the page's sources, its own article, and where its title stands. */
import {articleOf, isArticle} from './article.ts'
import type {LdNode} from './jsonLd.ts'
import {isUnder, signsIn, Surroundings, type Signs} from './signs.ts'
import {folded, publisherMatcher} from './siteName.ts'
import type {Sources} from './sources.ts'

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
    const {page} = this.sources
    return this.sources.typed(/^(?:DiscussionForumPosting|QAPage|Question)$/u).length > 0 || /\b(?:phpbb|vbulletin|xenforo|discourse|flarum|invision|mybb|smf|nodebb|vanilla)\b/iu.test(this.sources.meta('generator') ?? '')
      || /(?:\/\/|\.)forums?\.|\/forums?\/|\/threads?\/|showthread|viewtopic|\/topic\/|\/t\/[^/]+\/\d/iu.test(page.url ?? '')
  }

  /** Pages nobody signs: a site's front page, a product. What names stand there are those of other pages, or of customers. */
  get isUnsigned(): boolean {
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

/** The heading that says the title, in the same words or about; else the first of its rank. */
function titleBlock({page}: Sources, title: string | undefined): {block: number; isKnown: boolean} {
  const name = title === undefined ? '' : folded(title)
  let first = -1
  let about = -1
  for (let i = 0; i < page.blocks.length; i++) {
    const {kind, level, text} = page.blocks[i]
    if (kind !== 'heading' || level > 3 || text.length > 400) continue
    const heading = folded(text)
    if (name !== '' && heading === name) return {block: i, isKnown: true}
    if (about < 0 && heading.length > 12 && name.length > 12 && (heading.includes(name) || name.includes(heading))) about = i
    if (level === 1 && first < 0) first = i
  }
  return about >= 0 ? {block: about, isKnown: true} : {block: Math.max(0, first), isKnown: false}
}
