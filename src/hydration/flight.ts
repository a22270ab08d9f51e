/**
 * What Next.js streams into a page as `self.__next_f.push([1, "…"])`: rows of a serialised React tree. The tree is
 * written as HTML again; client components, which have no markup here, stand for their children.
 */
import type {Json} from '../metadata/looseJson.ts'
import {escaped} from './markup.ts'

const push = /__next_f\.push\(\[1,\s{0,9}"/gu
/** Elements of React trees written at most. */
const maxNodes = 200_000
const maxDepth = 200
/** Elements that are written; others stand for their children. */
const written = new Set('p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code strong em b i a table thead tbody tr th td figure figcaption img br hr dl dt dd article section main header footer nav aside div span time sup sub del kbd details summary'.split(' '))
const skipped = new Set('script style svg link meta title head noscript iframe button input select option form'.split(' '))

/** @returns HTML, '' if the scripts hold no such stream. */
export function flightText(scripts: readonly string[]): string {
  const chunks = scripts.filter(script => script.includes('__next_f')).flatMap(chunksIn)
  if (chunks.length === 0) return ''
  const rows = rowsOf(chunks.join(''))
  const writer = new FlightWriter(rows)
  return writer.whole()
}

/** Strings that a script pushes. */
function chunksIn(script: string): readonly string[] {
  const out: string[] = []
  for (const match of script.matchAll(push)) {
    const from = match.index + match[0].length
    let end = from
    while (end < script.length && script[end] !== '"') end += script[end] === '\\' ? 2 : 1
    try {
      out.push(JSON.parse(script.slice(from - 1, end + 1)) as string)
    } catch {
      // A string that is none: the stream goes on without it.
    }
  }
  return out
}

/** Rows: `1a:…json…\n`, and texts `1b:T<bytes in hex>,…`. */
function rowsOf(stream: string): ReadonlyMap<string, Json> {
  const rows = new Map<string, Json>()
  const head = /([0-9a-f]{1,8}):(T([0-9a-f]{1,8}),)?/uy
  for (let at = 0; at < stream.length;) {
    head.lastIndex = at
    const match = head.exec(stream)
    if (match === null) {
      const end = stream.indexOf('\n', at)
      if (end < 0) break
      at = end + 1
      continue
    }
    const start = at + match[0].length
    if (match[3] !== undefined) {
      const end = endOfBytes(stream, start, Number.parseInt(match[3], 16))
      rows.set(match[1], stream.slice(start, end))
      at = end
      continue
    }
    const end = stream.indexOf('\n', start)
    const line = stream.slice(start, end < 0 ? stream.length : end)
    try {
      rows.set(match[1], JSON.parse(line) as Json)
    } catch {
      // Module references (`I[…]`) and hints (`HL[…]`) are no data.
    }
    at = end < 0 ? stream.length : end + 1
  }
  return rows
}

/** Where a text of so many UTF-8 bytes ends. */
function endOfBytes(text: string, from: number, bytes: number): number {
  let left = bytes
  let at = from
  while (at < text.length && left > 0) {
    const code = text.codePointAt(at) as number
    left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    at += code > 0xffff ? 2 : 1
  }
  return at
}

class FlightWriter {
  readonly #rows: ReadonlyMap<string, Json>
  readonly #used = new Set<string>()
  #left = maxNodes

  constructor(rows: ReadonlyMap<string, Json>) {
    this.#rows = rows
  }

  /** The longest of the trees: the root refers to the others. */
  whole(): string {
    let best = ''
    for (const [id, value] of this.#rows) {
      if (this.#used.has(id) || typeof value === 'string') continue
      const html = this.#node(value, 0, false)
      if (html.length > best.length) best = html
    }
    return best
  }

  /** @param inside the value is an element's child: elsewhere strings are names of files and routes. */
  #node(value: Json, depth: number, inside: boolean): string {
    if (depth > maxDepth || --this.#left < 0) return ''
    if (typeof value === 'number') return inside ? String(value) : ''
    if (typeof value === 'string') return this.#string(value, depth, inside)
    if (typeof value !== 'object' || value === null) return ''
    if (Array.isArray(value)) return value[0] === '$' && typeof value[1] === 'string' ? this.#element(value, depth) : value.map(each => this.#node(each as Json, depth + 1, inside)).join('')
    const {children} = value as {readonly [name: string]: Json}
    if (children !== undefined) return this.#node(children, depth + 1, inside)
    return Object.values(value).map(each => typeof each === 'object' ? this.#node(each as Json, depth + 1, inside) : '').join('')
  }

  #string(value: string, depth: number, inside: boolean): string {
    if (!value.startsWith('$')) return inside ? escaped(value) : ''
    if (value.startsWith('$$')) return inside ? escaped(value.slice(1)) : ''
    const id = /^\$[L@]?([0-9a-f]{1,8})$/u.exec(value)?.[1]
    if (id === undefined || this.#used.has(id)) return ''
    const row = this.#rows.get(id)
    if (row === undefined) return ''
    this.#used.add(id)
    return typeof row === 'string' ? (inside ? escaped(row) : '') : this.#node(row, depth + 1, inside)
  }

  #element(value: readonly Json[], depth: number): string {
    const tag = value[1] as string
    const props = (typeof value[3] === 'object' && value[3] !== null && !Array.isArray(value[3]) ? value[3] : {}) as {readonly [name: string]: Json}
    if (skipped.has(tag)) return ''
    // A client component may stand for a whole layout: only what it is given as children can be text.
    const isElement = !tag.startsWith('$')
    const {dangerouslySetInnerHTML: inner} = props
    const html = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? this.#raw((inner as {readonly [name: string]: Json})['__html']) : this.#node(props['children'] ?? null, depth + 1, isElement)
    if (!written.has(tag)) return html
    const attributes = ['href', 'src', 'alt', 'className', 'id'].map(name => typeof props[name] === 'string' ? ` ${name === 'className' ? 'class' : name}="${escaped(props[name]).replaceAll('"', '&quot;')}"` : '').join('')
    return tag === 'br' || tag === 'hr' || tag === 'img' ? `<${tag}${attributes}>` : `<${tag}${attributes}>${html}</${tag}>`
  }

  /** HTML as it is, or a reference to a text row of it. */
  #raw(value: Json | undefined): string {
    if (typeof value !== 'string') return ''
    const id = /^\$([0-9a-f]{1,8})$/u.exec(value)?.[1]
    if (id === undefined) return value
    const row = this.#rows.get(id)
    return typeof row === 'string' ? row : ''
  }
}
