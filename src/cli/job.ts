/** `-o DIR/`: the request as a job, and the terminal as its voice. */
import {runJob} from '../batch/job/job.ts'
import type {JobRequest} from '../batch/job/job.ts'
import {nodeFiles} from '../batch/job/files.ts'
import {Supervisor} from '../batch/job/supervisor.ts'
import {settle} from '../options.ts'
import {Failure, exit, worse} from '../exit.ts'
import type {ExitCode} from '../exit.ts'
import type {Request} from './arguments.ts'
import {Messages} from './messages.ts'
import {listen} from './signals.ts'
import {sourceOptions} from './sourceOptions.ts'
import type {System} from './system.ts'

export async function job(request: Request, system: System, {learn}: {readonly learn?: true} = {}): Promise<ExitCode> {
  const messages = new Messages(system, request.quiet)
  const code = await runJob({...jobRequest(request), ...(learn && {learn, to: 'ndjson'})}, {
    files: nodeFiles,
    stdin: system.stdin,
    voice: {
      note: message => messages.note(message),
      fail: failure => messages.fail(failure as Failure),
      bar: system.stderr.isTTY === true && !request.quiet ? line => messages.bar(line) : undefined,
    },
    signals: {listen},
    crew: supervised => new Supervisor(supervised),
  })
  messages.clear()
  return worse(code, messages.code)
}

/** @throws {Failure} exit code 2: what a job cannot do. */
function jobRequest(request: Request): JobRequest {
  const {options, job: jobOptions, inputs, output = '', to, engine, force} = request
  if (request.explain) throw new Failure(exit.usage, '--explain is for single pages: leave -o out, or name a file')
  const {limits} = settle(options)
  return {
    words: inputs, force, folder: output, options, job: jobOptions, engine,
    sources: sourceOptions(request, limits),
    ...(to !== undefined && {to}),
  }
}
