/** Rows that come in: one JSON object a line (docs/row.schema.json, `$defs.input`). */
import {pathIn, standardColumns, valueAt, without} from './columns.ts'
import type {Column, Columns, PageColumn, Row} from './columns.ts'
import type {Facts, Item, Unread} from './item.ts'
import {wrapWideNumbers} from './numbers.ts'

/** One line, without its line end; `text` is undefined if the line was longer than the cap. */
export interface Line {
  /** From 1; undefined if reading began in the middle of the file. */
  readonly number?: number | undefined
  /** Byte at which it starts, in the file as it is unpacked. */
  readonly offset?: number | undefined
  readonly text: string | undefined
  /** Bytes that are not UTF-8 were replaced by U+FFFD. */
  readonly damaged: boolean
}

export interface RowReading {
  /** The page's own column passes through. */
  readonly keepInput: boolean
  /** Where the page and what belongs to it stand; as documented if left out. */
  readonly columns?: Columns | undefined
}

export function readRow(line: Line, reading: RowReading): Item | Unread {
  const at = line.number === undefined ? `byte ${line.offset}` : `line ${line.number}`
  if (line.text === undefined) return unread(`${at}: longer than a line may be`)
  let row: unknown
  try {
    row = JSON.parse(wrapWideNumbers(line.text))
  } catch (error) {
    // The parser's message quotes the line: it may be long, and is the reader's to look up.
    return unread(`${at}: not JSON (${error instanceof SyntaxError ? 'syntax error' : String(error)})`)
  }
  const item = readObject(row, at, reading)
  return line.damaged && !('error' in item)
    ? {...item, problems: [{code: 'decode-damage', message: `${at} is not UTF-8; U+FFFD stands in for the wrong bytes`}]}
    : item
}

/**
 * A row that is parsed already. Pages may also be bytes (Parquet).
 *
 * @param at - names the row in messages.
 */
export function readObject(row: unknown, at: string, {keepInput, columns = standardColumns}: RowReading): Item | Unread {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    return unread(`${at}: not a JSON object${Array.isArray(row) ? ', but an array: jq -c ".[]" makes a line of each' : ''}`)
  }
  const found = locate(row as Row, columns)
  const {page} = found
  const missing = missingColumn(row as Row, columns, page !== undefined)
  if (missing !== undefined || page === undefined) return unread(`${at}: ${missing ?? noPage(row as Row, columns)}`, row as Row, found)
  const input = valueAt(row as Row, page.path)
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) return unread(`${at}: column ${page.column.name} is not a string`, row as Row, found)
  for (const [name, type] of [['content_type', 'string'], ['fragment', 'boolean']] as const) {
    const value = own(row as Row, name)
    if (value !== undefined && typeof value !== type) return unread(`${at}: column ${name} is not a ${type}`, row as Row, found)
  }
  const contentType = own(row as Row, 'content_type') as string | undefined
  const fragment = own(row as Row, 'fragment') as boolean | undefined
  const status = own(row as Row, 'status')
  const headers = own(row as Row, 'headers')
  return {
    id: idOf(row as Row, found),
    input,
    facts: {
      ...urlOf(row as Row, found),
      ...(contentType !== undefined && {contentType}),
      ...(fragment !== undefined && {fragment}),
      // Crawlers have columns of these names in many shapes: another one says nothing.
      ...(typeof status === 'number' && Number.isSafeInteger(status) && {status}),
      ...(areHeaders(headers) && {headers}),
      ...(page.column.from !== undefined && {from: page.column.from}),
      ...headersOf(row as Row),
    },
    columns: passing(row as Row, found, keepInput),
    problems: [],
  }
}

function areHeaders(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(each => typeof each === 'string')
}

/** Response headers, if the column holds what they are. */
function headersOf(row: Row): Pick<Facts, 'headers'> {
  const headers = own(row, 'headers')
  const isThem = typeof headers === 'object' && headers !== null && !Array.isArray(headers) && Object.values(headers).every(value => typeof value === 'string')
  return isThem ? {headers: headers as Record<string, string>} : {}
}

/** Paths of what a row has. */
interface Located {
  readonly page?: {readonly column: PageColumn; readonly path: readonly string[]} | undefined
  readonly url?: readonly string[] | undefined
  readonly id?: readonly string[] | undefined
}

function locate(row: Row, columns: Columns): Located {
  return {page: first(row, columns.pages), url: first(row, columns.url)?.path, id: first(row, columns.id)?.path}
}

/** The first column that is there and not null. */
function first<C extends Column>(row: Row, columns: readonly C[]): {column: C; path: readonly string[]} | undefined {
  for (const column of columns) {
    const path = pathIn(row, column)
    if (path !== undefined && valueAt(row, path) !== undefined) return {column, path}
  }
  return undefined
}

/** A column the user named and the row does not have; null in it is the row's own affair. */
function missingColumn(row: Row, {pages, url, id}: Columns, hasPage: boolean): string | undefined {
  const named = [...(hasPage ? [] : pages), ...url, ...id].find(column => column.required && pathIn(row, column) === undefined)
  return named && `no column \`${named.name}\`; found: ${namesOf(row)}`
}

function noPage(row: Row, {pages}: Columns): string {
  return `no page: one of the columns ${pages.map(({name}) => name).join(', ')} is needed; found: ${namesOf(row)}`
}

/** Names shown in a message, chosen. */
const shown = 20

function namesOf(row: Row): string {
  const names = Object.keys(row)
  if (names.length === 0) return 'none'
  return names.slice(0, shown).map(name => name.slice(0, 100)).join(', ') + (names.length > shown ? ' …' : '')
}

export function unread(error: string, row: Row = {}, found: Located = {}): Unread {
  return {id: idOf(row, found), facts: urlOf(row, found), columns: passing(row, found, false), problems: [], error}
}

/** Own value of a column; null counts as left out. */
function own(row: Row, name: string): unknown {
  return Object.hasOwn(row, name) && row[name] !== null ? row[name] : undefined
}

function idOf(row: Row, {id}: Located): unknown {
  return id === undefined ? null : valueAt(row, id) ?? null
}

function urlOf(row: Row, found: Located): {url?: string} {
  const url = found.url && valueAt(row, found.url)
  return typeof url === 'string' ? {url} : {}
}

/**
 * What is written by us as it came in does not pass a second time; a url that is no string cannot be written
 * as ours, and moves to input.url.
 */
function passing(row: Row, {page, url, id}: Located, keepInput: boolean): Item['columns'] {
  const kept = page && !keepInput ? without(row, page.path) : row
  return Object.entries(kept).filter(([name, value]) => {
    if (name === 'id') return id !== undefined && id[0] !== 'id'
    if (name !== 'url') return true
    return value !== null && !(typeof value === 'string' && url?.[0] === 'url')
  })
}
