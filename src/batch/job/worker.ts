/** One child process, as its supervisor sees it: it is given shards, watched, and killed when a page takes too much. */
import {fork} from 'node:child_process'
import type {ChildProcess} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {attemptIn} from './attempts.ts'
import type {Attempt} from './attempts.ts'
import type {Description} from './description.ts'
import type {Files} from './files.ts'
import type {FromChild, Task, ToChild} from './messages.ts'
import {usage} from './processes.ts'

export interface Limits {
  /** CPU seconds for a page. */
  readonly deadline: number
  /** Bytes. */
  readonly memory: number
}

/** Wall clock for a page, as a multiple of the CPU deadline: for pages that wait, and systems that do not tell CPU time. */
const wallFactor = 10
/** Finding the place in a compressed file where work goes on means reading all before it. Chosen. */
const seekingFactor = 100
/** Share of the memory that the heap may fill; the rest is for the page's bytes and the program. Chosen. */
const heapShare = 0.7

export interface Owner {
  said(worker: Worker, message: FromChild): void
  /** @param reason - undefined: it left as it was told to */
  gone(worker: Worker, reason: string | undefined): void
}

interface Watched { readonly attempt: string; readonly cpu: number; readonly wall: number }

export class Worker {
  task: Task | undefined
  /** What it was at when it died. */
  attempt: Attempt | undefined
  readonly #process: ChildProcess
  readonly #limits: Limits
  #verdict: string | undefined
  #stderr = ''
  #watched: Watched | undefined
  #stopped = false

  constructor(description: Description, limits: Limits, owner: Owner) {
    this.#limits = limits
    const heap = Math.max(64, Math.floor(limits.memory * heapShare / 1_000_000))
    this.#process = fork(fileURLToPath(new URL('childMain.js', import.meta.url)), {
      execArgv: [`--max-old-space-size=${heap}`, '--max-semi-space-size=16'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.#process.stderr?.on('data', (chunk: Buffer) => { this.#stderr = (this.#stderr + chunk.toString('latin1')).slice(-8000) })
    this.#process.on('message', message => owner.said(this, message as FromChild))
    this.#process.on('error', error => { this.#stderr += error.message })
    // Not 'exit': the last messages and the last of stderr come before 'close'.
    this.#process.on('close', (code, signal) => owner.gone(this, this.#reason(code, signal)))
    this.#send({kind: 'job', description})
  }

  get pid(): number | undefined {
    return this.#process.pid
  }

  /** It takes no more shards. */
  get isStopped(): boolean {
    return this.#stopped
  }

  give(task: Task): void {
    this.task = task
    this.#watched = undefined
    this.#send({kind: 'task', task})
  }

  /** Finishes the page in hand. */
  stop(): void {
    this.#stopped = true
    this.#send({kind: 'stop'})
  }

  kill(): void {
    this.#stopped = true
    this.#process.kill('SIGKILL')
  }

  /** The last lines a dead one left. */
  get lastWords(): string {
    return this.#stderr.trim().split('\n').slice(-5).join(' | ').slice(-800)
  }

  /** @param markFile - of the shard it works on */
  watch(files: Files, markFile: string): void {
    if (this.pid === undefined || this.#verdict !== undefined) return
    const {cpu, memory} = usage(this.pid)
    if (memory !== undefined && memory > this.#limits.memory) this.#condemn(`out of memory (more than ${Math.round(this.#limits.memory / 1_000_000)} MB)`)
    const attempt = attemptIn(files, markFile)
    const wall = performance.now() / 1000
    const key = attempt?.by.pid === this.pid && attempt.step !== 'saving' ? `${attempt.step} ${attempt.record}` : ''
    if (key === '' || key !== this.#watched?.attempt) {
      this.#watched = {attempt: key, cpu: cpu ?? 0, wall}
      return
    }
    const deadline = this.#limits.deadline * (attempt?.step === 'seeking' ? seekingFactor : 1)
    if (cpu !== undefined && cpu - this.#watched.cpu > deadline) this.#condemn(`deadline (${deadline} s of CPU time)`)
    else if (wall - this.#watched.wall > deadline * wallFactor) this.#condemn(`deadline (${deadline * wallFactor} s on the clock)`)
  }

  #condemn(verdict: string): void {
    this.#verdict ??= verdict
    this.#process.kill('SIGKILL')
  }

  #reason(code: number | null, signal: NodeJS.Signals | null): string | undefined {
    if (this.#verdict !== undefined) return this.#verdict
    if (/out of memory|Allocation failed|allocation failure|invalid table size/iu.test(this.#stderr)) return 'out of memory'
    if (signal) return this.#stopped && signal === 'SIGKILL' ? undefined : `crash (${signal})`
    return this.#stopped && code === 0 ? undefined : `crash (exit code ${code})`
  }

  #send(message: ToChild): void {
    // A process that died a moment ago is heard of by 'close'.
    if (this.#process.connected) this.#process.send(message, () => undefined)
  }
}
