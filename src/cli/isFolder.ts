/** Does an output name a folder? */
import {stat} from 'node:fs/promises'

/** Ends with a slash, or is a folder already. */
export async function isFolder(output: string | undefined): Promise<boolean> {
  if (output === undefined || output === '-') return false
  if (/[/\\]$/u.test(output)) return true
  return stat(output).then(state => state.isDirectory(), () => false)
}
