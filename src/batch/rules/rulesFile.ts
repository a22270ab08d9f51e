/** Rules for sites from a JSON file. Data only: nothing of it is run. */
import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {Failure, exit, systemReason} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'
import {checkSiteRules, type SiteRules} from '../../sites/siteRules.ts'

/** A file that a job's results depend on, as the manifest names it. */
export interface OwnFile {
  readonly option: 'rules' | 'pass'
  readonly file: string
  /** Of its bytes, hex. */
  readonly sha256: string
}

export interface RulesFile {
  readonly rules: SiteRules
  readonly source: OwnFile
}

/** @throws {Failure} exit code 2, naming the file and the path of what is wrong in it. */
export async function readRulesFile(file: string): Promise<RulesFile> {
  const bytes = await readOwn(file)
  let rules: unknown
  try {
    rules = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/u, ''))
  } catch (error) {
    throw new Failure(exit.usage, `--rules ${printable(file)}: not JSON: ${printable((error as Error).message.slice(0, 200))}`, error)
  }
  try {
    checkSiteRules(rules, printable(file))
  } catch (error) {
    throw new Failure(exit.usage, `--rules ${printable((error as Error).message)}`, error)
  }
  return {rules: rules as SiteRules, source: {option: 'rules', file, sha256: sha256(bytes)}}
}

/** Bytes of a file that configures a run. @throws {Failure} exit code 2 */
export async function readOwn(file: string): Promise<Buffer> {
  return readFile(file).catch((error: unknown) => {
    throw new Failure(exit.usage, `${printable(file)}: cannot be read: ${systemReason(error)}`, error)
  })
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
