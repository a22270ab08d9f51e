import type {Decision, Role} from './page/ledger.ts'
import type {Kind, Page} from './page/page.ts'
import type {Problem} from './problem.ts'

/** What a page says about itself. Fields that are not known are null. */
export interface Metadata {
  /** From og:title or `<title>`; null if the page has neither. */
  readonly title: string | null
  readonly author: string | null
  readonly authors: readonly string[]
  readonly date: string | null
  readonly modified: string | null
  readonly language: string | null
  /** Absolute address of the page and where it came from. */
  readonly url: string | null
  readonly urlSource: UrlSource | null
}
export type UrlSource = 'option' | 'row' | 'saved-from' | 'base' | 'canonical' | 'og:url'

/** How good the result is; null where nothing judges it yet. */
export interface Quality {
  readonly score: number | null
  readonly verdict: string | null
  readonly type: string | null
}

/** Where a piece of the Markdown came from: characters of `markdown`, and the block they write. */
export interface MapSpan { readonly from: number; readonly to: number; readonly block: number }

export interface Trace {
  readonly page: Page
  readonly decisions: readonly Decision[]
  readonly map: readonly MapSpan[]
  /** Why this driver read the input: `option`, or what the sniffer saw. */
  readonly sniffed: string
}

export interface Result {
  /** The page's Markdown, LF line ends and one final newline; '' if nothing is left. */
  readonly markdown: string
  readonly metadata: Metadata
  readonly quality: Quality
  readonly problems: readonly Problem[]
  /** One entry a block of the page, in page order. */
  readonly blocks: readonly {readonly role: Role; readonly alive: boolean; readonly kind: Kind}[]
  /** Only with `trace: true`. */
  readonly trace?: Trace
}
