/** The facts of a page: every field by its own rules, with the place it was read from. */
import type {Page} from '../page/page.ts'
import type {FactSource, Metadata, UrlSource} from '../result.ts'
import {authorsFrom} from './authors.ts'
import type {Candidate} from './candidate.ts'
import {modifiedFrom, publishedFrom} from './dates.ts'
import type {DomainOf} from './domain.ts'
import {declaredLanguage, detectedLanguage, directionOf} from './language.ts'
import {licenceOf} from './licence.ts'
import {canonicalOf, faviconOf, feedsOf, imageOf, nextPageOf} from './references.ts'
import {reservationsOf} from './reservations.ts'
import {hostOf, siteNameOf} from './siteName.ts'
import {Sources} from './sources.ts'
import {Story} from './story.ts'
import {titleFrom} from './title.ts'
import {categoriesOf, commentsOf, descriptionOf, paywalledOf, sectionOf, tagsOf} from './topics.ts'

/** How the page's bytes were read. */
export interface Encoding { readonly name: string; readonly source: NonNullable<Metadata['encodingSource']> }

/** What is known of the page besides itself. */
export interface MetadataFacts {
  readonly urlSource?: UrlSource | null
  /** Response headers, names in any case. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Of the bytes; undefined for a string. */
  readonly encoding?: Encoding | undefined
  /** From `loadDomains`; without it `domain` is null. */
  readonly domainOf?: DomainOf | undefined
  /** Words of the content, for the reading time. */
  readonly words?: number
  /** The page whose blocks are written, where it is another: text that was only in data. */
  readonly text?: Page | undefined
  /** Which of its blocks are content: the language is told by them. */
  readonly alive?: ((block: number) => boolean) | undefined
}

/** Words read in a minute. @see Brysbaert: How many words do we read per minute? (2019): 238 for English non-fiction */
const wordsPerMinute = 238

export function metadata(page: Page, facts: MetadataFacts = {}): Required<Metadata> {
  const sources = new Sources(page)
  const title = titleFrom(sources)
  const story = new Story(sources, title?.value)
  const authors = authorsFrom(story)
  const date = publishedFrom(story)
  const modified = modifiedFrom(story)
  const {article} = story
  const declared = declaredLanguage(sources)
  const detected = detectedLanguage(facts.text ?? page, facts.alive)
  const words = facts.words ?? null
  const hostname = hostOf(sources) ?? null
  return {
    title: title?.value ?? null,
    author: authors?.value.join(', ') ?? null,
    authors: authors?.value ?? [],
    date: date?.value ?? null,
    modified: notBefore(modified?.value, date?.value),
    language: declared ?? detected ?? null,
    url: page.url ?? null,
    urlSource: facts.urlSource ?? null,
    description: descriptionOf(sources, article) ?? null,
    siteName: siteNameOf(sources) ?? null,
    canonical: canonicalOf(sources) ?? null,
    hostname,
    domain: hostname === null ? null : (facts.domainOf?.(hostname) ?? null),
    detectedLanguage: detected ?? null,
    languagesDisagree: declared !== undefined && detected !== undefined && !sameLanguage(declared, detected),
    direction: directionOf(declared ?? detected) ?? null,
    image: imageOf(sources, article) ?? null,
    favicon: faviconOf(sources) ?? null,
    tags: tagsOf(sources, article),
    categories: categoriesOf(sources, article),
    section: sectionOf(sources, article) ?? null,
    licence: licenceOf(sources) ?? null,
    paywalled: paywalledOf(sources, article),
    words,
    readingMinutes: words === null ? null : Math.max(1, Math.round(words / wordsPerMinute)),
    feeds: feedsOf(sources),
    nextPage: nextPageOf(sources) ?? null,
    commentCount: commentsOf(sources, article),
    reservations: reservationsOf(sources, facts.headers),
    encoding: facts.encoding?.name ?? null,
    encodingSource: facts.encoding?.source ?? null,
    sources: provenance({title, authors, date, modified}),
  }
}

function provenance(found: Readonly<Record<string, Candidate<unknown> | undefined>>): Readonly<Record<string, FactSource>> {
  const out: Record<string, FactSource> = {}
  for (const [field, hit] of Object.entries(found)) if (hit !== undefined) out[field] = {source: hit.source, rule: hit.rule, confidence: hit.confidence}
  return out
}

/** A change before the first publication is a mistake of the page's. */
function notBefore(modified: string | undefined, date: string | undefined): string | null {
  if (modified === undefined) return null
  return date !== undefined && modified.slice(0, 10) < date.slice(0, 10) ? null : modified
}

function sameLanguage(a: string, b: string): boolean {
  const primary = (tag: string): string => tag.toLowerCase().split('-')[0].replace(/^(?:no|nn)$/u, 'nb').replace(/^iw$/u, 'he').replace(/^in$/u, 'id')
  return primary(a) === primary(b)
}

