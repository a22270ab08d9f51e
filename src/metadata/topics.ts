/** What a page says it is about: description, tags, section, whether it is paid for, how many comments it has. */
import {isNode, stringOf, stringsOf, type LdNode} from './jsonLd.ts'
import type {Sources} from './sources.ts'
import {isUnfilled} from './unfilled.ts'

const maxTags = 50

export function descriptionOf(sources: Sources, article: LdNode | undefined): string | undefined {
  for (const text of [sources.meta('og:description', 'description', 'twitter:description', 'dc.description', 'dcterms.description', 'sailthru.description'), stringOf(article?.['description'])]) {
    if (text !== undefined && text.length > 2 && !isUnfilled(text) && !/^just another (?:wordpress|\w{1,20}) (?:site|weblog|blog)\.?$/iu.test(text)) return text.slice(0, 2000)
  }
  return undefined
}

export function tagsOf(sources: Sources, article: LdNode | undefined): readonly string[] {
  const own = sources.metas('article:tag', 'og:article:tag', 'parsely-tags', 'sailthru.tags', 'news_keywords', 'citation_keywords')
  const listed = own.length > 0 ? own : [...stringsOf(article?.['keywords']), ...sources.metas('keywords')]
  const linked = listed.length > 0 || article === undefined ? [] : relTags(sources)
  return unique([...listed.flatMap(text => text.split(/[,;|]\s{0,3}/u)), ...linked])
}

/** Links with `rel=tag`, which blogs give their topics. */
function relTags(sources: Sources): readonly string[] {
  const out: string[] = []
  for (const {block, mark: {attrs, from, to}} of sources.told.related) {
    if (/(?:^|\s)tag(?:\s|$)/u.test(attrs['rel'])) out.push(sources.page.blocks[block].text.slice(from, to))
  }
  return out
}

export function sectionOf(sources: Sources, article: LdNode | undefined): string | undefined {
  const text = sources.meta('article:section', 'og:article:section', 'parsely-section', 'section', 'cxenseparse:section') ?? stringOf(article?.['articleSection'])
  return text === undefined || text.length > 100 ? undefined : text
}

/** Sections and breadcrumbs, the widest first; the page itself, the last crumb, left out. */
export function categoriesOf(sources: Sources, article: LdNode | undefined): readonly string[] {
  const crumbs = sources.typed(/^BreadcrumbList$/u)[0]?.['itemListElement']
  const names = (Array.isArray(crumbs) ? crumbs : []).map(crumb => isNode(crumb) ? (stringOf(crumb['name']) ?? stringOf(crumb['item'])) : undefined)
  const trail = names.slice(0, -1).filter(name => name !== undefined && !/^(?:home|start|startseite|homepage|accueil|inicio|首页|ホーム)$/iu.test(name)) as string[]
  return unique([...stringsOf(article?.['articleSection']), ...trail])
}

/** false if the page says it is free, true if it says it is not, null if it says nothing. */
export function paywalledOf(sources: Sources, article: LdNode | undefined): boolean | null {
  const free = article?.['isAccessibleForFree'] ?? sources.typed(/Article|WebPage/u).find(node => node['isAccessibleForFree'] !== undefined)?.['isAccessibleForFree']
  if (typeof free === 'boolean') return !free
  if (typeof free === 'string') return /^(?:https?:\/\/schema\.org\/)?false$/iu.test(free) ? true : /true$/iu.test(free) ? false : null
  const tier = sources.meta('article:content_tier', 'og:article:content_tier')?.toLowerCase()
  return tier === undefined ? null : tier === 'locked' || tier === 'metered'
}

/** Comments the page says it has: in JSON-LD, as a count or as an interaction, or in microdata. */
export function commentsOf(sources: Sources, article: LdNode | undefined): number | null {
  const statistics = article?.['interactionStatistic']
  const counted = (Array.isArray(statistics) ? statistics : [statistics]).find(each => isNode(each) && /Comment(?:Action)?$/u.test(stringOf(isNode(each['interactionType']) ? (each['interactionType']['@type'] ?? each['interactionType']['@id']) : each['interactionType']) ?? ''))
  const marked = sources.microdata('commentcount')[0]
  for (const value of [article?.['commentCount'], isNode(counted) ? counted['userInteractionCount'] : undefined, sources.meta('commentcount'), marked && (marked.machine || marked.text)]) {
    if ((typeof value === 'string' && /^\d{1,7}$/u.test(value.trim())) || (typeof value === 'number' && Number.isInteger(value) && value >= 0)) return Number(value)
  }
  return null
}

function unique(texts: readonly string[]): readonly string[] {
  const seen = new Map<string, string>()
  for (const text of texts) {
    const tag = text.replace(/\u00ad/gu, '').replace(/\s+/gu, ' ').trim()
    if (tag !== '' && tag.length <= 80 && !isUnfilled(tag) && !seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag)
    if (seen.size >= maxTags) break
  }
  return [...seen.values()]
}
