/** Counts of a run, and what they say at its end. */
import type {Problem} from '../problem.ts'
import type {Result} from '../result.ts'

/** Names listed of pages without output, chosen. */
const named = 5

export class Tally {
  pages = 0
  withOutput = 0
  unread = 0
  readonly #problems = new Map<string, {pages: number; message: string}>()
  readonly #empty: string[] = []
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

  /** @param error - undefined if it was said already. */
  addError(error?: string): void {
    this.unread++
    this.#firstError ||= error ?? ''
  }

  /** One line a fact worth knowing; nothing if all went well. */
  summary(): string[] {
    const out: string[] = []
    const total = this.pages + this.unread
    if (this.#firstError !== '') out.push(`${this.unread} of ${total} rows could not be read (first: ${this.#firstError})`)
    const empty = this.pages - this.withOutput
    if (total > 1 && empty > 0) {
      const names = this.#empty.join(', ') + (empty > this.#empty.length ? ' …' : '')
      out.push(`${empty} of ${total} pages gave no output (${names}); --fragment writes all of a page`)
    }
    for (const [code, {pages, message}] of this.#problems) {
      if (total === 1) out.push(message + (code === 'no-content' ? '; --fragment writes all of a page, boildown explain says why' : ''))
      else if (code !== 'no-content' && code !== 'empty-input') out.push(`${code} on ${pages} ${pages === 1 ? 'page' : 'pages'} (first: ${message})`)
    }
    return out
  }
}
