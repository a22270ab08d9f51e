/** The places of a page that facts are read from, each looked up once and only if somebody asks. */
import {noAttrs} from '../page/builder.ts'
import type {Mark, Page} from '../page/page.ts'
import {toldMarks, type MarkAt, type ToldMarks} from './toldMarks.ts'
import {siteMatcher} from './siteName.ts'
import {isUnfilled} from './unfilled.ts'
import {jsonLdNodes, typesOf, type LdNode} from './jsonLd.ts'

/** A value of markup that says what it is (`itemprop`, `property`), or looks as if it did (a class). */
export interface Marked {
  /** First block of it. */
  readonly block: number
  readonly text: string
  /** `content` or `datetime`, '' if none. */
  readonly machine: string
  readonly href: string
}

export class Sources {
  readonly page: Page
  readonly #metas = new Map<string, string[]>()
  #isSite: ((text: string) => boolean) | undefined
  #nodes: readonly LdNode[] | undefined
  #types: readonly (readonly string[])[] | undefined
  #told: ToldMarks | undefined
  #marked: ReadonlyMap<string, readonly Marked[]> | undefined

  constructor(page: Page) {
    this.page = page
    for (const {key, content} of page.head.metas) {
      if (content === '' || isUnfilled(content)) continue
      const values = this.#metas.get(key)
      if (values === undefined) this.#metas.set(key, [content])
      else values.push(content)
    }
  }

  /** First filled value of the first of these metas that has one. */
  meta(...keys: readonly string[]): string | undefined {
    for (const key of keys) {
      const value = this.#metas.get(key)?.[0]
      if (value !== undefined) return value
    }
    return undefined
  }

  metas(...keys: readonly string[]): readonly string[] {
    const out: string[] = []
    for (let i = 0; i < keys.length; i++) {
      const values = this.#metas.get(keys[i])
      if (values !== undefined) out.push(...values)
    }
    return out
  }

  /** `href` of the first link of this relation. */
  link(rel: string): string | undefined {
    return this.page.head.links.find(link => link.rel === rel || (link.rel.includes(rel) && link.rel.split(/\s+/u).includes(rel)))?.href
  }

  /** Is a text the site's name? Made once: titles and authors both ask. */
  get isSite(): (text: string) => boolean {
    return (this.#isSite ??= siteMatcher(this))
  }

  get nodes(): readonly LdNode[] {
    return (this.#nodes ??= jsonLdNodes(this.page))
  }

  /** Nodes with a type that `pattern` fits. */
  typed(pattern: RegExp): readonly LdNode[] {
    const {nodes} = this
    this.#types ??= nodes.map(typesOf)
    const types = this.#types
    return nodes.filter((_, i) => types[i].some(type => pattern.test(type)))
  }

  /** Marks of the body that say something by an attribute. */
  get told(): ToldMarks {
    return (this.#told ??= toldMarks(this.page))
  }

  /** Elements of the body with this `itemprop` (also a `<meta>`'s, without a block). */
  microdata(name: string): readonly Marked[] {
    return (this.#marked ??= markedOf(this.page, this.told.typed)).get(name) ?? []
  }

  /** Has an element of the body an `itemprop` with a name that `pattern` fits? */
  hasMicrodata(pattern: RegExp): boolean {
    for (const name of (this.#marked ??= markedOf(this.page, this.told.typed)).keys()) if (pattern.test(name)) return true
    return false
  }
}

function markedOf(page: Page, typed: readonly MarkAt[]): ReadonlyMap<string, readonly Marked[]> {
  const found = new Map<string, Marked[]>()
  const add = (names: string | undefined, value: Marked): void => {
    if (names === undefined) return
    for (const name of names.toLowerCase().split(/\s+/u).slice(0, 8)) {
      const values = found.get(name)
      if (values === undefined) found.set(name, [value])
      else if (values.length < 50) values.push(value)
    }
  }
  for (let r = 0; r < page.regions.length; r++) {
    const {attrs, from} = page.regions[r]
    if (attrs === noAttrs) continue
    const names = attrs['itemprop'] ?? attrs['property']
    if (names !== undefined) add(names, {block: from, text: regionText(page, r), machine: attrs['content'] ?? attrs['datetime'] ?? '', href: ''})
  }
  for (const {block, mark} of typed) add(mark.attrs['itemprop'] ?? mark.attrs['property'], markedAt(page, block, mark))
  return found
}

export function markedAt(page: Page, block: number, mark: Mark): Marked {
  return {
    block, text: page.blocks[block].text.slice(mark.from, mark.to), machine: mark.attrs['content'] ?? mark.attrs['datetime'] ?? '',
    href: mark.attrs['href'] ?? '',
  }
}

/** Text of a region, its blocks joined by line ends; '' if it is longer than a byline or a title may be. */
export function regionText(page: Page, index: number, maxBlocks = 12, maxLength = 600): string {
  const {from, to} = page.regions[index]
  if (to - from > maxBlocks) return ''
  const text = page.blocks.slice(from, to).map(block => block.text).join('\n')
  return text.length > maxLength ? '' : text
}
