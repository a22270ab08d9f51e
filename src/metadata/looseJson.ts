/**
 * JSON as pages write it: with comments, trailing commas, raw line ends in strings, several values in a row,
 * or cut off in the middle. Read as far as it goes. Linear in its length; no recursion deeper than the limit.
 */

export type Json = string | number | boolean | null | readonly Json[] | {readonly [name: string]: Json}

/** Deeper values are read over. Chosen: real data stays under 20. */
const maxDepth = 64

/** Strict JSON if it is, else whatever can be read. Never throws. */
export function looseJson(text: string): readonly Json[] {
  try {
    return [JSON.parse(text) as Json]
  } catch {
    return new Reader(text).values()
  }
}

class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  values(): readonly Json[] {
    const out: Json[] = []
    while (this.#at < this.#text.length) {
      this.#space()
      const sign = this.#text[this.#at]
      if (sign === '{' || sign === '[') out.push(this.#value(0) ?? null)
      else this.#at++
    }
    return out
  }

  /** White space, commas and comments. */
  #space(): void {
    const text = this.#text
    for (;;) {
      const code = text.charCodeAt(this.#at)
      if (code <= 0x20 || code === 0x2c || code === 0xa0 || code === 0xfeff) this.#at++
      else if (code === 0x2f && text[this.#at + 1] === '*') this.#at = this.#after('*/')
      else if (code === 0x2f && text[this.#at + 1] === '/') this.#at = this.#after('\n')
      else return
    }
  }

  #after(sign: string): number {
    const end = this.#text.indexOf(sign, this.#at + 2)
    return end < 0 ? this.#text.length : end + sign.length
  }

  #value(depth: number): Json | undefined {
    this.#space()
    const sign = this.#text[this.#at]
    if (sign === '{') return this.#object(depth)
    if (sign === '[') return this.#array(depth)
    if (sign === '"' || sign === "'") return this.#string(sign)
    const match = this.#word()
    if (match === undefined) return undefined
    if (match === 'true' || match === 'false') return match === 'true'
    const number = Number(match)
    return Number.isNaN(number) ? null : number
  }

  #object(depth: number): Json {
    const out: Record<string, Json> = {}
    this.#at++
    while (this.#at < this.#text.length) {
      this.#space()
      if (this.#text[this.#at] === '}') {
        this.#at++
        break
      }
      const before = this.#at
      const key = this.#key()
      this.#space()
      if (this.#text[this.#at] === ':') {
        this.#at++
        const value = depth < maxDepth ? this.#value(depth + 1) : undefined
        if (key !== undefined && value !== undefined && key !== '__proto__') out[key] = value
      }
      // What is no value is stepped over.
      if (this.#at === before) this.#at++
    }
    return out
  }

  /** A name, quoted or bare. */
  #key(): string | undefined {
    const sign = this.#text[this.#at]
    if (sign === '"' || sign === "'") return this.#string(sign)
    return this.#word()
  }

  #word(): string | undefined {
    const word = /[^\s,:{}[\]"']{1,100}/uy
    word.lastIndex = this.#at
    const match = word.exec(this.#text)?.[0]
    this.#at += match?.length ?? 0
    return match
  }

  #array(depth: number): Json {
    const out: Json[] = []
    this.#at++
    while (this.#at < this.#text.length) {
      this.#space()
      if (this.#text[this.#at] === ']') {
        this.#at++
        break
      }
      const before = this.#at
      const value = depth < maxDepth ? this.#value(depth + 1) : undefined
      if (value !== undefined) out.push(value)
      if (this.#at === before) this.#at++
    }
    return out
  }

  #string(quote: string): string {
    const text = this.#text
    const parts: string[] = []
    let from = ++this.#at
    for (; this.#at < text.length; this.#at++) {
      const sign = text[this.#at]
      if (sign === quote && this.#isEnd()) break
      if (sign !== '\\') continue
      parts.push(text.slice(from, this.#at), this.#escape())
      from = this.#at + 1
    }
    parts.push(text.slice(from, this.#at))
    this.#at++
    return parts.join('')
  }

  /** A quote ends a string only before what may follow one: pages forget to escape quotes inside. */
  #isEnd(): boolean {
    const next = /\s{0,40}(.)?/suy
    next.lastIndex = this.#at + 1
    const sign = next.exec(this.#text)?.[1]
    return sign === undefined || ',:}]'.includes(sign)
  }

  #escape(): string {
    const sign = this.#text[++this.#at] ?? ''
    if (sign === 'u') {
      const code = this.#text.slice(this.#at + 1, this.#at + 5)
      if (/^[0-9a-f]{4}$/iu.test(code)) {
        this.#at += 4
        return String.fromCharCode(Number.parseInt(code, 16))
      }
    }
    return {n: '\n', r: '\r', t: '\t', b: '', f: ''}[sign] ?? sign
  }
}
