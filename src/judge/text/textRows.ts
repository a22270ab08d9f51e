/** The rows of the text judge's first stage: one a line of text. */
import type {Page} from '../../page/page.ts'
import type {Named, Rows} from '../columns.ts'
import {aroundNames, fillAround} from './aroundColumns.ts'
import {evidenceNames, fillTextEvidence, type TextTables} from './textEvidence.ts'
import {readLines, type Lines} from './lines.ts'
import {fillOwn, ownNames} from './ownColumns.ts'

export const textColumns: readonly Named[] = [...ownNames, ...evidenceNames, ...aroundNames]
const indexOf = new Map(textColumns.map(([name], i) => [name, i]))

/** @throws {RangeError} on a name that no column has: a fault of this code */
export function textIndex(name: string): number {
  const index = indexOf.get(name)
  if (index === undefined) throw new RangeError(`no column ${name}`)
  return index
}

export interface TextRows extends Rows { readonly lines: Lines }

/** What needs no learned tables. */
export function textRows(page: Page): TextRows {
  const lines = readLines(page)
  const stride = textColumns.length
  const data = new Float32Array(lines.scan.n * stride)
  fillOwn(lines, data, stride)
  return {data, stride, lines}
}

export function addTextEvidence({data, stride, lines}: TextRows, tables: TextTables): void {
  fillTextEvidence(lines, tables, {data, stride, at: ownNames.length})
  fillAround(textIndex, lines.scan.n, {data, stride, at: ownNames.length + evidenceNames.length})
}
