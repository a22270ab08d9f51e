/** Lines of a byte stream, in bounded memory. */
import {isUtf8} from 'node:buffer'
import {Failure, exit} from '../../exit.ts'
import type {Line} from '../../rows/read.ts'
import {Damage} from './damage.ts'

/** Bytes of one line at most, chosen: twice the page limit, for what JSON adds to a page. */
export const lineCap = 128_000_000

/** Where splitting begins. */
export interface Start {
  /** Byte of the file at which the chunks begin. Behind 0 lines have no numbers. */
  readonly offset: number
  /** The chunks begin inside a line, which is somebody else's: it is left out. */
  readonly inside: boolean
}

/**
 * Split a stream at LF. Lines of white space only are left out but counted; a BOM is taken off. Damage in
 * the stream passes through, and what is left of the lines around it is left out.
 *
 * @throws {Failure} exit code 65, if the stream starts like UTF-16 or a compressed file.
 */
export async function* lines(
  chunks: AsyncIterable<Uint8Array | Damage>, cap = lineCap, start: Start = {offset: 0, inside: false},
): AsyncGenerator<LineAt | Damage> {
  let pending: Uint8Array[] = []
  let size = 0
  let {offset, inside} = start
  let number = offset === 0 ? 1 : undefined
  let first = offset === 0
  let isTorn = false
  for await (const chunk of chunks) {
    if (chunk instanceof Damage) {
      // The line before it has no end, the one behind it no start, unless one ended just there.
      if (size > 0 && !inside) yield* torn(finished(pending, new Uint8Array(), {number, offset, size, cap}))
      offset += size
      ;[pending, size, isTorn] = [[], 0, true]
      yield chunk
      continue
    }
    if (first && chunk.length > 0) {
      refuseOtherEncodings(chunk)
      first = false
    }
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const length = size + end - from
      const line = inside ? undefined : finished(pending, chunk.subarray(from, end), {number, offset, size, cap})
      yield* isTorn ? torn(line) : line ? [line] : []
      ;[pending, size, from, inside, isTorn] = [[], 0, end + 1, false, false]
      offset += length + 1
      if (number !== undefined) number++
    }
    size += chunk.length - from
    // An over-long line is read to its end but not held.
    if (size > cap || inside) pending = []
    else if (from < chunk.length) pending.push(chunk.subarray(from))
  }
  const line = inside ? undefined : finished(pending, new Uint8Array(), {number, offset, size, cap})
  yield* isTorn ? torn(line) : line ? [line] : []
}

/** What stands beside a damage counts only if it is a whole object by itself. */
function torn(line: LineAt | undefined): LineAt[] {
  if (line?.text === undefined || !line.text.trimStart().startsWith('{')) return []
  try {
    JSON.parse(line.text)
    return [line]
  } catch {
    return []
  }
}

/** A line whose place is known; `bytes` is its length. */
export interface LineAt extends Line { readonly offset: number; readonly bytes: number }

interface Finishing { readonly number: number | undefined; readonly offset: number; readonly size: number; readonly cap: number }

function finished(pending: Uint8Array[], tail: Uint8Array, {number, offset, size, cap}: Finishing): LineAt | undefined {
  const length = size + tail.length
  if (length > cap) return {number, offset, bytes: length, text: undefined, damaged: false}
  const bytes = pending.length === 0 ? Buffer.from(tail.buffer, tail.byteOffset, tail.length) : Buffer.concat([...pending, tail])
  const decoded = bytes.toString('utf8')
  const text = offset === 0 && decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded
  return /\S/u.test(text) ? {number, offset, bytes: length, text, damaged: !isUtf8(bytes)} : undefined
}

function refuseOtherEncodings(chunk: Uint8Array): void {
  const start = (chunk[0] << 8) | (chunk[1] ?? 0)
  if (start === 0xfffe || start === 0xfeff) throw new Failure(exit.data, 'is UTF-16, and NDJSON is UTF-8: convert it with iconv -f UTF-16 -t UTF-8')
}
