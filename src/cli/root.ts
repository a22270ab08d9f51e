/** `--refs --root DIR`: the folder that files must lie in which are named by lines or jobs. */
import {realpathSync, statSync} from 'node:fs'
import {Failure, exit} from '../exit.ts'
import {printable} from '../explain/printable.ts'
import type {Value} from './config.ts'
import type {CommandName} from './commands.ts'

/**
 * @returns its real path; undefined where pages come, no references
 * @throws {Failure} exit code 2
 */
export function rootOf(command: CommandName, {refs, root}: Readonly<Record<string, Value>>): string | undefined {
  const refused = (message: string): Failure => new Failure(exit.usage, `${command}: ${message}`)
  if (refs !== true) {
    if (root !== undefined) throw refused('--root goes with --refs')
    return undefined
  }
  if (typeof root !== 'string') throw refused('--refs needs --root DIR, the folder that the files must lie in')
  try {
    if (statSync(root).isDirectory()) return realpathSync(root)
  } catch {
    // Said below.
  }
  throw refused(`--root ${printable(root)}: is no folder that can be read`)
}
