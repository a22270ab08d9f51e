/** How much the service takes on at once: what comes beyond it is told to come back. */
import {tooBusy} from './refusal.ts'

export class Admission {
  readonly #requests: number
  readonly #bytes: number
  #taken = 0
  #held = 0

  /** @param requests - at once @param bytes - of their bodies together */
  constructor(requests: number, bytes: number) {
    this.#requests = requests
    this.#bytes = bytes
  }

  get requests(): number {
    return this.#taken
  }

  /** @throws {Refusal} 503 */
  enter(): Place {
    if (this.#taken >= this.#requests) throw tooBusy(`${this.#taken} requests are in hand already`)
    this.#taken++
    return new Place(bytes => this.#hold(bytes), held => {
      this.#taken--
      this.#held -= held
    })
  }

  #hold(bytes: number): void {
    if (this.#held + bytes > this.#bytes) throw tooBusy('the requests in hand fill the memory set aside for them')
    this.#held += bytes
  }
}

/** One request's place. */
export class Place {
  readonly #take: (bytes: number) => void
  readonly #give: (bytes: number) => void
  #held = 0
  #isLeft = false

  constructor(take: (bytes: number) => void, give: (held: number) => void) {
    this.#take = take
    this.#give = give
  }

  /** @throws {Refusal} 503: there is no room for so many bytes more. */
  hold(bytes: number): void {
    this.#take(bytes)
    this.#held += bytes
  }

  /** Once is enough, more does no harm. */
  leave(): void {
    if (!this.#isLeft) this.#give(this.#held)
    this.#isLeft = true
  }
}
