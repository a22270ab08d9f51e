/**
 * Tables that GFM cannot say, as HTML: cells over several rows or columns, and cells of several blocks. Only the
 * tags below are ever written, every one spelled here; text is escaped, addresses are checked.
 */
import type {Block, Mark, MarkKind, Page} from '../page/page.ts'
import type {Addresses} from './address.ts'
import {firstNumber} from './numbering.ts'
import type {Cell, Table} from './table.ts'

const tags: Partial<Record<MarkKind, string>> = {
  strong: 'strong', em: 'em', code: 'code', del: 'del', ins: 'ins', sub: 'sub', sup: 'sup', kbd: 'kbd', mark: 'mark', q: 'q', small: 'small',
}
/** Elements around the blocks of a cell that are written. */
const containers: ReadonlySet<string> = new Set(['ul', 'ol', 'li', 'blockquote'])
/** Deeper ones are not: no reader counts that many. */
const maxContainers = 16
const alignments: ReadonlySet<string> = new Set(['left', 'right', 'center'])

export interface CellBlocks {
  readonly page: Page
  /** Numbers of the blocks of a cell that are written. */
  blocks(cell: Cell): readonly number[]
  readonly addresses: Addresses
  readonly links: 'keep' | 'text' | 'drop'
  readonly images: 'keep' | 'alt' | 'drop'
}

/** Does GFM lose something of this table: a span, a list or quote, or a block that is no line of text? */
export function isRich(table: Table, {page, blocks}: Pick<CellBlocks, 'page' | 'blocks'>): boolean {
  return table.rows.some(row => row.some(cell => cell.span > 1 || cell.rows > 1 || blocks(cell).some(i => {
    const {kind, region} = page.blocks[i]
    return kind === 'code' || kind === 'heading' || kind === 'math' || containersAround(page, region, cell.region).length > 0
  })))
}

/** The table in one block of HTML: no blank line stands in it, which would end the block. */
export function htmlTable(table: Table, cells: CellBlocks): string {
  const rows = table.rows.map(row => `<tr>${row.map(cell => cellHtml(cell, cells)).join('')}</tr>`)
  return `<table>\n${rows.join('\n')}\n</table>`
}

function cellHtml(cell: Cell, cells: CellBlocks): string {
  const tag = cell.isHeader ? 'th' : 'td'
  const spans = `${cell.span > 1 ? ` colspan="${cell.span}"` : ''}${cell.rows > 1 ? ` rowspan="${cell.rows}"` : ''}`
  const align = alignments.has(cell.align) ? ` align="${cell.align}"` : ''
  return `<${tag}${spans}${align}>${contentHtml(cell, cells)}</${tag}>`
}

function contentHtml(cell: Cell, cells: CellBlocks): string {
  const {page} = cells
  const written = cells.blocks(cell)
  let open: number[] = []
  let out = ''
  for (const i of written) {
    const html = blockHtml(page.blocks[i], written.length > 1, cells)
    if (html === '') continue
    const around = containersAround(page, page.blocks[i].region, cell.region)
    let same = 0
    while (same < open.length && same < around.length && open[same] === around[same]) same++
    for (const region of open.slice(same).reverse()) out += `</${page.regions[region].tag}>`
    for (const region of around.slice(same)) out += `<${page.regions[region].tag}${start(page, region)}>`
    open = around
    out += html
  }
  for (const region of open.reverse()) out += `</${page.regions[region].tag}>`
  return out
}

function start(page: Page, region: number): string {
  const first = page.regions[region].tag === 'ol' ? firstNumber(page, region).next : 1
  return first === 1 ? '' : ` start="${first}"`
}

/** From outer to inner, the cell itself left out. */
function containersAround({regions}: Page, region: number, cell: number): number[] {
  const out: number[] = []
  for (let at = region; at > cell; at = regions[at].parent) if (containers.has(regions[at].tag)) out.push(at)
  return out.reverse().slice(0, maxContainers)
}

function blockHtml(block: Block, isOneOfMany: boolean, cells: CellBlocks): string {
  const {kind, text, level, region} = block
  if (kind === 'code') return `<pre><code>${escaped(text).replaceAll('\n', '&#10;')}</code></pre>`
  if (kind === 'rule') return '<hr>'
  if (kind === 'math') return `<p>$$${escaped(text).replaceAll('\n', ' ')}$$</p>`
  const inside = inlineHtml(block, cells)
  if (inside === '' || kind === 'image') return inside
  if (kind === 'heading') return `<h${level}>${inside}</h${level}>`
  return isOneOfMany && cells.page.regions[region]?.tag !== 'li' ? `<p>${inside}</p>` : inside
}

function inlineHtml({text, marks}: Block, cells: CellBlocks): string {
  const edges: {at: number; write: string; order: number}[] = []
  for (const [order, mark] of marks.entries()) {
    const [open, close] = signs(mark, cells)
    if (open !== '') edges.push({at: mark.from, write: open, order})
    if (close !== '') edges.push({at: mark.to, write: close, order: -order - 1})
  }
  edges.sort((a, b) => a.at - b.at || a.order - b.order)
  let out = ''
  let done = 0
  for (const {at, write} of edges) {
    out += escaped(text.slice(done, at)) + write
    done = at
  }
  return (out + escaped(text.slice(done))).replaceAll('\n', '<br>')
}

function signs({kind, attrs}: Mark, {addresses, links, images}: CellBlocks): readonly [string, string] {
  if (kind === 'image') {
    const src = images === 'keep' ? addresses.write(attrs['src'] ?? '') : undefined
    const alt = escaped(attrs['alt'] ?? '')
    return [src === undefined ? (images === 'drop' ? '' : alt) : `<img src="${escaped(src)}" alt="${alt}">`, '']
  }
  if (kind === 'link') {
    const href = links === 'keep' && attrs['href'] !== undefined ? addresses.write(attrs['href']) : undefined
    return href === undefined ? ['', ''] : [`<a href="${escaped(href)}">`, '</a>']
  }
  const tag = tags[kind]
  return tag === undefined ? ['', ''] : [`<${tag}>`, `</${tag}>`]
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, sign => `&#${sign.charCodeAt(0)};`)
}
