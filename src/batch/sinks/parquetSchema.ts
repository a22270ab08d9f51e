/**
 * The columns of Parquet shards: FineWeb's first, under its names and types, so that what reads FineWeb reads these;
 * then ours; and `columns`, the JSON text of all that has no column of its own. What cannot be filled is null.
 */
import type {SchemaElement} from 'hyparquet'

export type ColumnType = 'STRING' | 'JSON' | 'DOUBLE' | 'INT64'
/** A row as it stands in an NDJSON shard. */
export type Row = Readonly<Record<string, unknown>>

export interface Column {
  readonly name: string
  readonly type: ColumnType
  /** Names in a row that the value stands for: they are not said again in `columns`. */
  readonly from: readonly string[]
  value(row: Row): unknown
}

function plain(name: string, type: ColumnType, from = name): Column {
  return {name, type, from: [from], value: row => own(row, from)}
}

function quality(field: string, type: ColumnType): Column {
  return {name: `quality_${field}`, type, from: ['quality'], value: row => own(own(row, 'quality'), field)}
}

/** The first of several names under which inputs give a fact. They stand in `columns` as well. */
function given(name: string, type: ColumnType, names: readonly string[]): Column {
  return {name, type, from: [], value: row => names.map(each => own(row, each)).find(value => typeof value === (type === 'STRING' ? 'string' : 'number'))}
}

export const columns: readonly Column[] = [
  plain('text', 'STRING', 'markdown'),
  plain('id', 'STRING'),
  {...plain('dump', 'STRING'), value: row => typeof own(row, 'dump') === 'string' ? own(row, 'dump') : undefined},
  plain('url', 'STRING'),
  // When it was fetched. The page's own date is `published`.
  given('date', 'STRING', ['input.date', 'warc_date', 'date_download', 'timestamp', 'fetched', 'crawled']),
  given('file_path', 'STRING', ['file_path', 'source_file']),
  plain('language', 'STRING'),
  given('language_score', 'DOUBLE', ['language_score']),
  // Of the text as it came in it would be wrong, and there is no tokenizer here.
  {name: 'token_count', type: 'INT64', from: [], value: () => undefined},
  plain('title', 'STRING'),
  plain('authors', 'JSON'),
  plain('author', 'STRING'),
  plain('published', 'STRING', 'date'),
  plain('modified', 'STRING'),
  quality('score', 'DOUBLE'),
  quality('verdict', 'STRING'),
  quality('type', 'STRING'),
  quality('reasons', 'JSON'),
  plain('problems', 'JSON'),
  plain('words', 'INT64'),
  plain('site_name', 'STRING'),
  plain('description', 'STRING'),
  plain('comments', 'STRING'),
  {name: 'columns', type: 'JSON', from: ['ok', 'error'], value: rest},
]

const named = new Set(columns.flatMap(({from}) => from))

/** All that has no column of its own, as it is. */
function rest(row: Row): unknown {
  const entries = Object.entries(row).filter(([name, value]) => !named.has(name) && value !== null)
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

/** Own property only: a row may have a column called `constructor`. */
function own(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? (of as Row)[name] : undefined
}

const types: Readonly<Record<ColumnType, Omit<SchemaElement, 'name'>>> = {
  STRING: {type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: {type: 'STRING'}},
  // Text: readers differ in what they make of the type JSON.
  JSON: {type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: {type: 'STRING'}},
  DOUBLE: {type: 'DOUBLE'},
  INT64: {type: 'INT64'},
}

export const schema: SchemaElement[] = [
  {name: 'schema', num_children: columns.length},
  ...columns.map(({name, type}): SchemaElement => ({name, repetition_type: 'OPTIONAL', ...types[type]})),
]
