/** What the writer is told: of a page, and of the text of one block. */
import type {Span} from '../page/page.ts'
import type {Addresses} from './address.ts'
import type {Hooks} from './hooks.ts'
import type {References} from './references.ts'

export interface RenderOptions {
  readonly links: 'keep' | 'text' | 'drop'
  readonly images: 'keep' | 'alt' | 'drop'
  readonly bullet: '-' | '*' | '+'
  readonly emphasis: '*' | '_'
  readonly strong: '**' | '__'
  readonly fence: '```' | '~~~'
  /** Headings with number signs, or the first two levels underlined. */
  readonly headings?: 'atx' | 'setext' | undefined
  /** Levels by which headings go down, at most to 6. */
  readonly shift?: number | undefined
  /** The level that the highest heading gets; the others keep their distance. */
  readonly topHeading?: 'keep' | '1' | '2' | undefined
  /** Where the targets of links stand. */
  readonly linkStyle?: 'inline' | 'referenced' | undefined
  /** Width of lines in paragraphs, in characters; undefined: a paragraph is one line. */
  readonly wrap?: number | undefined
  /** Tables that GFM cannot say whole: as far as it can, or as HTML. */
  readonly tables?: 'gfm' | 'html' | undefined
  /** What stands before the line end of a hard break; a backslash if left out. */
  readonly lineBreak?: string | undefined
  /** Rules of the caller by element. */
  readonly hooks?: Hooks | undefined
  /**
   * Write all there is, and nothing else: titles of links and images, rules at the ends, empty items; no emphasis
   * of captions and terms.
   */
  readonly exact: boolean
  /** A title to write on top, as it is; undefined if the body has it or none is wanted. */
  readonly heading: string | undefined
  /** Blocks that are not written although they live: the title, where it is a field of its own. */
  readonly except: ReadonlySet<number>
}

export interface InlineOptions {
  readonly addresses: Addresses
  readonly links: 'keep' | 'text' | 'drop'
  readonly images: 'keep' | 'alt' | 'drop'
  readonly emphasis: '*' | '_'
  readonly strong: '**' | '__'
  /** Write all a fragment says: titles of links and images (tooltips on a page), raised and lowered text. */
  readonly exact: boolean
  /** Targets are collected, not written behind the text. */
  readonly references: References | undefined
  readonly hooks?: Hooks | undefined
  /** What stands before the line end of a hard break; a backslash if left out. */
  readonly lineBreak?: string | undefined
}

export interface InlinePlace {
  readonly inTable: boolean
  /** The whole is wrapped in emphasis: a caption or a dek. */
  readonly inEmphasis: boolean
  /** Line breaks become spaces: a heading. */
  readonly oneLine: boolean
  /** Other blocks stand in the same line: any sign may find a partner there. */
  readonly isShared: boolean
}

export interface Cuts {
  readonly text: readonly Span[]
  /** Spans cut from the alt text of mark number `mark`. */
  alt(mark: number): readonly Span[]
}
