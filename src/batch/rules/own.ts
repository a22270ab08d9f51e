/** What the user adds to the cleaning, from files: `--rules`, `--pass` and `--hosts`. The same in every mode. */
import {Failure, exit} from '../../exit.ts'
import type {Options} from '../../options.ts'
import type {Pass} from '../../page/pass.ts'
import {passes as builtIn} from '../../passes.ts'
import {readHostsFile} from '../hosts/hostsBytes.ts'
import {readPassFile} from './passFile.ts'
export {PassFailed} from './passFile.ts'
import {readRulesFile, type OwnFile} from './rulesFile.ts'

export interface Own {
  /** To be spread into the options of the library. */
  readonly options: Pick<Options, 'rules' | 'passes' | 'hosts'>
  /** For the manifest: results depend on their bytes. */
  readonly files: readonly OwnFile[]
}

/**
 * Load them; every process that cleans does this for itself.
 *
 * @throws {Failure} exit code 2, naming the file and what is wrong.
 */
export async function loadOwn({rules, pass = [], hosts}: {readonly rules?: string | undefined; readonly pass?: readonly string[] | undefined; readonly hosts?: string | undefined}): Promise<Own> {
  const read = rules === undefined ? undefined : await readRulesFile(rules)
  const files: OwnFile[] = read === undefined ? [] : [read.source]
  const passes: Pass[] = []
  for (const file of pass) {
    const loaded = await readPassFile(file)
    const twice = loaded.passes.find(({name}) => passes.some(other => other.name === name))
    if (twice !== undefined) throw new Failure(exit.usage, `--pass ${file}: the name ${twice.name} is taken by another pass`)
    passes.push(...loaded.passes)
    files.push(loaded.source)
  }
  return {options: {...(hosts !== undefined && {hosts: await readHostsFile(hosts)}), ...(read && {rules: read.rules}), ...(passes.length > 0 && {passes: withOwn(passes)})}, files}
}

/** Before the two that tidy up after all the others: what they leave empty, or next to empty. */
function withOwn(own: readonly Pass[]): readonly Pass[] {
  const at = builtIn.findIndex(pass => pass.name === 'emptied')
  return [...builtIn.slice(0, at), ...own, ...builtIn.slice(at)]
}
