/** A group of features: what its columns mean, and how they are filled. */
import type {Regions} from './regions.ts'
import type {Scan} from './scan.ts'

/** Name of a column and, in one line, what it measures and its range. */
export type Named = readonly [name: string, meaning: string]

/** Where the rows of a page stand: row-major, one row of `stride` floats a judged block. */
export interface Rows {
  readonly data: Float32Array
  readonly stride: number
}

/** A page as the groups see it: its text scanned, its regions measured. */
export interface Measured {
  readonly scan: Scan
  readonly regions: Regions
}

export interface Group {
  readonly names: readonly Named[]
  /** Fill the group's columns of every row; `at` is the index of its first column. Order is that of `names`. */
  fill(measured: Measured, rows: Rows, at: number): void
}

/** The same columns for the region so many levels above a block. */
export function atLevels(levels: readonly number[], columns: readonly Named[]): Named[] {
  return levels.flatMap(level => columns.map(([name, meaning]): Named => [`${name}${level}`, `${meaning}, of the region ${level} levels up`]))
}
