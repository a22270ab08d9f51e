/** `boildown worker`: the request as work for a worker, on the process's own streams. */
import {Console} from 'node:console'
import {settleJob} from '../batch/job/settings.ts'
import {filterTable} from '../batch/filters/options.ts'
import {sourceTable} from '../batch/sources/flags.ts'
import {Failure, exit} from '../exit.ts'
import type {ExitCode} from '../exit.ts'
import {printable} from '../explain/printable.ts'
import {settle} from '../options.ts'
import {runWorker} from '../worker/worker.ts'
import type {Mode, Work} from '../worker/protocol.ts'
import type {Request} from './arguments.ts'
import {kebab} from './flags.ts'
import {streamOutput} from './output.ts'
import {rootOf} from './root.ts'
import {sourceOptions} from './sourceOptions.ts'
import type {System} from './system.ts'

export async function worker(request: Request, system: System): Promise<ExitCode> {
  const work = workOf(request)
  const {write} = streamOutput(system.stdout, true)
  const {stdin} = system
  const usual = globalThis.console
  try {
    // Stdout belongs to the rows, whatever a pass of the user says.
    if (request.own['isolate'] === false) globalThis.console = new Console(system.stderr)
    const isolation = request.own['isolate'] === false ? undefined : {limits: settleJob(request.job).limits, child: system.workerChild}
    await runWorker(work, {stdin, write}, isolation)
    return exit.done
  } finally {
    globalThis.console = usual
    // Input that nobody reads any more would keep the process alive.
    stdin.destroy?.()
  }
}

/** What only jobs or other outputs have. */
const allowed: ReadonlySet<string> = new Set(['deadline', 'memory', 'hosts', ...Object.keys(filterTable), ...Object.keys(sourceTable).filter(name => name !== 'inputsFrom' && name !== 'dryRun')])

/** @throws {Failure} exit code 2: what a worker cannot do. */
function workOf({inputs, output, to, explain, own, job, options, engine, keepInput, ...request}: Request): Work {
  if (inputs.length > 0) throw refused(`"${printable(inputs[0])}": it reads stdin, and files only as references (--refs)`)
  if (output !== undefined || (to !== undefined && to !== 'ndjson')) throw refused('it writes rows to stdout: leave -o and -t out')
  if (explain) throw refused('--explain is for single pages')
  const other = Object.keys(job).find(name => !allowed.has(name))
  if (other !== undefined) throw refused(`--${kebab(other)} is for jobs`)
  const {limits} = settle(options)
  const sources = sourceOptions({...request, inputs, own, job, options, engine, keepInput, explain}, limits)
  const mode = modeOf(own)
  const root = rootOf('worker', mode === 'hosts' ? {...own, refs: true} : own)
  if (root === undefined && request.from !== undefined && request.from !== 'ndjson') throw refused(`lines are rows; leave --from ${request.from} out, or name files with --refs`)
  return {mode, ...(root !== undefined && {root}), options, job, engine, sources}
}

function modeOf({refs, learn, writeHosts}: Request['own']): Mode {
  if (writeHosts === true) {
    if (refs === true || learn === true) throw refused('--write-hosts goes with --root alone')
    return 'hosts'
  }
  if (learn === true && refs !== true) throw refused('--learn goes with --refs')
  return refs !== true ? 'rows' : learn === true ? 'learn' : 'refs'
}

function refused(message: string): Failure {
  return new Failure(exit.usage, `worker: ${message}`)
}
