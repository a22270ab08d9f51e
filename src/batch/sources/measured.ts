/** How far reading is in a file, where the offsets of records are those of what it unpacks to. */
import type {Entry} from '../entry.ts'

/** The entries that `entriesOf` makes of the bytes, each with how many of these were read for it. */
export async function* measured(bytes: AsyncIterable<Uint8Array>, entriesOf: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Entry>): AsyncGenerator<Entry> {
  let read = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      read += chunk.length
      yield chunk
    }
  }
  for await (const entry of entriesOf(counted())) yield {...entry, at: {...entry.at, read}}
}
