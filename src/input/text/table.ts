/** Columns: cells parted by tabs, by a run of spaces, or by pipes under a ruled head. */
import {element} from '../../page/elements.ts'
import type {TextDocument} from './document.ts'

const elements = {table: element('table'), tr: element('tr'), td: element('td'), th: element('th')}
/** Longer lines are prose with a tab in it. */
const maxLine = 4000
const maxCell = 300

interface Cell { readonly from: number; readonly to: number }
type Split = (line: string) => Cell[]

/** Ways to part a line, the surest first. */
const ways: readonly {split: Split; needs: 'nothing' | 'underline' | 'alignment'}[] = [
  {split: line => line.includes('\t') ? cellsBetween(line, /\t/gu) : [], needs: 'nothing'},
  {split: line => line.includes('\t') ? cellsBetween(line, /\t+/gu) : [], needs: 'nothing'},
  // Menus are full of pipes: a table draws a line under its head.
  {split: line => line.includes('|') ? cellsBetween(line.replace(/^\|/u, ' ').replace(/\|$/u, ' '), /\|/gu) : [], needs: 'underline'},
  {split: line => line.includes('  ') ? spacedCells(line) : [], needs: 'alignment'},
]
const underline = /^[\s|:+=─━-]*-{2}[\s|:+=─━-]*$|^[=\s]{3,}$/u

export function table(text: TextDocument, at: number): number {
  if (at + 1 >= text.lines.count || text.lines.gap[at + 1] > 0 || text.length(at) > maxLine) return at
  const first = text.text(at)
  if (!/\t| {2}|\|/u.test(first)) return at
  for (const way of ways) {
    const head = way.split(first)
    if (head.length < 2 || head.some(cell => cell.to - cell.from > maxCell)) continue
    const ruled = isUnderline(text.text(at + 1))
    if (way.needs === 'underline' && !ruled) continue
    const end = rowsEnd(text, ruled ? at + 1 : at, {split: way.split, aligned: way.needs === 'alignment' ? at : -1, head})
    if (end < at + (ruled ? 3 : 2)) continue
    writeTable(text, at, end, way.split)
    return end
  }
  return at
}

/** The end of the lines after `at` that part into as many cells as the head does, in the same columns if need be. */
function rowsEnd(text: TextDocument, at: number, {split, aligned, head}: {split: Split; aligned: number; head: readonly Cell[]}): number {
  const {count, gap, indent} = text.lines
  let end = at + 1
  for (; end < count && gap[end] === 0 && text.length(end) <= maxLine; end++) {
    const cells = split(text.text(end))
    if (cells.length !== head.length) break
    const shift = aligned < 0 ? 0 : indent[end] - indent[aligned]
    const stands = (cell: Cell, i: number): boolean =>
      i === 0 || Math.abs(cell.from + shift - head[i].from) <= 1 || Math.abs(cell.to + shift - head[i].to) <= 1
    if (aligned >= 0 && !cells.every(stands)) break
  }
  return end
}

function isUnderline(line: string): boolean {
  return line.length <= 400 && underline.test(line)
}

function cellsBetween(line: string, separator: RegExp): Cell[] {
  const cells: Cell[] = []
  let from = 0
  for (const match of line.matchAll(separator)) {
    cells.push({from, to: match.index})
    from = match.index + match[0].length
  }
  cells.push({from, to: line.length})
  return cells
}

/** Two spaces after a full stop are a typist's habit, not a column. */
function spacedCells(line: string): Cell[] {
  const cells: Cell[] = []
  let from = 0
  for (const match of line.matchAll(/ {2,}/gu)) {
    if (/[.!?:;,]["”’)]?$/u.test(line.slice(Math.max(from, match.index - 3), match.index)) && match[0].length < 3) continue
    cells.push({from, to: match.index})
    from = match.index + match[0].length
  }
  cells.push({from, to: line.length})
  return cells
}

function writeTable(text: TextDocument, at: number, end: number, split: Split): void {
  const {builder, lines} = text
  const ruled = isUnderline(text.text(at + 1))
  builder.open(elements.table)
  for (let i = at; i < end && builder.truncated === undefined; i++) {
    if (ruled && i === at + 1) continue
    const line = text.text(i)
    builder.open(elements.tr)
    for (const {from, to} of split(line)) {
      builder.open(ruled && i === at ? elements.th : elements.td)
      builder.text(line.slice(from, to), lines.from[i] + from, lines.from[i] + to)
      builder.close()
    }
    builder.close()
  }
  builder.close()
  text.last = {kind: 'table', words: 0, ends: true}
}
