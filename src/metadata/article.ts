/** Which of a page's JSON-LD nodes is about the page itself. */
import {isNode, stringOf, typesOf, type LdNode} from './jsonLd.ts'
import {folded} from './siteName.ts'
import type {Sources} from './sources.ts'

const written = /(?:Article|Posting|Report|Recipe|HowTo|Podcast|PodcastEpisode|Thesis|Chapter|Question|Guide|LearningResource|MedicalWebPage|VideoObject|Book|Dataset|SoftwareSourceCode|Course|Event|CreativeWork|Review)$/u
const article = /(?:Article|Posting|Report)$/u

/**
 * The node of the page's own text: among several the one with the page's address or title, else the only one
 * that is no item of a list.
 */
export function articleOf(sources: Sources): LdNode | undefined {
  const nodes = sources.typed(written).filter(node => node['author'] !== undefined || node['datePublished'] !== undefined || node['headline'] !== undefined)
  if (nodes.length <= 1) return nodes[0]
  const url = addressOf(sources.page.url ?? sources.link('canonical') ?? '')
  const title = folded(sources.meta('og:title') ?? sources.page.head.title)
  return nodes.find(node => isArticle(node) && isAt(node, url)) ?? nodes.find(node => isTitled(node, title)) ?? nodes.find(node => isAt(node, url)) ?? only(nodes.filter(isArticle)) ?? (nodes.every(node => !isArticle(node)) ? nodes[0] : undefined)
}

export function isArticle(node: LdNode): boolean {
  return typesOf(node).some(type => article.test(type))
}

function only(nodes: readonly LdNode[]): LdNode | undefined {
  return nodes.length === 1 ? nodes[0] : undefined
}

function isAt(node: LdNode, url: string): boolean {
  if (url === '') return false
  const {mainEntityOfPage: page} = node
  return [node['url'], node['@id'], page, ...(isNode(page) ? [page['@id'], page['url']] : [])].some(each => typeof each === 'string' && addressOf(each) === url)
}

function isTitled(node: LdNode, title: string): boolean {
  const headline = folded(stringOf(node['headline'] ?? node['name']) ?? '')
  return headline.length > 8 && title.length > 8 && (title.startsWith(headline.slice(0, 100)) || headline.startsWith(title))
}

/** An address without what does not tell pages apart. */
function addressOf(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/#.*$/su, '').replace(/[?&](?:utm_\w+|srsltid|gclid|fbclid|ref)=[^&#]*/gu, '').replace(/\/$/u, '').toLowerCase()
}
