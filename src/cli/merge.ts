/** `boildown merge DIR...`: what the parts of a job counted, as if one had done it all; of hosts files what they know. */
import {statSync} from 'node:fs'
import {writeHosts} from '../batch/hosts/countHosts.ts'
import {readHostsFile} from '../batch/hosts/hostsBytes.ts'
import {mergedHosts} from '../batch/hosts/mergeHosts.ts'
import {HostsFile} from '../hosts/hostsFile.ts'
import {printable} from '../explain/printable.ts'
import {nodeFiles} from '../batch/job/files.ts'
import {mergeParts} from '../batch/job/merge.ts'
import {summary} from '../batch/job/summary.ts'
import {Failure, exit} from '../exit.ts'
import type {ExitCode} from '../exit.ts'
import type {Request} from './arguments.ts'
import {Messages} from './messages.ts'
import type {System} from './system.ts'

export function merge({inputs, output, force, quiet}: Request, system: System): Promise<ExitCode> {
  if (areFiles(inputs)) return mergeHosts({inputs, output, force, quiet}, system)
  if (inputs.length === 0) throw new Failure(exit.usage, 'merge needs the output folders of the parts: boildown merge DIR...')
  const [only] = inputs
  const target = output ?? (inputs.length === 1 ? only : undefined)
  if (target === undefined) throw new Failure(exit.usage, 'merge of several folders needs -o DIR, where the sums go')
  const messages = new Messages(system, quiet)
  for (const line of summary(mergeParts(nodeFiles, inputs, target))) messages.note(line)
  return Promise.resolve(messages.code)
}

/** Hosts files are files, outputs of parts are folders. */
function areFiles(inputs: readonly string[]): boolean {
  return inputs.length > 0 && inputs.every(input => statSync(input, {throwIfNoEntry: false})?.isFile() === true)
}

async function mergeHosts({inputs, output, force, quiet}: Pick<Request, 'inputs' | 'force' | 'quiet'> & {readonly output: string | undefined}, system: System): Promise<ExitCode> {
  if (output === undefined || /[/\\]$/u.test(output)) throw new Failure(exit.usage, 'merge of hosts files needs -o FILE')
  if (!force && nodeFiles.size(output) !== undefined) throw new Failure(exit.output, `${printable(output)}: exists already; --force overwrites it`)
  const parts: HostsFile[] = []
  for (const input of inputs) parts.push(new HostsFile(await readHostsFile(input, printable(input))))
  const {hosts, pages} = await writeHosts(nodeFiles, output, {hosts: mergedHosts(parts), keepsAll: false})
  const messages = new Messages(system, quiet)
  messages.note(`${pages} pages of hosts counted, ${hosts} ${hosts === 1 ? 'host repeats' : 'hosts repeat'} something`)
  return messages.code
}
