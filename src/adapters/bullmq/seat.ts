/** A child process that has one job in hand. */
import {Isolated} from '../../worker/isolated.ts'
import type {Isolation} from '../../worker/isolated.ts'
import type {Answer} from '../../worker/protocol.ts'
import type {Line} from '../../rows/read.ts'

/** What came of a job. */
export interface Answered {
  readonly rows: readonly string[]
  /** How many of the rows are errors. */
  readonly errors: number
}

export class Seat {
  readonly #isolated: Isolated
  readonly #lines = new Mailbox<Line>()
  readonly #answers: AsyncGenerator<Answer>
  #count = 0

  constructor(isolation: Isolation) {
    this.#isolated = new Isolated(isolation)
    this.#answers = this.#isolated.answers(this.#lines)
  }

  /** @throws {Failure} exit code 2: an option is wrong, or what it needs is not there. */
  ready(): Promise<void> {
    return this.#isolated.ready()
  }

  /**
   * One job at a time.
   *
   * @param text - its data, in JSON
   * @throws {Failure} the process could not go on, or was closed. The seat is of no use then.
   */
  async clean(text: string): Promise<Answered> {
    const rows: string[] = []
    let errors = 0
    this.#lines.put({number: ++this.#count, text, damaged: false})
    for (;;) {
      const {value, done} = await this.#answers.next()
      if (done === true) throw new Error('the process that cleans has ended')
      const {row, kind, last} = value
      if (row !== undefined && kind !== undefined) {
        rows.push(row)
        if (kind === 'error') errors++
      }
      if (last) return {rows, errors}
    }
  }

  /** A job in hand is given up: its `clean` rejects. */
  close(): void {
    this.#isolated.close()
    this.#lines.end()
    // Between two jobs it waits for somebody to take the next answer, and ends by this.
    void this.#answers.return(undefined)
  }
}

/** Values that are put in one by one, as an iterable. */
class Mailbox<T> {
  readonly #values: T[] = []
  #isEnded = false
  #wake: () => void = () => undefined

  put(value: T): void {
    this.#values.push(value)
    this.#wake()
  }

  end(): void {
    this.#isEnded = true
    this.#wake()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      while (this.#values.length > 0) yield this.#values.shift() as T
      if (this.#isEnded) return
      await new Promise<void>(resolve => { this.#wake = resolve })
    }
  }
}
