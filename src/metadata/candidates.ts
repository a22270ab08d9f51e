/** On request: everything a page offers for its title, authors and dates, and what was refused. */
import type {Page} from '../page/page.ts'
import {authorRules, declaredAuthors} from './authors.ts'
import {allHits, type Candidate, type Rejected} from './candidate.ts'
import {modified, published} from './dates.ts'
import {jsonLdValues} from './jsonLd.ts'
import type {Json} from './looseJson.ts'
import {Sources} from './sources.ts'
import {Story} from './story.ts'
import {titleFrom, titleHits} from './title.ts'

export interface Candidates {
  /** By the order of the rules: the first is the one taken, unless what the page prints knows better. */
  readonly title: readonly Candidate<string>[]
  readonly authors: readonly Candidate<readonly string[]>[]
  readonly date: readonly Candidate<string>[]
  readonly modified: readonly Candidate<string>[]
  /** Values that were found where authors stand, and are none. */
  readonly rejected: readonly Rejected[]
}

export function candidatesOf(page: Page): Candidates {
  const sources = new Sources(page)
  const story = new Story(sources, titleFrom(sources)?.value)
  const authors = allHits(authorRules, story)
  const taken = new Set(authors.flatMap(({value}) => value))
  const why = story.isUnsigned ? 'a page of this kind has no author' : 'the site, an account of the system, a job or no name'
  return {
    title: titleHits(sources), authors, date: allHits(published, story), modified: allHits(modified, story),
    rejected: declaredAuthors(story).filter(({value}) => story.isUnsigned || ![...taken].some(name => value.includes(name))).map(each => ({...each, why})),
  }
}

export interface RawFacts { readonly metas: Page['head']['metas']; readonly jsonLd: readonly Json[] }

/** Metas and JSON-LD as the page has them; JSON-LD as far as it can be read. */
export function rawFacts(page: Page): RawFacts {
  return {metas: page.head.metas, jsonLd: jsonLdValues(page)}
}
