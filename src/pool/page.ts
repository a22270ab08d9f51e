/** One page on its way through a pool. */
import type {Facts} from '../input/read.ts'
import type {Options} from '../options.ts'
import type {Result} from '../result.ts'
import type {PoolFacts} from './index.ts'
import {PoolError} from './poolError.ts'

export class Page {
  readonly number: number
  readonly input: string | Uint8Array
  readonly facts: Facts
  readonly options: Options | undefined
  readonly result: Promise<Result>
  /** Processes that died of it. */
  deaths = 0
  isSettled = false
  readonly #signal: AbortSignal | undefined
  #resolve: (result: Result) => void = () => undefined
  #reject: (error: Error) => void = () => undefined
  #abort: () => void = () => undefined

  /** @param aborted - told when the signal is; the page has rejected by then */
  constructor(number: number, {input, facts}: {readonly input: string | Uint8Array; readonly facts: PoolFacts}, aborted: (page: Page) => void) {
    const {url, contentType, headers, status, from, fragment, signal, options} = facts
    this.number = number
    this.input = input
    this.facts = {url, contentType, headers, status, from, fragment}
    this.options = options
    this.#signal = signal
    this.result = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    this.#abort = () => {
      this.fail(new PoolError('aborted', 'the page was given up: its signal was aborted', signal?.reason))
      aborted(this)
    }
    signal?.addEventListener('abort', this.#abort, {once: true})
  }

  succeed(result: Result): void {
    this.#settle()
    this.#resolve(result)
  }

  fail(error: Error): void {
    this.#settle()
    this.#reject(error)
  }

  #settle(): void {
    this.isSettled = true
    this.#signal?.removeEventListener('abort', this.#abort)
  }
}
