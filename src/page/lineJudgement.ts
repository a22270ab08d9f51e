/** What the text judge says about a page without tags: read by passes, made before them. */
export interface LineJudgement {
  /** Probability of each block that it is content, 0–1; −1 for blocks without text, which are not judged. */
  readonly probability: Float32Array
  /** Below it a block is boilerplate, by what the caller favors: 0–1, by block. */
  readonly threshold: Float32Array
  /** From this probability on a block stays whatever the rules for lines of an interface say: of doubtful ones, and of sure ones. */
  readonly overrules: {readonly doubtful: number; readonly sure: number}
  /** Up to this probability a line of a few words is a label, if the text is a page of a site. */
  readonly unlikely: number
  /** Blocks that are a site's interface beyond doubt: without some of them the text is no page of a site. */
  readonly chrome: readonly number[]
  /** Is there enough of it for the ends to be judged at all? */
  readonly hasChrome: boolean
  /** Hash of the model that judged. */
  readonly model: string
}
