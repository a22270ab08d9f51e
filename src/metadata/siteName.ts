/** Names the page's site goes by, for leaving them out of titles and authors. */
import type {Page} from '../page/page.ts'
import {stringOf, typesOf, type LdNode} from './jsonLd.ts'

/** What of a page's sources tells of its site. */
interface SiteSources {
  readonly page: Page
  readonly isSite: (text: string) => boolean
  metas(...keys: readonly string[]): readonly string[]
  typed(pattern: RegExp): readonly LdNode[]
}

/** Letters and digits only, lower case: for comparing names and titles. */
export function folded(text: string): string {
  if (isAscii(text)) return text.toLowerCase().replace(/[^a-z0-9]+/gu, ' ').trim()
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()
}

/** The same without spaces and marks: "The New York Times" and "nytimes" meet half-way only so. */
export function squeezed(text: string): string {
  if (isAscii(text)) return text.toLowerCase().replace(/[^a-z0-9]+/gu, '')
  return text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The common case, for which no table of Unicode is needed. */
function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false
  return true
}

/** The name a site gives itself, undefined if it does not say. */
export function siteNameOf(sources: SiteSources): string | undefined {
  return named(sources)[0]
}

function named(sources: SiteSources): readonly string[] {
  const written = sources.metas('og:site_name', 'application-name', 'apple-mobile-web-app-title', 'dc.publisher', 'dcterms.publisher', 'twitter:app:name:iphone')
  const nodes = sources.typed(/^(?:WebSite|Organization|NewsMediaOrganization|Corporation|OnlineStore|LocalBusiness|EducationalOrganization)$/u).slice(0, 20)
  const publishers = sources.typed(/Article|Posting|WebPage/u).slice(0, 20).map(node => stringOf(node['publisher']))
  return [...written, ...publishers, ...nodes.flatMap(node => [stringOf(node['name']), stringOf(node['alternateName'])])].filter(name => name !== undefined && name.length < 100 && squeezed(name) !== '') as string[]
}

const organisation = /^(?:WebSite|Organization|NewsMediaOrganization|Corporation|OnlineStore|LocalBusiness|EducationalOrganization|CollegeOrUniversity|GovernmentOrganization|NGO|MedicalOrganization|\w{0,30}Business|Store)$/u
const organisationWords = /\b(?:team|group|gmbh|inc|llc|ltd|corp|corporation|company|co|media|news|magazine|blog|journal|press|times|post|daily|weekly|network|agency|studio|studios|institute|university|college|school|foundation|association|society|center|centre|club|forum|community|shop|store|tv|radio|online|digital|solutions|services|systems|software|labs?|consulting|marketing|insurance|bank|health|travel|tips?|guide|the|api|editors?|staff|verlag|redaktion|zeitung|verein|e v|stiftung|hochschule|universität|ministerium|desk)\b/iu

/**
 * Says whether a text names the site or an organisation behind it, and no person: people's own sites carry their
 * names, and they are authors all the same.
 */
export function publisherMatcher(sources: SiteSources): (text: string) => boolean {
  const {isSite} = sources
  // A site may say that its publisher is a person and an organisation in one: then it is a person's own.
  const organisations = new Set(sources.typed(organisation).flatMap(node => typesOf(node).includes('Person') ? [] : [stringOf(node['name']), stringOf(node['legalName'])]).map(name => squeezed(name ?? '')))
  // Where people have a host of their own under a service's, its name is theirs.
  if (/\.(?:blogspot\.[a-z.]{2,6}|wordpress\.com|tumblr\.com|substack\.com|medium\.com|github\.io|livejournal\.com|bearblog\.dev|hashnode\.dev|typepad\.com|over-blog\.com)$/u.test(hostOf(sources) ?? '')) return text => organisations.has(squeezed(text))
  return text => isSite(text) && !/\S\s+team$|^team\s/iu.test(text) && (!isPerson(text) || organisations.has(squeezed(text)))
}

/** Two or three words with capitals, none of which an organisation would use. */
export function isPerson(text: string): boolean {
  return !/^(?:the|die|der|das|el|la|le|les|il|los|las)\s/iu.test(text) && /^(?:(?:Dr|Prof|Mr|Ms|Mrs|Sir)\.?\s)?\p{Lu}[\p{L}'’.-]{0,20}(?:\s(?:\p{Lu}[\p{L}'’.-]{0,20}|v[ao]n|d[aeiou]s?|de[nrl]|dell?a|l[ae]|el|al|bin|ibn|y|e|ter|ten|zu|af|av)){0,3}\s\p{Lu}[\p{L}'’-]{1,20}$/u.test(text) && !organisationWords.test(folded(text))
}

/** Says whether a text is the site's name: as it names itself, or as its address spells it. */
export function siteMatcher(sources: SiteSources): (text: string) => boolean {
  const names = new Set(named(sources).map(squeezed).filter(name => name !== ''))
  const host = hostOf(sources)
  const labels = host === undefined ? [] : labelsOf(host)
  return text => {
    const name = squeezed(text)
    if (name === '') return false
    if (names.has(name)) return true
    if (labels.length === 0) return false
    const bare = squeezed(text.replace(/^(?:the|der|die|das|le|la|les|el)\s/iu, '').replace(/\.[a-z]{2,4}$/iu, ''))
    if (labels.some(label => label === name || label === bare || (bare.length > 3 && (label === `the${bare}` || label.startsWith(bare) || (label.length > 3 && bare.startsWith(label) && bare.length < label.length * 2.5))))) return true
    // A label as long as a whole name has no initials for it.
    return labels.some(label => label.length < text.length) && labels.includes(initials(text))
  }
}

function initials(text: string): string {
  const words = text.split(isAscii(text) ? /[^a-zA-Z0-9]+/u : /[^\p{L}\p{N}]+/u).filter(word => word !== '')
  return words.length < 3 ? '' : words.map(word => word[0]).join('').toLowerCase()
}

/** Host of the page's address, undefined if that is not known. */
export function hostOf({page}: Pick<SiteSources, 'page'>): string | undefined {
  if (page.url === undefined) return undefined
  try {
    const archived = /^https?:\/\/web\.archive\.org\/web\/\d{4,14}[a-z_]{0,5}\/(https?:\/\/.{1,2000})$/u.exec(page.url)?.[1]
    return new URL(archived ?? page.url).hostname
  } catch {
    return undefined
  }
}

/** Labels of a host that can be a name: `www.blog.example-site.co.uk` gives `blog`, `examplesite`. */
function labelsOf(host: string): readonly string[] {
  return host.split('.').slice(0, -1).filter(label => !/^(?:www?\d{0,2}|m|mobile|amp|co|com|org|net|gov|edu|ac|[a-z]{2}|en-[a-z]{2})$/u.test(label)).map(squeezed).concat(squeezed(host)).filter(label => label.length > 2)
}
