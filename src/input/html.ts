/**
 * The HTML driver: htmlparser2's Tokenizer cuts the source into tags and text, our Tree knows which elements
 * are open, the Builder makes the page. No DOM is ever built.
 *
 * The Tokenizer and not the Parser, because the Parser's stack of open elements costs quadratic time in depth.
 */
import {decodeHTML, decodeHTMLAttribute} from 'entities/decode'
import {Tokenizer} from 'htmlparser2'
import {Builder, noAttrs} from '../page/builder.ts'
import {element, keptAttributes, knownElement, type Element} from '../page/elements.ts'
import type {Page} from '../page/page.ts'
import {hiddenBy} from './attributes.ts'
import {breaksOut, Skipped} from './skipped.ts'
import {emptyElement, headLink, headMeta} from './void.ts'
import {Tree} from './tree.ts'

export interface ReadOptions {
  readonly url?: string | undefined
  readonly maxBlocks?: number
  readonly maxDepth?: number
  readonly normalise?: ((piece: string) => string) | undefined
}

/** Read HTML into a page. Never throws; linear in the length of the source. */
export function readHtml(source: string, options: ReadOptions = {}): Page {
  const driver = new HtmlDriver(source, options)
  const tokenizer = new Tokenizer({xmlMode: false, decodeEntities: false}, driver)
  tokenizer.write(withoutCdata(source))
  tokenizer.end()
  return driver.finish()
}

/**
 * In HTML `<![CDATA[` starts a comment that ends at the first `>`, but the Tokenizer would read on to `]]>`,
 * often the end of the file. One sign is changed, so that no offset moves.
 */
function withoutCdata(source: string): string {
  return source.includes('<![CDATA[') ? source.replaceAll('<![CDATA[', '<!_CDATA[') : source
}

const inHead = new Set('html head base basefont bgsound link meta title noscript script style template noframes'.split(' '))
const body = element('body')

class HtmlDriver {
  readonly #source: string
  readonly #builder: Builder
  readonly #tree: Tree
  /** What is being passed over, undefined where text counts. */
  #skipped: Skipped | undefined
  /** Nothing of the body has come yet. */
  #head = true
  #element: Element = body
  #attrs: Record<string, string> = noAttrs
  #class = ''
  #style = ''
  #name = ''
  #value = ''

  constructor(source: string, options: ReadOptions) {
    this.#source = source
    this.#builder = new Builder({origin: 'html', source, url: options.url, normalise: options.normalise, ...(options.maxBlocks === undefined ? {} : {maxBlocks: options.maxBlocks})})
    this.#tree = new Tree({closed: () => this.#builder.close(), opened: row => this.#builder.open(row)}, options.maxDepth ?? 512)
  }

  finish(): Page {
    if (this.#tree.overflowed) this.#builder.truncated ??= 'depth'
    return this.#builder.finish()
  }

  onopentagname(start: number, end: number): void {
    const raw = this.#source.slice(start, end)
    this.#element = knownElement(raw) ?? element(raw.toLowerCase())
    this.#attrs = noAttrs
    this.#class = ''
    this.#style = ''
    this.#builder.counts.elements++
  }

  onattribname(start: number, end: number): void {
    const raw = this.#source.slice(start, end)
    this.#name = raw
    this.#value = ''
  }

  onattribdata(start: number, end: number): void {
    this.#value = this.#source.slice(start, end)
  }

  onattribend(): void {
    const name = known(this.#name)
    if (name === undefined) return
    const value = this.#value.includes('&') ? decodeHTMLAttribute(this.#value) : this.#value
    if (name === 'class') this.#class = this.#class || value
    else if (name === 'style') this.#style = this.#style || value
    else {
      if (this.#attrs === noAttrs) this.#attrs = {}
      // The first of two attributes of a name counts.
      this.#attrs[name] ??= value
    }
  }

  onattribentity(): void {}

  onopentagend(end: number): void {
    this.#start(end)
  }

  onselfclosingtag(end: number): void {
    this.#start(end)
    // `<script/>` is closed for the Tokenizer, which reads markup on; elsewhere the slash means nothing in HTML.
    const skipped = this.#skipped
    if (skipped !== undefined && (skipped.isForeign || skipped.isRaw) && skipped.ends(this.#element.tag)) this.#endSkipped(end)
  }

  onclosetag(start: number, end: number): void {
    const raw = this.#source.slice(start, end)
    const closed = knownElement(raw) ?? element(raw.replace(/\/.*$/su, '').toLowerCase())
    if (this.#skipped !== undefined) {
      if (this.#skipped.ends(closed.tag)) this.#endSkipped(start - 2)
      return
    }
    if (closed.tag === 'head') this.#head = false
    else if (closed.does === 'region') {
      if (closed.tag === 'noscript' && this.#head) return
      this.#builder.counts.elements++
      this.#tree.close(closed)
      if (this.#tree.overflowed) this.#builder.flush()
    } else if (closed.does === 'mark') this.#builder.closeMark(closed)
    else if (closed.tag === 'br') this.#builder.lineBreak()
  }

  ontext(start: number, end: number): void {
    if (this.#skipped !== undefined) {
      this.#skipped.text(start, end)
      return
    }
    const raw = this.#source.slice(start, end)
    if (this.#head && raw.trim() === '') return
    this.#head = false
    this.#builder.text(raw.includes('&') ? decodeHTML(raw) : raw, start, end)
  }

  ontextentity(): void {}
  oncomment(): void {}
  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {
    if (this.#skipped !== undefined) this.#endSkipped(this.#source.length)
  }

  #start(end: number): void {
    const opened = this.#element
    if (this.#skipped !== undefined) {
      if (!(this.#skipped.isForeign && breaksOut(opened.tag))) {
        this.#skipped.start(opened.tag, this.#attrs)
        return
      }
      this.#endSkipped(end)
    }
    if (this.#head) {
      if (opened.tag === 'noscript') return
      if (!inHead.has(opened.tag)) this.#head = false
    }
    switch (opened.does) {
      case 'region': return this.#region(opened, end)
      case 'mark': return this.#mark(opened)
      case 'skip': return this.#skip(opened, end)
      case 'void': return this.#void(opened, end)
      case 'inline': if (opened.tag === 'html' && this.#attrs['lang']) this.#builder.head.lang ||= this.#attrs['lang']
    }
  }

  #region(opened: Element, end: number): void {
    const attrs = this.#attrs
    if (opened.tag === 'option') this.#builder.counts.options++
    else if (opened.tag === 'textarea') this.#builder.counts.inputs++
    const isShadowRoot = opened.tag === 'template' && attrs['shadowrootmode'] !== undefined
    if ((opened.tag === 'template' && !isShadowRoot) || (opened.tag === 'button' && this.#builder.inCode)) {
      // A template's content is never shown; a button in code copies it.
      this.#skip(opened, end)
      return
    }
    if (this.#tree.open(opened)) this.#builder.open(opened, attrs, this.#class, hiddenBy(opened.tag, attrs, this.#style))
    else this.#builder.flush()
  }

  #mark(opened: Element): void {
    if (opened.mark === 'link') this.#builder.counts.links++
    this.#builder.openMark(opened, this.#attrs, this.#class, hiddenBy(opened.tag, this.#attrs, this.#style))
  }

  #skip(opened: Element, end: number): void {
    if (opened.tag === 'script') this.#builder.counts.scripts++
    else if (opened.tag === 'iframe') this.#builder.counts.frames++
    this.#skipped = new Skipped(opened.tag, this.#attrs, end + 1)
  }

  #endSkipped(end: number): void {
    const skipped = this.#skipped
    this.#skipped = undefined
    skipped?.finish(this.#builder, this.#source, end)
  }

  #void(opened: Element, end: number): void {
    const {head} = this.#builder
    if (opened.tag === 'meta') headMeta(head, this.#attrs)
    else if (opened.tag === 'link') headLink(head, this.#attrs)
    else if (opened.tag === 'base') head.base ||= this.#attrs['href'] ?? ''
    else {
      this.#tree.before(opened.id)
      emptyElement(this.#builder, opened.tag, {attrs: this.#attrs, classes: this.#class, at: end})
    }
  }
}

/** The attribute's name in lower case if anybody reads it. */
function known(raw: string): string | undefined {
  if (raw === 'class' || raw === 'style' || keptAttributes.has(raw)) return raw
  const lower = raw.toLowerCase()
  return lower !== raw && (lower === 'class' || lower === 'style' || keptAttributes.has(lower)) ? lower : undefined
}
