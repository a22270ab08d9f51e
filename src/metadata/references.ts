/** Addresses in a page's head: canonical, feeds, next page, image, icon. All absolute, or left out. */
import type {Sources} from './sources.ts'
import {isNode, type Json, type LdNode} from './jsonLd.ts'

/** The address made absolute against `<base>` and the page's own; undefined if it is no http(s) address then. */
export function absolute({page}: Sources, address: string | undefined): string | undefined {
  if (address === undefined || address.trim() === '' || address.length > 4000) return undefined
  try {
    const base = page.head.base === '' ? page.url : new URL(page.head.base, page.url).href
    const {href, protocol} = new URL(address.trim(), base)
    return protocol === 'http:' || protocol === 'https:' ? href : undefined
  } catch {
    return undefined
  }
}

export function canonicalOf(sources: Sources): string | undefined {
  return absolute(sources, sources.link('canonical')) ?? absolute(sources, sources.meta('og:url'))
}

export function feedsOf(sources: Sources): readonly string[] {
  const feeds = sources.page.head.links.filter(({rel, type}) => /\balternate\b/u.test(rel) && /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|text\/xml)/iu.test(type))
  return [...new Set(feeds.map(({href}) => absolute(sources, href)).filter(href => href !== undefined))]
}

export function nextPageOf(sources: Sources): string | undefined {
  return absolute(sources, sources.link('next') ?? linkedAs(sources, 'next'))
}

/** `href` of the first link in the body with this `rel`. */
function linkedAs(sources: Sources, rel: string): string | undefined {
  for (const {mark: {attrs}} of sources.told.related) {
    const names = attrs['rel'].toLowerCase()
    if (names.includes(rel) && names.split(/\s+/u).includes(rel)) return attrs['href']
  }
  return undefined
}

export function imageOf(sources: Sources, article: LdNode | undefined): string | undefined {
  for (const address of [sources.meta('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src', 'parsely-image-url', 'sailthru.image.full', 'thumbnail'), addressIn(article?.['image']), addressIn(article?.['thumbnailUrl']), sources.link('image_src')]) {
    const found = absolute(sources, address)
    if (found !== undefined && !blank.test(found)) return found
  }
  return undefined
}

/** Images that stand for none. */
const blank = /\/(?:blank|spacer|transparent|placeholder|pixel|1x1)\.(?:gif|jpe?g|png|webp|svg)(?:$|\?)/iu

function addressIn(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return addressIn(value[0])
  return isNode(value) ? addressIn(value['url'] ?? value['contentUrl'] ?? value['@id']) : undefined
}

export function faviconOf(sources: Sources): string | undefined {
  const icons = sources.page.head.links.filter(({rel}) => /(?:^|\s)(?:shortcut|icon|apple-touch-icon(?:-precomposed)?)(?:\s|$)/u.test(rel))
  return absolute(sources, (icons.find(({rel}) => /(?:^|\s)icon$/u.test(rel)) ?? icons[0])?.href)
}
