/** `boildown merge DIR...`: what the parts of a job counted, as if one had done it all. */
import {nodeFiles} from '../batch/job/files.ts'
import {mergeParts} from '../batch/job/merge.ts'
import {summary} from '../batch/job/summary.ts'
import {Failure, exit} from '../exit.ts'
import type {ExitCode} from '../exit.ts'
import type {Request} from './arguments.ts'
import {Messages} from './messages.ts'
import type {System} from './system.ts'

export function merge({inputs, output, quiet}: Request, system: System): Promise<ExitCode> {
  if (inputs.length === 0) throw new Failure(exit.usage, 'merge needs the output folders of the parts: boildown merge DIR...')
  const [only] = inputs
  const target = output ?? (inputs.length === 1 ? only : undefined)
  if (target === undefined) throw new Failure(exit.usage, 'merge of several folders needs -o DIR, where the sums go')
  const messages = new Messages(system, quiet)
  for (const line of summary(mergeParts(nodeFiles, inputs, target))) messages.note(line)
  return Promise.resolve(messages.code)
}
