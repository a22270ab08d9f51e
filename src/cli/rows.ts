/** Rows: what comes in one JSON object a line, and what goes out (docs/row.schema.json). */
import type {Problem} from '../problem.ts'
import type {Metadata, Quality, Result} from '../result.ts'
import {kebab} from './flags.ts'
import {safeObject} from './json.ts'
import type {Line} from './ndjson.ts'
import {unwrapWideNumbers, wrapWideNumbers} from './numbers.ts'

/** What the library is told about one page. */
export interface Facts {
  readonly url?: string
  readonly contentType?: string
  readonly from?: 'html' | 'markdown' | 'text'
  readonly fragment?: boolean
}

/** One page to clean, and what came with it. */
export interface Item {
  readonly id: unknown
  readonly input: string | Uint8Array
  readonly facts: Facts
  /** Columns that pass through. */
  readonly columns: readonly (readonly [string, unknown])[]
  readonly problems: readonly Problem[]
}
/** A page that could not be read. */
export interface Unread extends Omit<Item, 'input' | 'facts'> {
  readonly error: string
  readonly facts: Pick<Facts, 'url'>
}

/** Columns that hold a page, the first one there is read; `body` is sniffed. */
const pageColumns = ['html', 'markdown', 'text', 'body'] as const

/** @param keepInput - let the page's own column pass through. */
export function readRow(line: Line, keepInput: boolean): Item | Unread {
  const at = `line ${line.number}`
  if (line.text === undefined) return unread(`${at}: longer than a line may be`)
  let row: unknown
  try {
    row = JSON.parse(wrapWideNumbers(line.text))
  } catch (error) {
    // The parser's message quotes the line: it may be long, and is the reader's to look up.
    return unread(`${at}: not JSON (${error instanceof SyntaxError ? 'syntax error' : String(error)})`)
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    return unread(`${at}: not a JSON object${Array.isArray(row) ? ', but an array: jq -c ".[]" makes a line of each' : ''}`)
  }
  return rowItem(row as Record<string, unknown>, line)
    ?? unread(`${at}: no page: one of the columns ${pageColumns.join(', ')} is needed`, row as Record<string, unknown>)

  function rowItem(columns: Record<string, unknown>, {damaged}: Line): Item | Unread | undefined {
    const page = pageColumns.find(name => Object.hasOwn(columns, name) && columns[name] !== null)
    if (page === undefined) return undefined
    for (const [name, type] of [[page, 'string'], ['content_type', 'string'], ['fragment', 'boolean']] as const) {
      const value = own(columns, name)
      if (value !== undefined && typeof value !== type) return unread(`${at}: column ${name} is not a ${type}`, columns)
    }
    const contentType = own(columns, 'content_type') as string | undefined
    const fragment = own(columns, 'fragment') as boolean | undefined
    return {
      id: own(columns, 'id') ?? null,
      input: columns[page] as string,
      facts: {...urlOf(columns), ...(contentType !== undefined && {contentType}), ...(fragment !== undefined && {fragment}), ...(page !== 'body' && {from: page})},
      columns: passing(columns, keepInput ? undefined : page),
      problems: damaged ? [{code: 'decode-damage', message: `${at} is not UTF-8; U+FFFD stands in for the wrong bytes`}] : [],
    }
  }
}

function unread(error: string, row: Record<string, unknown> = {}): Unread {
  const page = pageColumns.find(name => Object.hasOwn(row, name) && row[name] !== null)
  return {id: own(row, 'id') ?? null, facts: urlOf(row), columns: passing(row, page), problems: [], error}
}

/** Own value of a column; null counts as left out. */
function own(row: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(row, name) && row[name] !== null ? row[name] : undefined
}

function urlOf(row: Record<string, unknown>): Pick<Facts, 'url'> {
  const url = own(row, 'url')
  return typeof url === 'string' ? {url} : {}
}

function passing(row: Record<string, unknown>, page: string | undefined): Item['columns'] {
  return Object.entries(row).filter(([name, value]) => name !== page && !isOurs(name, value))
}

/** Written by us as it came in; a url that is no string cannot be, and moves to input.url. */
function isOurs(name: string, value: unknown): boolean {
  return name === 'id' || (name === 'url' && (typeof value === 'string' || value === null))
}

const nothingKnown: Metadata = {title: null, author: null, authors: [], date: null, modified: null, language: null, url: null, urlSource: null}
const unjudged: Quality = {score: null, verdict: null, type: null}
const firstFields: readonly (keyof Metadata)[] = ['title', 'authors', 'author', 'date', 'modified', 'language']

/** The row of a page, as JSON: our columns in their fixed order, the rest of the metadata, then what passes through. */
export function writeRow(item: Item | Unread, outcome: Result | {readonly error: string}, pretty = false): string {
  const result = 'markdown' in outcome ? outcome : undefined
  const metadata = result?.metadata ?? nothingKnown
  const ours: [string, unknown][] = [
    ['id', item.id],
    // As it came in: who joins on it must find it again.
    ['url', item.facts.url ?? metadata.url],
    ['ok', result !== undefined],
    ['markdown', result?.markdown ?? ''],
    ...firstFields.map((name): [string, unknown] => [name, metadata[name]]),
    ['quality', result?.quality ?? unjudged],
    ['problems', [...item.problems, ...(result?.problems ?? [])]],
    ['error', 'error' in outcome ? outcome.error : null],
  ]
  for (const [name, value] of Object.entries(metadata)) {
    if (name !== 'url' && !firstFields.includes(name as keyof Metadata)) ours.push([kebab(name).replaceAll('-', '_'), value])
  }
  return unwrapWideNumbers(safeObject([...ours, ...withoutCollisions(ours, item.columns)], pretty))
}

/** On a collision ours wins and theirs moves to `input.<name>`. */
function withoutCollisions(ours: readonly (readonly [string, unknown])[], columns: Item['columns']): [string, unknown][] {
  if (columns.length === 0) return []
  const taken = new Set([...ours, ...columns].map(([name]) => name))
  const reserved = new Set(ours.map(([name]) => name))
  return columns.map(([name, value]) => {
    if (!reserved.has(name)) return [name, value]
    let moved = `input.${name}`
    while (taken.has(moved)) moved = `input.${moved}`
    taken.add(moved)
    return [moved, value]
  })
}
