/** The longest prose in a tree of data: the text of an article among settings, addresses and labels. */
import type {Json} from '../metadata/looseJson.ts'
import {isMarkup, paragraphs} from './markup.ts'

/** Deeper values are not read; chosen: real states stay under 30. */
const maxDepth = 64
/** Values read of one state: a bound on time, no measure of anything. */
const maxValues = 300_000
/** Share of all prose that the part which is taken must hold. Chosen. */
const mostShare = 0.7

/** Names of parts that are no text of the page. */
const aside = /^(?:related|recommend\w{0,20}|comments?|replies|i18n|translations?|messages|locales?|dictionary|labels?|config|settings|env|flags|features|experiments|cookie\w{0,20}|consent|legal|terms|privacy|footer|header|nav\w{0,20}|menu\w{0,10}|seo|meta|metadata|ads?|trending|popular|latest|sidebar|user|session|author|authors|styles?|css|query|variables|fragments?)$/iu
/** Names under which short strings are text too: headings between paragraphs. */
const textual = /^(?:text|value|content|html|body|title|heading|headline|caption|children|paragraphs?|description|summary|name|question|answer|cooked|raw|markdown|_rawHtml|__html|\d+)$/iu

interface Part { readonly value: Json; readonly own: number; readonly inner: readonly Part[] }

/** @returns HTML of the prose, '' if there is none. */
export function proseOf(value: Json): string {
  const budget = {left: maxValues}
  const whole = measured(value, 0, budget)
  if (whole.own === 0) return ''
  let part = whole
  for (;;) {
    const next = part.inner.find(each => each.own >= whole.own * mostShare)
    if (next === undefined) break
    part = next
  }
  const out: string[] = []
  collect(part.value, {key: 'text', depth: 0, out, seen: new Set()})
  return out.join('\n')
}

/** Characters of prose in a value and in each of its parts. */
function measured(value: Json, depth: number, budget: {left: number}): Part {
  if (typeof value === 'string') return {value, own: isProse(value) ? value.length : 0, inner: []}
  if (typeof value !== 'object' || value === null || depth > maxDepth || --budget.left < 0) return {value, own: 0, inner: []}
  const inner = entriesOf(value).filter(([key]) => !aside.test(key)).map(([, each]) => measured(unwrapped(each), depth + 1, budget)).filter(({own}) => own > 0)
  return {value, own: inner.reduce((sum, {own}) => sum + own, 0), inner}
}

interface Collecting { readonly key: string; readonly depth: number; readonly out: string[]; readonly seen: Set<string> }

function collect(value: Json, {key, depth, out, seen}: Collecting): void {
  if (typeof value === 'string') {
    const isText = isProse(value) || (textual.test(key) && value.length < 300 && /\p{L}{2}/u.test(value) && !/^(?:https?:|\/|#|[\w-]+$)/u.test(value))
    if (!isText || seen.has(value)) return
    seen.add(value)
    out.push(isMarkup(value) ? value : paragraphs(value))
    return
  }
  if (typeof value !== 'object' || value === null || depth > maxDepth) return
  for (const [name, each] of entriesOf(value)) {
    if (!aside.test(name)) collect(unwrapped(each), {key: Array.isArray(value) ? key : name, depth: depth + 1, out, seen})
  }
}

function entriesOf(value: readonly Json[] | {readonly [name: string]: Json}): readonly (readonly [string, Json])[] {
  return Array.isArray(value) ? value.map((each, i) => [String(i), each] as const) : Object.entries(value as {readonly [name: string]: Json})
}

/** A string that is JSON again. */
function unwrapped(value: Json): Json {
  if (typeof value !== 'string' || value.length < 200 || !/^\s{0,9}[[{]\s{0,9}["[{]/u.test(value)) return value
  try {
    return JSON.parse(value) as Json
  } catch {
    return value
  }
}

/** Running text: long, with spaces (or in a script without), sentences, and no code. */
export function isProse(text: string): boolean {
  if (text.length < 80) return /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{20}/u.test(text)
  const start = text.slice(0, 2000)
  if (/^\s{0,9}(?:https?:|data:|\{|\[|function\b|import\s|<svg|<\?xml|#import|(?:query|mutation|fragment)\s)/u.test(start)) return false
  if (isMarkup(start)) return /\p{L}[.!?。！？…»”"]?\s{0,5}<\/(?:p|li|h[1-6]|div|blockquote)>|\p{L}[^<]{60}/u.test(start)
  const letters = start.match(/\p{L}/gu)?.length ?? 0
  const spaces = start.match(/\s/gu)?.length ?? 0
  return letters > start.length * 0.6 && (spaces > start.length * 0.08 || /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/u.test(start)) && /[.!?。！？:…]/u.test(start) && !/[{};]\s{0,9}[\w.#-]{1,40}\s{0,3}[{(:=]/u.test(start)
}
