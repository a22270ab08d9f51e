/** `--dry-run`: what a command line would read, on stdout. */
import {findInputs} from '../batch/sources/inputs.ts'
import {describeSources} from '../batch/sources/sample.ts'
import {Failure} from '../exit.ts'
import type {ExitCode} from '../exit.ts'
import {settle} from '../options.ts'
import type {Request} from './arguments.ts'
import {Messages} from './messages.ts'
import {sourceOptions} from './sourceOptions.ts'
import type {System} from './system.ts'

export async function dryRun(request: Request, system: System): Promise<ExitCode> {
  const messages = new Messages(system, request.quiet)
  const options = sourceOptions(request, settle(request.options).limits)
  const found = await findInputs(request.inputs, options)
  for (const failure of found.failures) messages.fail(failure)
  for await (const line of describeSources(found, options, system.stdin)) {
    if (line instanceof Failure) messages.fail(line)
    else system.stdout.write(`${line}\n`)
  }
  return messages.code
}
