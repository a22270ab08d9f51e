/** The pages of a source: one file is one page, a file of records many. */
import path from 'node:path'
import type {Source} from './inputs.ts'
import {lines} from './ndjson.ts'
import {named, open, readPage} from './read.ts'
import {readRow} from './rows.ts'
import type {Facts, Item, Unread} from './rows.ts'

export interface Reading {
  readonly stdin: AsyncIterable<Uint8Array>
  /** Bytes of a page read at most. */
  readonly limit: number
  readonly keepInput: boolean
  /** Facts that hold for every page: `url` and `from` of the command line win. */
  readonly given: Pick<Facts, 'url' | 'from'>
}

export async function* items(source: Source, reading: Reading): AsyncGenerator<Item | Unread> {
  if (!source.records) {
    const input = await readPage(source, reading.stdin, reading.limit)
    yield {id: source.file === undefined ? null : source.name, input, facts: declared(source, reading), columns: [], problems: []}
    return
  }
  try {
    for await (const line of lines(open(source, reading.stdin))) yield readRow(line, reading.keepInput)
  } catch (error) {
    throw named(source, error)
  }
}

/** Only a Markdown ending is believed: crawlers call everything .html, and .txt is often saved HTML. */
function declared(source: Source, {given}: Reading): Facts {
  if (given.from !== undefined || source.file === undefined) return {}
  return ['.md', '.markdown'].includes(path.extname(source.file).toLowerCase()) ? {from: 'markdown'} : {}
}
