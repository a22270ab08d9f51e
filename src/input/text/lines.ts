/** The lines of a text that hold something, as numbers: a text of ten million empty lines costs nothing. */

/** Index = number of the line among those that are not empty. */
export interface Lines {
  readonly count: number
  /** Source offsets of the line without the white space around it. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** Source offset of the line's first character, white space included. */
  readonly start: Int32Array
  /** Columns of white space before it; a tab goes to the next multiple of four. */
  readonly indent: Int32Array
  /** Empty lines before it, at most 255. */
  readonly gap: Uint8Array
}

const tabColumns = 4
const maxGap = 255

/** @param begin offset of the first line */
export function scanLines(source: string, begin = 0): Lines {
  const lines = new Growing()
  const end = source.length
  let at = begin
  let gap = 0
  while (at < end) {
    const start = at
    let indent = 0
    let code = source.charCodeAt(at)
    while (isSpace(code)) {
      indent += code === 9 ? tabColumns - (indent % tabColumns) : code === 0x3000 ? 2 : isInvisible(code) ? 0 : 1
      code = ++at < end ? source.charCodeAt(at) : 10
    }
    const from = at
    while (!endsLine(code)) code = ++at < end ? source.charCodeAt(at) : 10
    let to = at
    while (to > from && isSpace(source.charCodeAt(to - 1))) to--
    // A form feed starts a page: what stands on both sides is not one paragraph.
    if (code === 13 && source.charCodeAt(at + 1) === 10) at++
    at++
    if (to > from) {
      lines.push(start, from, to, indent, gap)
      gap = 0
    } else if (gap < maxGap) gap++
    if (code === 12 && gap === 0) gap = 1
  }
  return lines.finish()
}

function endsLine(code: number): boolean {
  return code === 10 || code === 13 || code === 12 || code === 11
}

function isInvisible(code: number): boolean {
  return code < 32 && code !== 9 || code === 0xfeff || (code >= 0x200b && code <= 0x200f) || code === 0x2060
}

/** White space and what cannot be seen, within a line. */
function isSpace(code: number): boolean {
  if (code === 32 || code === 9) return true
  if (code > 32 && code < 0x7f) return false
  return code < 32 && !endsLine(code) || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200f) || code === 0x2028 || code === 0x2029 ||
    code === 0x202f || code === 0x205f || code === 0x2060 || code === 0xfeff || (code >= 0x7f && code <= 0x9f)
}

class Growing {
  #count = 0
  #start = new Int32Array(1024)
  #from = new Int32Array(1024)
  #to = new Int32Array(1024)
  #indent = new Int32Array(1024)
  #gap = new Uint8Array(1024)

  push(start: number, from: number, to: number, indent: number, gap: number): void {
    if (this.#count === this.#from.length) this.#grow()
    const at = this.#count++
    this.#start[at] = start
    this.#from[at] = from
    this.#to[at] = to
    this.#indent[at] = indent
    this.#gap[at] = gap
  }

  finish(): Lines {
    return {count: this.#count, start: this.#start, from: this.#from, to: this.#to, indent: this.#indent, gap: this.#gap}
  }

  #grow(): void {
    const size = this.#count * 2
    const longer = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const array = new Int32Array(size)
      array.set(old)
      return array
    }
    this.#start = longer(this.#start)
    this.#from = longer(this.#from)
    this.#to = longer(this.#to)
    this.#indent = longer(this.#indent)
    const gap = new Uint8Array(size)
    gap.set(this.#gap)
    this.#gap = gap
  }
}
