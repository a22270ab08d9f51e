/** One file of records, parted so that several workers can read it at the same time. */
import {stat} from 'node:fs/promises'
import {printable} from '../../explain/printable.ts'
import type {Shard, ShardKind} from '../shard.ts'
import {isPacked} from './bytes.ts'
import type {Container} from './format.ts'
import type {SourceOptions} from './options.ts'

export interface RecordFile {
  readonly file: string
  readonly container: Exclude<Container, 'page'>
  /** Name of its shards. */
  readonly name: string
}

export interface Split {
  readonly shards: readonly Shard[]
  /** What a user may want to know. */
  readonly note?: string | undefined
}

type Range = readonly [start: number, end: number]

/** Bytes of a range of lines, chosen: some thousand pages, half a minute of work. */
const lineRange = 64_000_000
/** Bytes of row groups that are read by one. */
const groupRange = 32_000_000
/** One worker alone needs some minutes for a file of this size: that is worth a note. */
const worthNote = 16_000_000

/** @throws {Failure} exit code 65: the file is not what it is said to be. */
export async function split(input: RecordFile, options: SourceOptions): Promise<Split> {
  const {file, container} = input
  const {size} = await stat(file)
  switch (container) {
    case 'warc': {
      const {warcRanges} = await import('./warc/split.ts')
      const {ranges, isOnePiece} = await warcRanges(file, 0, size)
      return {shards: shardsOf(input, 'warc', ranges), note: isOnePiece ? oneWorker(file, size) : undefined}
    }
    case 'wacz': return {shards: shardsOf(input, 'wacz', await waczRanges(file))}
    case 'parquet': return parquetShards(input, options)
    default: {
      if (container === 'json' || size <= lineRange) return {shards: shardsOf(input, 'ndjson', [[0, size]])}
      if (await isPacked(file)) return {shards: shardsOf(input, 'ndjson', [[0, size]]), note: oneWorker(file, size)}
      const starts = Array.from({length: Math.ceil(size / lineRange)}, (_, i) => i * lineRange)
      return {shards: shardsOf(input, 'ndjson', starts.map(start => [start, Math.min(size, start + lineRange)]))}
    }
  }
}

function shardsOf({file, name}: RecordFile, kind: ShardKind, ranges: readonly Range[]): Shard[] {
  return ranges.map(([start, end], i) => ({name: numbered(name, i, ranges.length), kind, files: [file], start, end, bytes: end - start}))
}

function numbered(name: string, i: number, count: number): string {
  return count === 1 ? name : `${name}-${String(i + 1).padStart(5, '0')}`
}

async function waczRanges(file: string): Promise<Range[]> {
  const [{archivesOf}, {warcRanges}] = await Promise.all([import('./wacz.ts'), import('./warc/split.ts')])
  const ranges: Range[] = []
  for (const {from, to, deflated} of await archivesOf(file)) {
    if (deflated) ranges.push([from, to])
    else ranges.push(...(await warcRanges(file, from, to)).ranges)
  }
  return ranges
}

async function parquetShards(input: RecordFile, options: SourceOptions): Promise<Split> {
  const {rowGroups} = await import('./parquet.ts')
  const groups = await rowGroups(input.file, options)
  const ranges: Range[] = []
  const sizes: number[] = []
  let start = 0
  let bytes = 0
  for (const [i, group] of groups.entries()) {
    bytes += group.bytes
    if (bytes < groupRange && i < groups.length - 1) continue
    ranges.push([start, i + 1])
    sizes.push(bytes)
    ;[start, bytes] = [i + 1, 0]
  }
  return {shards: shardsOf(input, 'parquet', ranges).map((shard, i) => ({...shard, bytes: sizes[i]}))}
}

function oneWorker(file: string, size: number): string | undefined {
  return size < worthNote ? undefined : `${printable(file)}: is compressed as one piece, so one worker reads all of it`
}
