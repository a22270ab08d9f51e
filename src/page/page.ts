/**
 * The flat page: everything is text and half-open intervals over it.
 *
 * A page is an ordered array of blocks (leaf units of text). A region (any block-level element) is an
 * interval of blocks; a mark (link, strong, code …) is an interval of characters in one block. Nobody
 * writes to a page after the Builder has finished it: passes speak through the ledger.
 */

export type Origin = 'html' | 'markdown' | 'text'

/** Everything known about one input. Frozen once built. */
export interface Page {
  readonly origin: Origin
  /** Absolute address of the page, if known. */
  readonly url?: string
  /** Decoded input; every source offset of the page refers to it. '' where the input was a ready tree. */
  readonly source: string
  readonly head: Head
  readonly blocks: readonly Block[]
  readonly regions: readonly Region[]
  /** The same blocks and regions as typed arrays, filled by the Builder in the same pass. */
  readonly columns: Columns
  readonly counts: Counts
  readonly repairs: readonly Repair[]
  /** The first limit that was hit; what was read before it is in the page. */
  readonly truncated?: 'bytes' | 'blocks' | 'depth'
}

/** Raw facts for metadata. Values are as written, entities decoded, white space collapsed. */
export interface Head {
  /** Text of the first `<title>` outside svg, '' if none. */
  readonly title: string
  readonly metas: readonly Meta[]
  readonly links: readonly HeadLink[]
  /** `lang` of the html element, '' if none. */
  readonly lang: string
  /** `href` of the first `<base>`, '' if none. */
  readonly base: string
  /** Script bodies that hold data, as offsets into `source`: read only by who needs them. */
  readonly data: readonly DataScript[]
}
/** A `<meta>`: `key` is its name, property, itemprop or http-equiv in lower case. */
export interface Meta { readonly key: string; readonly content: string }
/** A `<link>`: `rel` in lower case. */
export interface HeadLink { readonly rel: string; readonly href: string; readonly type: string; readonly hreflang: string }
export interface DataScript { readonly type: string; readonly id: string; readonly from: number; readonly to: number }

export type Kind = 'paragraph' | 'heading' | 'caption' | 'dek' | 'code' | 'image' | 'embed' | 'rule' | 'math'

/** The smallest unit a rule may judge. Lists, items, tables, cells and quotes are regions around blocks. */
export interface Block {
  readonly kind: Kind
  /** 1–6 for headings, else 0. */
  readonly level: number
  /** Visible text, white space collapsed; '\n' is a line break; verbatim in code; '' in images and rules. */
  readonly text: string
  /** Sorted by `from`, outer before inner, properly nested, at most 16 deep. */
  readonly marks: readonly Mark[]
  /** Index of the innermost region, -1 at top level. */
  readonly region: number
  /** How the block hides, if it does: a pass decides what to make of it, not the parser. */
  readonly hidden: HiddenBy
  /** Source offsets, -1 if unknown. */
  readonly from: number
  readonly to: number
}

export type HiddenBy = 'no' | 'attribute' | 'style' | 'aria' | 'noscript' | 'details' | 'dialog'

/** Every block-level element is one, also p, li, td, button, label, option and noscript, even with no block in it. */
export interface Region {
  readonly tag: string
  /** Index of the enclosing region, -1 at top level; always smaller than the region's own index. */
  readonly parent: number
  /** Blocks inside: half-open interval, empty if from = to. */
  readonly from: number
  readonly to: number
  /** Index after the last descendant region: descendants of region r are r + 1 … end - 1. */
  readonly end: number
  readonly classes: readonly string[]
  readonly attrs: Attrs
}

/** The attributes somebody reads (see `keptAttributes` in elements.ts), names in lower case, entities decoded. */
export type Attrs = Readonly<Record<string, string>>

export type MarkKind =
  | 'link' | 'strong' | 'em' | 'code' | 'kbd' | 'del' | 'ins' | 'sub' | 'sup' | 'mark' | 'q' | 'abbr' | 'small'
  | 'time' | 'span' | 'image' | 'math'

/** Inline markup as an interval of characters. */
export interface Mark {
  readonly kind: MarkKind
  /** Half-open interval of `block.text`; an image has from = to. */
  readonly from: number
  readonly to: number
  /** The same number in every block that one element (a link over a card) spans. */
  readonly element: number
  readonly classes: readonly string[]
  readonly attrs: Attrs
  readonly hidden: HiddenBy
  /** Of an image, which has no place in the text: where white space stands beside it. */
  readonly spaces?: 'before' | 'after' | 'around'
}

/** Counts over the whole page, also of what has no block. */
export interface Counts {
  readonly elements: number
  readonly images: number
  readonly inputs: number
  readonly scripts: number
  readonly options: number
  readonly frames: number
  readonly links: number
}

/** What the normaliser changed, counted; never a decision. */
export interface Repair { readonly kind: string; readonly count: number }

/**
 * The page as columns: index = block (or region), so that judges read numbers and build no strings.
 * Lengths are in UTF-16 code units.
 */
export interface Columns {
  /** Characters of `text`. */
  readonly length: Int32Array
  /** Words: runs of letters and digits between white space, scripts without spaces left out. */
  readonly words: Int32Array
  /** Characters of scripts that write no spaces (Han, Kana, Hangul, Thai, Lao, Khmer, Burmese). */
  readonly wide: Int32Array
  /** Characters inside links. */
  readonly linked: Int32Array
  /** Sentence and clause marks: . ! ? , ; and their CJK, Arabic and Devanagari fellows. */
  readonly stops: Int32Array
  /** Innermost region of the block, -1 at top level. */
  readonly region: Int32Array
  /** Per region: tag id (elements.ts), id of the class attribute (0 = none), parent. */
  readonly regionTag: Int16Array
  readonly regionClass: Int32Array
  readonly regionParent: Int32Array
}

export interface Span { readonly from: number; readonly to: number }
