/** Bodies of HTTP messages, unpacked: transfer and content codings undone, never more than a cap of bytes. */
import zlib from 'node:zlib'
import type {Transform} from 'node:stream'

export interface Body {
  readonly bytes: Buffer
  /** What is wrong with it; what could be read is in `bytes`. */
  readonly damage?: string
  /** It unpacks to far more than a page: nobody should read it. */
  readonly bomb?: string
}

/** Codings undone one after the other at most, chosen: more than one is a mistake of the server already. */
const deepest = 3
/** A body over the cap that was packed this much smaller is a bomb; real pages reach some 50. Chosen. */
const bombRatio = 200

/** @param cap - bytes of the result at most; one more is given if there are more. */
export async function decodeBody(raw: Buffer, transfer: string, content: string, cap: number): Promise<Body> {
  let body: Body = /\bchunked\b/iu.test(transfer) ? dechunk(raw) : {bytes: raw}
  const codings = content.toLowerCase().split(',').map(name => name.trim()).filter(name => name !== '' && name !== 'identity')
  for (const coding of codings.toReversed().slice(0, deepest)) {
    const open = decoders[coding]
    if (!open) return {...body, damage: `the content coding ${coding.slice(0, 40)} is not known`}
    // Crawlers that store bodies unpacked often keep the header that says they are packed.
    if (!looksPacked(coding, body.bytes)) continue
    const before = body.bytes.length
    const {bytes, damage} = await inflate(body.bytes, open, cap)
    if (bytes.length === 0 && damage !== undefined && coding === 'br') continue
    if (bytes.length > cap && bytes.length / before > bombRatio) return {bytes: Buffer.alloc(0), bomb: `${before} bytes unpack to more than ${cap}`}
    const wrong = damage ?? body.damage
    body = {bytes, ...(wrong !== undefined && {damage: wrong})}
  }
  return body.bytes.length > cap + 1 ? {...body, bytes: body.bytes.subarray(0, cap + 1)} : body
}

const createZstd = (zlib as unknown as {createZstdDecompress?: () => Transform}).createZstdDecompress

const decoders: Readonly<Record<string, (start: Buffer) => Transform>> = {
  gzip: () => zlib.createGunzip(),
  'x-gzip': () => zlib.createGunzip(),
  // Servers send both kinds under this name.
  deflate: start => (start[0] & 15) === 8 && start.length > 1 && start.readUInt16BE(0) % 31 === 0 ? zlib.createInflate() : zlib.createInflateRaw(),
  br: () => zlib.createBrotliDecompress(),
  ...(createZstd && {zstd: () => createZstd()}),
}

function looksPacked(coding: string, bytes: Buffer): boolean {
  if (bytes.length === 0) return false
  if (coding.endsWith('gzip')) return bytes[0] === 0x1f && bytes[1] === 0x8b
  if (coding === 'zstd') return bytes[0] === 0x28 && bytes[1] === 0xb5
  // Neither has a signature, but markup starts like neither.
  return !/^\s{0,100}</u.test(bytes.subarray(0, 120).toString('latin1'))
}

/** Bytes handed over at once: what comes out of them before somebody looks stays small. */
const portion = 16_384

/** Unpacks until the cap; what stands before damage counts. */
function inflate(packed: Buffer, open: (start: Buffer) => Transform, cap: number): Promise<{bytes: Buffer; damage?: string}> {
  return new Promise(resolve => {
    const decoder = open(packed)
    const parts: Buffer[] = []
    let size = 0
    let at = 0
    function done(damage?: string): void {
      decoder.destroy()
      resolve({bytes: Buffer.concat(parts).subarray(0, cap + 1), ...(damage !== undefined && {damage})})
    }
    function feed(): void {
      if (at >= packed.length) {
        decoder.end()
        return
      }
      const next = packed.subarray(at, at += portion)
      decoder.write(next, () => { if (size <= cap) feed() })
    }
    decoder.on('data', (part: Buffer) => {
      parts.push(part)
      size += part.length
      if (size > cap) done()
    })
    decoder.on('end', () => done())
    decoder.on('error', error => done(`the packed body ${'code' in error && error.code === 'Z_BUF_ERROR' ? 'is cut off' : `is damaged (${error.message})`}`))
    feed()
  })
}

/** Chunked transfer coding undone; a body that is not chunked, whatever its header says, is left as it is. */
export function dechunk(raw: Buffer): Body {
  const parts: Buffer[] = []
  let at = 0
  for (;;) {
    const line = raw.subarray(at, at + 200)
    const end = line.indexOf(10)
    const size = end < 0 ? null : /^\s?([0-9a-f]{1,8})\s*(?:;.{0,180})?\r?$/iu.exec(line.subarray(0, end).toString('latin1'))
    if (size === null) {
      if (parts.length === 0) return {bytes: raw}
      return {bytes: Buffer.concat(parts), damage: 'the chunked body is cut off'}
    }
    const length = Number.parseInt(size[1], 16)
    at += end + 1
    if (length === 0) return {bytes: Buffer.concat(parts)}
    parts.push(raw.subarray(at, at + length))
    at += length
    if (raw[at] === 13) at++
    if (raw[at] === 10) at++
  }
}
