/** White space of a run, collapsed as a browser does it, with the offsets of what has no text. */
import type {Mark} from './page.ts'
import {controls} from './tidy.ts'

/** Code as it stands, without controls and white space at its end. */
export function verbatim(raw: string): string {
  return raw.replace(/\r\n?/gu, '\n').replaceAll('\0', '').replace(/[\v\f]/gu, ' ').replace(controls, ' ').trimEnd()
}

/** Stands for a line break until the run ends; a page's own vertical tab means no more. */
export const breakSign = '\v'

/** Where white space stands beside an image at this place of the raw text. */
export function spacesAt(raw: string, at: number): Mark['spaces'] | undefined {
  const before = isBlankUnit(raw.charCodeAt(at - 1))
  const after = isBlankUnit(raw.charCodeAt(at))
  return before ? (after ? 'around' : 'before') : after ? 'after' : undefined
}

function isBlankUnit(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 9 || unit === 13 || unit === 12 || unit === 11
}

/** Text put together from tidy pieces: one space at the seams, none around line breaks and at the ends. */
export class Collapsed {
  length = 0
  readonly #parts: string[] = []
  /** Last character is white space (or nothing is there yet): a space would be one too many. */
  #spaced = true
  readonly #exact: boolean
  /** Length up to which nothing is trimmed. */
  #kept = 0
  #hasImage = false
  #imageAt = -1

  constructor(exact: boolean) {
    this.#exact = exact
  }

  add(piece: string, isCode = false): void {
    if (piece === '') return
    if (isCode && this.#exact) {
      // A code span has no line breaks.
      this.#parts.push(piece.replaceAll(breakSign, ' '))
      this.length += piece.length
      this.#kept = this.length
      this.#spaced = false
      return
    }
    if (!piece.includes(breakSign)) {
      this.#piece(piece)
      return
    }
    const lines = piece.split(breakSign)
    for (let i = 0; i < lines.length; i++) {
      if (i > 0) this.#line()
      this.#piece(lines[i])
    }
  }

  /** An image stands here: a line break after it is one, though no text has come. */
  image(): void {
    this.#hasImage = true
    this.#imageAt = this.length
  }

  finish(): string {
    const text = this.#parts.join('')
    if (!this.#exact) return text.trimEnd()
    const end = text.endsWith(' ') || text.endsWith('\n') ? text.length - 1 : text.length
    // A break before an image is one, also at the end.
    if (this.#imageAt > 0 && !/\S/u.test(text)) return text.includes('\n') ? text.slice(0, this.#imageAt) : ''
    if (this.#imageAt > end) return text
    return end < this.#kept ? text : this.#kept === 0 && text.trim() === '' ? '' : text.slice(0, end)
  }

  #piece(piece: string): void {
    const part = this.#spaced && piece.charCodeAt(0) === 32 ? piece.slice(1) : piece
    if (part === '') return
    this.#parts.push(part)
    this.length += part.length
    this.#spaced = part.charCodeAt(part.length - 1) === 32
  }

  #line(): void {
    if (this.length === 0) {
      if (!this.#hasImage || !this.#exact) return
      this.#parts.push('\n')
      this.length++
      return
    }
    const last = this.#parts[this.#parts.length - 1]
    if (last === '\n' && !(this.#exact && this.#imageAt === this.length)) return
    // The break takes the place of a space before it, so that no offset moves.
    if (this.#spaced && !(this.#exact && this.#imageAt === this.length)) this.#parts[this.#parts.length - 1] = last.slice(0, -1)
    else this.length++
    this.#parts.push('\n')
    this.#spaced = true
  }
}

/** White space only, told by the first character that is none of ASCII's in most cases. */
export function isBlank(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i)
    if (unit === 32 || (unit >= 9 && unit <= 13)) continue
    return unit >= 128 && value.trim() === ''
  }
  return true
}
