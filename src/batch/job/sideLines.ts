/** Lines of a file that the job itself wrote: rows, notes, prints. */
import {Failure, exit} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'
import {fileBytes} from '../sources/bytes.ts'
import {lineCap, lines} from '../sources/lines.ts'
import {unpacked} from '../sources/unpack.ts'
import type {Files} from './files.ts'

/** Bytes up to which a file is read at once. Chosen. */
const atOnce = 16_000_000

/** @throws {Failure} exit code 73: the file is damaged, or gone. */
export async function* sideLines(files: Files, file: string): AsyncGenerator<string> {
  const size = files.size(file)
  if (size === 0) return
  const chunks = size !== undefined && size <= atOnce ? whole(files.read(file) ?? Buffer.alloc(0)) : fileBytes(file)
  for await (const line of lines(unpacked(chunks), lineCap)) {
    if (!('text' in line) || line.text === undefined) throw new Failure(exit.output, `${printable(file)}: is damaged; --force starts the job afresh`)
    yield line.text
  }
}

async function* whole(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes)
}
