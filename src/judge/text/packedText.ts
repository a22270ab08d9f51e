/** The text judge's model as it is stored. */
import type {Forest} from '../forest.ts'
import {unpackForest, type PackedForest} from '../packed.ts'
import {textTableNames, type TextTables} from './textEvidence.ts'

export interface PackedTextModel {
  /** First characters of the SHA-256 of everything else. */
  readonly hash: string
  /** Columns by name, so that a model made for other features is found out. */
  readonly columns: readonly string[]
  /** Base64 of Int8. */
  readonly tables: Readonly<Record<keyof TextTables, string>>
  readonly first: PackedForest
  readonly second: PackedForest
}

export interface TextModel {
  readonly hash: string
  readonly tables: TextTables
  readonly first: Forest
  readonly second: Forest
}

export function unpackText(packed: PackedTextModel): TextModel {
  const tables = Object.fromEntries(textTableNames.map(name => [name, signed(packed.tables[name])])) as unknown as TextTables
  return {hash: packed.hash, tables, first: unpackForest(packed.first), second: unpackForest(packed.second)}
}

function signed(base64: string): Int8Array {
  const text = atob(base64)
  const out = new Int8Array(text.length)
  for (let i = 0; i < out.length; i++) out[i] = text.charCodeAt(i)
  return out
}
