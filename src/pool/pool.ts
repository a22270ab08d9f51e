/** The pool: pages to processes, deaths to the pages that caused them. */
import type {Result} from '../result.ts'
import type {Death} from '../processes/child.ts'
import type {Pool, PoolFacts} from './contract.ts'
import type {FromChild, Thrown} from './messages.ts'
import {Page} from './page.ts'
import {PoolError} from './poolError.ts'
import {Seat} from './seat.ts'
import {checkOfPage} from './settings.ts'
import type {PoolSettings} from './settings.ts'
import {programAt} from '../processes/place.ts'

/** Milliseconds between two looks at the processes. */
const watchEvery = 100
/** Processes a page may cost: the second one is its own. */
const deathsAllowed = 2
/** Processes in a row that end before they are ready: then it is not the pages. Chosen. */
const vainDeaths = 3
/** Milliseconds for processes to leave by themselves. Chosen. */
const patience = 2000

export class ProcessPool implements Pool {
  readonly workers: number
  readonly #settings: PoolSettings
  readonly #program: URL
  readonly #seats = new Set<Seat>()
  /** In the order they came. */
  readonly #waiting = new Set<Page>()
  /** Pages that cost a process: they are served first, each by a fresh one. */
  readonly #again: Page[] = []
  readonly #roomFor: (() => void)[] = []
  #timer: NodeJS.Timeout | undefined
  #isClosed = false
  readonly #onChange: (() => void)[] = []
  #refusal: Error | undefined
  #vain = 0
  #count = 0

  /** @param program - of the children; other than usual in tests */
  constructor(settings: PoolSettings, program: URL = programAt('pool/poolChild.js')) {
    this.workers = settings.workers
    this.#settings = settings
    this.#program = program
  }

  get waiting(): number {
    return this.#waiting.size + this.#again.length
  }

  get working(): number {
    let count = 0
    for (const {page} of this.#seats) if (page) count++
    return count
  }

  get #pending(): number {
    return this.waiting + this.working
  }

  async clean(input: string | Uint8Array, facts: PoolFacts = {}): Promise<Result> {
    return await this.#answer(input, facts) as Result
  }

  /** The inspector's page, made by the process that cleaned: a trace does not cross. @internal */
  async inspect(input: string | Uint8Array, {name, ...facts}: PoolFacts & {readonly name: string}): Promise<string> {
    return await this.#answer(input, facts, name) as string
  }

  async #answer(input: string | Uint8Array, facts: PoolFacts, inspect?: string): Promise<Result | string> {
    if (typeof input !== 'string' && !(input instanceof Uint8Array)) throw new TypeError(`the input must be a string or a Uint8Array, not ${input === null ? 'null' : typeof input}`)
    if (facts.options !== undefined) checkOfPage(facts.options)
    if (facts.signal?.aborted) throw new PoolError('aborted', 'the signal is aborted already', facts.signal.reason)
    if (this.#isClosed) throw new PoolError('closed', 'the pool is closed')
    if (this.#refusal) throw this.#refusal
    if (this.#pending >= this.workers + this.#settings.maxQueue) throw new PoolError('busy', `${this.waiting} pages wait already`)
    const page = new Page(++this.#count, {input, facts, inspect}, aborted => this.#drop(aborted))
    this.#waiting.add(page)
    this.#fill()
    return page.result
  }

  room(): Promise<void> {
    if (this.#isClosed || this.#pending < this.#roomOf) return Promise.resolve()
    return new Promise(resolve => { this.#roomFor.push(resolve) })
  }

  /** Pages it has room for: as many may wait as are in hand. */
  get #roomOf(): number {
    return this.workers + Math.min(this.workers, this.#settings.maxQueue)
  }

  async close({force = false}: {readonly force?: boolean} = {}): Promise<void> {
    this.#isClosed = true
    if (force) {
      this.#failAll(new PoolError('closed', 'the pool was closed before the page was cleaned'))
      for (const seat of this.#seats) seat.kill()
    }
    while (this.#pending > 0) await this.#change()
    for (const seat of this.#seats) seat.end()
    const impatient = setTimeout(() => { for (const seat of this.#seats) seat.kill() }, patience)
    while (this.#seats.size > 0) await this.#change()
    clearTimeout(impatient)
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  /** Resolves when a page or a process is done. */
  #change(): Promise<void> {
    return new Promise(resolve => { this.#onChange.push(resolve) })
  }

  #fill(): void {
    for (;;) {
      const page = this.#again[0] ?? this.#waiting.values().next().value
      if (!page) break
      const seat = this.#seatFor(page)
      if (!seat) break
      if (page.deaths > 0) this.#again.shift()
      else this.#waiting.delete(page)
      seat.give(page)
    }
    const starting = [...this.#seats].filter(({isReady}) => !isReady).length
    for (let missing = this.waiting - starting; missing > 0 && this.#seats.size < this.workers; missing--) this.#start()
    this.#watch(this.#pending > 0)
    this.#makeRoom()
    for (const told of this.#onChange.splice(0)) told()
  }

  /** @param isBusy - pages are on their way: processes that start for them keep the program alive as those that clean do */
  #watch(isBusy: boolean): void {
    for (const seat of this.#seats) if (!seat.isReady && !this.#isClosed) seat.hold(isBusy)
    if (isBusy) this.#timer ??= setInterval(() => { for (const seat of this.#seats) seat.watch() }, watchEvery).unref()
    else {
      clearInterval(this.#timer)
      this.#timer = undefined
    }
  }

  /** As many are told as there is room for: they have not handed in their pages yet. */
  #makeRoom(): void {
    const free = this.#pending === 0 || this.#isClosed ? Number.POSITIVE_INFINITY : this.#roomOf - this.#pending
    for (const told of this.#roomFor.splice(0, Math.max(0, free))) told()
  }

  #seatFor({deaths}: Page): Seat | undefined {
    for (const seat of this.#seats) if (seat.isIdle && (deaths === 0 || !seat.isUsed)) return seat
    return undefined
  }

  #start(): void {
    this.#seats.add(new Seat(this.#program, this.#settings, {said: (from, message) => this.#said(from, message), gone: (from, death) => this.#gone(from, death)}))
  }

  #said(seat: Seat, message: FromChild): void {
    if (message.kind === 'ready') {
      seat.isReady = true
      this.#vain = 0
    } else if (message.kind === 'refused') {
      this.#refusal = errorOf(message.error)
      this.#failAll(this.#refusal)
      for (const each of this.#seats) each.kill()
    } else if (seat.page?.number === message.number) {
      const page = seat.take()
      if (message.kind === 'cleaned') page?.succeed(message.result)
      else page?.fail(errorOf(message.error))
    }
    this.#fill()
  }

  #gone(seat: Seat, death: Death | undefined): void {
    this.#seats.delete(seat)
    const {page} = seat
    if (page && !page.isSettled) this.#died(page, death)
    else if (!seat.isReady && death && ++this.#vain >= vainDeaths) {
      this.#vain = 0
      this.#failAll(new PoolError(death.kind, `the processes of the pool end before they are ready: ${death.reason}; ${seat.lastWords}`))
    }
    this.#fill()
  }

  #died(page: Page, death: Death = {kind: 'crash', reason: 'the process ended'}): void {
    page.deaths++
    if (death.kind !== 'deadline' && page.deaths < deathsAllowed) this.#again.push(page)
    else page.fail(new PoolError(death.kind, `the page was given up: ${death.reason}${page.deaths > 1 ? ', twice' : ''}`))
  }

  /** It waits no more. If it is in hand, its process is let finish for a moment, and killed then (`seat.watch`). */
  #drop(page: Page): void {
    this.#waiting.delete(page)
    const at = this.#again.indexOf(page)
    if (at >= 0) this.#again.splice(at, 1)
    this.#fill()
  }

  #failAll(error: Error): void {
    const pages = [...this.#again, ...this.#waiting, ...[...this.#seats].flatMap(({page}) => page ?? [])]
    this.#again.length = 0
    this.#waiting.clear()
    for (const page of pages) if (!page.isSettled) page.fail(error)
    this.#fill()
  }
}

function errorOf({message, name, isFault}: Thrown): Error {
  const error = isFault ? new TypeError(message) : new Error(message)
  return isFault ? error : Object.assign(error, {name})
}
