/** Problems are values: what went wrong or was left out, in a form that can be counted. */
export interface Problem {
  readonly code: ProblemCode
  /** One sentence for people; names the cause and, where there is one, the way out. */
  readonly message: string
  /** How often it happened on this page, where it is counted. */
  readonly count?: number
}

export type ProblemCode =
  /** Nothing was left to write. */
  | 'no-content'
  /** The input was empty or white space only. */
  | 'empty-input'
  /** A limit was hit; the output is of what was read. */
  | 'truncated-bytes' | 'truncated-blocks' | 'truncated-depth'
  /** Link or image targets with a scheme that is not written out; their text was kept. */
  | 'unsafe-link'
  /** Relative links were left relative because the page's address is not known. */
  | 'relative-links'
  /** The address given or found in the page is not an absolute http(s) URL. */
  | 'bad-url'
  /** Bytes could not be decoded as the declared encoding; U+FFFD stands in for them. */
  | 'decode-damage'
  /** An engine or parser failed on this page; the message holds its cause. */
  | 'engine-failed'
