/** How deep HTML nests, told in linear time: to be asked before a parser whose cost grows with the depth. */
import {Tokenizer} from 'htmlparser2'
import {element} from '../page/elements.ts'

/** A start tag ends an open element of the same tag. */
const endedByTheNext = new Set('p li dd dt tr td th option optgroup thead tbody tfoot button'.split(' '))

/** Does the HTML nest more than `limit` elements, as htmlparser2 would build it? Linear in its length. */
export function nestsDeeper(source: string, limit: number): boolean {
  const depth = new Depth(source)
  const tokenizer = new Tokenizer({xmlMode: false, decodeEntities: false}, depth)
  tokenizer.write(source)
  tokenizer.end()
  return depth.deepest > limit
}

class Depth {
  deepest = 0
  readonly #source: string
  readonly #stack: string[] = []
  /** Open elements by tag: an end tag that ends nothing costs nothing. */
  readonly #open = new Map<string, number>()
  #tag = ''

  constructor(source: string) {
    this.#source = source
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#source.slice(start, end).toLowerCase()
  }

  onopentagend(): void {
    const tag = this.#tag
    if (element(tag).does === 'void') return
    if (endedByTheNext.has(tag) && this.#stack[this.#stack.length - 1] === tag) return
    this.#stack.push(tag)
    this.#open.set(tag, (this.#open.get(tag) ?? 0) + 1)
    if (this.#stack.length > this.deepest) this.deepest = this.#stack.length
  }

  /** `<path/>` is closed in foreign content only. */
  onselfclosingtag(): void {
    if (!this.#isOpen('svg') && !this.#isOpen('math')) this.onopentagend()
  }

  onclosetag(start: number, end: number): void {
    const tag = this.#source.slice(start, end).toLowerCase()
    if (!this.#isOpen(tag)) return
    let closed: string | undefined
    do {
      closed = this.#stack.pop()
      if (closed !== undefined) this.#open.set(closed, (this.#open.get(closed) ?? 1) - 1)
    } while (closed !== undefined && closed !== tag)
  }

  #isOpen(tag: string): boolean {
    return (this.#open.get(tag) ?? 0) > 0
  }

  onattribname(): void {}
  onattribdata(): void {}
  onattribentity(): void {}
  onattribend(): void {}
  ontext(): void {}
  ontextentity(): void {}
  oncomment(): void {}
  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
}
