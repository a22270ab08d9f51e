/** A tar archive (POSIX ustar) that is the same for the same files: no times, no owners. */

export interface TarFile {
  /** At most 100 ASCII characters. */
  readonly name: string
  readonly content: Uint8Array
  readonly executable?: boolean
}

const block = 512

export function* tar(files: readonly TarFile[]): Generator<Uint8Array> {
  for (const {name, content, executable = false} of files) {
    yield header(name, content.length, executable ? 0o755 : 0o644)
    yield content
    yield new Uint8Array((block - content.length % block) % block)
  }
  yield new Uint8Array(2 * block)
}

function header(name: string, size: number, mode: number): Uint8Array {
  const bytes = Buffer.alloc(block)
  const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`
  const write = (text: string, at: number): void => { bytes.write(text, at, 'latin1') }
  write(name, 0)
  write(octal(mode, 8), 100)
  write(octal(0, 8), 108)
  write(octal(0, 8), 116)
  write(octal(size, 12), 124)
  write(octal(0, 12), 136)
  // The sum is taken with blanks in its own place.
  write(' '.repeat(8), 148)
  write('0', 156)
  write('ustar\x0000', 257)
  write(octal(bytes.reduce((sum, byte) => sum + byte, 0), 7), 148)
  return bytes
}
