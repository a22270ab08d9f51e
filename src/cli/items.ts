/** The entries of a source, as the command line wants them. */
import type {Entry} from '../batch/entry.ts'
import type {Source} from '../batch/sources/inputs.ts'
import type {SourceOptions} from '../batch/sources/options.ts'
import {readSource} from '../batch/sources/read.ts'
import type {Facts} from '../rows/item.ts'

export interface Reading {
  readonly stdin: AsyncIterable<Uint8Array>
  readonly sources: SourceOptions
  /** Facts that hold for every page: `url` and `from` of the command line win. */
  readonly given: Pick<Facts, 'url' | 'from'>
}

export async function* entries(source: Source, {stdin, sources, given}: Reading): AsyncGenerator<Entry> {
  for await (const entry of readSource(source, sources, stdin)) {
    if (entry.kind !== 'page' || source.records || given.from === undefined) yield entry
    else yield {...entry, item: {...entry.item, facts: {}}}
  }
}
