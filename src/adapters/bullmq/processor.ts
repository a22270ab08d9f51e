/** From a job of BullMQ to its file. */
import type {Limits} from '../../processes/child.ts'
import type {Work} from '../../worker/protocol.ts'
import {Results} from './results.ts'
import {Seat} from './seat.ts'
import type {Answered} from './seat.ts'
import {programAt} from '../../processes/place.ts'

/** What is read of a job of BullMQ. */
export interface QueueJob {
  readonly id?: string | undefined
  readonly data: unknown
}

/** What stays in Redis of a job that is done, where its queue keeps such jobs at all. */
export interface Done {
  /** Where its rows are, relative to the output folder. */
  readonly file: string
  readonly rows: number
  readonly errors: number
}

export interface ProcessingOptions {
  readonly folder: string
  readonly work: Work
  readonly limits: Limits
  readonly workers: number
}

/** What the children run. */
const program = programAt('worker/childMain.js')

/** BullMQ tells errors that no further attempt would mend by this name. */
class UnrecoverableError extends Error {
  override readonly name = 'UnrecoverableError'
}

export class Processing {
  readonly workers: number
  readonly #options: ProcessingOptions
  readonly #results: Results
  readonly #idle: Seat[] = []
  readonly #seats = new Set<Seat>()
  readonly #waiting: (() => void)[] = []
  #isClosed = false

  private constructor(options: ProcessingOptions) {
    this.#options = options
    this.#results = new Results(options.folder)
    this.workers = options.workers
  }

  /** @throws {Failure} exit code 2: an option is wrong, or what it needs is not there. */
  static async start(options: ProcessingOptions): Promise<Processing> {
    const processing = new Processing(options)
    await processing.#results.open()
    try {
      const seats = Array.from({length: options.workers}, () => processing.#sit())
      await Promise.all(seats.map(seat => seat.ready()))
      processing.#idle.push(...seats)
    } catch (error) {
      processing.close()
      throw error
    }
    return processing
  }

  /**
   * Clean what a job carries and write its rows.
   *
   * @throws {Error} BullMQ puts the job among the failed with the message: at once for a page that no attempt would
   *   clean, else after the attempts that the job has.
   */
  async process({id, data}: QueueJob): Promise<Done> {
    const name = idOf(data) ?? id
    if (name === undefined) throw new UnrecoverableError('the job has no id')
    const {rows, errors} = await this.#clean(this.#textOf(data, name))
    if (rows.length === 0) throw new Error('no page there')
    if (errors === rows.length) throw this.#lost(rows[0])
    return {file: await this.#results.write(name, rows), rows: rows.length, errors}
  }

  /** Ends the processes; jobs in hand fail, and are tried again as they say. */
  close(): void {
    this.#isClosed = true
    for (const seat of this.#seats) seat.close()
    this.#seats.clear()
    for (const wake of this.#waiting.splice(0)) wake()
  }

  async #clean(text: string): Promise<Answered> {
    while (this.#idle.length === 0 && !this.#isClosed) await new Promise<void>(resolve => { this.#waiting.push(resolve) })
    if (this.#isClosed) throw new Error('closed')
    let seat = this.#idle.pop() as Seat
    try {
      return await seat.clean(text)
    } catch (error) {
      seat.close()
      this.#seats.delete(seat)
      if (!this.#isClosed) seat = this.#sit()
      throw error
    } finally {
      this.#idle.push(seat)
      this.#waiting.shift()?.()
    }
  }

  #sit(): Seat {
    const {work, limits} = this.#options
    const seat = new Seat({work, limits, program})
    this.#seats.add(seat)
    return seat
  }

  /** A row without an id gets the job's. */
  #textOf(data: unknown, id: string): string {
    const isRow = this.#options.work.mode === 'rows' && typeof data === 'object' && data !== null && !Array.isArray(data)
    return JSON.stringify(isRow && idOf(data) === undefined ? {...data, id} : data) ?? 'null'
  }

  /** A page fails as often as it is tried. A file that is named may come yet. */
  #lost(row: string): Error {
    const {error} = JSON.parse(row) as {error: string}
    // Jobs have no lines.
    const message = error.replace(/^line [0-9]{1,15}: /u, '')
    return this.#options.work.mode === 'refs' ? new Error(message) : new UnrecoverableError(message)
  }
}

/** The page's own id names its file, so that a job added twice writes one file. */
function idOf(data: unknown): string | undefined {
  const id = typeof data === 'object' && data !== null && Object.hasOwn(data, 'id') ? (data as {id: unknown}).id : undefined
  if (typeof id === 'string' && id !== '') return id
  return typeof id === 'number' || typeof id === 'boolean' || (typeof id === 'object' && id !== null) ? JSON.stringify(id) : undefined
}
