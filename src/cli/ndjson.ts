/** Lines of a byte stream, in bounded memory. */
import {isUtf8} from 'node:buffer'
import {Failure, exit} from './exit.ts'

/** One line, without its line end; `text` is undefined if the line was longer than the cap. Numbers start at 1. */
export interface Line {
  readonly number: number
  readonly text: string | undefined
  /** Bytes that are not UTF-8 were replaced by U+FFFD. */
  readonly damaged: boolean
}

/** Bytes of one line at most, chosen: four times the page limit, and far below what a JavaScript string holds. */
export const lineCap = 256_000_000

/**
 * Split a stream at LF. Lines of white space only are left out but counted; a BOM is taken off.
 *
 * @throws {Failure} exit code 65, if the stream starts like UTF-16 or a compressed file.
 */
export async function* lines(chunks: AsyncIterable<Uint8Array>, cap = lineCap): AsyncGenerator<Line> {
  let pending: Uint8Array[] = []
  let size = 0
  let number = 1
  let first = true
  for await (const chunk of chunks) {
    if (first && chunk.length > 0) {
      refuseOtherEncodings(chunk)
      first = false
    }
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const line = finished(pending, chunk.subarray(from, end), {number, size, cap})
      if (line) yield line
      ;[pending, size, from] = [[], 0, end + 1]
      number++
    }
    size += chunk.length - from
    // An over-long line is read to its end but not held.
    if (size > cap) pending = []
    else if (from < chunk.length) pending.push(chunk.subarray(from))
  }
  const line = finished(pending, new Uint8Array(), {number, size, cap})
  if (line) yield line
}

function finished(pending: Uint8Array[], tail: Uint8Array, {number, size, cap}: {number: number; size: number; cap: number}): Line | undefined {
  if (size + tail.length > cap) return {number, text: undefined, damaged: false}
  const bytes = pending.length === 0 ? Buffer.from(tail.buffer, tail.byteOffset, tail.length) : Buffer.concat([...pending, tail])
  const decoded = bytes.toString('utf8')
  const text = number === 1 && decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded
  return /\S/u.test(text) ? {number, text, damaged: !isUtf8(bytes)} : undefined
}

function refuseOtherEncodings(chunk: Uint8Array): void {
  const start = (chunk[0] << 8) | (chunk[1] ?? 0)
  if (start === 0xfffe || start === 0xfeff) throw new Failure(exit.data, 'is UTF-16, and NDJSON is UTF-8: convert it with iconv -f UTF-16 -t UTF-8')
  if (start === 0x1f8b) throw new Failure(exit.data, 'is compressed: unpack it first, gunzip -c FILE | boildown -f ndjson')
  if (start === 0x28b5) throw new Failure(exit.data, 'is compressed: unpack it first, zstd -dc FILE | boildown -f ndjson')
}
