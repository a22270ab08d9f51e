/**
 * Models as they are stored: base64 of little-endian arrays, unpacked once.
 *
 * Every machine JavaScript runs on today is little-endian, so the bytes are the arrays.
 */
import {tableNames, type Tables} from './evidence.ts'
import type {Forest} from './forest.ts'

export interface PackedForest {
  readonly classes: number
  /** What a leaf's number stands for: value = number × scale. */
  readonly scale: number
  /** Inner nodes of each tree: Uint8. */
  readonly nodes: string
  /** Of each node: column Uint16, threshold Float32, left and right child Int8 (≥ 0 a node of the tree, else ~leaf of the tree). */
  readonly column: string
  readonly threshold: string
  readonly left: string
  readonly right: string
  /** Int16. */
  readonly leaf: string
}

export interface PackedModel {
  /** First characters of the SHA-256 of everything else. */
  readonly hash: string
  /** Columns by name, so that a model made for other features is found out. */
  readonly columns: readonly [first: string, second: string]
  readonly tables: Readonly<Record<keyof Tables, string>>
  readonly first: PackedForest
  readonly second: PackedForest
  readonly type: PackedForest
  /** Expected F1 → F1 seen on unseen sites: points of a rising line, both 0–1. */
  readonly calibration: readonly (readonly [expected: number, seen: number])[]
}

export interface Model {
  readonly hash: string
  readonly tables: Tables
  readonly first: Forest
  readonly second: Forest
  readonly type: Forest
  readonly calibration: PackedModel['calibration']
}

export function unpack(packed: PackedModel): Model {
  const tables = Object.fromEntries(tableNames.map(name => [name, new Int8Array(bytes(packed.tables[name]))])) as unknown as Tables
  return {hash: packed.hash, tables, first: unpackForest(packed.first), second: unpackForest(packed.second), type: unpackForest(packed.type), calibration: packed.calibration}
}

/** @internal */
export function unpackForest(packed: PackedForest): Forest {
  const nodes = new Uint8Array(bytes(packed.nodes))
  const left = new Int8Array(bytes(packed.left))
  const right = new Int8Array(bytes(packed.right))
  const root = new Int32Array(nodes.length)
  const child = new Int32Array(left.length * 2)
  let node = 0
  let leaf = 0
  for (let t = 0; t < nodes.length; t++) {
    root[t] = nodes[t] === 0 ? ~leaf : node
    for (let k = node; k < node + nodes[t]; k++) {
      child[2 * k] = right[k] >= 0 ? node + right[k] : ~(leaf + ~right[k])
      child[2 * k + 1] = left[k] >= 0 ? node + left[k] : ~(leaf + ~left[k])
    }
    node += nodes[t]
    leaf += nodes[t] + 1
  }
  return {
    trees: nodes.length, classes: packed.classes, root, child,
    column: Int32Array.from(new Uint16Array(bytes(packed.column))), threshold: new Float32Array(bytes(packed.threshold)),
    leaf: Float64Array.from(new Int16Array(bytes(packed.leaf)), value => value * packed.scale),
  }
}

function bytes(base64: string): ArrayBuffer {
  const text = atob(base64)
  const out = new Uint8Array(text.length)
  for (let i = 0; i < out.length; i++) out[i] = text.charCodeAt(i)
  return out.buffer
}
