/** What the judge says about a page: read by passes, made before them. */

export type PageType = 'article' | 'documentation' | 'service' | 'forum' | 'collection' | 'listing' | 'product'

/** A feature that moved a probability, in log-odds: positive towards content. */
export interface Cause { readonly name: string; readonly meaning: string; readonly value: number; readonly odds: number }

export interface Judgement {
  /** Probability of each block that it is content, 0–1; −1 for blocks without text and options of a list, which are not judged. */
  readonly probability: Float32Array
  /** The page's own threshold: from it on blocks are content; above 1 where nothing on the page is. */
  readonly threshold: number
  /** Expected word F1 of keeping what lies above the threshold, calibrated on pages of unseen sites, 0–1. */
  readonly score: number
  readonly type: PageType
  /** Share of each type, 0–1, in the order of the judge's list. */
  readonly types: ReadonlyMap<PageType, number>
  /** Hash of the model that judged. */
  readonly model: string
  /** The features that moved a block's probability most, strongest first. Costs a second look: for explanations only. */
  causes(block: number): readonly Cause[]
}
