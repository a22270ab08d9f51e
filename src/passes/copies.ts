/**
 * Running text that stands on the page a second time: the copy for another screen width, a quote repeated in a box.
 *
 * Short texts repeat for good reasons, and so do code and the cells of a table.
 */
import type {Page} from '../page/page.ts'
import {enclosing, inCode, inTable} from './enclosure.ts'

/** Fewer words are no running text; chosen: from 4 to 20 the measure is flat. */
const leastWords = 12
/** A character of a script without spaces is that part of a word. */
const wordsPerWide = 0.6

export class Copies {
  readonly #page: Page
  readonly #texts = new Set<string>()

  constructor(page: Page) {
    this.#page = page
  }

  /** Has a block with this text been asked about before? */
  seen(block: number): boolean {
    const {columns, blocks} = this.#page
    const {kind, text} = blocks[block]
    if (columns.words[block] + wordsPerWide * columns.wide[block] < leastWords || (kind !== 'paragraph' && kind !== 'caption' && kind !== 'dek')) return false
    if ((enclosing(this.#page, block) & (inTable | inCode)) !== 0) return false
    if (this.#texts.has(text)) return true
    this.#texts.add(text)
    return false
  }
}
