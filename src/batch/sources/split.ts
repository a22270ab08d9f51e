/** One file of records, parted so that several workers can read it at the same time. */
import type {Shard, ShardKind} from '../shard.ts'
import {isPacked} from './bytes.ts'
import type {Container} from './format.ts'
import type {SourceOptions} from './options.ts'

export interface RecordFile {
  readonly file: string
  readonly size: number
  readonly container: Exclude<Container, 'page'>
  /** Name of its shards. */
  readonly name: string
}

export interface Split {
  readonly shards: readonly Shard[]
  readonly note?: string | undefined
}

/** Bytes of a range, chosen: some thousand pages, a minute of work or less. */
const lineRange = 64_000_000

export async function split(input: RecordFile, _options: SourceOptions): Promise<Split> {
  switch (input.container) {
    case 'ndjson':
      if (await isPacked(input.file)) return {shards: [whole(input, 'ndjson')], note: oneWorker(input)}
      return {shards: ranges(input, 'ndjson', lineRange)}
    default:
      return {shards: [whole(input, 'ndjson')]}
  }
}

export function whole({file, size, name}: RecordFile, kind: ShardKind): Shard {
  return {name, kind, files: [file], start: 0, end: size, bytes: size}
}

/** Fixed ranges; the records of one are those that start in it. */
export function ranges({file, size, name}: RecordFile, kind: ShardKind, length: number): Shard[] {
  const count = Math.max(1, Math.ceil(size / length))
  return Array.from({length: count}, (_, i) => {
    const start = i * length
    const end = Math.min(size, start + length)
    return {name: count === 1 ? name : `${name}-${String(i + 1).padStart(5, '0')}`, kind, files: [file], start, end, bytes: end - start}
  })
}

function oneWorker({file, size}: RecordFile): string | undefined {
  return size > lineRange / 4 ? `${file} is compressed as one piece: one worker reads all of it (unpacked, several could)` : undefined
}
