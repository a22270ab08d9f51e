/**
 * What a row of rules looks like. Its examples are part of it: the suite runs them through the pass that
 * reads the table, and a row that lacks either kind fails.
 */

/** A pattern inside a text. */
export interface FindRow {
  readonly name: string
  /** A match contains one of these: asked first, because it is cheap. */
  readonly hints: readonly string[]
  /** What the match stands for: a few words of a text, which is a torso without them, or a piece of its own. */
  readonly standsFor: 'words' | 'block'
  /** Global; bounded; linear on any input. */
  readonly find: RegExp
  /**
   * `certain`: debris by its form alone, unless the page is about templates. `likely`: also needs that
   * what is left of the block looks like no code. `weak`: only when hardly anything is left of the block.
   */
  readonly strength: 'certain' | 'likely' | 'weak'
  /** Text of a block, and what is left of it; '' where the whole block goes. */
  readonly cuts: readonly (readonly [string, string])[]
  /** Texts that stay as they are. */
  readonly leaves: readonly string[]
}

/** Whole lines, compared without case, punctuation at the ends and repeated white space. */
export interface LineRow {
  readonly name: string
  readonly role: 'debris' | 'navigation' | 'advert' | 'comment'
  readonly lines: readonly string[]
  /** The line counts only if it ends in dots: the bare word means something else too. */
  readonly dotted?: boolean
  /** Headings go too; without it a heading of these words is content. */
  readonly headings?: boolean
  readonly drops: readonly string[]
  readonly keeps: readonly string[]
}

/** A pattern that a whole short line fits. */
export interface TestRow {
  readonly name: string
  readonly role: 'debris' | 'navigation' | 'advert' | 'comment' | 'related'
  /** Lower-case text that every match contains: asked first, because it is cheap. '' if there is none. */
  readonly hint: string
  /** Where no single text will do: every match contains one of these. Lower case. */
  readonly hints?: readonly string[]
  /** First words of every match, if there are few: lets most lines pass unread. */
  readonly starts?: readonly string[]
  readonly test: RegExp
  readonly headings?: boolean
  readonly drops: readonly string[]
  readonly keeps: readonly string[]
}

/** Class names and ids that say what a region is. */
export interface LandmarkRow {
  readonly name: string
  readonly role: 'navigation' | 'related' | 'comment' | 'byline' | 'consent' | 'advert' | 'debris' | 'footer'
  /** No judge overrules the name: what it names stands between paragraphs and reads like them. */
  readonly settles?: boolean
  /** Words that say it alone, if all other words of the name say nothing. */
  readonly words: readonly string[]
  /** Two words that say it together, with a space between. */
  readonly pairs: readonly string[]
  /** Share of characters in links that the region must have at least, 0–1. */
  readonly linked?: number
  /** Words that the region may hold at most. */
  readonly maxWords?: number
  /** Share of the page's prose that the region may hold at most, 0–1; 0.5 if left out. */
  readonly maxShare?: number
  /** Class attributes that name such a region, and ones that look like it and do not. */
  readonly drops: readonly string[]
  readonly keeps: readonly string[]
}

/** The interface in one language: lines that are scaffold in company, and heads of lists of other pages. */
export interface InterfaceTable {
  /** BCP 47. */
  readonly language: string
  /** Whole lines, in lower case. */
  readonly lines: readonly string[]
  readonly heads: readonly string[]
  /** Lines that go beside one another, and lines that stay even there. */
  readonly drops: readonly string[]
  readonly keeps: readonly string[]
}
