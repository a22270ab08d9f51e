/** What a page says about itself outside its blocks: title, description, JSON-LD, address. Read once a page. */
import type {Page} from '../page/page.ts'
import {BitSet, basis, hashed, lower, mixed} from './hash.ts'
import {classOf, wide, word} from '../page/scripts.ts'

/** Characters of JSON-LD text that are looked at: an article is shorter, and a hostile page costs no more. */
const maxText = 60_000
/** Longest JSON-LD script that is parsed, in characters. Chosen. */
const maxScript = 400_000
const maxDepth = 8

export interface Facts {
  /** Words of title and og:title. */
  readonly title: BitSet
  /** Word trigrams of JSON-LD text, and of the description. */
  readonly data: BitSet | undefined
  readonly description: BitSet | undefined
  /** `@type` values of JSON-LD, in lower case. */
  readonly types: ReadonlySet<string>
  readonly ogType: string
  readonly url: URL | undefined
}

const textKeys = new Set(['articleBody', 'text', 'reviewBody', 'description'])

export function factsOf(page: Page): Facts {
  let ogTitle = ''
  let ogType = ''
  let description = ''
  for (const {key, content} of page.head.metas) {
    if (key === 'og:title') ogTitle ||= content
    else if (key === 'og:type') ogType ||= content
    else if ((key === 'description' || key === 'og:description') && content.length > description.length) description = content
  }
  const types = new Set<string>()
  const texts: string[] = []
  for (const {type, from, to} of page.head.data) {
    if (to - from > maxScript || !type.includes('ld+json')) continue
    walk(parsed(page.source.slice(from, to)), {types, texts}, 0)
  }
  const title = new BitSet(4096)
  addWords(page.head.title, title)
  addWords(ogTitle, title)
  return {title, data: trigrams(texts.join('\n').slice(0, maxText)), description: trigrams(description), types, ogType: ogType.toLowerCase(), url: urlOf(page.url)}
}

function urlOf(url: string | undefined): URL | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url) : undefined
}

/** A script that is no JSON says nothing. */
function parsed(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return leniently(source)
  }
}

/** Line ends and tabs within strings, which JSON forbids and pages have. */
function leniently(source: string): unknown {
  const spaced = source.replace(/[\u0000-\u001f]/gu, ' ')
  if (spaced === source) return undefined
  try {
    return JSON.parse(spaced)
  } catch {
    return undefined
  }
}

function walk(value: unknown, out: {types: Set<string>; texts: string[]}, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return
  if (Array.isArray(value)) {
    for (const item of value) walk(item, out, depth + 1)
    return
  }
  for (const [key, item] of Object.entries(value)) {
    if (key === '@type') for (const type of Array.isArray(item) ? item : [item]) if (typeof type === 'string') out.types.add(type.toLowerCase())
    if (typeof item !== 'string') walk(item, out, depth + 1)
    else if (textKeys.has(key) && item.length > 40) out.texts.push(item.includes('<') ? item.replace(/<[^<>]{0,2000}>/gu, ' ') : item)
  }
}

/** Call `each` with the hash of every word; a character of a script without spaces is a word. */
function eachWord(text: string, each: (hash: number) => void): void {
  let h = basis
  let open = false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const is = classOf(unit)
    if (is === word) {
      h = hashed(h, lower(unit))
      open = true
      continue
    }
    if (open) each(h)
    open = false
    h = basis
    if (is === wide) each(hashed(basis, unit))
  }
  if (open) each(h)
}

function addWords(text: string, to: BitSet): void {
  eachWord(text, hash => to.add(hash))
}

function trigrams(text: string): BitSet | undefined {
  if (text === '') return undefined
  const set = new BitSet(text.length > 2000 ? 1 << 19 : 1 << 14)
  let a = 0
  let b = 0
  let count = 0
  eachWord(text, hash => {
    if (++count > 2) set.add(mixed(mixed(a, b), hash))
    a = b
    b = hash
  })
  return set.count === 0 ? undefined : set
}
