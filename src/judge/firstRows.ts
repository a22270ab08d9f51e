/** The rows of the first stage: all feature groups side by side. */
import type {Page} from '../page/page.ts'
import {ancestry} from './ancestry.ts'
import type {Measured, Named, Rows} from './columns.ts'
import {containers} from './containers.ts'
import {evidenceNames, fillEvidence, type Tables} from './evidence.ts'
import {factsOf} from './facts.ts'
import {inlineMarks} from './inlineMarks.ts'
import {lists} from './lists.ts'
import {neighbourFiller, neighbourNames} from './neighbours.ts'
import {pageShape} from './pageShape.ts'
import {position} from './position.ts'
import {regionsOf} from './regions.ts'
import {repetition} from './repetition.ts'
import {root} from './root.ts'
import {scan} from './scan.ts'
import {textShape} from './textShape.ts'

const groups = [textShape, inlineMarks, position, ancestry, containers, root, repetition, lists]
const ownWidth = groups.reduce((sum, {names}) => sum + names.length, 0)
/** Where the evidence, the neighbours and the page begin in a row. */
const evidenceAt = ownWidth
const neighboursAt = evidenceAt + evidenceNames.length
export const pageAt = neighboursAt + neighbourNames.length

/** Every column of the first stage with its meaning, in order. */
export const firstColumns: readonly Named[] = [...groups.flatMap(({names}) => names), ...evidenceNames, ...neighbourNames, ...pageShape.names]
const indices = new Map(firstColumns.map(([name], at) => [name, at]))

/** @throws {RangeError} if there is no such column: a slip in the code */
export function firstIndex(name: string): number {
  const at = indices.get(name)
  if (at === undefined) throw new RangeError(`no column ${name}`)
  return at
}

const fillNeighbours = neighbourFiller(firstIndex)

export function measured(page: Page): Measured {
  const scanned = scan(page, factsOf(page))
  return {scan: scanned, regions: regionsOf(scanned)}
}

/**
 * The columns that need no learned tables; the others keep what the array held.
 *
 * @param into array to use if it is large enough: a new one for every page costs as much as a quarter of the parsing
 */
export function ownRows(of: Measured, into?: Float32Array): Rows {
  const stride = firstColumns.length
  const size = of.scan.n * stride
  const rows = {data: into !== undefined && into.length >= size ? into : new Float32Array(size), stride}
  let at = 0
  for (const group of groups) {
    group.fill(of, rows, at)
    at += group.names.length
  }
  pageShape.fill(of, rows, pageAt)
  return rows
}

/** Fill in what depends on the tables. */
export function addEvidence(of: Measured, tables: Tables, rows: Rows): void {
  fillEvidence(of, tables, rows, evidenceAt)
  fillNeighbours(of.scan.n, rows, neighboursAt)
}
