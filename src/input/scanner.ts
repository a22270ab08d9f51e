/**
 * Cuts HTML into tags and text, by place: no string is made, nothing is decoded, nothing is checked for sense.
 *
 * It cuts where htmlparser2's Tokenizer cuts (a test asks both), in a fraction of the time: where that one asks for
 * its state at every character, this one knows where it is, and the engine's own search jumps from sign to sign.
 * The source is whole, so there is nothing to keep for a next piece.
 */
import {NameTable} from './nameTable.ts'

/** Who is told what stands where: half-open intervals of the source. */
export interface Tokens {
  text(from: number, to: number): void
  /** A start tag begins: its name. Its attributes follow, and `start`, unless the source ends before. */
  name(from: number, to: number): void
  /** `from` = `to` where the attribute has no value or an empty one. */
  attribute(nameFrom: number, nameTo: number, from: number, to: number): void
  /** @param end offset of the `>` */
  start(end: number, isSelfClosing: boolean): void
  /** The name of an end tag, with everything up to white space or the `>`. */
  end(from: number, to: number): void
}

const TAB = 0x09
const LINE_FEED = 0x0a
const FORM_FEED = 0x0c
const RETURN = 0x0d
const SPACE = 0x20
const EXCLAMATION = 0x21
const QUOTE = 0x22
const APOSTROPHE = 0x27
const DASH = 0x2d
const SLASH = 0x2f
const EQUALS = 0x3d
const GREATER = 0x3e
const QUESTION = 0x3f

/** Elements whose content is one text up to their own end tag. */
const rawText = new NameTable(['script', 'style', 'title', 'textarea', 'xmp'].map((name): [string, string] => [name, name]))

function isSpace(unit: number): boolean {
  return unit === SPACE || unit === LINE_FEED || unit === TAB || unit === RETURN || unit === FORM_FEED
}

function isLetter(unit: number): boolean {
  const lower = unit | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

/** Tell of every tag and text of the source, in order. Never throws; linear in its length. */
export function scan(source: string, tokens: Tokens): void {
  new Scanner(source, tokens).run()
}

class Scanner {
  readonly #source: string
  readonly #tokens: Tokens
  readonly #length: number

  constructor(source: string, tokens: Tokens) {
    this.#source = source
    this.#tokens = tokens
    this.#length = source.length
  }

  run(): void {
    const source = this.#source
    const length = this.#length
    /** Where the text begins that has not been told yet. */
    let from = 0
    let at = 0
    while (at < length) {
      const less = source.indexOf('<', at)
      if (less < 0) break
      if (less > from) this.#tokens.text(from, less)
      from = less
      const unit = less + 1 < length ? source.charCodeAt(less + 1) : 0
      if (isLetter(unit)) at = from = this.#startTag(less + 1)
      else if (unit === SLASH) {
        const next = this.#endTag(less + 2)
        if (next < 0) at = ~next
        else at = from = next
      } else if (unit === EXCLAMATION) at = from = this.#declaration(less + 2)
      else if (unit === QUESTION) at = from = this.#behind(less + 2, less + 2)
      // No tag: the text that begins with this sign is told when it ends.
      else at = less + 1
    }
    if (from < length) this.#tokens.text(from, length)
  }

  /** @returns where text goes on; the end of the source if the tag does not end */
  #startTag(from: number): number {
    const source = this.#source
    const length = this.#length
    let at = this.#nameEnd(from + 1)
    if (at === length) return length
    const nameEnd = at
    this.#tokens.name(from, nameEnd)
    let isSlashed = false
    while (at < length) {
      const unit = source.charCodeAt(at)
      if (unit === GREATER) {
        this.#tokens.start(at, isSlashed)
        return isSlashed ? at + 1 : this.#rawText(at + 1, from, nameEnd)
      }
      if (unit === SLASH) isSlashed = true
      else if (!isSpace(unit)) {
        isSlashed = false
        at = this.#attribute(at)
        continue
      }
      at++
    }
    return length
  }

  /** @returns where the tag goes on */
  #attribute(from: number): number {
    const source = this.#source
    const length = this.#length
    // The first sign is part of the name, whatever it is.
    let at = from + 1
    while (at < length) {
      const unit = source.charCodeAt(at)
      if (unit <= GREATER && (unit === EQUALS || unit === GREATER || unit === SLASH || isSpace(unit))) break
      at++
    }
    const nameEnd = at
    at = this.#afterSpace(at)
    if (at === length) return length
    if (source.charCodeAt(at) !== EQUALS) {
      this.#tokens.attribute(from, nameEnd, nameEnd, nameEnd)
      return at
    }
    at = this.#afterSpace(at + 1)
    if (at === length) return length
    const quote = source.charCodeAt(at)
    if (quote === QUOTE || quote === APOSTROPHE) {
      const end = source.indexOf(quote === QUOTE ? '"' : "'", at + 1)
      if (end < 0) return length
      this.#tokens.attribute(from, nameEnd, at + 1, end)
      return end + 1
    }
    const value = at
    while (at < length && source.charCodeAt(at) !== GREATER && !isSpace(source.charCodeAt(at))) at++
    if (at < length) this.#tokens.attribute(from, nameEnd, value, at)
    return at
  }

  /**
   * @param from behind `</`
   * @returns where text goes on; ~at if this is no tag, but the beginning of a text that goes on at `at`
   */
  #endTag(from: number): number {
    const source = this.#source
    const length = this.#length
    const name = this.#afterSpace(from)
    if (name === length) return ~length
    const unit = source.charCodeAt(name)
    if (unit === GREATER) return ~(name + 1)
    if (!isLetter(unit)) return this.#behind(name + 1, name)
    let at = name + 1
    while (at < length && source.charCodeAt(at) !== GREATER && !isSpace(source.charCodeAt(at))) at++
    if (at === length) return length
    this.#tokens.end(name, at)
    const end = source.indexOf('>', at)
    return end < 0 ? length : end + 1
  }

  /** A comment, a doctype; `<![CDATA[` is nothing else in HTML. @param from behind `<!` */
  #declaration(from: number): number {
    const source = this.#source
    const first = source.charCodeAt(from)
    if (first === DASH && source.charCodeAt(from + 1) === DASH) {
      // Its own dashes may be those of its end: `<!-->` is a whole comment.
      const end = source.indexOf('-->', from)
      return end < 0 ? this.#length : end + 3
    }
    // The first sign is part of it, whatever it is, and the second of what begins with a dash.
    return this.#behind(first === DASH ? from + 2 : from + 1, from)
  }

  /** What ends at the next `>`; without one it is text after all. */
  #behind(at: number, from: number): number {
    const end = this.#source.indexOf('>', at)
    if (end >= 0) return end + 1
    if (from < this.#length) this.#tokens.text(from, this.#length)
    return this.#length
  }

  /** The content of an element that is one text, if this is one, and its end tag. @param at behind its start tag */
  #rawText(at: number, from: number, nameEnd: number): number {
    const name = rawText.at(this.#source, from, nameEnd)
    return name === undefined ? at : this.#rawContent(at, name)
  }

  #rawContent(from: number, name: string): number {
    const source = this.#source
    const length = this.#length
    for (let end = source.indexOf('</', from); end >= 0; end = source.indexOf('</', end + 2)) {
      const nameEnd = end + 2 + name.length
      if (nameEnd >= length) break
      const unit = source.charCodeAt(nameEnd)
      if ((unit !== GREATER && !isSpace(unit)) || source.slice(end + 2, nameEnd).toLowerCase() !== name) continue
      if (from < end) this.#tokens.text(from, end)
      this.#tokens.end(end + 2, nameEnd)
      const behind = source.indexOf('>', nameEnd)
      return behind < 0 ? length : behind + 1
    }
    if (from < length) this.#tokens.text(from, length)
    return length
  }

  /** End of the name of a start tag that begins before `at`. */
  #nameEnd(at: number): number {
    const source = this.#source
    const length = this.#length
    let end = at
    while (end < length) {
      const unit = source.charCodeAt(end)
      if (unit <= GREATER && (unit === GREATER || unit === SLASH || isSpace(unit))) break
      end++
    }
    return end
  }

  #afterSpace(from: number): number {
    let at = from
    while (at < this.#length && isSpace(this.#source.charCodeAt(at))) at++
    return at
  }
}
