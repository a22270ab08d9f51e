/** What a page says of itself in JSON-LD: its typed nodes, in document order, references resolved by one step. */
import {decodeHTML} from 'entities/decode'
import type {Page} from '../page/page.ts'
import {looseJson, type Json} from './looseJson.ts'

export type {Json} from './looseJson.ts'

export type LdNode = {readonly [name: string]: Json}

/** Nodes read of one page; listings describe every item. Chosen. */
const maxNodes = 2000

/** Bodies of the page's JSON-LD scripts, as written. */
export function jsonLdTexts({head, source}: Page): readonly string[] {
  return head.data.filter(({type}) => type.startsWith('application/ld+json')).map(({from, to}) => source.slice(from, to))
}

/** Everything in JSON-LD that can be read, one value a script (or more, if it holds several). */
export function jsonLdValues(page: Page): readonly Json[] {
  return jsonLdTexts(page).flatMap(text => {
    const bare = /^\s{0,99}(?:<!|\/[*/])/u.test(text) ? text.replace(/<!--|-->|\/\*\s{0,9}<!\[CDATA\[\s{0,9}\*\/|\/\*\s{0,9}\]\]>\s{0,9}\*\/|(?:\/\/\s{0,9})?<!\[CDATA\[|(?:\/\/\s{0,9})?\]\]>/gu, ' ') : text
    return looseJson(!bare.includes('"') && bare.includes('&quot;') ? decodeHTML(bare) : bare)
  })
}

/** What other people say, and lists of other pages: nodes in there are not about the page. */
const aside = new Set('review reviews comment comments suggestedAnswer acceptedAnswer citation isRelatedTo isSimilarTo itemListElement hasVariant blogPost blogPosts mentions relatedLink'.split(' '))

/** Typed nodes of the page, outer before inner, those of `@graph` included. */
export function jsonLdNodes(page: Page): readonly LdNode[] {
  let nodes = known.get(page)
  if (nodes === undefined) known.set(page, nodes = nodesOf(page))
  return nodes
}

/** A pass, the facts and the search for data ask for the same page: it is parsed once. */
const known = new WeakMap<Page, readonly LdNode[]>()

function nodesOf(page: Page): readonly LdNode[] {
  const nodes: LdNode[] = []
  const rest: Json[] = [...jsonLdValues(page)].reverse()
  while (rest.length > 0 && nodes.length < maxNodes) {
    const value = rest.pop()
    if (Array.isArray(value)) for (let i = value.length - 1; i >= 0; i--) rest.push(value[i])
    else if (isNode(value)) {
      if (value['@type'] !== undefined) nodes.push(value)
      const inner = Object.entries(value)
      for (let i = inner.length - 1; i >= 0; i--) if (typeof inner[i][1] === 'object' && !aside.has(inner[i][0])) rest.push(inner[i][1])
    }
  }
  return nodes
}

export function isNode(value: Json | undefined): value is LdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function typesOf(node: LdNode): readonly string[] {
  const type = node['@type']
  return (Array.isArray(type) ? type : [type]).filter(each => typeof each === 'string').map(each => each.replace(/^.*[/#:]/u, ''))
}

/** Strings of a property: itself, its members, or their `name` and `@value`. */
export function stringsOf(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [clean(value)].filter(text => text !== '')
  if (Array.isArray(value)) return value.flatMap(stringsOf)
  if (isNode(value)) return stringsOf(value['name'] ?? value['@value'] ?? value['headline'])
  return []
}

/** First string of a property. */
export function stringOf(value: Json | undefined): string | undefined {
  return stringsOf(value)[0]
}

/** JSON-LD holds plain text; many pages put entities and tags in it all the same. */
function clean(text: string): string {
  const plain = text.includes('&') ? decodeHTML(text) : text
  return (plain.includes('<') ? plain.replace(/<[^<>]{1,500}>/gu, ' ') : plain).replace(/\s+/gu, ' ').trim()
}
