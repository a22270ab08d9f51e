/** Looks a whole line up in the tables of loading texts, labels and messages. */
import {labelPatterns, labels} from '../rules/labels.ts'
import {loading, loadingPatterns} from '../rules/loading.ts'
import type {LineRow, TestRow} from '../rules/row.ts'

/** UTF-16 code units; no row knows a longer line. */
export const maxLine = 160

const between = /[\s,.…:。，]+/gu
const edges = /^[ ↑▲⇧→←»«|!•*-]{1,8}|[ !?↑▲⇧→»«|-]{1,8}$/gu

const rows: readonly LineRow[] = [...loading, ...labels]
/** Made for the first line that begins and is spelt as one of them. */
let byLine: Map<string, LineRow> | undefined

function rowsByLine(): Map<string, LineRow> {
  if (byLine !== undefined) return byLine
  byLine = new Map()
  for (const row of rows) for (const line of row.lines) byLine.set(keyOf(line), row)
  return byLine
}

const patterns: readonly TestRow[] = [...loadingPatterns, ...labelPatterns]

/** Characters of a line's first word by which it is told from most others. */
const startLength = 5
/** The starts of all lines and patterns, and what all letters and digits of a line give. */
const lineStarts = new Set<number>()
const spellings = new Set<number>()
const patternStarts = new Set<number>()
for (const {lines} of rows) {
  for (const line of lines) {
    lineStarts.add(startOf(line))
    spellings.add(spellingOf(line))
  }
}
for (const pattern of patterns) for (const start of pattern.starts ?? []) patternStarts.add(startOf(start))

/** The row that knows the line, undefined if none does. */
export function debrisLine(text: string): LineRow | TestRow | undefined {
  if (text.length > maxLine) return undefined
  const start = startOf(text)
  const mayBeLine = lineStarts.has(start)
  const mayFit = patternStarts.has(start)
  if (!mayBeLine && !mayFit) return undefined
  const lower = text.toLowerCase()
  const row = mayBeLine && spellings.has(spellingOf(lower)) ? rowsByLine().get(keyOf(lower)) : undefined
  if (row !== undefined) return row.dotted === true && !endsInDots(text) ? undefined : row
  if (mayFit) for (const pattern of patterns) if (lower.includes(pattern.hint) && pattern.test.test(text)) return pattern
  return undefined
}

/** A hash of the small letters and digits of ASCII in a line, which is the same for the line and its key: what the rest fails by. */
function spellingOf(lower: string): number {
  let hash = 0
  for (let i = 0; i < lower.length; i++) {
    const c = lower.charCodeAt(i)
    if ((c >= 97 && c <= 122) || (c >= 48 && c <= 57)) hash = (Math.imul(hash, 31) + c) | 0
  }
  return hash
}

/** The start of the first word, without case, as a number: what most lines fail by. */
function startOf(text: string): number {
  let i = 0
  while (i < 8 && i < text.length && !isLetter(text.charCodeAt(i))) i++
  let hash = 0
  for (const end = Math.min(i + startLength, text.length); i < end; i++) {
    const c = text.charCodeAt(i)
    if (!isLetter(c)) break
    hash = (Math.imul(hash, 31) + (c < 128 ? c | 32 : text[i].toLowerCase().charCodeAt(0))) | 0
  }
  return hash
}

function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c > 0xbf && c < 0x2000) || (c >= 0x3005 && c < 0xff00)
}

function endsInDots(text: string): boolean {
  const end = text.trimEnd()
  return end.endsWith('..') || end.endsWith('…')
}

/** A line without the punctuation that one page sets and the other does not. Arrows and bars stand before labels. */
function keyOf(lower: string): string {
  return lower.replace(between, ' ').replace(edges, '')
}
