/** One child process, as its supervisor sees it: it is given shards, and killed when a page takes too much. */
import {Child} from '../../processes/child.ts'
import type {Limits} from '../../processes/child.ts'
import {attemptIn} from './attempts.ts'
import type {Attempt} from './attempts.ts'
import type {Description} from './description.ts'
import type {Files} from './files.ts'
import type {FromChild, Task, ToChild} from './messages.ts'
import {programAt} from '../../processes/place.ts'
export type {Limits} from '../../processes/child.ts'

/** Finding the place in a compressed file where work goes on means reading all before it. Chosen. */
const seekingFactor = 100

export interface Owner {
  said(worker: Worker, message: FromChild): void
  /** @param reason - undefined: it left as it was told to */
  gone(worker: Worker, reason: string | undefined): void
}

export class Worker {
  task: Task | undefined
  /** What it was at when it died. */
  attempt: Attempt | undefined
  readonly #child: Child
  #stopped = false

  constructor(description: Description, limits: Limits, owner: Owner) {
    this.#child = new Child({
      program: programAt('batch/job/childMain.js'), limits, serialization: 'json',
      said: message => owner.said(this, message as FromChild),
      gone: death => owner.gone(this, death?.reason),
    })
    this.#send({kind: 'job', description})
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  /** It takes no more shards. */
  get isStopped(): boolean {
    return this.#stopped
  }

  give(task: Task): void {
    this.task = task
    this.#send({kind: 'task', task})
  }

  /** Finishes the page in hand. */
  stop(): void {
    this.#stopped = true
    this.#child.letGo()
    this.#send({kind: 'stop'})
  }

  kill(): void {
    this.#stopped = true
    this.#child.kill()
  }

  /** The last lines a dead one left. */
  get lastWords(): string {
    return this.#child.lastWords
  }

  /** @param markFile - of the shard it works on */
  watch(files: Files, markFile: string): void {
    const attempt = attemptIn(files, markFile)
    const isAtWork = attempt?.by.pid === this.pid && attempt?.step !== 'saving'
    this.#child.watch(isAtWork && attempt ? `${this.task?.index} ${attempt.step} ${attempt.record}` : '', attempt?.step === 'seeking' ? seekingFactor : 1)
  }

  #send(message: ToChild): void {
    this.#child.send(message)
  }
}
