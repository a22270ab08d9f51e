/** What two runs must share to work on one job. */
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {Failure, exit, systemReason} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'
import {modelHash} from '../../judge/modelHash.ts'
import type {Options} from '../../options.ts'
import {jobTable} from '../options.ts'
import type {JobRow} from '../optionRow.ts'
import type {JobOptions} from '../options.ts'
import {packageFile} from '../../processes/place.ts'

export interface Identity {
  readonly version: string
  readonly model: string
  /** Everything that rows depend on, defaults left out. */
  readonly options: Readonly<Record<string, unknown>>
  readonly hash: string
}

export interface Asked {
  readonly options: Options
  readonly job: JobOptions
  readonly engine: string
  readonly to: string
  readonly keepInput: boolean
}

export function versionOf(): string {
  return (JSON.parse(readFileSync(packageFile, 'utf8')) as {version: string}).version
}

/** @throws {Failure} exit code 2: a file that an option names cannot be read. */
export function identityOf({options, job, engine, to, keepInput}: Asked): Identity {
  const bound = Object.fromEntries(Object.entries(job).filter(([name]) => (jobTable as Readonly<Record<string, JobRow>>)[name]?.free !== true))
  const all = {...options, ...bound, engine, to, keepInput, ...contents(job)}
  const known = {version: versionOf(), model: modelHash, options: sorted(all) as Record<string, unknown>}
  return {...known, hash: createHash('sha256').update(JSON.stringify(known)).digest('hex').slice(0, 16)}
}

/** Options that name files: what is in them counts, too. */
const fileOptions = ['rules', 'pass', 'hosts'] as const

function contents(job: JobOptions): Record<string, readonly string[]> {
  return Object.fromEntries(fileOptions.flatMap(name => {
    const value = job[name]
    if (value === undefined) return []
    const named = Array.isArray(value) ? value as readonly string[] : [String(value)]
    return [[`${name} sha256`, named.map(file => hashOf(name, file))]]
  }))
}

function hashOf(option: string, file: string): string {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex')
  } catch (error) {
    throw new Failure(exit.usage, `--${option} ${printable(file)}: cannot be read: ${systemReason(error)}`, error)
  }
}

/** Order of keys says nothing. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]))
}

/** @throws {Failure} exit code 73, naming what differs. */
export function refuseToMix(before: Identity, now: Identity, folder: string): void {
  if (before.hash === now.hash) return
  const names = new Set([...Object.keys(before.options), ...Object.keys(now.options)])
  const differing = [
    ...(before.version === now.version ? [] : [`version ${before.version}, now ${now.version}`]),
    ...(before.model === now.model ? [] : [`model ${before.model}, now ${now.model}`]),
    ...[...names].filter(name => JSON.stringify(before.options[name]) !== JSON.stringify(now.options[name]))
      .map(name => `${name} ${shown(before.options[name])}, now ${shown(now.options[name])}`),
  ]
  throw new Failure(exit.output, `${folder}: holds a job of another kind (${differing.join('; ')}); --force starts afresh, another -o keeps both`)
}

function shown(value: unknown): string {
  return value === undefined ? 'not given' : JSON.stringify(value).slice(0, 80)
}
