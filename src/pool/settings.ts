/** Options of a pool, checked. */
import {settle, table} from '../options.ts'
import type {Options} from '../options.ts'
import type {Limits} from '../processes/child.ts'
import {defaultWorkers} from '../processes/workers.ts'
import type {PoolOptions} from './contract.ts'
import type {Preparation} from './messages.ts'

export interface PoolSettings {
  readonly workers: number
  readonly limits: Limits
  readonly maxQueue: number
  readonly preparation: Preparation
}

const ownNames = ['workers', 'deadline', 'memory', 'maxQueue', 'module', 'passFiles'] as const
/** CPU seconds and megabytes, as of jobs. */
const initial = {deadline: 20, memory: 512} as const

/** @throws {TypeError} naming the option, the value and what is allowed. */
export function settlePool({workers, deadline = initial.deadline, memory = initial.memory, maxQueue, module, passFiles = [], ...options}: PoolOptions): PoolSettings {
  positive('deadline', deadline, 'CPU seconds above 0')
  positive('memory', memory, 'megabytes above 0')
  if (workers !== undefined) whole('workers', workers, 1)
  if (maxQueue !== undefined) whole('maxQueue', maxQueue, 0)
  if (module !== undefined && typeof module !== 'string' && !(module instanceof URL)) throw new TypeError('option module must be a path or a URL')
  const unknown = Object.keys(options).find(name => !Object.hasOwn(table, name))
  if (unknown !== undefined) throw new TypeError(`unknown option ${unknown}; known: ${[...ownNames, ...Object.keys(table)].join(', ')}`)
  checkPlain(options)
  const bytes = memory * 1_000_000
  return {
    workers: workers ?? defaultWorkers(bytes),
    limits: {deadline, memory: bytes},
    maxQueue: maxQueue ?? Number.POSITIVE_INFINITY,
    preparation: {options, module: module === undefined ? undefined : String(module), passFiles},
  }
}

/** @throws {TypeError} on options that are wrong, or that cannot cross to another process. */
export function checkPlain(options: Options): void {
  for (const name of ['passes', 'hooks'] as const) {
    if (options[name] !== undefined) throw new TypeError(`option ${name}: functions do not cross to another process; export them from a file and name it in the option module`)
  }
  if (options.learn) throw new TypeError('option learn: each process would learn for itself; learn with learnHosts() and give the pool the hosts')
  if (options.trace) throw new TypeError('option trace: a trace does not cross to another process; clean the page with clean()')
  settle(options)
}

/** @throws {TypeError} on options that one page cannot have for itself. */
export function checkOfPage(options: Options): void {
  if (options.hosts !== undefined) throw new TypeError('option hosts: give it to the pool; it would be sent again with every page')
  checkPlain(options)
}

function positive(name: string, value: unknown, allowed: string): void {
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) throw new TypeError(`option ${name}: ${String(value)} is not allowed; allowed: ${allowed}`)
}

function whole(name: string, value: unknown, least: number): void {
  if (!Number.isSafeInteger(value) || (value as number) < least) throw new TypeError(`option ${name}: ${String(value)} is not allowed; allowed: a whole number from ${least} on`)
}
