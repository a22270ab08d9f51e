/**
 * `boildown/readability`: Readability's calls over our judge. Swap the import, keep the rest.
 *
 * Synchronous, as Readability is. The document is read and never changed. README says what differs.
 */
import {articleOf} from './article.ts'
import type {Article, DocumentLike, ReadabilityOptions} from './types.ts'

export {isProbablyReaderable, type ReadableOptions} from './readable.ts'
export type {Article, DocumentLike, ReadabilityOptions} from './types.ts'

export class Readability<Content = string> {
  readonly #document: DocumentLike
  readonly #options: ReadabilityOptions<Content>

  /** @throws {TypeError} if there is no document */
  constructor(document: DocumentLike, options: ReadabilityOptions<Content> = {}) {
    if (typeof document !== 'object' || document === null || !('documentElement' in document)) throw new TypeError('First argument to Readability constructor should be a document object.')
    this.#document = document
    this.#options = options
  }

  /**
   * The article, null if the page has none.
   *
   * @throws {Error} if the document has more elements than `maxElemsToParse`. What a serializer throws goes through.
   */
  parse(): Article<Content> | null {
    const {maxElemsToParse = 0, serializer, disableJSONLD = false} = this.#options
    const document = this.#document as unknown as Document
    if (maxElemsToParse > 0) {
      const elements = document.getElementsByTagName('*').length
      if (elements > maxElemsToParse) throw new Error(`Aborting parsing document; ${elements} elements found`)
    }
    const article = articleOf(this.#document.documentElement?.outerHTML ?? '', {url: addressOf(this.#document), withoutJsonLd: disableJSONLD})
    if (article === null) return null
    return {...article, content: serializer === undefined ? article.content as Content : serializer(elementWith(document, article.content))}
  }
}

/** The page's own address; a parser that was told none says about:blank. */
function addressOf({documentURI, baseURI}: DocumentLike): string | undefined {
  return [documentURI, baseURI].find(url => url !== undefined && /^https?:/u.test(url))
}

/** In a document of its own, where it can be had: in a live one pictures would be fetched. */
function elementWith(document: Document, html: string): Element {
  const element = (document.implementation?.createHTMLDocument?.('') ?? document).createElement('div')
  element.innerHTML = html
  return element
}
