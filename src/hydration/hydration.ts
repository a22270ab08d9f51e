/**
 * Text that a page holds only as data, for a script to show: read when the visible text is thin. The longest
 * prose found becomes a second page, which runs through the same passes.
 */
import {decodeHTMLAttribute} from 'entities/decode'
import {jsonLdNodes} from '../metadata/jsonLd.ts'
import type {Json} from '../metadata/looseJson.ts'
import type {DataScript, Page} from '../page/page.ts'
import {flightText} from './flight.ts'
import {proseOf} from './prose.ts'
import {statesIn} from './state.ts'
import {structuredText} from './structured.ts'

export type DataSource = 'json-ld' | 'next-data' | 'next-stream' | 'nuxt-data' | 'discourse' | 'json' | 'state'

export interface Hydrated {
  /** HTML of the text, for the HTML driver. */
  readonly html: string
  readonly source: DataSource
}

/** Words below which a page's text is thin: a loading text, a cookie notice, a menu. Chosen: articles start at 100. */
const thinWords = 60
/** Words that data must hold to be worth a second page. */
const minWords = 40

/**
 * Whether a page's data should be looked at.
 *
 * @param words words of the content that would be written. Pages that have their text end here.
 */
export function isThin(page: Page, words: number): boolean {
  return words < thinWords && page.origin === 'html' && (page.head.data.length > 0 || page.source.includes('data-preloaded'))
}

/** The longest prose in the page's data; undefined if there is less than the visible text has, or too little. */
export function hydrated(page: Page, words: number): Hydrated | undefined {
  let best: Hydrated | undefined
  let most = Math.max(minWords, words * 1.5)
  const offer = (html: string, source: DataSource): void => {
    const count = wordsOf(html)
    if (count <= most) return
    most = count
    best = {html, source}
  }
  offer(structuredText(jsonLdNodes(page)), 'json-ld')
  const others = page.head.data.filter(({type}) => !type.startsWith('application/ld+json'))
  const bodies = others.map(({from, to}) => page.source.slice(from, to))
  offer(flightText(bodies), 'next-stream')
  others.forEach((script, i) => {
    for (const state of statesOf(script, bodies[i])) offer(proseOf(state), sourceOf(script))
  })
  for (const state of preloaded(page)) offer(proseOf(state), 'discourse')
  return best
}

function statesOf({type, id}: DataScript, body: string): readonly Json[] {
  const isJson = /json/u.test(type)
  if (!isJson && body.length < 200) return []
  return id === '__NUXT_DATA__' ? statesIn(body, true).map(unflattened) : statesIn(body, isJson)
}

function sourceOf({id, type}: DataScript): DataSource {
  if (id === '__NEXT_DATA__') return 'next-data'
  if (id === '__NUXT_DATA__') return 'nuxt-data'
  return /json/u.test(type) ? 'json' : 'state'
}

/** Nuxt 3 writes a state as one list whose members refer to each other by number; the strings are all there is to read. */
function unflattened(value: Json): Json {
  return Array.isArray(value) ? value.filter(each => typeof each === 'string') : value
}

/** Discourse keeps its first posts in an attribute. */
function preloaded({source}: Page): readonly Json[] {
  const at = source.indexOf('data-preloaded="')
  if (at < 0) return []
  const from = at + 16
  const end = source.indexOf('"', from)
  try {
    return [JSON.parse(decodeHTMLAttribute(source.slice(from, end < 0 ? source.length : end))) as Json]
  } catch {
    return []
  }
}

/** Words of the text between tags; characters of scripts without spaces count by halves. */
function wordsOf(html: string): number {
  const text = html.replace(/<[^<>]{0,5000}>/gu, ' ')
  return (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) + (text.match(/[\u3040-\u30ff\u4e00-\u9fff]/gu)?.length ?? 0) / 2
}
