/** What callers of turndown know: its options, rules and plugins. */
import type {Dom} from '../dom.ts'

/** What is asked of a node, of any DOM: a browser's, jsdom's, linkedom's, domino's. */
export interface NodeLike {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: ArrayLike<NodeLike>
  readonly parentNode: NodeLike | null
  cloneNode(deep?: boolean): unknown
}
/** The element a rule is given. */
export type RuleElement = Dom<'HTMLElement', NodeLike>

export type FilterFunction = (node: RuleElement, options: Options) => boolean | undefined
/** Names of elements in lower case, or a function. */
export type Filter = string | readonly string[] | FilterFunction
export type ReplacementFunction = (content: string, node: RuleElement, options: Options) => string

export interface Rule {
  filter: Filter
  replacement?: ReplacementFunction | undefined
  /** What stands at the end of the document. */
  append?: ((options: Options) => string) | undefined
}

/** The options of turndown, with its defaults. */
export interface Options {
  headingStyle?: 'setext' | 'atx' | undefined
  hr?: string | undefined
  br?: string | undefined
  bulletListMarker?: '-' | '+' | '*' | undefined
  /** Code that would not read back as indented code is fenced all the same. */
  codeBlockStyle?: 'indented' | 'fenced' | undefined
  emDelimiter?: string | undefined
  fence?: '```' | '~~~' | undefined
  strongDelimiter?: string | undefined
  linkStyle?: 'inlined' | 'referenced' | undefined
  /** All of them are written as full references: a short one could meet text in brackets. */
  linkReferenceStyle?: 'full' | 'collapsed' | 'shortcut' | undefined
  /** Without effect: white space in code is kept in blocks, collapsed in spans. */
  preformattedCode?: boolean | undefined
  keepReplacement?: ReplacementFunction | undefined
  blankReplacement?: ReplacementFunction | undefined
  defaultReplacement?: ReplacementFunction | undefined
  /** Added to the rules there are, in front of them. */
  rules?: Readonly<Record<string, Rule>> | undefined
}

/** A plugin is handed the service. `never`: so that functions written for turndown's own type are taken, too. */
export type Plugin = (service: never) => void
