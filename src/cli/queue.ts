/** `boildown queue NAME -o DIR/`: the request as work on a queue of BullMQ. */
import {workQueue} from '../adapters/bullmq/queue.ts'
import {settleJob} from '../batch/job/settings.ts'
import {filterTable} from '../batch/filters/options.ts'
import {sourceTable} from '../batch/sources/flags.ts'
import {Failure, exit} from '../exit.ts'
import type {ExitCode} from '../exit.ts'
import {printable} from '../explain/printable.ts'
import {settle} from '../options.ts'
import type {Request} from './arguments.ts'
import {kebab} from './flags.ts'
import {Messages} from './messages.ts'
import {rootOf} from './root.ts'
import {listen} from './signals.ts'
import {sourceOptions} from './sourceOptions.ts'
import type {System} from './system.ts'

export async function queue(request: Request, system: System): Promise<ExitCode> {
  const {inputs: [name], job, options, engine, own, quiet} = checked(request)
  const {limits, workers} = settleJob(job)
  const root = rootOf('queue', own)
  const sources = sourceOptions(request, settle(options).limits)
  const messages = new Messages(system, quiet)
  const code = await workQueue({
    name, address: process.env['REDIS_URL'], drain: own['drain'] === true, grace: typeof own['grace'] === 'number' ? own['grace'] : 10,
    processing: {
      folder: request.output ?? '', limits, workers,
      work: {mode: root === undefined ? 'rows' : 'refs', ...(root !== undefined && {root}), options, job, engine, sources},
    },
  }, {note: message => messages.note(message), listen})
  // Where Redis is gone its client goes on trying, and would keep the process alive.
  setTimeout(() => process.exit(), 500).unref()
  return code
}

/** What only jobs or other outputs have. */
const allowed: ReadonlySet<string> = new Set(['workers', 'deadline', 'memory', 'hosts', ...Object.keys(filterTable), ...Object.keys(sourceTable).filter(name => name !== 'inputsFrom' && name !== 'dryRun')])

/** @throws {Failure} exit code 2: what a queue cannot do. */
function checked(request: Request): Request {
  const {inputs, output, to, explain, job} = request
  if (inputs.length !== 1) throw refused('it needs the name of one queue: boildown queue NAME -o DIR/')
  // BullMQ separates the parts of its keys by it.
  if (inputs[0].includes(':')) throw refused(`"${printable(inputs[0])}": names of queues have no colon`)
  if (output === undefined || output === '-') throw refused('it needs -o DIR/, the folder for the rows')
  if (to !== undefined && to !== 'ndjson') throw refused('it writes rows: leave -t out')
  if (explain) throw refused('--explain is for single pages')
  const other = Object.keys(job).find(name => !allowed.has(name))
  if (other !== undefined) throw refused(`--${kebab(other)} is for jobs`)
  return request
}

function refused(message: string): Failure {
  return new Failure(exit.usage, `queue: ${message}`)
}
