/** A group of features: what its columns mean, and how they are filled. */
import type {Landmarks} from './landmarks.ts'
import type {Regions} from './regions.ts'
import type {Scan} from './scan.ts'

/** Name of a column and, in one line, what it measures and its range. */
export type Named = readonly [name: string, meaning: string]

/** Where the rows of a page stand, whole and one after the other: one row of `stride` floats a judged block. */
export interface Rows {
  readonly data: Float32Array
  readonly stride: number
}

/**
 * Some rows of a page in one array: column c of row i stands at (i − base) × stride + c × step.
 *
 * Training has whole rows (step 1). The judge has whole columns (stride 1): trees ask a column of many rows at a time,
 * and what stands side by side is in the cache.
 */
export interface Stretch extends Rows { readonly step: number; readonly base: number }

/** Whole rows of a page, from its first one on. */
export function wholeRows(rows: Rows): Stretch {
  return {...rows, step: 1, base: 0}
}

/** Which repeated structure each row is part of. */
export interface Groups {
  readonly of: Int32Array
  readonly count: number
}

/** A page as the groups see it: its text scanned, its regions measured. */
export interface Measured {
  readonly scan: Scan
  readonly regions: Regions
  readonly marks: Landmarks
  /** By tag and names of the three nearest regions. */
  readonly groups: Groups
  /** What is the same in every row: see `pageNames`. */
  readonly values: Float32Array
}

/** Fills columns of the rows `from` … `to`; called for stretch after stretch of a page, in order. */
export type Filler = (rows: Stretch, from: number, to: number) => void

export interface Group {
  readonly names: readonly Named[]
  /** What fills the group's columns, in the order of `names`; `at` is the index of the first. */
  filler(measured: Measured, at: number): Filler
}

/** The same columns for the region so many levels above a block. */
export function atLevels(levels: readonly number[], columns: readonly Named[]): Named[] {
  return levels.flatMap(level => columns.map(([name, meaning]): Named => [`${name}${level}`, `${meaning}, of the region ${level} levels up`]))
}
