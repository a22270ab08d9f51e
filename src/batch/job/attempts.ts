/**
 * Attempts: before a record is read and before it is cleaned, a mark says so. It is not synced: what a process wrote
 * survives its death by any signal, and a power cut is not the record's fault. Deaths are rare, and are synced.
 */
import type {Files, Handle} from './files.ts'
import {identityOf} from '../../processes/usage.ts'
import type {Identity} from '../../processes/usage.ts'

/** `seeking` is reading after the work was interrupted; `saving` is no attempt, but the process is at work. */
export type Step = 'seeking' | 'reading' | 'cleaning' | 'saving'

/** What the process in `by` is at. */
export interface Attempt { readonly step: Step; readonly record: number; readonly by: Identity }
export interface Death { readonly record: number; readonly step: Step; readonly reason: string }

/** Deaths after which a record is given up. */
export const deathsAllowed = 3

const width = 80

/** The mark of one shard, written by the process that works on it. */
export class Marker {
  readonly #handle: Handle
  readonly #self: string

  constructor(files: Files, file: string) {
    this.#handle = files.append(file)
    const {pid, started} = identityOf(process.pid)
    this.#self = `${pid} ${started.replaceAll(' ', '_') || '-'}`
  }

  at(step: Step, record: number): void {
    this.#write(`${step} ${record} ${this.#self}`)
  }

  /** The process is done with the shard, whatever comes next. */
  close(): void {
    this.#write('')
    this.#handle.close()
  }

  #write(text: string): void {
    this.#handle.write(Buffer.from(`${text.padEnd(width - 1)}\n`), 0)
  }
}

export function readMark(text: string): Attempt | undefined {
  const match = /^(seeking|reading|cleaning|saving) ([0-9]+) ([0-9]+) (\S+)/u.exec(text)
  if (!match) return undefined
  const [, step, record, pid, started] = match
  return {step: step as Step, record: Number(record), by: {pid: Number(pid), started: started === '-' ? '' : started.replaceAll('_', ' ')}}
}

export function attemptIn(files: Files, file: string): Attempt | undefined {
  return readMark(files.read(file)?.toString('latin1') ?? '')
}

/** Written by the supervisor, for the process that comes after the dead one. */
export function recordDeath(files: Files, file: string, death: Death): void {
  const handle = files.append(file)
  try {
    handle.write(Buffer.from(`${JSON.stringify(death)}\n`))
    handle.sync()
  } finally {
    handle.close()
  }
}

/** Deaths of every record, in order. */
export function readDeaths(files: Files, file: string): ReadonlyMap<number, readonly Death[]> {
  const deaths = new Map<number, Death[]>()
  for (const line of files.read(file)?.toString('utf8').split('\n').slice(0, -1) ?? []) {
    const death = parsed(line)
    if (death) deaths.set(death.record, [...deaths.get(death.record) ?? [], death])
  }
  return deaths
}

/** undefined for a line that was cut off: that death was not counted. */
function parsed(line: string): Death | undefined {
  try {
    return JSON.parse(line) as Death
  } catch {
    return undefined
  }
}
