/** Processes as the system sees them: who lives, since when, and what they use. */
import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'

/** A process, told from a later one that got the same number. */
export interface Identity { readonly pid: number; readonly started: string }

export interface Usage {
  /** CPU seconds since its start; undefined where the system does not say. */
  readonly cpu: number | undefined
  /** Bytes in memory; undefined where the system does not say. */
  readonly memory: number | undefined
}

/** Clock ticks a second of /proc: 100 on every Linux that Node runs on. */
const ticks = 100
const hasProc = process.platform === 'linux'

export function identityOf(pid: number): Identity {
  return {pid, started: startOf(pid)}
}

/** '' where nobody says. */
function startOf(pid: number): string {
  const ticks = hasProc ? stat(pid)?.[19] : undefined
  if (hasProc) return ticks === undefined ? '' : `${ticks}-${bootOf()}`
  if (process.platform === 'win32') return ''
  return ps(pid, 'lstart=')
}

let knownBoot: string | undefined

/** Start times are counted from the start of the machine. */
function bootOf(): string {
  try {
    knownBoot ??= readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').slice(0, 8)
  } catch {
    knownBoot = 'boot'
  }
  return knownBoot
}

/** It ran since the machine was started last; true where nobody says. */
export function isOfThisBoot({started}: Identity): boolean {
  return !hasProc || !started.includes('-') || started.endsWith(`-${bootOf()}`)
}

export function lives({pid, started}: Identity): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const fields = hasProc ? stat(pid) : undefined
  // A zombie holds its number and nothing else.
  if (hasProc && (fields === undefined || fields[0] === 'Z')) return false
  const now = startOf(pid)
  return started === '' || now === '' || now === started
}

export function usage(pid: number): Usage {
  if (!hasProc) return process.platform === 'win32' ? {cpu: undefined, memory: undefined} : usageOfPs(pid)
  const fields = stat(pid)
  if (!fields) return {cpu: undefined, memory: undefined}
  return {cpu: (Number(fields[11]) + Number(fields[12])) / ticks, memory: Number(fields[21]) * pageSize()}
}

/** Fields of /proc/PID/stat from the third one, the state: the second is a name that may hold anything. */
function stat(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

let knownPageSize = 0

/** Nobody tells Node the size of a memory page, but this process knows its memory in both units. */
function pageSize(): number {
  if (knownPageSize === 0) {
    const pages = Number(stat(process.pid)?.[21] ?? 0)
    knownPageSize = pages > 0 ? 2 ** Math.round(Math.log2(process.memoryUsage.rss() / pages)) : 4096
  }
  return knownPageSize
}

function usageOfPs(pid: number): Usage {
  const [time = '', kilobytes = ''] = ps(pid, 'time=,rss=').trim().split(/\s+/u)
  const seconds = time.replace(/^([0-9]+)-/u, (_, days: string) => `${Number(days) * 24}:`).split(/[-:]/u).reduce((sum, part) => sum * 60 + Number(part), 0)
  return {cpu: time === '' ? undefined : seconds, memory: kilobytes === '' ? undefined : Number(kilobytes) * 1024}
}

function ps(pid: number, columns: string): string {
  try {
    return execFileSync('ps', ['-o', columns, '-p', String(pid)], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}).trim()
  } catch {
    return ''
  }
}
