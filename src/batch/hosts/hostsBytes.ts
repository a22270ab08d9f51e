/** A hosts file, as `--hosts` names it. */
import {Failure, exit} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'
import {checkHosts} from '../../hosts/hostsFile.ts'
import {readOwn} from '../rules/rulesFile.ts'

/** @param name - as messages call it. @throws {Failure} exit code 2: it cannot be read, or is none. */
export async function readHostsFile(file: string, name = `--hosts ${printable(file)}`): Promise<Buffer> {
  const bytes = await readOwn(file)
  try {
    checkHosts(bytes)
  } catch (error) {
    throw new Failure(exit.usage, `${name}: ${error instanceof TypeError ? error.message : 'a damaged hosts file'}`, error)
  }
  return bytes
}
