/** Which columns of a row are the page, its address and its id. */
import {presets} from './presets.ts'
import type {Fields, PresetName} from './presets.ts'

/** A column by the names on its path: `metadata.url` is `url` inside `metadata`. */
export interface Column {
  /** As it was written, for messages. */
  readonly name: string
  readonly path: readonly string[]
  /** Asked for by the user, who must hear if it is not there. */
  readonly required: boolean
}

export interface PageColumn extends Column {
  /** What the page is in; undefined: sniffed. */
  readonly from: 'html' | 'markdown' | 'text' | undefined
}

export interface Columns {
  /** The first that a row has is its page. */
  readonly pages: readonly PageColumn[]
  readonly url: readonly Column[]
  readonly id: readonly Column[]
}

/** What the command line names; each stands in for what a preset or the standard says of the same field. */
export interface NamedFields {
  readonly url?: string | undefined
  readonly html?: string | undefined
  readonly text?: string | undefined
  readonly id?: string | undefined
}

/** The columns of a row as documented. */
export const standardColumns: Columns = {
  pages: [pageColumn('html', 'html', false), pageColumn('markdown', 'markdown', false), pageColumn('text', 'text', false), pageColumn('body', undefined, false)],
  url: [column('url', false)],
  id: [column('id', false)],
}

export function columnsOf(named: NamedFields = {}, preset?: PresetName): Columns {
  const known: Fields = preset === undefined ? {} : presets[preset]
  const html = named.html === undefined ? known.html : [named.html]
  const text = named.text === undefined ? known.text : [named.text]
  const pages = [
    ...(html ?? []).map(name => pageColumn(name, 'html', name === named.html)),
    ...(known.body ?? []).map(name => pageColumn(name, undefined, false)),
    ...(text ?? []).map(name => pageColumn(name, 'text', name === named.text)),
  ]
  return {
    pages: pages.length > 0 ? pages : standardColumns.pages,
    url: named.url !== undefined ? [column(named.url, true)] : known.url?.map(name => column(name, false)) ?? standardColumns.url,
    id: named.id !== undefined ? [column(named.id, true)] : known.id?.map(name => column(name, false)) ?? standardColumns.id,
  }
}

function column(name: string, required: boolean): Column {
  return {name, path: name.split('.'), required}
}

function pageColumn(name: string, from: PageColumn['from'], required: boolean): PageColumn {
  return {...column(name, required), from}
}

export type Row = Readonly<Record<string, unknown>>

/** The path under which a row holds a column: its whole name as it is, or step by step. Undefined if it is not there; null counts as there. */
export function pathIn(row: Row, {name, path}: Column): readonly string[] | undefined {
  if (Object.hasOwn(row, name)) return [name]
  let at: unknown = row
  for (const step of path) {
    if (at === null) return path
    if (typeof at !== 'object' || Array.isArray(at) || !Object.hasOwn(at, step)) return undefined
    at = (at as Row)[step]
  }
  return path
}

/** What stands there; null counts as nothing. */
export function valueAt(row: Row, path: readonly string[]): unknown {
  let at: unknown = row
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    at = (at as Row)[step]
  }
  return at ?? undefined
}

/** The row without what stands there; what is not on the path is shared. */
export function without(row: Row, [step, ...rest]: readonly string[]): Row {
  const entries = Object.entries(row)
  if (rest.length === 0) return Object.fromEntries(entries.filter(([name]) => name !== step))
  const inner = row[step]
  if (typeof inner !== 'object' || inner === null) return row
  return Object.fromEntries(entries.map(([name, value]) => [name, name === step ? without(inner as Row, rest) : value]))
}
