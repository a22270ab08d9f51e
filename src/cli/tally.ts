/** Counts of a run, and what they say at its end. */
import type {Problem} from '../problem.ts'
import type {Result} from '../result.ts'

/** Why a page may have no output though its text is not lost. */
const meant = ['not-text', 'low-quality', 'opted-out'] as const
/** Names listed of pages without output, chosen. */
const named = 5

export class Tally {
  pages = 0
  withOutput = 0
  unread = 0
  readonly #problems = new Map<string, {pages: number; message: string}>()
  readonly #empty: string[] = []
  readonly #skipped = new Map<string, number>()
  readonly #rejected = new Map<string, number>()
  #lastRejected = ''
  #firstError = ''

  add(name: string, result: Result, more: readonly Problem[]): void {
    this.pages++
    if (result.markdown !== '') this.withOutput++
    else if (this.#empty.length < named) this.#empty.push(name)
    for (const {code, message} of [...more, ...result.problems]) {
      const known = this.#problems.get(code)
      if (known) known.pages++
      else this.#problems.set(code, {pages: 1, message})
    }
  }

  /** A page that a filter does not take. */
  reject(name: string, why: string): void {
    this.pages++
    this.#rejected.set(why, (this.#rejected.get(why) ?? 0) + 1)
    this.#lastRejected = name
  }

  /** A record that is no page. */
  skip(why: string): void {
    this.#skipped.set(why, (this.#skipped.get(why) ?? 0) + 1)
  }

  /** @param error - undefined if it was said already. */
  addError(error?: string): void {
    this.unread++
    this.#firstError ||= error ?? ''
  }

  /** One line a fact worth knowing; nothing if all went well. */
  summary(): string[] {
    const out: string[] = []
    const total = this.pages + this.unread
    if (this.#skipped.size > 0) out.push(`skipped, being no pages: ${[...this.#skipped].map(([why, count]) => `${count} ${why}`).join(', ')}`)
    if (this.#firstError !== '') out.push(`${this.unread} of ${total} rows could not be read (first: ${this.#firstError})`)
    const rejected = [...this.#rejected.values()].reduce((sum, count) => sum + count, 0)
    if (rejected > 0) {
      const reasons = [...this.#rejected].sort((a, b) => b[1] - a[1]).slice(0, 10)
      if (total === 1) out.push(`${this.#lastRejected}: left out: ${reasons[0][0]}`)
      else out.push(`${rejected} of ${total} pages left out: ${reasons.map(([why, count]) => `${count} ${why}`).join(', ')}`)
    }
    const empty = this.pages - this.withOutput - rejected
    if (total > 1 && empty > 0) {
      const names = this.#empty.join(', ') + (empty > this.#empty.length ? ' …' : '')
      const refused = meant.reduce((sum, code) => sum + (this.#problems.get(code)?.pages ?? 0), 0)
      out.push(`${empty} of ${total} pages gave no output (${names})${empty > refused ? '; --fragment writes all of a page' : ''}`)
    }
    for (const [code, {pages, message}] of this.#problems) {
      if (total === 1) out.push(message + (code === 'no-content' && !this.#problems.has('not-text') ? '; --fragment writes all of a page, boildown explain says why' : ''))
      else if (code !== 'no-content' && code !== 'empty-input') out.push(`${code} on ${pages} ${pages === 1 ? 'page' : 'pages'} (first: ${message})`)
    }
    return out
  }
}
