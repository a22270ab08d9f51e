/** How a WARC file is packed: that decides who can read which part of it. */
import {Failure, exit} from '../../../exit.ts'
import {fileBytes, firstBytes, packing} from '../bytes.ts'
import {headerLength, seek} from '../gzip.ts'
import {inflateStart, inflateWhole} from '../inflate.ts'
import {Window} from '../window.ts'
import {startsLikeRecord} from './record.ts'

/** Not packed; a gzip member a record; packed as one piece. */
export type Layout = 'plain' | 'members' | 'whole'

/** Bytes looked at, chosen. */
const looked = 65_536
/** Bytes searched for a second member: more than a page is. */
const searched = 16_000_000

/**
 * @param start - where the WARC begins in the file and, with `end`, ends: a WACZ has several.
 * @throws {Failure} exit code 65: it is no WARC.
 */
export async function layoutOf(file: string, start = 0, end = Infinity): Promise<Layout> {
  const first = await firstBytes(file, looked, start)
  const kind = packing(first)
  if (kind === 'zstd') return 'whole'
  if (kind === undefined) {
    if (first.length > 0 && !startsLikeRecord(first) && !first.includes('\nWARC/1.')) throw noWarc()
    return 'plain'
  }
  const window = new Window(fileBytes(file, start, Math.min(end, start + searched)), start)
  try {
    return await packedLayout(window)
  } finally {
    await window.close()
  }
}

async function packedLayout(window: Window): Promise<Layout> {
  const header = await headerLength(window)
  // Damaged from the first byte on: the members behind it may be whole.
  if (header === undefined) return 'members'
  const begin = inflateStart((await window.ahead(looked)).subarray(header, looked))
  if (begin !== undefined && !startsLikeRecord(begin)) throw noWarc()
  const whole = await inflateWhole(window, header)
  // Large, or damaged: another member that starts like a record tells them apart.
  if (!whole) return begin === undefined || await seek(window, {end: Infinity, starts: startsLikeRecord}, 1) ? 'members' : 'whole'
  window.pass(header + whole.packed + 8)
  const next = await headerLength(window)
  if (next === undefined) return 'members'
  const second = inflateStart((await window.ahead(looked)).subarray(next, looked))
  // Some packers cut the file into blocks, wherever the records begin.
  return second === undefined || startsLikeRecord(second) ? 'members' : 'whole'
}

function noWarc(): Failure {
  return new Failure(exit.data, 'holds no WARC records')
}
