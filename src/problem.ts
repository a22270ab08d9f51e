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
  /** Nothing is written because the page has no text before its scripts run. Comes beside `no-content`. */
  | 'needs-scripts'
  /** A large piece of running text was dropped that may belong to the content. */
  | 'large-deletion'
  /** The input was empty or white space only. */
  | 'empty-input'
  /** The input is a PDF, an Office file, an image, an archive, packed: nothing of it is read. Comes beside `no-content`. */
  | 'not-text'
  /** A limit was hit; the output is of what was read. */
  | 'truncated-bytes' | 'truncated-blocks' | 'truncated-depth'
  /** The page was cut off before it came here: its archive says so, or its packed body ends too early. */
  | 'cut-off'
  /** Link or image targets with a scheme that is not written out; their text was kept. */
  | 'unsafe-link'
  /** Relative links were left relative because the page's address is not known. */
  | 'relative-links'
  /** With `verify`: the Markdown does not read back as the page it was written from, or was not read back as a parser would take too long over it. */
  | 'markdown-differs'
  /** The address given or found in the page is not an absolute http(s) URL. */
  | 'bad-url'
  /** Bytes could not be decoded as the declared encoding, or a string came with such places: U+FFFD stands in for them. */
  | 'decode-damage'
  /** Text that was decoded as the wrong encoding; repaired unless the message says otherwise. */
  | 'mojibake'
  /** The visible text is thin, and what is written was read from the page's data. */
  | 'text-from-data'
  /** Text that people do not see and that speaks to machines; left out. */
  | 'hidden-text'
  /** With `respectOptOut`: the page reserves its text, and nothing is written. */
  | 'opted-out'
  /** With `minQuality`: the page is below it, and nothing is written. */
  | 'low-quality'
  /** An engine or parser failed on this page; the message holds its cause. */
  | 'engine-failed'
