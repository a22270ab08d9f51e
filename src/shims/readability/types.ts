/** What callers of Readability know: its options and its answer. */

import type {Dom} from '../dom.ts'

/** What is asked of a document, of any DOM: a browser's, jsdom's, linkedom's, domino's. */
export interface DocumentLike {
  readonly documentElement: {readonly outerHTML: string} | null
  readonly baseURI?: string | undefined
  readonly documentURI?: string | undefined
}

/** Options of Readability; `debug`, `nbTopCandidates`, `charThreshold`, `allowedVideoRegex` and `linkDensityModifier` are taken and mean nothing: the judge has a threshold for each page. */
export interface ReadabilityOptions<Content = string> {
  /** More elements than that are refused; 0 for no limit. */
  readonly maxElemsToParse?: number | undefined
  /** What becomes of the content: it is handed an element that holds it. Its `innerHTML` if left out. */
  readonly serializer?: ((node: Dom<'Node', object>) => Content) | undefined
  /** Read nothing of JSON-LD. */
  readonly disableJSONLD?: boolean | undefined
  /** Without effect: no class is written, but the language of code. */
  readonly keepClasses?: boolean | undefined
  readonly classesToPreserve?: readonly string[] | undefined
  readonly debug?: boolean | undefined
  readonly nbTopCandidates?: number | undefined
  readonly charThreshold?: number | undefined
  readonly linkDensityModifier?: number | undefined
  readonly allowedVideoRegex?: RegExp | undefined
}

export interface Article<Content = string> {
  /** Without the site's name. */
  readonly title: string
  /** Clean HTML: no script, no handler, no style; http, https, mailto, tel and relative addresses only. */
  readonly content: Content
  /** Text of the content. */
  readonly textContent: string
  /** Characters of `textContent`. */
  readonly length: number
  /** The page's description, else its first paragraph. */
  readonly excerpt: string
  readonly byline: string | null
  readonly dir: string | null
  readonly siteName: string | null
  readonly lang: string | null
  /** ISO 8601, to the precision known. */
  readonly publishedTime: string | null
}
