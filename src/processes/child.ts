/** A child process that cleans, as the process that started it sees it: watched, and killed when its work takes too much. */
import {fork} from 'node:child_process'
import type {ChildProcess, SerializationType} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {usage} from './usage.ts'

export interface Limits {
  /** CPU seconds for a page. */
  readonly deadline: number
  /** Bytes. */
  readonly memory: number
}

/** Why a child is gone that was not told to go. */
export interface Death {
  readonly kind: 'deadline' | 'memory' | 'crash'
  /** For people, with the figure. */
  readonly reason: string
}

/** Wall clock for a page, as a multiple of the CPU deadline: for pages that wait, and systems that do not tell CPU time. */
export const wallFactor = 10
/** Share of the memory that the heap may fill; the rest is for the page's bytes and the program. Chosen. */
const heapShare = 0.7

export interface ChildOptions {
  readonly program: URL
  readonly args?: readonly string[]
  readonly limits: Limits
  /** Of the messages, both ways. `advanced` carries bytes as they are. */
  readonly serialization: SerializationType
  said(message: unknown): void
  /** @param death - undefined: it left as it was told to */
  gone(death: Death | undefined): void
}

interface Watched { readonly work: string; readonly cpu: number | undefined; readonly wall: number }

export class Child {
  readonly #process: ChildProcess
  readonly #limits: Limits
  #death: Death | undefined
  #stderr = ''
  #watched: Watched | undefined
  #isTold = false

  constructor({program, args = [], limits, serialization, said, gone}: ChildOptions) {
    this.#limits = limits
    const heap = Math.max(64, Math.floor(limits.memory * heapShare / 1_000_000))
    this.#process = fork(fileURLToPath(program), [...args], {
      execArgv: [`--max-old-space-size=${heap}`, '--max-semi-space-size=16'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization,
    })
    this.#process.stderr?.on('data', (chunk: Buffer) => { this.#stderr = (this.#stderr + chunk.toString('latin1')).slice(-8000) })
    this.#process.on('message', said)
    this.#process.on('error', error => { this.#stderr += error.message })
    // Not 'exit': the last messages and the last of stderr come before 'close'.
    this.#process.on('close', (code, signal) => gone(this.#reasonOf(code, signal)))
  }

  get pid(): number | undefined {
    return this.#process.pid
  }

  /** The last lines a dead one left. */
  get lastWords(): string {
    return this.#stderr.trim().split('\n').slice(-5).join(' | ').slice(-800)
  }

  send(message: object): void {
    // A process that died a moment ago is heard of by 'close'.
    if (this.#process.connected) this.#process.send(message, () => undefined)
  }

  /** From now on it may leave: an end with exit code 0 is none of its own. */
  letGo(): void {
    this.#isTold = true
  }

  kill(): void {
    this.#isTold = true
    this.#process.kill('SIGKILL')
  }

  /** Whether it keeps this process alive. */
  hold(isHeld: boolean): void {
    const ends = [this.#process, this.#process.channel, this.#process.stderr as unknown as NodeJS.RefCounted | null]
    for (const end of ends) {
      if (isHeld) end?.ref()
      else end?.unref()
    }
  }

  /**
   * A look at it: every 100 ms or so while it works.
   *
   * @param work - names what it has in hand, so that two pieces are told apart; '' if there is nothing
   * @param allowance - multiple of the deadline this piece may take
   */
  watch(work: string, allowance = 1): void {
    if (this.pid === undefined || this.#death !== undefined) return
    const {cpu, memory} = usage(this.pid)
    if (memory !== undefined && memory > this.#limits.memory) this.#condemn('memory', `out of memory (more than ${Math.round(this.#limits.memory / 1_000_000)} MB)`)
    const wall = performance.now() / 1000
    if (work === '' || work !== this.#watched?.work) {
      this.#watched = {work, cpu, wall}
      return
    }
    const deadline = this.#limits.deadline * allowance
    const before = this.#watched.cpu
    if (cpu !== undefined && before !== undefined && cpu - before > deadline) this.#condemn('deadline', `deadline (${deadline} s of CPU time)`)
    else if (wall - this.#watched.wall > deadline * wallFactor) this.#condemn('deadline', `deadline (${deadline * wallFactor} s on the clock)`)
  }

  #condemn(kind: Death['kind'], reason: string): void {
    this.#death ??= {kind, reason}
    this.#process.kill('SIGKILL')
  }

  #reasonOf(code: number | null, signal: NodeJS.Signals | null): Death | undefined {
    if (this.#death !== undefined) return this.#death
    if (/out of memory|Allocation failed|allocation failure|invalid table size/iu.test(this.#stderr)) return {kind: 'memory', reason: 'out of memory'}
    if (signal) return this.#isTold && signal === 'SIGKILL' ? undefined : {kind: 'crash', reason: `crash (${signal})`}
    return this.#isTold && code === 0 ? undefined : {kind: 'crash', reason: `crash (exit code ${code})`}
  }
}
