/** What the rules for authors and dates look at: the page's sources, its own article, and where its title stands. */
import {articleOf, isArticle} from './article.ts'
import type {LdNode} from './jsonLd.ts'
import {signsOf, surroundingsOf, type Signs, type Surroundings} from './signs.ts'
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

  constructor(sources: Sources, title: string | undefined) {
    this.sources = sources
    this.isPublisher = publisherMatcher(sources)
    const {block, isKnown} = titleBlock(sources, title)
    this.title = block
    this.isTitled = isKnown
  }

  get article(): LdNode | undefined {
    if (this.#article === null) this.#article = articleOf(this.sources)
    return this.#article
  }

  /** Pages nobody signs: a site's front page, a product. What names stand there are those of other pages, or of customers. */
  get isUnsigned(): boolean {
    const {page} = this.sources
    if (page.url !== undefined && /^https?:\/\/[^/?#]+\/?(?:index\.\w{2,5})?(?:[?#]|$)/u.test(page.url)) return true
    if (this.article !== undefined && isArticle(this.article)) return false
    const type = this.sources.meta('og:type') ?? ''
    return /^(?:og:)?product/iu.test(type) || (this.sources.typed(/^(?:Product|ProductGroup|IndividualProduct|Offer|AggregateOffer)$/u).length > 0 && this.sources.typed(/^Book$/u).length === 0)
  }

  get signs(): Signs {
    return (this.#signs ??= signsOf(this.sources.page, this.#around, this.title))
  }

  /** Does the block stand in comments, a sidebar, a list of other pages? */
  isElsewhere(block: number): boolean {
    const {region} = this.sources.page.blocks[block]
    return region >= 0 && this.#around.elsewhere[region] === 1
  }

  get #around(): Surroundings {
    return (this.#surroundings ??= surroundingsOf(this.sources.page))
  }
}

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
