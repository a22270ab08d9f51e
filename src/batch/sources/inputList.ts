/** `--inputs-from`: names of inputs in a file. */
import {Failure, exit, systemReason} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'
import {fileBytes} from './bytes.ts'

/** Bytes of a list at most, chosen: some million names. */
const listCap = 512_000_000

/**
 * Names, one a line; if the list holds a NUL (`find -print0`), NUL parts them and line ends are theirs.
 *
 * @throws {Failure} exit code 66: it cannot be read; 65: it is no list.
 */
export async function readInputList(file: string, stdin: AsyncIterable<Uint8Array>): Promise<string[]> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of file === '-' ? stdin : fileBytes(file)) {
      parts.push(part)
      size += part.length
      if (size > listCap) throw new Failure(exit.data, `${printable(file)}: is too long for a list of names`)
    }
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure(exit.input, `${printable(file)}: cannot be read: ${systemReason(error)}`, error)
  }
  const text = Buffer.concat(parts).toString('utf8')
  const names = text.includes('\0') ? text.split('\0') : text.split('\n').map(name => name.replace(/\r$/u, ''))
  const found = names.filter(name => name !== '')
  if (found.length === 0) throw new Failure(exit.input, `${printable(file)}: names no inputs`)
  if (found.includes('-')) throw new Failure(exit.usage, `${printable(file)}: stdin (-) cannot be named in a list`)
  return found
}
