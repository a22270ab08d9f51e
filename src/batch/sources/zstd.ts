/** Zstandard streams: by Node where it can, else by fzstd. */
import zlib from 'node:zlib'
import type {Transform} from 'node:stream'
import {Damage} from './damage.ts'

/** Packed bytes handed over at once: four of them can stand for 128 KB, so at most 64 MB come out. */
const portion = 2048

/** From Node 22.15 on; the types are those of Node 20. */
const createZstd = (zlib as unknown as {createZstdDecompress?: () => ZstdStream}).createZstdDecompress

/** What can be read of a damaged stream is given before its damage. */
export async function* zstdChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | Damage> {
  const out: Uint8Array[] = []
  const decoder = createZstd ? nodeDecoder(createZstd, out) : await fzstdDecoder(out)
  let offset = 0
  try {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += portion) {
        const reason = await decoder.push(chunk.subarray(at, at + portion))
        yield* out.splice(0)
        if (reason !== undefined) {
          yield new Damage(offset + at, `zstd: ${reason}`)
          return
        }
      }
      offset += chunk.length
    }
    const reason = await decoder.end()
    yield* out.splice(0)
    if (reason !== undefined) yield new Damage(offset, `zstd: ${reason}`)
  } finally {
    decoder.close()
  }
}

/** Every step says why it failed, or undefined. */
interface Decoder {
  push(bytes: Uint8Array): Promise<string | undefined>
  end(): Promise<string | undefined>
  close(): void
}

type ZstdStream = Transform & {readonly bytesWritten: number}

/** Node reads one frame a stream; files may have many. */
function nodeDecoder(create: () => ZstdStream, out: Uint8Array[]): Decoder {
  let frame = new Frame(create(), out)
  async function push(bytes: Uint8Array): Promise<string | undefined> {
    for (let left = bytes; left.length > 0;) {
      const isNew = frame.ended
      if (isNew) frame = new Frame(create(), out)
      const taken = await frame.write(left)
      if (frame.reason !== undefined) return frame.reason
      if (isNew && taken === 0) return 'it is damaged (no frame starts here)'
      left = left.subarray(taken)
    }
    return undefined
  }
  return {push, end: () => frame.end(), close: () => frame.close()}
}

class Frame {
  ended = false
  reason: string | undefined
  readonly #stream: ZstdStream
  #wake = (): void => undefined

  constructor(stream: ZstdStream, out: Uint8Array[]) {
    this.#stream = stream
    stream.on('data', (chunk: Buffer) => out.push(chunk))
    stream.on('error', error => { this.reason = damage(error); this.#wake() })
    stream.on('end', () => { this.ended = true; this.#wake() })
  }

  /** @returns bytes that are of this frame. */
  async write(bytes: Uint8Array): Promise<number> {
    const before = this.#stream.bytesWritten
    await this.#step(() => this.#stream.write(bytes, () => this.#wake()))
    return this.#stream.bytesWritten - before
  }

  async end(): Promise<string | undefined> {
    if (!this.ended) await this.#step(() => this.#stream.end())
    return this.reason
  }

  close(): void {
    this.#stream.destroy()
  }

  #step(run: () => void): Promise<void> {
    return new Promise(resolve => {
      this.#wake = resolve
      run()
    })
  }
}

async function fzstdDecoder(out: Uint8Array[]): Promise<Decoder> {
  const {Decompress} = await import('fzstd')
  const stream = new Decompress(chunk => { out.push(chunk) })
  const step = (bytes: Uint8Array, last: boolean): Promise<string | undefined> => {
    try {
      stream.push(bytes, last)
      return Promise.resolve(undefined)
    } catch (error) {
      return Promise.resolve(damage(error as Error))
    }
  }
  return {push: bytes => step(bytes, false), end: () => step(new Uint8Array(), true), close: () => undefined}
}

function damage({message}: Error): string {
  return /unexpected (?:eof|end)/iu.test(message) ? 'it is cut off' : `it is damaged (${message})`
}
