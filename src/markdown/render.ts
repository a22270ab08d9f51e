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
import {alertsOf, isAlertTitle, type Alert} from './alerts.ts'
import {emptyRegions} from './blanks.ts'
import {BlockText, wholeText} from './blockText.ts'
import {headingAround} from './headingAround.ts'
import type {RenderOptions} from './options.ts'
import {codeBars, fenced, languageOf} from './code.ts'
import {containerOf, Containers, looseLists, type Prefix} from './containers.ts'
import {footnotesOf} from './footnotes.ts'
import {htmlTable, isRich, type CellBlocks} from './htmlTable.ts'
import {isNoscriptTwin} from './noscript.ts'
import {readingOrder} from './order.ts'
import {References} from './references.ts'
import {tabsOf, type Tabs} from './tabs.ts'
import {dataTables, tableLines, tableOfEach, type Cell, type Table} from './table.ts'

export interface Rendered {
  /** Blocks that live and are not written: those of the options, and what stands around code for the mouse. */
  readonly except: ReadonlySet<number>
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

class Writer {
  readonly #page: Page
  readonly #ledger: Ledger
  readonly #options: RenderOptions
  readonly #text: BlockText
  readonly #alerts: ReadonlyMap<number, Alert>
  /** Blocks that only serve the code beside them. */
  readonly #chrome: ReadonlySet<number>
  #tabs: Tabs | undefined
  /** Panels of tabs whose label has been written. */
  readonly #labelled = new Set<number>()
  readonly #isAllHidden: boolean
  readonly #containers: Containers
  readonly #tables: ReadonlyMap<number, Table>
  /** Per region: the data table around it, -1 if none; undefined on a page without tables. */
  readonly #tableOf: Int32Array | undefined
  readonly #pieces: string[] = []
  readonly #map: MapSpan[] = []
  #length = 0
  /** A rule waits for the block after it: none stands at an end, or twice. */
  #rule = -1
  /** The heading element written last, while nothing has come after it: its further blocks go on in the same line. */
  #heading = -1
  /** The alert whose first line has just been written. */
  #alert = -1

  constructor(page: Page, ledger: Ledger, options: RenderOptions) {
    this.#page = page
    this.#ledger = ledger
    this.#options = options
    const {links, images, emphasis, strong, exact, bullet} = options
    this.#text = new BlockText(page, ledger, {options, inline: {addresses: addresses(baseOf(page.url, page.head.base)), links, images, emphasis, strong, exact, hooks: options.hooks, lineBreak: options.lineBreak, references: options.linkStyle === 'referenced' ? new References() : undefined}})
    this.#alerts = alertsOf(page, exact)
    this.#isAllHidden = exact && page.blocks.every(block => block.hidden === 'attribute' || block.hidden === 'style')
    const {chrome, names} = codeBars(page, exact)
    this.#chrome = chrome
    this.#text.codeNames = names
    this.#tabs = exact ? undefined : tabsOf(page, i => this.#isWritten(i))
    const notes = footnotesOf(page, i => this.#isWritten(i) && (page.blocks[i].text === '' || ledger.text(i) !== ''), exact)
    this.#text.footnotes = notes
    const container = containerOf(page, {alerts: this.#alerts, notes: notes.definitions, noteLists: notes.lists})
    const loose = looseLists(page, container, i => this.#isWritten(i))
    this.#containers = new Containers(page, {container, loose, bullet, alerts: this.#alerts, notes: notes.definitions})
    this.#tables = dataTables(page, exact)
    this.#tableOf = this.#tables.size === 0 ? undefined : tableOfEach(page, this.#tables)
  }

  write(): void {
    const {heading, exact} = this.#options
    if (heading !== undefined) this.#put(`# ${this.#text.plain(heading)}`, {first: '', rest: '', blank: ''}, -1)
    const order = readingOrder(this.#page, this.#ledger)
    const blanks = exact ? emptyRegions(this.#page) : []
    const written = new Set<number>()
    let blank = 0
    for (let i = 0; i < this.#page.blocks.length; i++) {
      while (blank < blanks.length && this.#page.regions[blanks[blank]].from <= i) this.#blank(blanks[blank++])
      const block = order === undefined ? i : order[i]
      const {region} = this.#page.blocks[block]
      const table = region < 0 || this.#tableOf === undefined ? -1 : this.#tableOf[region]
      if (table < 0) {
        if (this.#isWritten(block)) this.#block(block)
      } else if (!written.has(table)) {
        // A table is written whole where its first block stands.
        written.add(table)
        this.#table(table)
      }
    }
    while (blank < blanks.length) this.#blank(blanks[blank++])
  }

  finish(): Rendered {
    const definitions = this.#text.inline.references?.definitions() ?? ''
    if (definitions !== '') this.#pieces.push(`\n\n${definitions}`)
    if (this.#pieces.length > 0) this.#pieces.push('\n')
    return {markdown: this.#pieces.join('').toWellFormed(), map: this.#map, addresses: this.#text.inline.addresses.counts, except: this.#chrome.size === 0 ? this.#options.except : new Set([...this.#options.except, ...this.#chrome])}
  }

  #isWritten(block: number): boolean {
    if (!this.#ledger.alive(block)) return false
    const {hidden} = this.#page.blocks[block]
    // A page has a pass for this; a fragment is written as it shows.
    if (this.#options.exact && !this.#isAllHidden && (hidden === 'attribute' || hidden === 'style' || isNoscriptTwin(this.#page, block))) return false
    return !this.#options.except.has(block) && !this.#chrome.has(block) && this.#tabs?.labels.has(block) !== true
  }

  #block(i: number): void {
    const {region} = this.#page.blocks[i]
    if (this.#ledger.kind(i) === 'rule') {
      if (this.#options.exact) this.#enter(this.#text.write(i), region, i)
      else this.#rule = i
      return
    }
    const isHeading = this.#ledger.kind(i) === 'heading' || (this.#options.exact && this.#ledger.kind(i) === 'image')
    if (isHeading && this.#goesOn(i)) return
    const text = this.#text.write(i)
    if (text === '') return
    this.#flushRule()
    this.#enter(text, region, i)
    if (isHeading) this.#heading = headingAround(this.#page, region)
  }

  /** Further blocks of one heading element stand in its line. */
  #goesOn(i: number): boolean {
    if (this.#heading < 0 || headingAround(this.#page, this.#page.blocks[i].region) !== this.#heading) return false
    const text = this.#ledger.kind(i) === 'image' ? this.#text.image(i) : this.#text.headingText(i)
    if (text === '') return true
    this.#push(' ')
    const from = this.#length
    this.#push(text.replace(/(?<!#)#+$/u, '\\$&'))
    this.#map.push({from, to: this.#length, block: i})
    return true
  }

  #blank(region: number): void {
    if (this.#tableOf !== undefined && this.#tableOf[region] >= 0) return
    const isCode = this.#page.regions[region].tag === 'pre'
    this.#enter(isCode ? fenced('', languageOf(this.#page, region, this.#options.exact), this.#options.fence) : '', region, -1)
  }

  #table(region: number): void {
    const {from, to, parent} = this.#page.regions[region]
    const table = this.#tables.get(region)
    let first = -1
    for (let i = from; i < to; i++) {
      if (!this.#isWritten(i)) continue
      if (!this.#isInCell(i, region)) this.#block(i)
      else if (first < 0) first = i
    }
    const lines = table === undefined || first < 0 ? undefined : this.#tableText(table)
    if (lines === undefined) return
    this.#flushRule()
    this.#enter(lines, parent, first)
  }

  #tableText(table: Table): string | undefined {
    if (this.#options.tables === 'html') {
      const {links, images} = this.#options
      const blocks = ({from, to}: Cell): number[] => Array.from({length: to - from}, (_, i) => from + i).filter(i => this.#isWritten(i))
      const cells: CellBlocks = {page: this.#page, blocks, addresses: this.#text.inline.addresses, links, images}
      if (isRich(table, cells)) return htmlTable(table, cells)
    }
    return tableLines(table, {exact: this.#options.exact, write: cell => this.#cell(cell)})
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
    let out = ''
    let before = -1
    for (let i = from; i < to; i++) {
      if (!this.#isWritten(i)) continue
      const kind = this.#ledger.kind(i)
      const text = kind === 'image' ? this.#text.image(i) : kind === 'rule' ? '' : this.#text.line(i, {...wholeText, inTable: true, isShared: to - from > 1})
      if (text === '') continue
      // Images beside each other are blocks, though nothing parts them.
      const isBeside = before >= 0 && kind === 'image' && this.#ledger.kind(before) === 'image' && this.#page.blocks[before].region === this.#page.blocks[i].region
      out += out === '' ? text : (isBeside ? ' ' : '<br>') + text
      before = i
    }
    return out
  }

  #flushRule(): void {
    if (this.#rule < 0) return
    const at = this.#rule
    this.#rule = -1
    if (this.#pieces.length > 0) this.#enter(this.#text.write(at), this.#page.blocks[at].region, at)
  }

  /** Write a block where it stands: its containers are opened, others closed. */
  #enter(text: string, region: number, block: number): void {
    if (this.#tabs !== undefined && this.#tabs.panels.size > 0 && block >= 0) this.#label(this.#tabs.panels, region)
    const prefix = this.#containers.enter(region, block)
    const {alert} = prefix
    if (alert !== undefined) {
      this.#put(`[!${alert.kind}]`, alert, -1)
      this.#alert = alert.region
      if (block >= 0 && isAlertTitle(this.#page, block, alert.region)) return
    }
    // The text of an alert goes on in its first paragraph.
    const isBelow = this.#alert >= 0 && prefix.first === prefix.rest && block >= 0 && this.#ledger.kind(block) === 'paragraph' && this.#containers.isIn(this.#alert)
    this.#alert = -1
    this.#put(prefix.first === prefix.rest ? text : besideMarker(text, prefix.first), isBelow ? {first: prefix.first, rest: prefix.rest, blank: undefined} : prefix, block)
    this.#containers.stayed()
  }

  /** Say which tab this is, where its panel begins. */
  #label(panels: Tabs['panels'], region: number): void {
    for (let at = region; at >= 0; at = this.#page.regions[at].parent) {
      const label = panels.get(at)
      if (label === undefined || this.#labelled.has(at)) continue
      this.#labelled.add(at)
      this.#enter(this.#text.strong(label), at, -1)
    }
  }

  #put(text: string, {first, rest, blank}: Prefix, block: number): void {
    if (this.#pieces.length > 0) this.#push(blank === undefined ? '\n' : `\n${blank}\n`)
    this.#push(text === '' ? first.trimEnd() : first)
    const from = this.#length
    this.#push(rest === '' || !text.includes('\n') ? text : text.split('\n').map((line, i) => (i === 0 ? line : line === '' ? rest.trimEnd() : rest + line)).join('\n'))
    if (block >= 0) this.#map.push({from, to: this.#length, block})
    this.#heading = -1
  }

  #push(piece: string): void {
    this.#pieces.push(piece)
    this.#length += piece.length
  }
}

/** After the marker of an item signs of the same kind would make the whole line a rule. */
function besideMarker(text: string, markers: string): string {
  if (text === '---') return '___'
  const isRow = markers.includes(text[0]) && /^([-*])(?:[ \t]{0,9}\1){1,99}[ \t]{0,9}(?:$|\\?\n)/u.test(text)
  return isRow ? `\\${text}` : text
}
