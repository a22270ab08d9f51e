import type {Judgement} from './page/judgement.ts'
import type {LineJudgement} from './page/lineJudgement.ts'
import type {Decision, Role} from './page/ledger.ts'
import type {Kind, Page} from './page/page.ts'
import type {Source} from './metadata/candidate.ts'
import type {Candidates, RawFacts} from './metadata/candidates.ts'
import type {Licence} from './metadata/licence.ts'
import type {Reservations} from './metadata/reservations.ts'
import type {EncodingSource} from './input/decode.ts'
import type {Problem} from './problem.ts'
import type {Verdict} from './verdict/verdict.ts'

/** Where a fact was read, by which rule, and how sure that is (0–1, from labelled pages). */
export interface FactSource { readonly source: Source; readonly rule: string; readonly confidence: number }

/** What a page says about itself. Fields that are not known are null. */
export interface Metadata {
  /** Without the site's name; null if the page gives none. */
  readonly title: string | null
  /** The authors in one string. */
  readonly author: string | null
  readonly authors: readonly string[]
  /** Of the first publication: ISO 8601 to the precision known, with the zone if the page gives it. */
  readonly date: string | null
  readonly modified: string | null
  /** BCP 47: as declared, else as detected. */
  readonly language: string | null
  /** Absolute address of the page and where it came from. */
  readonly url: string | null
  readonly urlSource: UrlSource | null
  readonly description?: string | null
  readonly siteName?: string | null
  readonly canonical?: string | null
  readonly hostname?: string | null
  /** Registrable domain of the host. */
  readonly domain?: string | null
  /** Primary language of the text itself, null where there is too little of it. */
  readonly detectedLanguage?: string | null
  /** The declared language is not the one of the text. */
  readonly languagesDisagree?: boolean
  readonly direction?: 'ltr' | 'rtl' | null
  readonly image?: string | null
  readonly favicon?: string | null
  readonly tags?: readonly string[]
  readonly categories?: readonly string[]
  readonly section?: string | null
  readonly licence?: Licence | null
  /** null where the page does not say. */
  readonly paywalled?: boolean | null
  readonly words?: number | null
  readonly readingMinutes?: number | null
  readonly feeds?: readonly string[]
  readonly nextPage?: string | null
  /** Comments the page says it has. */
  readonly commentCount?: number | null
  readonly reservations?: Reservations | null
  /** WHATWG name of the encoding of the bytes, and who said so; null for a string. */
  readonly encoding?: string | null
  readonly encodingSource?: EncodingSource | null
  /** Where title, authors, date and modified come from. */
  readonly sources?: Readonly<Record<string, FactSource>>
}
export type UrlSource = 'option' | 'row' | 'saved-from' | 'base' | 'canonical' | 'og:url'

/** How good the result is; null where nothing judges it yet. */
export interface Quality {
  readonly score: number | null
  /** What the page is: a text (`ok`, `thin`), a list of other pages, or no text of its own; null for fragments. */
  readonly verdict: Verdict | null
  readonly type: string | null
  /** What spoke for the verdict: `rule: the words`. Empty where all is well. */
  readonly reasons: readonly string[]
}

/** Where a piece of the Markdown came from: characters of `markdown`, and the block they write. */
export interface MapSpan { readonly from: number; readonly to: number; readonly block: number }

export interface Trace {
  readonly page: Page
  readonly decisions: readonly Decision[]
  readonly map: readonly MapSpan[]
  /** Why this driver read the input: `option`, or what the sniffer saw. */
  readonly sniffed: string
  /** What the judge said; undefined where nobody judged: text, Markdown, fragments. */
  readonly judgement?: Judgement | undefined
  /** What the judge of text said; undefined for HTML and fragments. */
  readonly lines?: LineJudgement | undefined
  /** Is the page about templates or code (0–1), so that its braces are content? With what spoke for it. */
  readonly templates?: {readonly value: number; readonly signs: readonly string[]} | undefined
  /** All that the page offers for its title, authors and dates, with source and confidence, and what was refused, with the reason. */
  readonly candidates?: Candidates | undefined
  /** The page's metas, and its JSON-LD as far as it can be read. */
  readonly raw?: RawFacts | undefined
}

export interface Result {
  /** The page's Markdown, LF line ends and one final newline; '' if nothing is left. */
  readonly markdown: string
  readonly metadata: Metadata
  /** What readers wrote: comments, on the page of a product its reviews. Markdown; null if there are none. Given whether or not they stand in `markdown`. */
  readonly comments: string | null
  readonly quality: Quality
  /** Which model judged: first characters of its SHA-256; null where nobody did: Markdown, fragments. */
  readonly model: string | null
  /** With `hosts` or `learn`: pages counted of all hosts, and of the page's own, when it was cleaned. */
  readonly hosts?: {readonly generation: number; readonly pages: number}
  readonly problems: readonly Problem[]
  /** One entry a block of the page, in page order. */
  readonly blocks: readonly {readonly role: Role; readonly alive: boolean; readonly kind: Kind; /** Only with `labels: true`. */ readonly text?: string}[]
  /** Only with `trace: true`. */
  readonly trace?: Trace
}
