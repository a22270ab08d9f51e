/**
 * The HTML driver: the Scanner cuts the source into tags and text, our Tree knows which elements are open, the
 * Builder makes the page. No DOM is ever built, and no string is made of what nobody reads.
 */
import {decodeHTML, decodeHTMLAttribute} from 'entities/decode'
import {Builder, noAttrs} from '../page/builder.ts'
import type {ClassList} from '../page/classLists.ts'
import {element, elementNames, keptAttributes, type Element} from '../page/elements.ts'
import type {Page} from '../page/page.ts'
import {clear, isStyled, Markup, newTag, type ReadOptions} from './markup.ts'
import {NameTable} from './nameTable.ts'
import {scan, type Tokens} from './scanner.ts'
import {Tree} from './tree.ts'

export type {ReadOptions} from './markup.ts'

const elements = new NameTable(elementNames.map((name): [string, Element] => [name, element(name)]))
const LESS = 0x3c
const CLASS = 0
const STYLE = 1
/** The attributes that somebody reads; strings that the engine knows as names of properties. */
const attributeNames: readonly string[] = ['class', 'style', ...keptAttributes]
const attributes = new NameTable(attributeNames.map((name, at): [string, number] => [name, at]))

/** Read HTML into a page. Never throws; linear in the length of the source. */
export function readHtml(source: string, options: ReadOptions = {}): Page {
  const driver = new HtmlDriver(source, options)
  scan(source, driver)
  return driver.finish()
}

/**
 * In HTML `<![CDATA[` starts a comment that ends at the first `>`, but htmlparser2 would read on to `]]>`, often
 * the end of the file. One sign is changed, so that no offset moves.
 */
export function withoutCdata(source: string): string {
  // Asked without its `<`: the engine's search goes by the first sign, and `!` is rare.
  return source.includes('![CDATA[') ? source.replaceAll('<![CDATA[', '<!_CDATA[') : source
}

class HtmlDriver implements Tokens {
  readonly #source: string
  readonly #builder: Builder
  readonly #markup: Markup
  readonly #tag = newTag()
  /** Number of the tag that gave each attribute last: of two with the same name the first counts. */
  readonly #givenBy = new Int32Array(attributeNames.length)
  #tags = 0
  /** Nobody reads the attributes of this tag. */
  #isUnread = false
  /** Somebody asks for its classes and its style. */
  #isStyled = false

  constructor(source: string, options: ReadOptions) {
    this.#source = source
    this.#builder = new Builder({origin: 'html', source, url: options.url, normalise: options.normalise, exact: options.exact, ...(options.maxBlocks === undefined ? {} : {maxBlocks: options.maxBlocks})})
    this.#markup = new Markup(this.#builder, source, listener => new Tree(listener, options.maxDepth ?? 512))
    this.#markup.isFragment = options.exact === true
  }

  finish(): Page {
    if (this.#markup.skipped !== undefined) this.#markup.endSkipped(this.#source.length)
    this.#builder.counts.elements += this.#tags
    return this.#markup.finish()
  }

  name(from: number, to: number): void {
    const tag = this.#tag
    tag.element = elements.at(this.#source, from, to) ?? element(this.#source.slice(from, to).toLowerCase())
    clear(tag)
    this.#tags++
    this.#isStyled = isStyled(tag.element)
    this.#isUnread = !this.#markup.readsAttributes(tag.element.tag)
  }

  attribute(nameFrom: number, nameTo: number, from: number, to: number): void {
    if (this.#isUnread) return
    const known = attributes.at(this.#source, nameFrom, nameTo)
    if (known === undefined) return
    const tag = this.#tag
    if (known === CLASS) {
      if (this.#isStyled && tag.classes.id === 0) tag.classes = this.#classes(from, to)
    } else if (known === STYLE) {
      if (this.#isStyled) tag.style ||= this.#value(from, to)
    } else if (this.#givenBy[known] !== this.#tags) {
      this.#givenBy[known] = this.#tags
      if (tag.attrs === noAttrs) tag.attrs = {}
      tag.attrs[attributeNames[known]] = this.#value(from, to)
    }
  }

  start(end: number, isSelfClosing: boolean): void {
    this.#markup.start(this.#tag, end)
    if (!isSelfClosing) return
    // `<script/>` is closed for the Scanner, which reads markup on; elsewhere the slash means nothing in HTML.
    const {skipped} = this.#markup
    if (skipped !== undefined && (skipped.isForeign || skipped.isRaw) && skipped.ends(this.#tag.element.tag)) this.#markup.endSkipped(end)
  }

  end(from: number, to: number): void {
    this.#markup.end(elements.at(this.#source, from, to) ?? element(this.#source.slice(from, to).replace(/\/.*$/su, '').toLowerCase()), from - 2)
  }

  text(start: number, end: number): void {
    const source = this.#source
    const {skipped} = this.#markup
    if (skipped !== undefined) {
      skipped.text(start, end)
      return
    }
    // `</>` is nothing to the standard; the Scanner leaves it at the head of the text that follows.
    const from = source.charCodeAt(start) === LESS && source.startsWith('</>', start) ? start + 3 : start
    if (from >= end || (this.#markup.skipsBlank && isBlankAt(source, from, end))) return
    const raw = source.slice(from, end)
    this.#markup.text(raw.includes('&') ? decodeHTML(raw) : raw, from, end)
  }

  #classes(from: number, to: number): ClassList {
    const {classes} = this.#builder
    return classes.at(this.#source, from, to) ?? classes.of(this.#value(from, to))
  }

  #value(from: number, to: number): string {
    const value = this.#source.slice(from, to)
    return value.includes('&') ? decodeHTMLAttribute(value) : value
  }
}

/** White space of markup only: what most texts between tags are. */
function isBlankAt(source: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = source.charCodeAt(at)
    if (unit > 32 || (unit !== 32 && (unit < 9 || unit > 13))) return false
  }
  return true
}
