/** The supervisor: shards to children, deaths to the records that caused them, and an end to all of it. */
import {Failure, exit} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'
import {attemptIn, deathsAllowed, readDeaths, recordDeath} from './attempts.ts'
import type {Counts} from './counts.ts'
import type {Description} from './description.ts'
import type {Files} from './files.ts'
import {layoutOf} from './layout.ts'
import type {FromChild, Task} from './messages.ts'
import {share} from './perform.ts'
import {Worker} from './worker.ts'
import type {Limits} from './worker.ts'

/** Milliseconds between two looks at the children. */
const watchEvery = 100
/** Deaths in a row without a record in between: then it is not the pages. Chosen. */
const vainDeaths = 10

export interface Supervised {
  readonly description: Description
  readonly files: Files
  readonly workers: number
  readonly limits: Limits
  /** The next shard; undefined if there is none, or none yet (`--limit` waits for the one before). */
  next(): Task | undefined
  progress(index: number, counts: Counts, share: number): void
  /** A shard has its final name. */
  finished(index: number): void
  said(message: string): void
}

export class Supervisor {
  readonly #job: Supervised
  readonly #layout
  readonly #workers = new Set<Worker>()
  readonly #waiting: Task[] = []
  readonly #failures: Failure[] = []
  #stopping = false
  #vain = 0
  #end: () => void = () => undefined

  constructor(job: Supervised) {
    this.#job = job
    this.#layout = layoutOf(job.description.folder, job.description.part)
  }

  /** @returns what went wrong with the job itself */
  async run(): Promise<readonly Failure[]> {
    const timer = setInterval(() => this.#watch(), watchEvery)
    try {
      await new Promise<void>(resolve => {
        this.#end = resolve
        this.#fill()
      })
    } finally {
      clearInterval(timer)
    }
    return this.#failures
  }

  get isStopping(): boolean {
    return this.#stopping
  }

  /** Pages in hand are finished. */
  stop(): void {
    this.#stopping = true
    for (const worker of this.#workers) worker.stop()
    this.#endIfAlone()
  }

  kill(): void {
    this.#stopping = true
    for (const worker of this.#workers) worker.kill()
  }

  #fill(): void {
    for (const worker of this.#workers) if (!worker.task && !worker.isStopped) this.#give(worker)
    while (!this.#stopping && this.#workers.size < this.#job.workers) {
      const task = this.#take()
      if (!task) break
      this.#spawn(task)
    }
    this.#endIfAlone()
  }

  #take(): Task | undefined {
    return this.#stopping ? undefined : this.#waiting.shift() ?? this.#job.next()
  }

  #give(worker: Worker): void {
    const task = this.#take()
    if (task) worker.give(task)
    else worker.stop()
  }

  #spawn(task: Task): void {
    const worker = new Worker(this.#job.description, this.#job.limits, {said: (from, message) => this.#said(from, message), gone: (from, reason) => this.#gone(from, reason)})
    this.#workers.add(worker)
    worker.give(task)
  }

  #endIfAlone(): void {
    if (this.#workers.size === 0) this.#end()
  }

  #watch(): void {
    for (const worker of this.#workers) if (worker.task) worker.watch(this.#job.files, this.#layout.shard(worker.task.index).mark)
  }

  #said(worker: Worker, message: FromChild): void {
    const {task} = worker
    if (!task || task.index !== message.index) return
    this.#vain = 0
    if (message.kind === 'progress') {
      this.#job.progress(task.index, message.counts, share(task.shard, message.at))
      return
    }
    worker.task = undefined
    if (message.kind === 'failed') this.#fail(new Failure(message.code, message.message))
    else if (message.ended === 'read') this.#job.finished(task.index)
    else if (message.ended === 'alone') {
      // It leaves, and a fresh process takes over.
      this.#waiting.unshift(task)
      worker.stop()
      return
    }
    this.#fill()
  }

  #gone(worker: Worker, reason: string | undefined): void {
    this.#workers.delete(worker)
    const {task} = worker
    if (task && reason !== undefined) this.#died(worker, task, reason)
    this.#fill()
  }

  #died(worker: Worker, task: Task, reason: string): void {
    const {files, said} = this.#job
    const paths = this.#layout.shard(task.index)
    const attempt = attemptIn(files, paths.mark)
    const isItsOwn = attempt?.by.pid === worker.pid
    try {
      if (attempt && isItsOwn && attempt.step !== 'saving') {
        const before = readDeaths(files, paths.deaths).get(attempt.record)?.length ?? 0
        recordDeath(files, paths.deaths, {record: attempt.record, step: attempt.step, reason})
        said(`${printable(task.shard.name)}: record ${attempt.record}: ${reason}; ${before + 1 < deathsAllowed ? 'tried again alone' : 'given up'}`)
      } else if (++this.#vain >= vainDeaths) {
        throw new Failure(exit.bug, `workers end before they do anything: ${reason}; ${printable(worker.lastWords)}`)
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      this.#fail(error)
    }
    this.#waiting.unshift(task)
  }

  /** What stands in the way of one shard only lets the others go on. */
  #fail(failure: Failure): void {
    this.#failures.push(failure)
    if (failure.code !== exit.input && failure.code !== exit.data && !this.#stopping) this.stop()
  }
}
