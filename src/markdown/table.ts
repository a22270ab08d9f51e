/** Tables: which hold data, and how they become GFM. */
import type {Page} from '../page/page.ts'

const maxColumns = 100

export interface Cell { readonly region: number; readonly from: number; readonly to: number; readonly span: number; readonly isHeader: boolean; readonly align: string }
export interface Table {
  readonly region: number
  readonly rows: readonly (readonly Cell[])[]
  readonly columns: number
}

/**
 * Tables that hold data, by the number of their region: at least two rows and two columns, no table inside, not
 * said to be for presentation. The others are for layout, and their blocks are written as if there were none.
 */
export function dataTables(page: Page): ReadonlyMap<number, Table> {
  const out = new Map<number, Table>()
  const {regions} = page
  for (let r = 0; r < regions.length; r++) {
    if (regions[r].tag !== 'table') continue
    const table = regions[r].from === regions[r].to ? undefined : read(page, r)
    if (table === undefined) continue
    out.set(r, table)
    r = regions[r].end - 1
  }
  return out
}

function read(page: Page, region: number): Table | undefined {
  const {regions} = page
  if (/^(?:presentation|none)$/u.test(regions[region].attrs['role'] ?? '')) return undefined
  const rows: Cell[][] = []
  let columns = 0
  for (let r = region + 1; r < regions[region].end; r++) {
    const {tag, attrs, from, to, end} = regions[r]
    if (tag === 'table') return undefined
    if (tag === 'tr') rows.push([])
    else if ((tag === 'td' || tag === 'th') && rows.length > 0) {
      const span = Math.min(maxColumns, Math.max(1, Number.parseInt(attrs['colspan'] ?? '1', 10) || 1))
      rows[rows.length - 1].push({region: r, from, to, span, isHeader: tag === 'th', align: (attrs['align'] ?? '').toLowerCase()})
      if (hasTable(page, r)) return undefined
      r = end - 1
    }
  }
  const filled = rows.filter(row => row.some(cell => cell.from < cell.to))
  for (const row of filled) columns = Math.max(columns, row.reduce((sum, cell) => sum + cell.span, 0))
  return filled.length >= 2 && columns >= 2 && columns <= maxColumns && !isLayout(page, filled) ? {region, rows: filled, columns} : undefined
}

function hasTable(page: Page, cell: number): boolean {
  for (let r = cell + 1; r < page.regions[cell].end; r++) if (page.regions[r].tag === 'table') return true
  return false
}

/** Cells that hold whole pieces of a page (headings, many blocks) are columns of a layout. */
function isLayout(page: Page, rows: readonly (readonly Cell[])[]): boolean {
  if (rows.some(row => row.some(cell => cell.isHeader))) return false
  let blocks = 0
  let cells = 0
  for (const row of rows) {
    for (const cell of row) {
      cells++
      blocks += cell.to - cell.from
      for (let i = cell.from; i < cell.to; i++) if (page.blocks[i].kind === 'heading' && rows.length < 4) return true
    }
  }
  return blocks > cells * 6
}

/** GFM lines of a table; `write` gives the text of a cell on one line. Undefined if nothing is left of it. */
export function tableLines(table: Table, write: (cell: Cell) => string): string | undefined {
  const rows = table.rows
    .map(row => ({isHeader: row.every(cell => cell.isHeader), texts: row.flatMap(cell => [write(cell), ...Array.from({length: cell.span - 1}, () => '')])}))
    .filter(row => row.texts.some(text => text !== ''))
  if (rows.length === 0) return undefined
  // GFM cannot do without a header row: where the page has none the first row must serve.
  const columns = Math.max(...rows.map(row => row.texts.length))
  const line = (texts: readonly string[]): string => `| ${Array.from({length: columns}, (_, i) => texts[i] ?? '').join(' | ')} |`
  const rule = Array.from({length: columns}, (_, i) => alignment(table, i))
  return [line(rows[0].texts), `| ${rule.join(' | ')} |`, ...rows.slice(1).map(row => line(row.texts))].join('\n')
}

const rules: Readonly<Record<string, string>> = {left: ':---', right: '---:', center: ':---:'}

function alignment(table: Table, column: number): string {
  const cells = table.rows[0]
  return (cells.length === table.columns ? rules[cells[column].align] : undefined) ?? '---'
}
