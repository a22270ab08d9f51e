/** Tables: which hold data, and how they become GFM. */
import type {Page} from '../page/page.ts'
import {isGutter} from '../page/gutter.ts'
import {structureOf} from './structure.ts'

const maxColumns = 100
/** Rows that one cell may span: more is a slip, or hostile. Chosen. */
const maxRows = 1000
/** Blocks a cell of a data table holds on average at most; columns of a layout hold more. Chosen. */
const maxBlocksPerCell = 6
/** Rows under which a heading in a cell tells a layout. Chosen. */
const fewRows = 4

export interface Cell {
  readonly region: number
  readonly from: number
  readonly to: number
  /** Columns and rows it spans, at least 1. */
  readonly span: number
  readonly rows: number
  readonly isHeader: boolean
  readonly align: string
}
export interface Table {
  readonly region: number
  readonly rows: readonly (readonly Cell[])[]
  readonly columns: number
}

/**
 * Tables that hold data, by the number of their region. The others are for layout, and their blocks are written
 * as if there were none.
 *
 * @param exact one column under a header is a table too
 */
export function dataTables(page: Page, exact: boolean): ReadonlyMap<number, Table> {
  const out = new Map<number, Table>()
  const {regions} = page
  const {tables} = structureOf(page)
  if (tables.length === 0) return out
  const hasInner = tablesAround(page)
  let end = 0
  for (const r of tables) {
    if (r < end || regions[r].from === regions[r].to || hasInner.has(r)) continue
    const rows = read(page, r, exact)
    if (rows === undefined || layoutEvidence(page, r, {rows, exact}) !== undefined) continue
    out.set(r, {region: r, rows, columns: widthOf(rows)})
    end = regions[r].end
  }
  return out
}

/** Per region: the data table around it, -1 if none. */
export function tableOfEach({regions}: Page, tables: ReadonlyMap<number, Table>): Int32Array {
  const out = new Int32Array(regions.length)
  for (let r = 0; r < out.length; r++) {
    const {parent} = regions[r]
    out[r] = tables.has(r) ? r : parent < 0 ? -1 : out[parent]
  }
  return out
}

export interface LayoutTable { readonly region: number; readonly why: string }

/** Tables that are written as if there were none, and why. */
export function layoutTables(page: Page, exact: boolean): readonly LayoutTable[] {
  const out: LayoutTable[] = []
  const hasInner = tablesAround(page)
  const data = dataTables(page, exact)
  for (const r of structureOf(page).tables) {
    const {from, to} = page.regions[r]
    if (from === to || data.has(r)) continue
    const rows = read(page, r, exact)
    const why = hasInner.has(r) ? 'holds-tables' : rows === undefined ? 'code-lines' : layoutEvidence(page, r, {rows, exact})
    if (why !== undefined) out.push({region: r, why})
  }
  return out
}

/** Tables with a table inside. */
function tablesAround(page: Page): ReadonlySet<number> {
  const {regions} = page
  const out = new Set<number>()
  for (const r of structureOf(page).tables) {
    let at = regions[r].parent
    while (at >= 0 && !out.has(at)) {
      if (regions[at].tag === 'table') out.add(at)
      at = regions[at].parent
    }
  }
  return out
}

/** Rows with content, in a fragment all that have cells; undefined for a table that holds code beside its line numbers. */
function read(page: Page, region: number, exact: boolean): Cell[][] | undefined {
  const {regions} = page
  const rows: Cell[][] = []
  for (let r = region + 1; r < regions[region].end; r++) {
    const {tag, attrs, from, to, end, classes} = regions[r]
    if (tag === 'tr') rows.push([])
    else if (tag === 'td' || tag === 'th') {
      // A cell in something else than a row begins one.
      if (rows.length === 0) rows.push([])
      if (isGutter(classes)) return undefined
      rows[rows.length - 1].push({region: r, from, to, span: count(attrs['colspan'], maxColumns), rows: count(attrs['rowspan'], maxRows), isHeader: tag === 'th', align: (attrs['align'] ?? '').trim().toLowerCase()})
      r = end - 1
    }
  }
  return rows.filter(row => (exact && row.length > 0) || row.some(cell => cell.from < cell.to))
}

function count(written: string | undefined, most: number): number {
  return Math.min(most, Math.max(1, Number.parseInt(written ?? '1', 10) || 1))
}

function widthOf(rows: readonly (readonly Cell[])[]): number {
  return Math.max(0, ...spread(rows).map(row => row.length))
}

/**
 * Why a table is for layout and not for data; undefined if it holds data.
 */
export function layoutEvidence(page: Page, region: number, {rows, exact}: {rows: readonly (readonly Cell[])[]; exact: boolean}): string | undefined {
  if (/^(?:presentation|none)$/u.test(page.regions[region].attrs['role'] ?? '')) return 'role'
  if (rows.length === 0) return 'empty'
  const columns = widthOf(rows)
  if (columns === maxColumns && losesText(rows)) return 'too-wide'
  const isHeaded = rows[0].every(cell => cell.isHeader)
  const isPlain = rows.every(row => row.every(cell => cell.to - cell.from <= 1 && (cell.from === cell.to || page.blocks[cell.from].kind === 'paragraph')))
  if (columns < 2) return exact && isHeaded && isPlain ? undefined : 'one-column'
  if (rows.length < 2) return isHeaded && isPlain ? undefined : 'one-row'
  return isHeaded || rows.some(row => row.some(cell => cell.isHeader)) ? undefined : holdsPieces(page, rows)
}

/** Is there text in cells beyond the columns that are written? */
function losesText(rows: readonly (readonly Cell[])[]): boolean {
  const written = spread(rows).map(cells => new Set(cells))
  return rows.some((row, i) => row.some(cell => cell.from < cell.to && !written[i].has(cell)))
}

/** Cells that hold whole pieces of a page (headings, many blocks) are columns of a layout. */
function holdsPieces(page: Page, rows: readonly (readonly Cell[])[]): string | undefined {
  let blocks = 0
  let cells = 0
  for (const row of rows) {
    for (const cell of row) {
      cells++
      blocks += cell.to - cell.from
      for (let i = cell.from; i < cell.to; i++) if (page.blocks[i].kind === 'heading' && rows.length < fewRows) return 'headings'
    }
  }
  return blocks > cells * maxBlocksPerCell ? 'many-blocks' : undefined
}

/** Cells at their columns: undefined where a cell from the left or from above reaches. */
function spread(rows: readonly (readonly Cell[])[]): (Cell | undefined)[][] {
  /** Rows that the cell above each column still covers. */
  let covered: number[] = []
  return rows.map(row => {
    const out: (Cell | undefined)[] = []
    const next: number[] = []
    const skip = (): void => {
      while ((covered[out.length] ?? 0) > 0 && out.length < maxColumns) {
        next[out.length] = covered[out.length] - 1
        out.push(undefined)
      }
    }
    for (const cell of row) {
      skip()
      for (let i = 0; i < cell.span && out.length < maxColumns; i++) {
        next[out.length] = cell.rows - 1
        out.push(i === 0 ? cell : undefined)
      }
    }
    skip()
    covered = next
    return out
  })
}

/** GFM lines of a table; `write` gives the text of a cell on one line. Undefined if nothing is left of it. */
export function tableLines(table: Table, {exact, write}: {exact: boolean; write: (cell: Cell) => string}): string | undefined {
  const rows = spread(table.rows)
    .map(cells => ({cells, texts: cells.map(cell => (cell === undefined ? '' : write(cell)))}))
    .filter(row => exact || row.texts.some(text => text !== ''))
  if (!rows.some(row => row.texts.some(text => text !== ''))) return undefined
  const columns = Math.max(...rows.map(row => row.texts.length))
  const line = (texts: readonly string[]): string => `| ${Array.from({length: columns}, (_, i) => texts[i] ?? '').join(' | ')} |`
  const rule = Array.from({length: columns}, (_, i) => alignment(rows.map(row => row.cells), i))
  const lines = rows.map(row => line(row.texts))
  // GFM cannot do without a header row. Where the first row names its own line, an empty one stands above it.
  const head = isKeyed(table.rows) ? [line([])] : lines.splice(0, 1)
  return [...head, `| ${rule.join(' | ')} |`, ...lines].join('\n')
}

/** Every row begins with a header cell and goes on with others: keys and values. */
function isKeyed(rows: readonly (readonly Cell[])[]): boolean {
  return rows.every(row => row.length > 1 && row[0].isHeader && row.slice(1).every(cell => !cell.isHeader))
}

const rules: ReadonlyMap<string | undefined, string> = new Map([['left', ':---'], ['right', '---:'], ['center', ':---:']])

/** What the header cell of a column says, or all cells under it. */
function alignment(rows: readonly (readonly (Cell | undefined)[])[], column: number): string {
  const own = rules.get(rows[0][column]?.align)
  if (own !== undefined) return own
  let same: string | undefined
  for (const row of rows.slice(1)) {
    const cell = row[column]
    if (cell === undefined || cell.from === cell.to) continue
    if (same !== undefined && cell.align !== same) return '---'
    same = cell.align
  }
  return rules.get(same) ?? '---'
}
