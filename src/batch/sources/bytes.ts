/** Bytes of files, as streams. */
import {open} from 'node:fs/promises'

/** Bytes read at once, chosen: larger ones gain nothing. */
const chunkSize = 262_144

/** A range of a file, in chunks. @throws the system's error, if the file cannot be read. */
export async function* fileBytes(file: string, start = 0, end = Infinity): AsyncGenerator<Buffer> {
  const handle = await open(file, 'r')
  try {
    let at = start
    while (at < end) {
      // A buffer a chunk: whoever gets it may hold it.
      const {bytesRead, buffer} = await handle.read(Buffer.allocUnsafeSlow(Math.min(chunkSize, end - at)), 0, Math.min(chunkSize, end - at), at)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
      at += bytesRead
    }
  } finally {
    await handle.close()
  }
}

/** The first bytes of a file. @throws the system's error, if the file cannot be read. */
export async function firstBytes(file: string, length: number, start = 0): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const {bytesRead, buffer} = await handle.read(Buffer.alloc(length), 0, length, start)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** gzip or zstd, by the first bytes. */
export function packing(start: Uint8Array): 'gzip' | 'zstd' | undefined {
  if (start[0] === 0x1f && start[1] === 0x8b) return 'gzip'
  return start[0] === 0x28 && start[1] === 0xb5 && start[2] === 0x2f && start[3] === 0xfd ? 'zstd' : undefined
}

export async function isPacked(file: string): Promise<boolean> {
  return packing(await firstBytes(file, 4)) !== undefined
}
