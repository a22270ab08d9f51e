/**
 * Quotes and lists around a block: what its lines are prefixed with.
 *
 * The containers of a block are the regions around it that Markdown can say. From block to block only the
 * difference is closed and opened; nothing is nested in memory, so depth costs no recursion.
 */
import type {Page} from '../page/page.ts'
import type {Alert} from './alerts.ts'
import {firstNumber, itemNumber} from './numbering.ts'
import {structureOf} from './structure.ts'

/** Deeper containers are not written: no reader counts that many signs. */
const maxContainers = 32
const lists = new Set(['ul', 'ol', 'menu', 'dir'])

interface Frame {
  readonly region: number
  /** What the lines after the first are prefixed with. */
  readonly indent: string
  /** Marker of an item or quote sign, written once. */
  readonly first: string
}
interface ListState {
  readonly marker: string
  next: number
  readonly step: number
  readonly isOrdered: boolean
  /** Width of the item opened last, 0 before the first: a list that stands between items belongs to it. */
  width: number
}
/** What the lines of a block begin with. */
export interface Prefix {
  readonly first: string
  readonly rest: string
  /** Prefix of the blank line before it; undefined where an item of a tight list follows. */
  readonly blank: string | undefined
}
export interface Entered extends Prefix {
  /** An alert begins here: its own line, with what stands before that. */
  readonly alert?: Prefix & {readonly kind: Alert; readonly region: number}
}
export interface ContainerOptions {
  readonly container: Int32Array
  readonly loose: ReadonlySet<number>
  readonly bullet: string
  readonly alerts: ReadonlyMap<number, Alert>
  /** Labels of the footnotes that regions define. */
  readonly notes: ReadonlyMap<number, string>
}

const nowhere: Entered = {first: '', rest: '', blank: ''}

/** Containers of every region, from outer to inner, as linked numbers: computed once, forward. */
export function containerOf(page: Page, {alerts, notes, noteLists}: Pick<ContainerOptions, 'alerts' | 'notes'> & {noteLists: ReadonlySet<number>}): Int32Array {
  const {regions} = page
  const {containers} = structureOf(page)
  const out = new Int32Array(containers.length)
  const isSpecial = alerts.size > 0 || notes.size > 0
  for (let r = 0; r < out.length; r++) {
    const isOne = containers[r] === 1 || (containers[r] === 2 && !noteLists.has(r)) || (isSpecial && (alerts.has(r) || notes.has(r)))
    const {parent} = regions[r]
    out[r] = isOne ? r : parent < 0 ? -1 : out[parent]
  }
  return out
}

export class Containers {
  readonly #page: Page
  readonly #options: ContainerOptions
  #frames: Frame[] = []
  /** Frames that were open before this line. */
  #common = 0
  readonly #lists = new Map<number, ListState>()
  /** The list written last inside each container (-1 = top level), to tell two neighbours apart. */
  readonly #previous = new Map<number, {list: number; marker: string; isOrdered: boolean; block: number}>()
  #blocks = 0

  constructor(page: Page, options: ContainerOptions) {
    this.#page = page
    this.#options = options
  }

  /**
   * Move to the containers of a block.
   *
   * @param block what is written there, -1 for nothing
   */
  enter(region: number, block: number): Entered {
    if (region < 0 || this.#options.container[region] < 0) return this.#leave()
    const chain = this.#chain(region)
    let common = 0
    while (common < chain.length && common < this.#frames.length && this.#frames[common].region === chain[common]) common++
    const kept = this.#frames.slice(0, common)
    const before = this.#frames
    let rest = kept.map(frame => frame.indent).join('')
    let first = rest
    const blank = this.#isTight(before, common, chain) ? undefined : rest.trimEnd()
    let alert: Entered['alert']
    this.#common = common
    for (const next of chain.slice(common)) {
      const frame = this.#open(next, kept, block)
      kept.push(frame)
      first += frame.first
      rest += frame.indent
      const kind = this.#options.alerts.get(next)
      if (kind === undefined) continue
      alert = {kind, region: next, first, rest, blank}
      first = rest
    }
    // Text in a list but in no item of it ends the item before: a list that follows has an item of its own.
    const stray = chain.length > 0 ? this.#lists.get(chain[chain.length - 1]) : undefined
    if (stray !== undefined) stray.width = 0
    this.#frames = kept
    this.#blocks++
    return {first, rest, blank: alert === undefined ? blank : alert.rest.trimEnd(), ...(alert === undefined ? {} : {alert})}
  }

  /** Out of all containers, as most blocks of a page stand. */
  #leave(): Entered {
    if (this.#frames.length > 0) this.#frames = []
    this.#common = 0
    this.#blocks++
    return nowhere
  }

  /** Are we inside this container? */
  isIn(region: number): boolean {
    return this.#frames.some(frame => frame.region === region)
  }

  /** Blocks inside the list written last keep it the last one. */
  stayed(): void {
    if (this.#frames.length === 0) return
    for (const [i, frame] of this.#frames.entries()) {
      if (!this.#lists.has(frame.region)) continue
      const previous = this.#previous.get(i > 0 ? this.#frames[i - 1].region : -1)
      if (previous !== undefined && previous.list === frame.region) previous.block = this.#blocks
    }
  }

  #chain(region: number): number[] {
    const {container} = this.#options
    const chain: number[] = []
    let at = region < 0 ? -1 : container[region]
    while (at >= 0) {
      chain.push(at)
      const {parent} = this.#page.regions[at]
      at = parent < 0 ? -1 : container[parent]
    }
    chain.reverse()
    return chain.length > maxContainers ? chain.slice(0, maxContainers) : chain
  }

  #open(region: number, around: readonly Frame[], block: number): Frame {
    const {tag} = this.#page.regions[region]
    const outer = around.length > 0 ? around[around.length - 1].region : -1
    const note = this.#options.notes.get(region)
    if (note !== undefined) return {region, indent: '    ', first: `[^${note}]: `}
    const isInList = outer >= 0 && lists.has(this.#page.regions[outer].tag)
    if (lists.has(tag)) {
      // A list right inside a list belongs to the item before it; without one it gets an item.
      const first = isInList ? this.#stray(outer, around) : ''
      this.#list(region, around)
      return {region, indent: ' '.repeat(first.length), first}
    }
    if (tag !== 'li') return {region, indent: '> ', first: '> '}
    // Items without a list make one with their neighbours.
    const state = isInList ? this.#list(outer, around.slice(0, -1)) : this.#list(-2 - this.#page.regions[region].parent, around)
    const marker = this.#marker(region, state)
    state.width = marker.length
    const {task} = this.#page.regions[region].attrs
    // Only a paragraph can begin with a box.
    const isTask = task !== undefined && block >= 0 && this.#page.blocks[block].kind === 'paragraph' && this.#isOwn(block, region)
    return {region, indent: ' '.repeat(marker.length), first: isTask ? `${marker}[${task}] ` : marker}
  }

  /** Does the block stand in this item, and in no further list, quote or table inside of it? */
  #isOwn(block: number, item: number): boolean {
    const {regions, blocks} = this.#page
    for (let at = blocks[block].region; at >= 0 && at !== item; at = regions[at].parent) if (lists.has(regions[at].tag) || /^(?:li|blockquote|table)$/u.test(regions[at].tag)) return false
    return true
  }

  #stray(outer: number, around: readonly Frame[]): string {
    const state = this.#list(outer, around.slice(0, -1))
    if (state.width > 0) return ' '.repeat(state.width)
    const marker = state.isOrdered ? `${state.next}${state.marker} ` : `${state.marker} `
    state.next = Math.max(0, state.next + state.step)
    state.width = marker.length
    return marker
  }

  #marker(item: number, state: ListState): string {
    if (!state.isOrdered) return `${state.marker} `
    const number = itemNumber(this.#page.regions[item], state.next)
    state.next = Math.max(0, number + state.step)
    return `${number}${state.marker} `
  }

  #list(region: number, around: readonly Frame[]): ListState {
    const known = this.#lists.get(region)
    if (known !== undefined) return known
    const isOrdered = region >= 0 && this.#page.regions[region].tag === 'ol'
    const parent = around.length > 0 ? around[around.length - 1].region : -1
    const previous = this.#previous.get(parent)
    // Two lists that follow each other are one for a parser, unless their markers differ.
    const follows = previous !== undefined && previous.isOrdered === isOrdered && previous.block === this.#blocks
    const {bullet} = this.#options
    const [usual, changed] = isOrdered ? ['.', ')'] : [bullet, bullet === '*' ? '-' : '*']
    const isRow = !isOrdered && around.length > 1 && around.slice(this.#common).filter(frame => frame.first === `${usual} `).length > 1
    // Three of the same sign in one line would be a rule.
    const marker = (follows && previous.marker === usual) || isRow ? changed : usual
    const state = {marker, isOrdered, width: 0, ...(region < 0 ? {next: 1, step: 1} : firstNumber(this.#page, region))}
    this.#lists.set(region, state)
    this.#previous.set(parent, {list: region, marker, isOrdered, block: this.#blocks})
    return state
  }

  /** Can these lists begin right under a line of text? Not with an empty item, nor with another number than 1. */
  #interrupts(opened: readonly number[]): boolean {
    return opened.every((region, i) => {
      const {tag, from, to} = this.#page.regions[region]
      if (tag !== 'li') return true
      const list = i > 0 ? this.#page.regions[opened[i - 1]] : undefined
      return from < to && (list?.tag !== 'ol' || itemNumber(this.#page.regions[region], firstNumber(this.#page, opened[i - 1]).next) === 1)
    })
  }

  #isTight(before: readonly Frame[], common: number, chain: readonly number[]): boolean {
    if (before.length === 0 || common === 0 || common === chain.length) return false
    const {loose} = this.#options
    const inner = this.#page.regions[chain[common - 1]].tag
    const opened = this.#page.regions[chain[common]].tag
    if (lists.has(inner)) {
      if (opened === 'li') return before.length > common && !loose.has(chain[common - 1])
      // Text of a list that stands in no item of it is a paragraph: a number above 1 would go on with it.
      return lists.has(opened) && before.length > common && !loose.has(chain[common - 1]) && this.#beginsItem(chain)
    }
    if (inner !== 'li' || !lists.has(opened) || common < 2 || loose.has(chain[common - 2])) return false
    return this.#beginsItem(chain) && this.#interrupts(chain.slice(common))
  }

  /** Text in a list but in no item of it would go on with the line before. */
  #beginsItem(chain: readonly number[]): boolean {
    return this.#page.regions[chain[chain.length - 1]].tag === 'li'
  }
}

/**
 * Lists whose items are set apart by blank lines: those that hold paragraphs (`li > p`), or several blocks.
 *
 * @param alive are the blocks written?
 */
export function looseLists(page: Page, container: Int32Array, alive: (block: number) => boolean): ReadonlySet<number> {
  const loose = new Set<number>()
  /** Per item: has a block of it been seen? */
  const isBegun = new Uint8Array(page.regions.length)
  for (let i = 0; i < page.blocks.length; i++) {
    const {region} = page.blocks[i]
    const item = region < 0 ? -1 : container[region]
    if (item < 0 || page.regions[item].tag !== 'li' || !alive(i)) continue
    const {parent} = page.regions[item]
    const list = parent < 0 ? item : container[parent] < 0 ? item : container[parent]
    const isFurther = isBegun[item] === 1
    isBegun[item] = 1
    if (isFurther || (page.regions[region].tag === 'p' && page.regions[region].parent === item)) loose.add(list)
  }
  return loose
}
