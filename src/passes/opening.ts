/** Hidden regions that come to light: pieces that a script moves into place, and what opens at a click. */
import {noAttrs} from '../page/builder.ts'
import type {Page} from '../page/page.ts'
import {collapsed} from '../rules/collapsed.ts'
import {NameWords} from './nameWords.ts'

/** Regions around a hidden block whose names are read: farther out they speak of other things. Chosen. */
const maxUp = 6

const telling = new NameWords(collapsed)

export class Opening {
  readonly #page: Page
  /** By id of the class attribute: does it name something collapsed? */
  readonly #byClass: (boolean | undefined)[] = []
  /** By region: 1 it comes to light, 2 it does not, 0 not asked yet. Siblings share their answer. */
  readonly #collapsed: Uint8Array
  readonly #streamed: Uint8Array

  constructor(page: Page) {
    this.#page = page
    this.#collapsed = new Uint8Array(page.regions.length)
    this.#streamed = new Uint8Array(page.regions.length)
  }

  /** Does a block of this region come to light? */
  has(region: number): boolean {
    return region >= 0 && (this.#opens(region) || this.#moves(region))
  }

  /** Is one of the regions close around one that opens at a click? */
  #opens(region: number): boolean {
    for (let r = region, up = 0; r >= 0 && up < maxUp; r = this.#page.regions[r].parent, up++) {
      if (this.#collapsed[r] === 0) this.#collapsed[r] = this.#isCollapsed(r) ? 1 : 2
      if (this.#collapsed[r] === 1) return true
    }
    return false
  }

  /** Is one of the regions around a piece that React streamed in: `<div hidden id="S:0">`? */
  #moves(region: number): boolean {
    const {regions} = this.#page
    let r = region
    let found = 2
    for (; r >= 0; r = regions[r].parent) {
      if (this.#streamed[r] === 0 && regions[r].attrs !== noAttrs && regions[r].attrs['id']?.startsWith('S:') === true) this.#streamed[r] = 1
      if (this.#streamed[r] !== 0) {
        found = this.#streamed[r]
        break
      }
    }
    for (let below = region; below >= 0 && below !== r; below = regions[below].parent) this.#streamed[below] = found
    return found === 1
  }

  #isCollapsed(r: number): boolean {
    const {attrs, classes} = this.#page.regions[r]
    if (attrs !== noAttrs && (attrs['role'] === 'tabpanel' || attrs['hidden'] === 'until-found')) return true
    const id = this.#page.columns.regionClass[r]
    if (id === 0) return false
    const known = this.#byClass[id]
    if (known !== undefined) return known
    // Carousels clone their first and last slide to run in a circle.
    const made = classes.some(name => telling.read(name)?.some(word => collapsed.has(word)) === true) && !classes.some(name => name.includes('cloned'))
    this.#byClass[id] = made
    return made
  }
}
