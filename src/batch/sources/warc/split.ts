/** Ranges of a WARC file that several workers can read at the same time. */
import {open} from 'node:fs/promises'
import {headerCap} from './header.ts'
import {layoutOf} from './layout.ts'
import {afterEnd} from './member.ts'
import {recordHead} from './record.ts'

/** Bytes of a range, packed and not, chosen: some thousand pages, half a minute of work. */
const packedRange = 32_000_000
const plainRange = 128_000_000

export interface Ranges {
  readonly ranges: readonly (readonly [start: number, end: number])[]
  /** It is packed as one piece, which only one can read. */
  readonly isOnePiece: boolean
}

/**
 * Ranges of [from, to) of a file, a function of its bytes alone. The records of a range are those that begin in it.
 *
 * @throws {Failure} exit code 65: it is no WARC.
 */
export async function warcRanges(file: string, from: number, to: number): Promise<Ranges> {
  const layout = await layoutOf(file, from, to)
  if (layout === 'whole') return {ranges: [[from, to]], isOnePiece: true}
  const starts = layout === 'members' ? fixedStarts(from, to) : await recordStarts(file, from, to)
  return {ranges: starts.map((start, i) => [start, starts[i + 1] ?? to] as const), isOnePiece: false}
}

function fixedStarts(from: number, to: number): number[] {
  return Array.from({length: Math.max(1, Math.ceil((to - from) / packedRange))}, (_, i) => from + i * packedRange)
}

/**
 * A page may hold what looks like a record, so nothing is searched: from each header to the next, as the
 * lengths say. Behind a damaged record all is one range.
 */
async function recordStarts(file: string, from: number, to: number): Promise<number[]> {
  const starts = [from]
  if (to - from <= plainRange) return starts
  const handle = await open(file, 'r')
  try {
    const buffer = Buffer.alloc(headerCap)
    for (let at = from, next = from + plainRange; at < to;) {
      const {bytesRead} = await handle.read(buffer, 0, 4096, at)
      const gap = afterEnd(buffer.subarray(0, bytesRead), 0)
      let head = recordHead(buffer.subarray(gap, bytesRead))
      if (typeof head === 'string') {
        const whole = await handle.read(buffer, 0, headerCap, at)
        head = recordHead(buffer.subarray(gap, whole.bytesRead))
      }
      if (typeof head === 'string') break
      if (at + gap >= next) {
        starts.push(at + gap)
        next = at + gap + plainRange
      }
      at += gap + head.content + head.length
    }
  } finally {
    await handle.close()
  }
  return starts
}
