/** What the words of a line say: log-odds of being content, learned from other sites, one vote a site. */
import type {Named} from '../columns.ts'
import {bucketOf, mixed} from '../hash.ts'
import type {Lines} from './lines.ts'

/** Log-odds in sixteenths by bucket; `unknown` where too few sites had the token. */
export interface TextTables {
  /** Words, words of short lines, and pairs of words side by side. */
  readonly word: Int8Array
  readonly short: Int8Array
  readonly pair: Int8Array
  /** The first two words of a line. */
  readonly start: Int8Array
  /** Short lines as a whole, and short lines above others. */
  readonly whole: Int8Array
  readonly section: Int8Array
}
export const textTableNames = ['word', 'short', 'pair', 'start', 'whole', 'section'] as const
export const textTableSizes: Readonly<Record<keyof TextTables, number>> = {word: 8192, short: 8192, pair: 16384, start: 8192, whole: 16384, section: 8192}

const unknown = -128
const scale = 1 / 16
/** Longest line, in words, that is known as a whole. */
export const wholeWords = 8

export const evidenceNames: readonly Named[] = [
  ...(['word', 'short', 'pair'] as const).flatMap((name): Named[] => [
    [`${name}Min`, `lowest log-odds of its ${name}s`], [`${name}Max`, 'highest'], [`${name}Sum`, 'sum'], [`${name}Mean`, 'mean'],
  ]),
  ['startOdds', 'log-odds of its first two words'],
  ['wholeOdds', `log-odds of the whole line, 0 beyond ${wholeWords} words`],
  ['sectionOdds', 'log-odds of the short line above'],
]

export function pairBucket(a: number, b: number): number {
  return bucketOf(mixed(a, b), textTableSizes.pair)
}

/** Bucket of the first two words, −1 in a line without words. */
export function startBucket({scan: {wordAt, bucket}}: Lines, row: number): number {
  const at = wordAt[row]
  const end = wordAt[row + 1]
  return at === end ? -1 : bucketOf(mixed(bucket[at], at + 1 < end ? bucket[at + 1] : 0), textTableSizes.start)
}

/** Bucket of the whole line, −1 if it is too long to be known. */
export function lineBucket({scan: {tokens, hash}}: Lines, row: number, size: number): number {
  return row < 0 || tokens[row] > wholeWords ? -1 : bucketOf(hash[row], size)
}

export function fillTextEvidence(lines: Lines, tables: TextTables, {data, stride, at}: {data: Float32Array; stride: number; at: number}): void {
  const {n, wordAt, bucket} = lines.scan
  for (let i = 0; i < n; i++) {
    const k = i * stride + at
    const from = wordAt[i]
    const to = wordAt[i + 1]
    put(data, k, tables.word, bucket, from, to)
    put(data, k + 4, tables.short, bucket, from, to)
    putPairs(data, k + 8, tables.pair, bucket, from, to)
    data[k + 12] = oddsOf(tables.start, startBucket(lines, i))
    data[k + 13] = oddsOf(tables.whole, lineBucket(lines, i, textTableSizes.whole))
    data[k + 14] = oddsOf(tables.section, lineBucket(lines, lines.head[i], textTableSizes.section))
  }
}

function oddsOf(table: Int8Array, bucket: number): number {
  return bucket < 0 || table[bucket] === unknown ? 0 : table[bucket] * scale
}

/** Six parameters, as it is called for every line. */
function put(data: Float32Array, k: number, table: Int8Array, bucket: Uint16Array, from: number, to: number): void {
  let min = 128
  let max = -128
  let sum = 0
  let count = 0
  for (let w = from; w < to; w++) {
    const value = table[bucket[w]]
    if (value === unknown) continue
    if (value < min) min = value
    if (value > max) max = value
    sum += value
    count++
  }
  write(data, k, {min, max, sum, count})
}

function putPairs(data: Float32Array, k: number, table: Int8Array, bucket: Uint16Array, from: number, to: number): void {
  let min = 128
  let max = -128
  let sum = 0
  let count = 0
  for (let w = from + 1; w < to; w++) {
    const value = table[pairBucket(bucket[w - 1], bucket[w])]
    if (value === unknown) continue
    if (value < min) min = value
    if (value > max) max = value
    sum += value
    count++
  }
  write(data, k, {min, max, sum, count})
}

function write(data: Float32Array, k: number, {min, max, sum, count}: {min: number; max: number; sum: number; count: number}): void {
  if (count === 0) return void data.fill(0, k, k + 4)
  data[k] = min * scale
  data[k + 1] = max * scale
  data[k + 2] = sum * scale
  data[k + 3] = sum * scale / count
}
