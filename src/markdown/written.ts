/** A line of Markdown as it grows: pieces, and not one string, for looking at its end would copy it each time. */
import type {Mark} from '../page/page.ts'

export class Written {
  readonly #pieces: string[] = []
  /** White space after an image waits for what comes: emphasis must not end with it. */
  #spaceWaits = false
  /** The last piece opened a mark: white space after it would keep it from being one. */
  #isOpening = false
  #isCodeEnd = false

  text(piece: string): void {
    this.#space(piece)
    this.#push(piece)
  }

  image(piece: string, spaces: Mark['spaces']): void {
    if (piece === '') return
    if ((spaces === 'before' || spaces === 'around') && !this.#isOpening) this.#spaceWaits = this.#pieces.length > 0
    this.#space(piece)
    this.#safe(piece)
    this.#push(piece)
    this.#spaceWaits = spaces === 'after' || spaces === 'around'
  }

  sign(piece: string, opens: boolean): void {
    if (piece === '') return
    if (opens) this.#space(piece)
    this.#safe(piece)
    // Two code spans that touch would be one of another kind.
    if (opens && piece.startsWith('`') && this.#isCodeEnd) this.#push(' ')
    this.#push(piece)
    this.#isOpening = opens
    this.#isCodeEnd = !opens && piece.endsWith('`')
  }

  /** @returns where what is written from now on begins */
  begin(): number {
    this.#space('')
    return this.#pieces.length
  }

  /** Replace what was written since then. */
  change(from: number, how: (written: string) => string): void {
    const changed = how(this.#pieces.slice(from).join(''))
    this.#pieces.length = from
    this.#push(changed)
  }

  toString(): string {
    return this.#pieces.join('')
  }

  #push(piece: string): void {
    this.#pieces.push(piece)
    this.#isOpening = false
    this.#isCodeEnd = false
  }

  #last(): string {
    return this.#pieces.length === 0 ? '' : this.#pieces[this.#pieces.length - 1]
  }

  #space(next: string): void {
    if (this.#spaceWaits && !/^\s/u.test(next) && !/\s$/u.test(this.#last())) this.#pieces.push(' ')
    this.#spaceWaits = false
  }

  /** An exclamation mark before a link would make it an image. */
  #safe(next: string): void {
    const last = this.#last()
    if (next.startsWith('[') && last.endsWith('!')) this.#pieces[this.#pieces.length - 1] = `${last.slice(0, -1)}\\!`
  }
}
