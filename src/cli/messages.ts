/** What is said on stderr: errors always, the rest unless `--quiet`; progress only to somebody who watches. */
import {printable} from '../explain/printable.ts'
import {exit, worse} from '../exit.ts'
import type {ExitCode, Failure} from '../exit.ts'
import type {System} from './system.ts'

/** Before this, a run is not long; after it, the line changes at most this often. Milliseconds, chosen. */
const progressAfter = 2000
const progressEvery = 200

export class Messages {
  /** The most severe code so far. */
  code: ExitCode = exit.done
  readonly #system: System
  readonly #quiet: boolean
  readonly #started = Date.now()
  #shownAt = 0

  constructor(system: System, quiet: boolean) {
    this.#system = system
    this.#quiet = quiet
  }

  /** Something failed; the run goes on and ends with its code or a worse one. */
  fail(failure: Pick<Failure, 'code' | 'message'>): void {
    this.code = worse(this.code, failure.code)
    this.#line(failure.message)
  }

  note(message: string): void {
    if (!this.#quiet) this.#line(message)
  }

  /** @param total - pages in all, undefined if nobody knows. */
  progress(pages: number, total: number | undefined): void {
    const now = Date.now()
    const watched = this.#system.stderr.isTTY && !this.#system.stdout.isTTY && !this.#quiet
    if (!watched || now - this.#started < progressAfter || now - this.#shownAt < progressEvery) return
    this.#shownAt = now
    this.#system.stderr.write(`\r\u001b[2K${pages}${total === undefined ? '' : ` of ${total}`} pages`)
  }

  /** Replaces the line of progress before it. */
  bar(line: string): void {
    this.#shownAt = Date.now()
    this.#system.stderr.write(`\r\u001b[2K${line}`)
  }

  #line(message: string): void {
    this.clear()
    this.#system.stderr.write(`boildown: ${printable(message)}\n`)
  }

  /** Takes the progress line away. */
  clear(): void {
    if (this.#shownAt > 0) this.#system.stderr.write('\r\u001b[2K')
    this.#shownAt = 0
  }
}
