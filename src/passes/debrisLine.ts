/** Looks a whole line up in the tables of loading texts, labels and messages. */
import {labelPatterns, labels} from '../rules/labels.ts'
import {loading, loadingPatterns} from '../rules/loading.ts'
import type {LineRow, TestRow} from '../rules/row.ts'

/** UTF-16 code units; no row knows a longer line. */
export const maxLine = 160

const between = /[\s,.…:。，]+/gu
const edges = /^[ ↑▲⇧→←»«|!•*-]{1,8}|[ !?↑▲⇧→»«|-]{1,8}$/gu

const byLine = new Map<string, LineRow>()
for (const row of [...loading, ...labels]) for (const line of row.lines) byLine.set(keyOf(line), row)
const patterns: readonly TestRow[] = [...loadingPatterns, ...labelPatterns]

/** The first three characters of all lines and patterns, as numbers. */
const starts = new Set<number>()
for (const line of byLine.keys()) starts.add(startOf(line))
for (const pattern of patterns) for (const start of pattern.starts ?? []) starts.add(startOf(start))

/** The row that knows the line, undefined if none does. */
export function debrisLine(text: string): LineRow | TestRow | undefined {
  if (text.length > maxLine || !starts.has(startOf(text))) return undefined
  const lower = text.toLowerCase()
  const row = byLine.get(keyOf(lower))
  if (row !== undefined) return row.dotted === true && !endsInDots(text) ? undefined : row
  for (const pattern of patterns) if (lower.includes(pattern.hint) && pattern.test.test(text)) return pattern
  return undefined
}

/** The first three characters that are no punctuation at the edge, without case, as a number: what most lines fail by. */
function startOf(text: string): number {
  let i = 0
  while (i < 8 && i < text.length && isEdge(text.charCodeAt(i))) i++
  return (small(text, i) * 1024 + small(text, i + 1)) * 1024 + small(text, i + 2)
}

function small(text: string, i: number): number {
  const c = i < text.length ? text.charCodeAt(i) : 0
  if (c >= 65 && c <= 90) return c + 32
  return c < 128 ? c : text[i].toLowerCase().charCodeAt(0) % 1024
}

function isEdge(c: number): boolean {
  return c < 48 ? c !== 35 && c !== 36 && c !== 39 && c !== 40 : c === 58 || c === 124 || c === 171 || c === 187 || (c >= 0x2022 && c <= 0x2026) || (c >= 0x2190 && c <= 0x25b2) || c === 0x21e7
}

function endsInDots(text: string): boolean {
  const end = text.trimEnd()
  return end.endsWith('..') || end.endsWith('…')
}

/** A line without the punctuation that one page sets and the other does not. Arrows and bars stand before labels. */
function keyOf(lower: string): string {
  return lower.replace(between, ' ').replace(edges, '')
}
