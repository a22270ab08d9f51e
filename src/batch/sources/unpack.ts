/** Streams, unpacked if they are packed: their first bytes say how. */
import {packing} from './bytes.ts'
import {Damage} from './damage.ts'
import {members} from './gzip.ts'
import {Window} from './window.ts'
import {zstdChunks} from './zstd.ts'

/** Bytes of a stream that may be gzip or zstd; what cannot be read of it is named in its place. */
export async function* unpacked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | Damage> {
  const iterator = chunks[Symbol.asyncIterator]()
  const start = await firstOf(iterator, 4)
  const rest = resumed(start, iterator)
  const kind = packing(start)
  if (kind === 'gzip') yield* gunzipped(rest)
  else if (kind === 'zstd') yield* zstdChunks(rest)
  else yield* rest
}

async function* gunzipped(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | Damage> {
  const window = new Window(chunks)
  try {
    // Random bytes that inflate are rare, and rarer still if they must give some.
    for await (const piece of members(window, {end: Infinity, starts: first => first.length > 0})) {
      if (piece.kind === 'bytes') yield piece.bytes
      else if (piece.kind === 'damage') yield new Damage(piece.offset, `gzip: ${piece.reason}`)
    }
  } finally {
    await window.close()
  }
}

async function firstOf(iterator: AsyncIterator<Uint8Array>, length: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for (let size = 0; size < length;) {
    const next = await iterator.next()
    if (next.done) break
    parts.push(next.value)
    size += next.value.length
  }
  return parts.length === 1 ? Buffer.from(parts[0].buffer, parts[0].byteOffset, parts[0].length) : Buffer.concat(parts)
}

async function* resumed(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (first.length > 0) yield first
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
