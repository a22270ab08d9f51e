/** What is kept of a page so that its copies are found: a line of a side file, written while pages are cleaned. */
import {createHash} from 'node:crypto'
import {safeObject} from '../../rows/json.ts'
import {unwrapWideNumbers} from '../../rows/numbers.ts'
import type {Result} from '../../result.ts'
import type {Item} from '../../rows/item.ts'
import {shingles, wordHashes} from './shingles.ts'
import {bands, sketchBytes, sketchOf, type Sketch} from './sketch.ts'

export type Dedupe = 'exact' | 'near'

export interface Printed {
  readonly item: Item
  readonly result: Result
  /** Coordinates of the page. */
  readonly at: object
  /** Where it stands in a tree; none in files of rows. */
  readonly path?: string | undefined
}

export interface Print {
  /** Hash of the text as it stands, white space aside; '' for a page without any. */
  readonly text: string
  /** Only for near copies. */
  readonly sketch: Sketch | undefined
  /** Id, address and coordinates as JSON: how others name it. */
  readonly name: string
  readonly path: string | undefined
}

/** Letters of a hash: 96 bits of SHA-256. */
const textLetters = 16

/** JSON has no tab, nor has anything else here. */
export function printLine({item, result: {markdown, metadata}, at, path}: Printed, kind: Dedupe): string {
  const text = markdown.replace(/\s+/gu, ' ').trim()
  const name = unwrapWideNumbers(safeObject([['id', item.id], ['url', item.facts.url ?? metadata.url], ['input', at]]))
  return [
    text === '' ? '' : createHash('sha256').update(text).digest('base64').slice(0, textLetters),
    kind === 'exact' || text === '' ? '' : packed(sketchOf(shingles(wordHashes(markdown)))),
    name,
    ...(path === undefined ? [] : [JSON.stringify(path)]),
  ].join('\t')
}

export function printOf(line: string): Print {
  const [text, sketch, name, path] = line.split('\t')
  return {text, sketch: sketch === '' ? undefined : unpacked(sketch), name, path: path === undefined ? undefined : JSON.parse(path) as string}
}

function packed({bytes, bands: keys}: Sketch): string {
  const out = Buffer.alloc(sketchBytes + bands * 8)
  out.set(bytes)
  for (const [i, key] of keys.entries()) out.writeDoubleLE(key, sketchBytes + i * 8)
  return out.toString('base64')
}

function unpacked(text: string): Sketch {
  const bytes = Buffer.from(text, 'base64')
  return {bytes: Uint8Array.from(bytes.subarray(0, sketchBytes)), bands: Float64Array.from({length: bands}, (_, i) => bytes.readDoubleLE(sketchBytes + i * 8))}
}
