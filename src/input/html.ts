/**
 * The HTML driver: htmlparser2's Tokenizer cuts the source into tags and text, our Tree knows which elements
 * are open, the Builder makes the page. No DOM is ever built.
 *
 * The Tokenizer and not the Parser, because the Parser's stack of open elements costs quadratic time in depth.
 */
import {decodeHTML, decodeHTMLAttribute} from 'entities/decode'
import {Builder, noAttrs} from '../page/builder.ts'
import {element, knownElement} from '../page/elements.ts'
import type {Page} from '../page/page.ts'
import {attributeName, Markup, newTag, setAttribute, type ReadOptions} from './markup.ts'
import {FastTokenizer} from './tokenizer.ts'
import {Tree} from './tree.ts'

export type {ReadOptions} from './markup.ts'

/** Read HTML into a page. Never throws; linear in the length of the source. */
export function readHtml(source: string, options: ReadOptions = {}): Page {
  const driver = new HtmlDriver(source, options)
  const tokenizer = new FastTokenizer({xmlMode: false, decodeEntities: false}, driver)
  tokenizer.write(withoutCdata(source))
  tokenizer.end()
  return driver.finish()
}

/**
 * In HTML `<![CDATA[` starts a comment that ends at the first `>`, but the Tokenizer would read on to `]]>`,
 * often the end of the file. One sign is changed, so that no offset moves.
 */
export function withoutCdata(source: string): string {
  // Asked without its `<`: the engine's search goes by the first sign, and `!` is rare.
  return source.includes('![CDATA[') ? source.replaceAll('<![CDATA[', '<!_CDATA[') : source
}

class HtmlDriver {
  readonly #source: string
  readonly #builder: Builder
  readonly #markup: Markup
  readonly #tag = newTag()
  #name = ''
  #value = ''

  constructor(source: string, options: ReadOptions) {
    this.#source = source
    this.#builder = new Builder({origin: 'html', source, url: options.url, normalise: options.normalise, exact: options.exact, ...(options.maxBlocks === undefined ? {} : {maxBlocks: options.maxBlocks})})
    this.#markup = new Markup(this.#builder, source, listener => new Tree(listener, options.maxDepth ?? 512))
    this.#markup.isFragment = options.exact === true
  }

  finish(): Page {
    return this.#markup.finish()
  }

  onopentagname(start: number, end: number): void {
    const raw = this.#source.slice(start, end)
    const tag = this.#tag
    tag.element = knownElement(raw) ?? element(raw.toLowerCase())
    tag.attrs = noAttrs
    tag.class = ''
    tag.style = ''
    this.#builder.counts.elements++
  }

  onattribname(start: number, end: number): void {
    this.#name = this.#source.slice(start, end)
    this.#value = ''
  }

  onattribdata(start: number, end: number): void {
    this.#value = this.#source.slice(start, end)
  }

  onattribend(): void {
    const name = attributeName(this.#name)
    if (name !== undefined) setAttribute(this.#tag, name, this.#value.includes('&') ? decodeHTMLAttribute(this.#value) : this.#value)
  }

  onattribentity(): void {}

  onopentagend(end: number): void {
    this.#markup.start(this.#tag, end)
  }

  onselfclosingtag(end: number): void {
    this.#markup.start(this.#tag, end)
    // `<script/>` is closed for the Tokenizer, which reads markup on; elsewhere the slash means nothing in HTML.
    const {skipped} = this.#markup
    if (skipped !== undefined && (skipped.isForeign || skipped.isRaw) && skipped.ends(this.#tag.element.tag)) this.#markup.endSkipped(end)
  }

  onclosetag(start: number, end: number): void {
    const raw = this.#source.slice(start, end)
    this.#markup.end(knownElement(raw) ?? element(raw.replace(/\/.*$/su, '').toLowerCase()), start - 2)
  }

  ontext(start: number, end: number): void {
    const {skipped} = this.#markup
    if (skipped !== undefined) {
      skipped.text(start, end)
      return
    }
    // `</>` is nothing to the standard; the Tokenizer leaves it at the head of the text that follows.
    const from = this.#source.startsWith('</>', start) ? start + 3 : start
    if (from >= end) return
    const raw = this.#source.slice(from, end)
    this.#markup.text(raw.includes('&') ? decodeHTML(raw) : raw, from, end)
  }

  ontextentity(): void {}
  oncomment(): void {}
  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {
    if (this.#markup.skipped !== undefined) this.#markup.endSkipped(this.#source.length)
  }
}
