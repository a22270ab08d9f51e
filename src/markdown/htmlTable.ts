/**
 * Tables that GFM cannot say, as HTML: cells over several rows or columns, and cells of several blocks. Only the
 * tags below are ever written, every one spelled here; text is escaped, addresses are checked.
 */
import type {Block, Mark, MarkKind} from '../page/page.ts'
import type {Addresses} from './address.ts'
import type {Cell, Table} from './table.ts'

const tags: Partial<Record<MarkKind, string>> = {strong: 'strong', em: 'em', code: 'code', del: 'del', sub: 'sub', sup: 'sup', kbd: 'kbd'}

export interface CellBlocks {
  /** The blocks of a cell that are written. */
  blocks(cell: Cell): readonly Block[]
  readonly addresses: Addresses
  readonly links: 'keep' | 'text' | 'drop'
  readonly images: 'keep' | 'alt' | 'drop'
}

/** Does GFM lose something of this table: a span, or a block that is no line of text? */
export function isRich(table: Table, blocks: CellBlocks['blocks']): boolean {
  return table.rows.some(row => row.some(cell => cell.span > 1 || cell.rows > 1 || blocks(cell).some(({kind}) => kind === 'code' || kind === 'heading' || kind === 'math')))
}

/** The table in one block of HTML: no blank line stands in it, which would end the block. */
export function htmlTable(table: Table, cells: CellBlocks): string {
  const rows = table.rows.map(row => `<tr>${row.map(cell => cellHtml(cell, cells)).join('')}</tr>`)
  return `<table>\n${rows.join('\n')}\n</table>`
}

function cellHtml(cell: Cell, cells: CellBlocks): string {
  const tag = cell.isHeader ? 'th' : 'td'
  const spans = `${cell.span > 1 ? ` colspan="${cell.span}"` : ''}${cell.rows > 1 ? ` rowspan="${cell.rows}"` : ''}`
  return `<${tag}${spans}>${cells.blocks(cell).map(block => blockHtml(block, cells)).filter(html => html !== '').join('<br>')}</${tag}>`
}

function blockHtml({kind, text, marks}: Block, cells: CellBlocks): string {
  if (kind === 'code') return `<pre><code>${escaped(text).replaceAll('\n', '&#10;')}</code></pre>`
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
