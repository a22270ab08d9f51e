/**
 * The options: one table for the library, the command line and the docs. `Options` says what each means;
 * the table says what is allowed and what holds when it is left out.
 */
import {HostsFile} from './hosts/hostsFile.ts'
import type {Hooks} from './markdown/hooks.ts'
import type {Pass} from './page/pass.ts'
import {checkSiteRules, type CheckedRule, type SiteRules} from './sites/siteRules.ts'

export interface Options {
  /** Address of the page: relative links are made absolute against it (and `<base>`). */
  readonly url?: string | undefined
  /** `Content-Type` header the bytes came with: its charset is believed before the page's own. */
  readonly contentType?: string | undefined
  /** Response headers the page came with, names in any case: `X-Robots-Tag`, `TDM-Reservation`, `Content-Type`. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** HTTP status the page came with: from 400 on it is an error page. */
  readonly status?: number | undefined
  /** What the input is; sniffed if left out. */
  readonly from?: 'html' | 'markdown' | 'text' | undefined
  /** The input is a piece, not a page: nothing is judged boilerplate, all of it is written. */
  readonly fragment?: boolean | undefined
  /** What to risk where the judge is in doubt: boilerplate that stays (`recall`), or content that goes (`precision`). */
  readonly favor?: 'precision' | 'balanced' | 'recall' | undefined
  /** Keep the page, all decisions and the map in `result.trace`. */
  readonly trace?: boolean | undefined
  /** CSS selectors: only what they match is content. */
  readonly select?: readonly string[] | undefined
  /** CSS selectors: what they match is dropped. */
  readonly remove?: readonly string[] | undefined
  /** Selectors by site: `{'*.example.org': {select, remove, keep, title}}`. All that match the page's address hold. */
  readonly rules?: SiteRules | undefined
  /** What hosts repeat on their pages: the bytes of a hosts file (`boildown learn`), or a snapshot (`learnHosts`). */
  readonly hosts?: Uint8Array | undefined
  /** Of a cleaner: learn what hosts repeat from the pages it cleans. What a page gives then depends on those before it. */
  readonly learn?: boolean | undefined
  /** The list of passes to run instead of the built-in one. */
  readonly passes?: readonly Pass[] | undefined
  /** Repair text damage: entities left as text, zero-width characters, NBSP, mojibake. On, but for fragments. */
  readonly normalise?: boolean | undefined
  /** Below this `quality.score` (0–1), or where `quality.verdict` is a wall, an error or nothing, nothing is written. */
  readonly minQuality?: number | undefined
  /** Write nothing of pages that reserve their text (`noai`, TDM reservation). Reservations are reported in any case. */
  readonly respectOptOut?: boolean | undefined
  /** Title, authors, dates and further facts as YAML on top. */
  readonly frontMatter?: boolean | undefined
  /** Drop nothing: `markdown` is one line a block, `[role] text`, `[-role] text` for what would have gone, and `blocks` have their text. */
  readonly labels?: boolean | undefined
  /** Where the title stands: on top, in the body only if the body has it, nowhere. */
  readonly title?: 'top' | 'body' | 'drop' | undefined
  /** What readers wrote below a page: kept where it is the page (forums, questions and answers), always, never. */
  readonly comments?: 'auto' | 'keep' | 'drop' | undefined
  /** Links: written, only their text, or dropped with their text. */
  readonly links?: 'keep' | 'text' | 'drop' | undefined
  /** Images: written, only their alt text, or dropped. */
  readonly images?: 'keep' | 'alt' | 'drop' | undefined
  /** Tables that GFM cannot say whole (spans, code in cells): as far as it can, or as HTML. */
  readonly tables?: 'gfm' | 'html' | undefined
  /** Rules of your own by element: what is written for it, given what would be written. */
  readonly hooks?: Hooks | undefined
  /** Parse the Markdown again and report what does not read back as it was meant. */
  readonly verify?: boolean | undefined
  /** Spelling of the Markdown. */
  readonly markdown?: MarkdownOptions | undefined
  /** What is read at most; beyond it there is a problem and the output of what was read. */
  readonly limits?: LimitOptions | undefined
}
export interface MarkdownOptions {
  readonly bullet?: '-' | '*' | '+' | undefined
  readonly emphasis?: '*' | '_' | undefined
  readonly strong?: '**' | '__' | undefined
  readonly fence?: '```' | '~~~' | undefined
  /** Headings with number signs, or the first two levels underlined. */
  readonly headings?: 'atx' | 'setext' | undefined
  /** Levels by which all headings go down. */
  readonly shift?: number | undefined
  /** The level of the highest heading: as it is, or H1 or H2 with the others at their distance. */
  readonly topHeading?: 'keep' | '1' | '2' | undefined
  /** Targets behind the text of each link, or at the end of the document. */
  readonly linkStyle?: 'inline' | 'referenced' | undefined
  /** Width of lines in paragraphs, in characters; left out, a paragraph is one line. */
  readonly wrap?: number | undefined
}
export interface LimitOptions {
  /** Bytes of input (UTF-16 code units for strings). */
  readonly bytes?: number | undefined
  readonly blocks?: number | undefined
  /** Nested block-level elements. */
  readonly depth?: number | undefined
}

/** Options with every default filled in. */
export interface Settings {
  readonly url: string | undefined
  readonly contentType: string | undefined
  readonly headers: Readonly<Record<string, string>> | undefined
  readonly status: number | undefined
  readonly from: 'html' | 'markdown' | 'text' | undefined
  readonly fragment: boolean
  readonly favor: 'precision' | 'balanced' | 'recall'
  readonly trace: boolean
  readonly select: readonly string[]
  readonly remove: readonly string[]
  readonly rules: readonly CheckedRule[]
  readonly hosts: HostsFile | undefined
  readonly learn: boolean
  readonly passes: readonly Pass[] | undefined
  readonly normalise: boolean
  readonly minQuality: number | undefined
  readonly respectOptOut: boolean
  readonly frontMatter: boolean
  readonly labels: boolean
  readonly title: 'top' | 'body' | 'drop'
  readonly comments: 'auto' | 'keep' | 'drop'
  readonly links: 'keep' | 'text' | 'drop'
  readonly images: 'keep' | 'alt' | 'drop'
  readonly tables: 'gfm' | 'html'
  readonly hooks: Hooks | undefined
  readonly verify: boolean
  readonly markdown: {readonly [K in Exclude<keyof MarkdownOptions, 'wrap' | 'shift'>]-?: NonNullable<MarkdownOptions[K]>} & Pick<MarkdownOptions, 'wrap' | 'shift'>
  readonly limits: {readonly [K in keyof LimitOptions]-?: number}
}

/** What a value may be. `strings` is a list of strings, `group` a record of further rows. */
export type Row = {readonly about: string} & (
  | {readonly type: 'string' | 'boolean' | 'strings' | 'rules' | 'hosts' | 'passes' | 'hooks' | 'headers' | 'share'; readonly initial?: unknown}
  | {readonly type: 'choice'; readonly choices: readonly string[]; readonly initial?: string}
  | {readonly type: 'count'; readonly initial?: number}
  | {readonly type: 'group'; readonly rows: Readonly<Record<string, Row>>}
)

const markdown = {
  bullet: {type: 'choice', choices: ['-', '*', '+'], initial: '-', about: 'sign of bullet list items'},
  emphasis: {type: 'choice', choices: ['*', '_'], initial: '*', about: 'sign of emphasis'},
  strong: {type: 'choice', choices: ['**', '__'], initial: '**', about: 'sign of strong emphasis'},
  fence: {type: 'choice', choices: ['```', '~~~'], initial: '```', about: 'fence of code blocks'},
  headings: {type: 'choice', choices: ['atx', 'setext'], initial: 'atx', about: 'headings with number signs, or underlined'},
  shift: {type: 'count', about: 'levels by which headings go down'},
  topHeading: {type: 'choice', choices: ['keep', '1', '2'], initial: 'keep', about: 'level of the highest heading; the others keep their distance'},
  linkStyle: {type: 'choice', choices: ['inline', 'referenced'], initial: 'inline', about: 'targets of links behind their text, or at the end'},
  wrap: {type: 'count', about: 'width of the lines of paragraphs'},
} as const satisfies Record<keyof MarkdownOptions, Row>

const limits = {
  bytes: {type: 'count', initial: 64_000_000, about: 'bytes read of one page'},
  blocks: {type: 'count', initial: 500_000, about: 'blocks kept of one page'},
  depth: {type: 'count', initial: 512, about: 'nested block-level elements; deeper ones become their text'},
} as const satisfies Record<keyof LimitOptions, Row>

export const table = {
  url: {type: 'string', about: 'address of the page; makes its links absolute'},
  contentType: {type: 'string', about: 'Content-Type header the bytes came with'},
  headers: {type: 'headers', about: 'response headers the page came with'},
  status: {type: 'count', about: 'HTTP status the page came with'},
  from: {type: 'choice', choices: ['html', 'markdown', 'text'], about: 'what the input is; sniffed if left out'},
  fragment: {type: 'boolean', initial: false, about: 'the input is a piece of a page: judge nothing, write all of it'},
  favor: {type: 'choice', choices: ['precision', 'balanced', 'recall'], initial: 'balanced', about: 'what the judge does in doubt: drop it (precision), keep it (recall)'},
  trace: {type: 'boolean', initial: false, about: 'keep the page, all decisions and the map in the result'},
  select: {type: 'strings', initial: [], about: 'CSS selector of the content; may be repeated'},
  remove: {type: 'strings', initial: [], about: 'CSS selector of what is dropped; may be repeated'},
  rules: {type: 'rules', initial: [], about: 'selectors by address pattern: {"*.example.org": {select, remove, keep, title}}'},
  hosts: {type: 'hosts', about: 'what hosts repeat: the bytes of a hosts file, or a snapshot'},
  learn: {type: 'boolean', initial: false, about: 'learn what hosts repeat from the pages that are cleaned'},
  passes: {type: 'passes', about: 'the passes to run instead of the built-in list'},
  normalise: {type: 'boolean', initial: true, about: 'repair text damage (entities left as text, zero-width characters, NBSP, mojibake)'},
  minQuality: {type: 'share', about: 'write nothing of pages with a score below it, of walls and of error pages (0 to 1)'},
  respectOptOut: {type: 'boolean', initial: false, about: 'write nothing of pages that reserve their text (noai, TDM reservation)'},
  frontMatter: {type: 'boolean', initial: false, about: 'title, authors, dates and further facts as YAML on top'},
  labels: {type: 'boolean', initial: false, about: 'drop nothing: one line a block, [role] text, [-role] text for what would have gone'},
  title: {type: 'choice', choices: ['top', 'body', 'drop'], initial: 'top', about: 'where the title stands'},
  comments: {type: 'choice', choices: ['auto', 'keep', 'drop'], initial: 'auto', about: 'what readers wrote below: kept on forums and questions with answers (auto), always, never'},
  links: {type: 'choice', choices: ['keep', 'text', 'drop'], initial: 'keep', about: 'write links, only their text, or nothing of them'},
  images: {type: 'choice', choices: ['keep', 'alt', 'drop'], initial: 'keep', about: 'write images, only their alt text, or nothing of them'},
  tables: {type: 'choice', choices: ['gfm', 'html'], initial: 'gfm', about: 'tables that GFM cannot say whole: as far as it can, or as HTML'},
  hooks: {type: 'hooks', about: 'functions by element name that say what is written for it'},
  verify: {type: 'boolean', initial: false, about: 'parse the Markdown again, and report what does not read back as meant'},
  markdown: {type: 'group', rows: markdown, about: 'spelling of the Markdown'},
  limits: {type: 'group', rows: limits, about: 'what is read at most'},
} as const satisfies Record<keyof Options, Row>

/**
 * Check options and fill in the defaults.
 *
 * @throws {TypeError} naming the option, the value and what is allowed.
 */
export function settle(options: Options = {}): Settings {
  const settings = settleRows(options, table, '') as unknown as Settings
  // A fragment is written as it is, unless repairs are asked for.
  return settings.fragment && options.normalise === undefined ? {...settings, normalise: false} : settings
}

function settleRows(given: unknown, rows: Readonly<Record<string, Row>>, prefix: string): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new TypeError(`${prefix ? `option ${prefix.slice(0, -1)}` : 'options'} must be an object, not ${shown(given)}`)
  }
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(rows, name)) throw new TypeError(`unknown option ${prefix}${name}; known: ${Object.keys(rows).join(', ')}`)
  }
  const out: Record<string, unknown> = {}
  for (const [name, row] of Object.entries(rows)) {
    const value = (given as Record<string, unknown>)[name]
    if (row.type === 'group') out[name] = settleRows(value ?? {}, row.rows, `${prefix}${name}.`)
    else out[name] = value === undefined ? row.initial : checked(value, row, prefix + name)
  }
  return out
}

const claims: Readonly<Record<Exclude<Row['type'], 'group' | 'choice' | 'rules' | 'hosts'>, {is: (value: unknown) => boolean; allowed: string}>> = {
  string: {is: value => typeof value === 'string', allowed: 'a string'},
  boolean: {is: value => typeof value === 'boolean', allowed: 'true or false'},
  strings: {is: value => Array.isArray(value) && value.every(item => typeof item === 'string'), allowed: 'an array of strings'},
  passes: {
    is: value => Array.isArray(value) && value.every(item => typeof item?.run === 'function' && typeof item.name === 'string'),
    allowed: 'an array of passes {name, about, run}',
  },
  hooks: {
    is: value => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.entries(value).every(([name, hook]) => name === name.toLowerCase() && typeof hook === 'function'),
    allowed: 'an object of functions by element name in lower case',
  },
  headers: {is: value => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(each => typeof each === 'string'), allowed: 'an object of strings'},
  share: {is: value => typeof value === 'number' && value >= 0 && value <= 1, allowed: 'a number from 0 to 1'},
  count: {is: value => Number.isSafeInteger(value) && (value as number) > 0, allowed: 'a whole number above 0'},
}

function checked(value: unknown, row: Exclude<Row, {type: 'group'}>, name: string): unknown {
  if (row.type === 'choice') {
    if (row.choices.includes(value as string)) return value
    throw new TypeError(`option ${name}: ${shown(value)} is not allowed; allowed: ${row.choices.map(choice => `'${choice}'`).join(', ')}`)
  }
  if (row.type === 'rules') return checkSiteRules(value, `option ${name}`)
  if (row.type === 'hosts') return openedHosts(value, name)
  const {is, allowed} = claims[row.type]
  if (!is(value)) throw new TypeError(`option ${name}: ${shown(value)} is not allowed; allowed: ${allowed}`)
  return value
}

/** Opened once, however often options are settled. */
const opened = new WeakMap<Uint8Array, HostsFile>()

function openedHosts(value: unknown, name: string): HostsFile {
  if (!(value instanceof Uint8Array)) throw new TypeError(`option ${name}: ${shown(value)} is not allowed; allowed: the bytes of a hosts file (Uint8Array)`)
  const known = opened.get(value)
  if (known !== undefined) return known
  try {
    const file = new HostsFile(value)
    opened.set(value, file)
    return file
  } catch (error) {
    throw new TypeError(`option ${name}: ${error instanceof RangeError ? 'a damaged hosts file' : (error as Error).message}`, {cause: error})
  }
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `'${value.slice(0, 80)}'`
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'object' && value !== null) return 'an object'
  return String(value)
}
