/** The entries of a planned shard; rows that only name a page (error files) are read where the page stands. */
import {readShard} from '../sources/read.ts'
import type {Entry} from '../entry.ts'
import type {Mark} from '../shard.ts'
import {coordinatesIn} from './coordinates.ts'
import type {Coordinates} from './coordinates.ts'
import type {Description} from './description.ts'
import type {PlannedShard} from './plan.ts'
import type {Located} from './work.ts'

export async function* located(shard: PlannedShard, description: Description, from: Mark | undefined): AsyncGenerator<Located> {
  const {sources, fromStdin} = description
  const shown = (entry: Entry): Entry => ({
    ...entry,
    ...(fromStdin && {at: {...entry.at, file: 'stdin'}}),
    ...(entry.kind === 'page' && isGiven(description, shard) && {item: {...entry.item, facts: {}}}),
  } as Entry)
  const follow = new Follower((source, mark) => readShard(source, sources, mark))
  try {
    for await (const entry of readShard(shard, sources, from)) {
      const origin = entry.kind === 'loss' ? coordinatesIn(entry.item) : undefined
      if (origin) yield {entry: {...await follow.entry(origin), at: entry.at} as Entry, origin}
      else yield {entry: shown(entry)}
    }
  } finally {
    await follow.close()
  }
}

type Read = (shard: PlannedShard, from: Mark) => AsyncGenerator<Entry>

/** A kind of page that the command line names wins over the file's ending. */
function isGiven({sources: {from}}: Description, shard: PlannedShard): boolean {
  return from !== undefined && shard.kind === 'files'
}

/** Error rows come in the order of their source: what is read for one is not read again for the next. */
class Follower {
  readonly #read: Read
  #open: {readonly key: string; readonly entries: AsyncGenerator<Entry>; record: number} | undefined

  constructor(read: Read) {
    this.#read = read
  }

  async entry({kind, file, start, end, offset, record}: Coordinates): Promise<Entry> {
    const key = `${kind} ${start} ${end} ${file}`
    if (this.#open?.key !== key || this.#open.record > record) {
      await this.close()
      const shard: PlannedShard = {name: file, kind, files: [file], start, end, bytes: 0, inputs: []}
      this.#open = {key, entries: this.#read(shard, {record, offset}), record}
    }
    for (;;) {
      const {value, done} = await this.#open.entries.next() as IteratorResult<Entry, undefined>
      if (done) return this.#lost({file, offset, record})
      this.#open.record = value.at.record + 1
      if (value.at.record === record) return value
      if (value.at.record > record) return this.#lost({file, offset, record})
    }
  }

  #lost(at: Entry['at']): Entry {
    return {kind: 'loss', at, item: {id: null, facts: {}, columns: [], problems: [], error: `${at.file}: no record ${at.record} there any more`}}
  }

  async close(): Promise<void> {
    await this.#open?.entries.return(undefined)
    this.#open = undefined
  }
}
