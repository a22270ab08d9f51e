/** The rows of the first stage: all feature groups side by side. */
import type {Page} from '../page/page.ts'
import {ancestry} from './ancestry.ts'
import {wholeRows, type Filler, type Measured, type Named, type Rows, type Stretch} from './columns.ts'
import {containers} from './containers.ts'
import {evidenceFiller, evidenceNames, type Tables} from './evidence.ts'
import {factsOf} from './facts.ts'
import {inlineMarks} from './inlineMarks.ts'
import {landmarksOf} from './landmarks.ts'
import {lists} from './lists.ts'
import {fillShifts, shiftNames, windowFiller, windowNames} from './neighbours.ts'
import {pageNames, pageValues} from './pageShape.ts'
import {position} from './position.ts'
import {regionsOf} from './regions.ts'
import {groupsOf, repetition} from './repetition.ts'
import {root} from './root.ts'
import {scan} from './scan.ts'
import {textShape} from './textShape.ts'

const groups = [textShape, inlineMarks, position, ancestry, containers, root, repetition, lists]
/** Where the evidence, the neighbours and the page begin in a row. */
export const evidenceAt = groups.reduce((sum, {names}) => sum + names.length, 0)
export const shiftsAt = evidenceAt + evidenceNames.length
export const windowsAt = shiftsAt + shiftNames.length
export const pageAt = windowsAt + windowNames.length

/** Every column of the first stage with its meaning, in order. */
export const firstColumns: readonly Named[] = [...groups.flatMap(({names}) => names), ...evidenceNames, ...shiftNames, ...windowNames, ...pageNames]
const indices = new Map(firstColumns.map(([name], at) => [name, at]))

/** @throws {RangeError} if there is no such column: a slip in the code */
export function firstIndex(name: string): number {
  const at = indices.get(name)
  if (at === undefined) throw new RangeError(`no column ${name}`)
  return at
}

export function measured(page: Page): Measured {
  const scanned = scan(page, factsOf(page))
  const regions = regionsOf(scanned)
  const of = {scan: scanned, regions, marks: landmarksOf(scanned), groups: groupsOf({scan: scanned, regions}, 'names')}
  return {...of, values: pageValues(of)}
}

/** What fills the columns that need neither tables nor neighbours. */
export function ownFillers(of: Measured): Filler[] {
  let at = 0
  return groups.map(group => {
    const filler = group.filler(of, at)
    at += group.names.length
    return filler
  })
}

/** All rows of a page, but for the columns that need learned tables and neighbours. For training, and to explain: the judge goes stretch by stretch. */
export function ownRows(of: Measured): Stretch {
  const {scan: {n}, values} = of
  const stride = firstColumns.length
  const rows = wholeRows({data: new Float32Array(n * stride), stride})
  for (const fill of ownFillers(of)) fill(rows, 0, n)
  for (let i = 0; i < n; i++) rows.data.set(values, i * stride + pageAt)
  return rows
}

/** Fill in what depends on the tables. */
export function addEvidence(of: Measured, tables: Tables, whole: Rows): void {
  const {n} = of.scan
  const rows = wholeRows(whole)
  evidenceFiller(of, tables, evidenceAt)(rows, 0, n)
  fillShifts(rows, n, {at: shiftsAt, indexOf: firstIndex})
  const windows = windowFiller(n, windowsAt, firstIndex)
  windows.gather(rows, 0, n)
  windows.average(rows, 0, n)
}
