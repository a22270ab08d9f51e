/** Reading a shard, or a whole source: entries in order, one at a time. */
import {Failure, systemCode} from '../../exit.ts'
import type {Entry, Place} from '../entry.ts'
import type {Mark, Shard} from '../shard.ts'
import {fileBytes, isPacked} from './bytes.ts'
import type {Source} from './inputs.ts'
import {itemEntries, jsonEntries} from './json.ts'
import {lineEntries, packedEntries, rangeEntries} from './ndjson.ts'
import {rowReading} from './options.ts'
import type {SourceOptions} from './options.ts'
import {named, readPage} from './page.ts'
import {split} from './split.ts'
import {unpacked} from './unpack.ts'

/**
 * The entries of a shard from a mark on; entries before it may come again. The order is fixed; a file that
 * cannot be read is an entry, too. Never throws on bytes.
 */
export async function* readShard(shard: Shard, options: SourceOptions, from: Mark = {record: 0, offset: 0}): AsyncGenerator<Entry> {
  if (shard.kind === 'files') {
    yield* readFiles(shard, options, from.record)
    return
  }
  let next: Place = {file: shard.files[0], offset: shard.start, record: from.record}
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
  const {files: [file], start, end} = shard
  const {bytes} = options.limits
  // Loaded when they are met: a job of plain files needs none of them.
  switch (shard.kind) {
    case 'warc': return (await import('./warc/read.ts')).warcRange({file, start, end, from: 0, to: Infinity}, bytes, from)
    case 'wacz': return (await import('./wacz.ts')).waczEntries(shard, bytes, from)
    case 'items': return itemEntries(shard.files.slice(start, end), from.record, rowReading(options))
    case 'parquet': return (await import('./parquet.ts')).parquetEntries(shard, options, from)
    default: {
      const reading = {file, reading: rowReading(options), skip: from.record}
      if (isJson(file)) return jsonEntries(fileBytes(file), reading)
      return await isPacked(file) ? packedEntries(reading) : rangeEntries({...reading, start: {offset: start, inside: false}, end})
    }
  }
}

function isJson(file: string): boolean {
  return file.toLowerCase().endsWith('.json')
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
  const {file, container} = source
  if (container === 'page') {
    const item = await readPage(source, file === undefined ? stdin : fileBytes(file), options.limits.bytes)
    yield {kind: 'page', at: {file: file ?? '-', offset: 0, record: 0}, item, bytes: item.input.length}
    return
  }
  try {
    yield* file === undefined ? streamEntries(container, options, stdin) : wholeFile(file, container, options)
  } catch (error) {
    throw named(source.name, error)
  }
}

async function* streamEntries(container: Source['container'], options: SourceOptions, stdin: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  if (container === 'warc') yield* (await import('./warc/read.ts')).warcStream(stdin, '-', options.limits.bytes)
  else yield* lineEntries(unpacked(stdin), {file: '-', reading: rowReading(options), skip: 0})
}

/** All shards of a file after one another: the same code in both modes. */
async function* wholeFile(file: string, container: Exclude<Source['container'], 'page'>, options: SourceOptions): AsyncGenerator<Entry> {
  if (container === 'ndjson') {
    // Read through, so that lines have numbers.
    yield* packedEntries({file, reading: rowReading(options), skip: 0})
    return
  }
  const {shards} = await split({file, container, name: ''}, options)
  let record = 0
  for (const shard of shards) {
    const first = record
    for await (const entry of await recordEntries(shard, options, {record: 0, offset: 0})) {
      record = first + entry.at.record + 1
      yield {...entry, at: {...entry.at, record: record - 1}}
    }
  }
}

/** What the system or the data did to us is an entry; what we did is thrown. */
function failed(at: Place, error: unknown): Entry {
  const failure = named(at.file, error)
  if (!(failure instanceof Failure) && systemCode(error) === undefined) throw error
  return {kind: 'loss', at, item: {id: at.file, facts: {}, columns: [], problems: [], error: (failure as Error).message}}
}
