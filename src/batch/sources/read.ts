/** Reading a shard: its entries in order, one at a time. */
import {Failure, systemCode} from '../../exit.ts'
import type {Entry, Place} from '../entry.ts'
import type {Mark, Shard} from '../shard.ts'
import {fileBytes, isPacked} from './bytes.ts'
import type {Source} from './inputs.ts'
import {lineEntries, packedEntries, rangeEntries} from './ndjson.ts'
import {rowReading} from './options.ts'
import type {SourceOptions} from './options.ts'
import {named, readPage} from './page.ts'
import {unpacked} from './unpack.ts'

/**
 * The entries of a shard behind a mark. The order is fixed; a file that cannot be read is an entry, too.
 * Never throws on bytes.
 */
export async function* readShard(shard: Shard, options: SourceOptions, from: Mark = {record: 0, offset: 0}): AsyncGenerator<Entry> {
  if (shard.kind === 'files') {
    yield* readFiles(shard, options, from.record)
    return
  }
  const [file] = shard.files
  let next: Place = {file, offset: shard.start, record: from.record}
  try {
    for await (const entry of await recordEntries(shard, options, from)) {
      next = {...entry.at, record: entry.at.record + 1}
      yield entry
    }
  } catch (error) {
    yield failed(next, error)
  }
}

async function recordEntries(shard: Shard, options: SourceOptions, from: Mark): Promise<AsyncGenerator<Entry>> {
  const [file] = shard.files
  const reading = rowReading(options)
  if (await isPacked(file)) return packedEntries({file, reading, skip: from.record})
  return rangeEntries({file, reading, skip: from.record, start: {offset: shard.start, inside: false}, end: shard.end})
}

async function* readFiles({files, start, end}: Shard, {limits}: SourceOptions, skip: number): AsyncGenerator<Entry> {
  for (let i = start + skip; i < end; i++) {
    const file = files[i]
    const at: Place = {file, offset: 0, record: i - start}
    try {
      const item = await readPage({name: file, file}, fileBytes(file), limits.bytes)
      yield {kind: 'page', at, item, bytes: item.input.length}
    } catch (error) {
      yield failed(at, error)
    }
  }
}

/**
 * The entries of a whole source, also of stdin.
 *
 * @throws {Failure} 66 or 65: the source cannot be read at all, or not as what it is said to be.
 */
export async function* readSource(source: Source, options: SourceOptions, stdin: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const {file, name, container} = source
  const chunks = file === undefined ? stdin : fileBytes(file)
  const place = {file: file ?? '-', offset: 0, record: 0}
  if (container === 'page') {
    const item = await readPage(source, chunks, options.limits.bytes)
    yield {kind: 'page', at: place, item, bytes: item.input.length}
    return
  }
  try {
    yield* lineEntries(unpacked(chunks), {file: place.file, reading: rowReading(options), skip: 0})
  } catch (error) {
    throw named(name, error)
  }
}

/** What the system or the data did to us is an entry; what we did is thrown. */
function failed(at: Place, error: unknown): Entry {
  const failure = named(at.file, error)
  if (!(failure instanceof Failure) && systemCode(error) === undefined) throw error
  return {kind: 'loss', at, item: {id: at.file, facts: {}, columns: [], problems: [], error: (failure as Error).message}}
}
