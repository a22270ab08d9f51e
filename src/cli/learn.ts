/** `boildown learn INPUT... -o hosts.bin`: a job whose outcome is one file. */
import path from 'node:path'
import {layoutOf} from '../batch/job/layout.ts'
import {settleJob} from '../batch/job/settings.ts'
import {nodeFiles} from '../batch/job/files.ts'
import {Failure, exit} from '../exit.ts'
import type {ExitCode} from '../exit.ts'
import {printable} from '../explain/printable.ts'
import type {Request} from './arguments.ts'
import {job} from './job.ts'
import type {System} from './system.ts'

export async function learn(request: Request, system: System): Promise<ExitCode> {
  const {output, force, to, engine, job: {hosts, twoPass, dedupe}} = request
  if (request.inputs.length === 1 && request.inputs[0] === '-' && system.stdin.isTTY === true) throw new Failure(exit.usage, 'learn needs inputs: boildown learn INPUT... -o hosts.bin')
  if (output === undefined || output === '-' || /[/\\]$/u.test(output)) throw new Failure(exit.usage, 'learn writes one file: name it with -o hosts.bin')
  if (to !== undefined || engine === 'classic') throw new Failure(exit.usage, 'learn writes a hosts file; --to and --engine do not apply')
  if (hosts !== undefined || twoPass === true || dedupe !== undefined) throw new Failure(exit.usage, 'learn cleans nothing; --hosts, --two-pass and --dedupe do not apply')
  // Beside the file, hidden: it holds what is done so far, and goes when all is.
  const folder = path.join(path.dirname(output), `.${path.basename(output)}.learning`)
  if (!force && nodeFiles.size(output) !== undefined) throw new Failure(exit.output, `${printable(output)}: exists already; --force overwrites it`)
  const {part} = settleJob(request.job)
  const code = await job({...request, output: folder}, system, {learn: true})
  const learnt = layoutOf(folder, part).hosts
  if ((code !== exit.done && code !== exit.input && code !== exit.data) || nodeFiles.size(learnt) === undefined) return code
  nodeFiles.rename(learnt, output)
  nodeFiles.syncFolder(path.dirname(path.resolve(output)))
  nodeFiles.remove(folder)
  return code
}
