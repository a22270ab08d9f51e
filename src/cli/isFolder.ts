/** Does an output name a folder? */
import {stat} from 'node:fs/promises'
import {Failure, exit, systemCode} from '../exit.ts'
import {printable} from '../explain/printable.ts'

/**
 * Ends with a slash, or is a folder already.
 *
 * @throws {Failure} exit code 73: it cannot be one, because a file stands there.
 */
export async function isFolder(output: string | undefined): Promise<boolean> {
  if (output === undefined || output === '-') return false
  const state = await stat(output).catch((error: unknown) => {
    if (systemCode(error) === 'ENOTDIR') throw new Failure(exit.output, `${printable(output)}: a file stands in the way; name another folder`, error)
    return undefined
  })
  return /[/\\]$/u.test(output) || state?.isDirectory() === true
}
