/** One deflate stream out of a window, in bounded memory. */
import {constants, createInflateRaw, inflateRawSync} from 'node:zlib'
import type {InflateRaw} from 'node:zlib'
import type {Window} from './window.ts'

/** Bytes given to zlib at once: at 1032 to 1, the most deflate can do, 17 MB come out. */
const portion = 16_384
/** Bytes zlib writes at once, measured: smaller is slower, larger wins nothing. */
const chunkSize = 65_536
/** Packed and unpacked bytes of what is inflated at one go; the rest is streamed. Chosen: nearly all pages. */
const packedAtOnce = 2_000_000
const unpackedAtOnce = 16_000_000
/** Bytes looked ahead before a try, chosen: few members are longer, and a failed try is work twice. */
const lookahead = 262_144

/** A whole stream at `from` of the view, or undefined if it is too large, cut off or damaged: `inflated` says which. */
export async function inflateWhole(window: Window, from: number): Promise<{bytes: Buffer; packed: number} | undefined> {
  for (let wanted = lookahead; ; wanted = packedAtOnce) {
    const view = await window.ahead(wanted)
    try {
      // With `info` Node gives the engine too, which knows where the stream ended.
      const {buffer, engine} = inflateRawSync(view.subarray(from), {chunkSize, maxOutputLength: unpackedAtOnce, info: true} as object) as unknown as {buffer: Buffer; engine: {bytesWritten: number}}
      return {bytes: buffer, packed: engine.bytesWritten}
    } catch {
      if (wanted === packedAtOnce || view.length < wanted) return undefined
    }
  }
}

/** The first bytes of a stream, whatever comes after them; undefined if it is none. */
export function inflateStart(packed: Buffer): Buffer | undefined {
  try {
    return inflateRawSync(packed.subarray(0, portion), {finishFlush: constants.Z_SYNC_FLUSH})
  } catch {
    return undefined
  }
}

/**
 * The chunks of a stream at the start of the window, which passes over it. All that can be read of a damaged
 * stream is given before the reason comes.
 *
 * @returns why it could not be read to its end; undefined if it was.
 */
export async function* inflated(window: Window): AsyncGenerator<Buffer, string | undefined> {
  const inflate = createInflateRaw({chunkSize})
  const state: State = {out: [], ended: false, reason: undefined, wake: () => undefined}
  inflate.on('data', (chunk: Buffer) => state.out.push(chunk))
  inflate.on('end', () => { state.ended = true; state.wake() })
  inflate.on('error', error => { state.reason = reasonOf(error); state.wake() })
  try {
    while (!state.ended && state.reason === undefined) {
      await feed(inflate, state, window)
      yield* state.out.splice(0)
    }
    return state.reason
  } finally {
    inflate.destroy()
  }
}

interface State { readonly out: Buffer[]; ended: boolean; reason: string | undefined; wake: () => void }

async function feed(inflate: InflateRaw, state: State, window: Window): Promise<void> {
  const view = await window.ahead(1)
  const before = inflate.bytesWritten
  const fed = new Promise<void>(resolve => { state.wake = resolve })
  if (view.length === 0) inflate.end()
  else inflate.write(view.subarray(0, portion), () => state.wake())
  await fed
  window.pass(inflate.bytesWritten - before)
}

function reasonOf(error: Error): string {
  return 'code' in error && error.code === 'Z_BUF_ERROR' ? 'it is cut off' : `it is damaged (${error.message})`
}
