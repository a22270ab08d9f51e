/**
 * Quotes and lists around a block: what its lines are prefixed with.
 *
 * The containers of a block are the regions around it that Markdown can say. From block to block only the
 * difference is closed and opened; nothing is nested in memory, so depth costs no recursion.
 */
import type {Page} from '../page/page.ts'

/** Deeper containers are not written: no reader counts that many signs. */
const maxContainers = 32
const lists = new Set(['ul', 'ol', 'menu', 'dir'])
const items = new Set(['li'])

interface Frame {
  readonly region: number
  readonly isItem: boolean
  /** What the lines after the first are prefixed with. */
  readonly indent: string
  /** Marker of an item or quote sign, written once. */
  readonly first: string
}
interface ListState { readonly marker: string; next: number; readonly isOrdered: boolean }

/** Containers of every region, from outer to inner, as linked numbers: computed once, forward. */
export function containerOf(page: Page): Int32Array {
  const out = new Int32Array(page.regions.length)
  for (let r = 0; r < page.regions.length; r++) {
    const {tag, parent} = page.regions[r]
    out[r] = tag === 'blockquote' || tag === 'li' || lists.has(tag) ? r : parent < 0 ? -1 : out[parent]
  }
  return out
}

export class Containers {
  readonly #page: Page
  readonly #container: Int32Array
  readonly #loose: ReadonlySet<number>
  readonly #bullet: string
  #frames: Frame[] = []
  readonly #lists = new Map<number, ListState>()
  /** The list written last inside each container (-1 = top level), to tell two neighbours apart. */
  readonly #previous = new Map<number, {list: number; marker: string; isOrdered: boolean; block: number}>()
  #blocks = 0

  constructor(page: Page, {container, loose, bullet}: {container: Int32Array; loose: ReadonlySet<number>; bullet: string}) {
    this.#page = page
    this.#container = container
    this.#loose = loose
    this.#bullet = bullet
  }

  /**
   * Move to the containers of a block.
   *
   * @returns what the block's first line and its other lines begin with, and the prefix of the blank line
   * before it; undefined instead of the blank line where an item of a tight list follows.
   */
  enter(region: number): {first: string; rest: string; blank: string | undefined} {
    const chain = this.#chain(region)
    let common = 0
    while (common < chain.length && common < this.#frames.length && this.#frames[common].region === chain[common]) common++
    const kept = this.#frames.slice(0, common)
    const before = this.#frames
    const blank = kept.map(frame => frame.indent).join('')
    let first = blank
    for (const next of chain.slice(common)) {
      const frame = this.#open(next, kept)
      kept.push(frame)
      first += frame.first
    }
    this.#frames = kept
    this.#blocks++
    const rest = kept.map(frame => frame.indent).join('')
    return {first, rest, blank: this.#isTight(before, common, chain) ? undefined : blank.trimEnd()}
  }

  #chain(region: number): number[] {
    const chain: number[] = []
    let at = region < 0 ? -1 : this.#container[region]
    while (at >= 0) {
      chain.push(at)
      const {parent} = this.#page.regions[at]
      at = parent < 0 ? -1 : this.#container[parent]
    }
    chain.reverse()
    return chain.length > maxContainers ? chain.slice(0, maxContainers) : chain
  }

  #open(region: number, around: readonly Frame[]): Frame {
    const {tag} = this.#page.regions[region]
    if (tag === 'blockquote') return {region, isItem: false, indent: '> ', first: '> '}
    if (!items.has(tag)) {
      this.#list(region, around)
      return {region, isItem: false, indent: '', first: ''}
    }
    const list = around.length > 0 && lists.has(this.#page.regions[around[around.length - 1].region].tag) ? around[around.length - 1].region : -1
    const marker = this.#marker(region, list < 0 ? this.#list(region, around) : this.#list(list, around.slice(0, -1)))
    return {region, isItem: true, indent: ' '.repeat(marker.length), first: marker}
  }

  #marker(item: number, state: ListState): string {
    if (!state.isOrdered) return `${state.marker} `
    const value = this.#page.regions[item].attrs['value']
    if (value !== undefined && /^\d{1,9}$/u.test(value)) state.next = Number(value)
    return `${state.next++}${state.marker} `
  }

  #list(region: number, around: readonly Frame[]): ListState {
    const known = this.#lists.get(region)
    if (known !== undefined) return known
    const {tag, attrs} = this.#page.regions[region]
    const isOrdered = tag === 'ol'
    const parent = around.length > 0 ? around[around.length - 1].region : -1
    const previous = this.#previous.get(parent)
    // Two lists that follow each other are one for a parser, unless their markers differ.
    const follows = previous !== undefined && previous.isOrdered === isOrdered && previous.block === this.#blocks
    const [usual, changed] = isOrdered ? ['.', ')'] : [this.#bullet, this.#bullet === '*' ? '-' : '*']
    const marker = follows && previous.marker === usual ? changed : usual
    const start = Number.parseInt(attrs['start'] ?? '1', 10)
    const state = {marker, isOrdered, next: start >= 0 && start < 1e9 ? start : 1}
    this.#lists.set(region, state)
    this.#previous.set(parent, {list: region, marker, isOrdered, block: this.#blocks})
    return state
  }

  /** Blocks inside the list written last keep it the last one. */
  stayed(): void {
    for (const [i, frame] of this.#frames.entries()) {
      if (!this.#lists.has(frame.region)) continue
      const parent = i > 0 ? this.#frames[i - 1].region : -1
      const previous = this.#previous.get(parent)
      if (previous !== undefined && previous.list === frame.region) previous.block = this.#blocks
    }
  }

  #isTight(before: readonly Frame[], common: number, chain: readonly number[]): boolean {
    if (before.length === 0 || common === 0 || common === chain.length) return false
    const inner = this.#page.regions[chain[common - 1]]
    const opened = this.#page.regions[chain[common]]
    const isNextItem = lists.has(inner.tag) && items.has(opened.tag)
    const isNested = items.has(inner.tag) && lists.has(opened.tag)
    if (isNextItem) return before.length > common && !this.#loose.has(chain[common - 1])
    if (!isNested || common < 2) return false
    return !this.#loose.has(chain[common - 2])
  }
}

/**
 * Lists whose items are set apart by blank lines: those that hold paragraphs (`li > p`), or several blocks.
 *
 * @param alive are the blocks written?
 */
export function looseLists(page: Page, container: Int32Array, alive: (block: number) => boolean): ReadonlySet<number> {
  const loose = new Set<number>()
  const direct = new Map<number, number>()
  for (let i = 0; i < page.blocks.length; i++) {
    const {region} = page.blocks[i]
    const item = region < 0 ? -1 : container[region]
    if (item < 0 || !items.has(page.regions[item].tag) || !alive(i)) continue
    const {parent} = page.regions[item]
    const list = parent < 0 ? item : container[parent] < 0 ? item : container[parent]
    const count = (direct.get(item) ?? 0) + 1
    direct.set(item, count)
    if (count > 1 || (page.regions[region].tag === 'p' && page.regions[region].parent === item)) loose.add(list)
  }
  return loose
}
