/** `boildown serve`: flags to a service, until a signal ends it. */
import {versionOf} from '../batch/job/identity.ts'
import {settleJob} from '../batch/job/settings.ts'
import {filterTable} from '../batch/filters/options.ts'
import {loadOwn} from '../batch/rules/own.ts'
import {Failure, exit, systemCode, systemReason} from '../exit.ts'
import type {ExitCode} from '../exit.ts'
import {printable} from '../explain/printable.ts'
import {createPool} from '../pool/index.ts'
import {wallFactor} from '../processes/child.ts'
import {isLoopback} from '../serve/names.ts'
import {startService, type Service} from '../serve/service.ts'
import type {Request} from './arguments.ts'
import {commandTable} from './commands.ts'
import {kebab} from './flags.ts'
import {Messages} from './messages.ts'
import {listen} from './signals.ts'
import type {System} from './system.ts'

/** Options of jobs that a service has, too. */
const allowed: ReadonlySet<string> = new Set(['workers', 'deadline', 'memory', 'rules', 'pass', 'hosts'])

export async function serve(request: Request, system: System): Promise<ExitCode> {
  const messages = new Messages(system, request.quiet)
  const {host, port, grace, ...settings} = settingsOf(request)
  const pool = await warmPool(request)
  let service: Service
  try {
    service = await startService({pool, host, port, ...settings, longest: wallFactor * settleJob(request.job).limits.deadline, title: request.options.title, version: versionOf(), failed: message => messages.fail({code: exit.bug, message: `a bug in boildown, please report it: ${message.slice(0, 1000)}`})})
  } catch (error) {
    await pool.close({force: true})
    throw new Failure(systemCode(error) === 'EADDRINUSE' ? exit.tryAgain : exit.usage, `${printable(host)}, port ${port}: ${systemCode(error) === 'EADDRINUSE' ? 'another program listens there' : systemReason(error)}`, error)
  }
  const address = service.address.includes(':') ? `[${service.address}]` : service.address
  messages.note(`serving on http://${address}:${service.port} (${pool.workers} ${pool.workers === 1 ? 'process' : 'processes'}); POST /clean, GET /healthz; Ctrl-C ends it`)
  const isWhole = await untilStopped(service, grace * 1000)
  await pool.close({force: !isWhole})
  if (!isWhole) messages.note(`requests were cut off: they were not done ${grace} s after the signal`)
  return isWhole ? exit.done : exit.terminated
}

/** The first signal ends it in order, a second one at once. */
function untilStopped(service: Service, grace: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let isStopping = false
    const release = listen(() => {
      const patience = isStopping ? 0 : grace
      isStopping = true
      service.stop(patience).then(isWhole => {
        release()
        return resolve(isWhole)
      }).catch(reject)
    })
  })
}

interface Settings {
  readonly host: string
  readonly port: number
  readonly maxBytes: number
  readonly names: readonly string[]
  /** Seconds. */
  readonly grace: number
}

/** @throws {Failure} exit code 2 */
function settingsOf({inputs, output, to, engine, explain, own, job}: Request): Settings {
  if (inputs.length > 0) throw refused(`"${printable(inputs[0])}": pages come by HTTP`)
  if (output !== undefined || to !== undefined) throw refused('it answers over HTTP: leave -o and -t out')
  if (engine === 'classic' || explain) throw refused('--engine classic and --explain are for pages named on the command line')
  const other = Object.keys(job).find(name => !allowed.has(name))
  if (other !== undefined) throw refused(`--${kebab(other)} is for ${other in filterTable ? 'streams and jobs' : 'jobs'}`)
  const host = String(own['host'] ?? commandTable.host.initial)
  if (!isLoopback(host) && own['allowRemote'] !== true) {
    throw refused(`--host ${printable(host)} can be reached from other machines, and whoever reaches it may use it: add --allow-remote if that is meant`)
  }
  const port = Number(own['port'] ?? commandTable.port.initial)
  if (!/^[0-9]{1,5}$/u.test(String(own['port'] ?? port)) || port > 65_535) throw refused(`--port: "${printable(String(own['port']))}" is not allowed; allowed: 0 (any that is free) to 65535`)
  const maxBytes = Number(own['maxBytes'] ?? commandTable.maxBytes.initial)
  return {host: host.replace(/^\[(.*)\]$/u, '$1'), port, maxBytes, names: own['name'] as readonly string[] | undefined ?? [], grace: Number(own['grace'] ?? commandTable.grace.initial)}
}

/** With all its processes, so that the first requests do not wait for them. @throws {Failure} exit code 2 */
async function warmPool({options, job, own}: Request): Promise<ReturnType<typeof createPool>> {
  const {workers, limits} = settleJob(job)
  const {pass = [], rules, hosts} = job as {readonly pass?: readonly string[]; readonly rules?: string; readonly hosts?: string}
  // Looked at here, too: what is wrong with a file is said before the service is there.
  await loadOwn({pass})
  const loaded = await loadOwn({...(rules !== undefined && {rules}), ...(hosts !== undefined && {hosts})})
  const bytes = Math.max(Number(own['maxBytes'] ?? commandTable.maxBytes.initial), options.limits?.bytes ?? 0)
  try {
    const pool = createPool({...options, ...loaded.options, limits: {...options.limits, bytes}, workers, deadline: limits.deadline, memory: limits.memory / 1_000_000, passFiles: pass})
    await Promise.all(Array.from({length: workers}, () => pool.clean('<p>ready</p>')))
    return pool
  } catch (error) {
    throw new Failure(error instanceof TypeError ? exit.usage : exit.bug, (error as Error).message, error)
  }
}

function refused(message: string): Failure {
  return new Failure(exit.usage, `serve: ${message}`)
}
