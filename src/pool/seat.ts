/** A place in a pool: a child process, and the page it has in hand. */
import {Child} from '../processes/child.ts'
import type {Death, Limits} from '../processes/child.ts'
import type {FromChild, Preparation, ToChild} from './messages.ts'
import type {Page} from './page.ts'

/** CPU seconds a process may take to get ready. Chosen: fifty times what it takes. */
const startDeadline = 30

export interface SeatOwner {
  said(seat: Seat, message: FromChild): void
  /** @param death - undefined: it left as it was told to */
  gone(seat: Seat, death: Death | undefined): void
}

export class Seat {
  page: Page | undefined
  isReady = false
  /** It has had a page. */
  isUsed = false
  #looks = 0
  readonly #child: Child
  readonly #limits: Limits

  constructor(program: URL, {limits, preparation}: {readonly limits: Limits; readonly preparation: Preparation}, owner: SeatOwner) {
    this.#limits = limits
    this.#child = new Child({
      program, limits, serialization: 'advanced',
      said: message => owner.said(this, message as FromChild),
      gone: death => owner.gone(this, death),
    })
    this.#send({kind: 'prepare', preparation})
  }

  get isIdle(): boolean {
    return this.isReady && this.page === undefined
  }

  get lastWords(): string {
    return this.#child.lastWords
  }

  give(page: Page): void {
    this.page = page
    this.isUsed = true
    this.#looks = 0
    this.#child.hold(true)
    const {number, input, facts, options, inspect} = page
    this.#send({kind: 'page', number, input, facts, options, inspect})
  }

  /** @returns the page it had */
  take(): Page | undefined {
    const {page} = this
    this.page = undefined
    this.#child.hold(false)
    return page
  }

  /** Whether it keeps the program alive: a forgotten pool must not. */
  hold(isHeld: boolean): void {
    this.#child.hold(isHeld)
  }

  end(): void {
    this.#child.hold(true)
    this.#child.letGo()
    this.#send({kind: 'end'})
  }

  kill(): void {
    this.#child.kill()
  }

  watch(): void {
    if (!this.isReady) return this.#child.watch('start', startDeadline / this.#limits.deadline)
    if (!this.page) return
    // Most pages are done before the second look, and a look costs on systems without /proc.
    if (++this.#looks < 2) return
    if (this.page.isSettled) this.kill()
    else this.#child.watch(String(this.page.number))
  }

  #send(message: ToChild): void {
    this.#child.send(message)
  }
}
