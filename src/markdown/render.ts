/**
 * The writer: the blocks that the ledger left alive, as Markdown.
 *
 * One pass over the blocks in reading order, one array of pieces joined once; no recursion and no tree, so any
 * depth and any length cost linear time.
 */
import type {Ledger} from '../page/ledger.ts'
import type {Page} from '../page/page.ts'
import type {MapSpan} from '../result.ts'
import {addresses, baseOf, type Addresses} from './address.ts'
import {fenced, languageOf} from './code.ts'
import {containerOf, Containers, looseLists} from './containers.ts'
import {imageText, inline, withSafeStarts, type Cuts, type InlineOptions, type InlinePlace} from './inline.ts'
import {dataTables, tableLines, type Cell, type Table} from './table.ts'

export interface RenderOptions {
  readonly links: 'keep' | 'text' | 'drop'
  readonly images: 'keep' | 'alt' | 'drop'
  readonly bullet: '-' | '*' | '+'
  readonly emphasis: '*' | '_'
  readonly strong: '**' | '__'
  readonly fence: '```' | '~~~'
  /** Write all there is, also what a reader of a page would not miss: titles of links and images, rules at the ends. */
  readonly exact: boolean
  /** A title to write on top, as it is; undefined if the body has it or none is wanted. */
  readonly heading: string | undefined
  /** Blocks that are not written although they live: the title, where it is a field of its own. */
  readonly except: ReadonlySet<number>
}

export interface Rendered {
  /** LF line ends, one blank line between blocks, one final newline; '' if there is nothing. */
  readonly markdown: string
  readonly map: readonly MapSpan[]
  /** Addresses that were not written, or stayed relative. */
  readonly addresses: Addresses['counts']
}

export function render(page: Page, ledger: Ledger, options: RenderOptions): Rendered {
  const writer = new Writer(page, ledger, options)
  writer.write()
  return writer.finish()
}

const wholeText: InlinePlace = {inTable: false, inEmphasis: false, oneLine: false}

class Writer {
  readonly #page: Page
  readonly #ledger: Ledger
  readonly #options: RenderOptions
  readonly #inline: InlineOptions
  readonly #containers: Containers
  readonly #tables: ReadonlyMap<number, Table>
  /** Per region: the data table around it, -1 if none. */
  readonly #tableOf: Int32Array
  readonly #pieces: string[] = []
  readonly #map: MapSpan[] = []
  #length = 0
  /** A rule waits for the block after it: none stands at an end, or twice. */
  #rule = -1

  constructor(page: Page, ledger: Ledger, options: RenderOptions) {
    this.#page = page
    this.#ledger = ledger
    this.#options = options
    const {links, images, emphasis, strong, exact} = options
    this.#inline = {addresses: addresses(baseOf(page.url, page.head.base)), links, images, emphasis, strong, exact}
    const container = containerOf(page)
    const loose = looseLists(page, container, i => this.#isWritten(i))
    this.#containers = new Containers(page, {container, loose, bullet: options.bullet})
    this.#tables = dataTables(page)
    this.#tableOf = new Int32Array(page.regions.length)
    for (let r = 0; r < page.regions.length; r++) {
      const {parent} = page.regions[r]
      this.#tableOf[r] = this.#tables.has(r) ? r : parent < 0 ? -1 : this.#tableOf[parent]
    }
  }

  write(): void {
    const {heading} = this.#options
    if (heading !== undefined) this.#put(`# ${inline(textBlock(heading), noCuts, {options: this.#inline, place: {...wholeText, oneLine: true}})}`, {first: '', rest: '', blank: ''}, -1)
    const order = readingOrder(this.#page, this.#ledger)
    const written = new Set<number>()
    for (let i = 0; i < this.#page.blocks.length; i++) {
      const block = order === undefined ? i : order[i]
      const {region} = this.#page.blocks[block]
      const table = region < 0 ? -1 : this.#tableOf[region]
      if (table < 0) {
        if (this.#isWritten(block)) this.#block(block)
      } else if (!written.has(table)) {
        // A table is written whole where its first block stands.
        written.add(table)
        this.#table(table)
      }
    }
  }

  finish(): Rendered {
    if (this.#pieces.length > 0) this.#pieces.push('\n')
    return {markdown: this.#pieces.join(''), map: this.#map, addresses: this.#inline.addresses.counts}
  }

  #isWritten(block: number): boolean {
    return this.#ledger.alive(block) && !this.#options.except.has(block)
  }

  #block(i: number): void {
    const block = this.#page.blocks[i]
    if (this.#ledger.kind(i) === 'rule') {
      if (this.#options.exact) this.#put('---', this.#containers.enter(block.region), i)
      else this.#rule = i
      return
    }
    const text = this.#text(i)
    if (text === '') return
    this.#flushRule()
    this.#put(text, this.#containers.enter(block.region), i)
    this.#containers.stayed()
  }

  /** A block without what stands around it. */
  #text(i: number): string {
    const block = this.#page.blocks[i]
    switch (this.#ledger.kind(i)) {
      case 'heading': {
        const text = this.#line(i, {...wholeText, oneLine: true})
        return text === '' ? '' : `${'#'.repeat(Math.min(6, Math.max(1, this.#ledger.level(i))))} ${text.replace(/#+$/u, '\\$&')}`
      }
      case 'caption': case 'dek': return this.#emphasised(i)
      case 'code': {
        const code = this.#ledger.text(i)
        return code.trim() === '' ? '' : fenced(code, languageOf(this.#page, block.region), this.#options.fence)
      }
      case 'image': return this.#options.images === 'drop' ? '' : this.#image(i)
      case 'math': return `$$\n${this.#ledger.text(i)}\n$$`
      default: return this.#term(i, withSafeStarts(this.#line(i, wholeText)))
    }
  }

  /** The term of a definition list has no Markdown of its own. */
  #term(i: number, text: string): string {
    const {region} = this.#page.blocks[i]
    if (region < 0 || this.#page.regions[region].tag !== 'dt' || text.includes('**')) return text
    return text === '' ? '' : `${this.#options.strong}${text}${this.#options.strong}`
  }

  #emphasised(i: number): string {
    const text = this.#line(i, {...wholeText, inEmphasis: true, oneLine: true})
    const credit = this.#ledger.credits(i)
    const printed = credit === undefined ? '' : ` (${this.#page.blocks[i].text.slice(credit.from, credit.to).trim()})`
    return text === '' ? '' : `${this.#options.emphasis}${text}${this.#options.emphasis}${printed}`
  }

  #image(i: number): string {
    const {marks} = this.#page.blocks[i]
    const index = marks.findIndex(mark => mark.kind === 'image')
    return index < 0 ? '' : imageText({mark: marks[index], index}, this.#inline, this.#cuts(i))
  }

  #line(i: number, place: InlinePlace): string {
    return inline(this.#page.blocks[i], this.#cuts(i), {options: this.#inline, place})
  }

  #cuts(i: number): Cuts {
    return {text: this.#ledger.cuts(i), alt: mark => this.#ledger.altCuts(i, mark)}
  }

  #table(region: number): void {
    const {from, to} = this.#page.regions[region]
    const table = this.#tables.get(region)
    let first = -1
    for (let i = from; i < to; i++) {
      if (!this.#isWritten(i)) continue
      if (!this.#isInCell(i, region)) this.#block(i)
      else if (first < 0) first = i
    }
    const lines = table === undefined || first < 0 ? undefined : tableLines(table, cell => this.#cell(cell))
    if (lines === undefined) return
    this.#flushRule()
    const {parent} = this.#page.regions[region]
    this.#put(lines, this.#containers.enter(parent), first)
    this.#containers.stayed()
  }

  /** Captions stand outside of the cells, and so does what a page left between them. */
  #isInCell(block: number, table: number): boolean {
    let at = this.#page.blocks[block].region
    while (at > table) {
      const {tag, parent} = this.#page.regions[at]
      if (tag === 'td' || tag === 'th') return true
      at = parent
    }
    return false
  }

  #cell({from, to}: Cell): string {
    const parts: string[] = []
    for (let i = from; i < to; i++) {
      if (!this.#isWritten(i)) continue
      const kind = this.#ledger.kind(i)
      const text = kind === 'image' ? (this.#options.images === 'drop' ? '' : this.#image(i)) : kind === 'rule' ? '' : this.#line(i, {...wholeText, inTable: true})
      if (text !== '') parts.push(text)
    }
    return parts.join('<br>')
  }

  #flushRule(): void {
    if (this.#rule < 0) return
    const at = this.#rule
    this.#rule = -1
    if (this.#pieces.length > 0) this.#put('---', this.#containers.enter(this.#page.blocks[at].region), at)
  }

  #put(text: string, {first, rest, blank}: {first: string; rest: string; blank: string | undefined}, block: number): void {
    if (this.#pieces.length > 0) this.#push(blank === undefined ? '\n' : `\n${blank}\n`)
    this.#push(first)
    const from = this.#length
    this.#push(rest === '' || !text.includes('\n') ? text : text.split('\n').map((line, i) => (i === 0 ? line : (rest + line).trimEnd())).join('\n'))
    if (block >= 0) this.#map.push({from, to: this.#length, block})
  }

  #push(piece: string): void {
    this.#pieces.push(piece)
    this.#length += piece.length
  }
}

const noCuts: Cuts = {text: [], alt: () => []}

function textBlock(text: string): Page['blocks'][number] {
  return {kind: 'heading', level: 1, text, marks: [], region: -1, hidden: 'no', from: -1, to: -1}
}

/** Order in which blocks are written; undefined if it is the page's own. */
function readingOrder(page: Page, ledger: Ledger): Int32Array | undefined {
  const lifts = ledger.decisions.filter(decision => decision.verdict === 'lift')
  if (lifts.length === 0) return undefined
  let order = page.blocks.map((_, i) => i)
  for (const {from, to, before} of lifts) {
    const moved = new Set(order.slice(0).filter(i => i >= from && i < to))
    const rest = order.filter(i => !moved.has(i))
    const at = before >= page.blocks.length ? rest.length : rest.indexOf(before)
    if (at >= 0) order = [...rest.slice(0, at), ...order.filter(i => moved.has(i)), ...rest.slice(at)]
  }
  return Int32Array.from(order)
}
