/** One page on its way through a pool. */
import type {Facts} from '../input/read.ts'
import type {Options} from '../options.ts'
import type {Result} from '../result.ts'
import type {PoolFacts} from './contract.ts'
import {PoolError} from './poolError.ts'

export class Page {
  readonly number: number
  readonly input: string | Uint8Array
  readonly facts: Facts
  readonly options: Options | undefined
  /** Its name, where the inspector's page is asked for instead of a result. */
  readonly inspect: string | undefined
  readonly result: Promise<Result | string>
  /** Processes that died of it. */
  deaths = 0
  isSettled = false
  readonly #signal: AbortSignal | undefined
  #resolve: (result: Result | string) => void = () => undefined
  #reject: (error: Error) => void = () => undefined
  #abort: () => void = () => undefined

  /** @param aborted - told when the signal is; the page has rejected by then */
  constructor(number: number, {input, facts, inspect}: {readonly input: string | Uint8Array; readonly facts: PoolFacts; readonly inspect?: string | undefined}, aborted: (page: Page) => void) {
    const {url, contentType, headers, status, from, fragment, signal, options} = facts
    this.number = number
    this.input = input
    this.facts = {url, contentType, headers, status, from, fragment}
    this.options = options
    this.inspect = inspect
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

  succeed(result: Result | string): void {
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
