/**
 * What names and words say: log-odds of being content, learned from how often blocks with a token were
 * content on other sites. Every site has one vote, so that no large one is learned by heart.
 *
 * Tables hold sixteenths in bytes, so that sums are exact in training and here alike.
 */
import type {Filler, Measured, Named} from './columns.ts'
import {basis, bucketOf, mixed} from './hash.ts'
import {pathBuckets, type Regions} from './regions.ts'

/** Log-odds in sixteenths by bucket; `unknown` where too few sites had the token. */
export interface Tables {
  /** Tokens of class, id, role … of the eight nearest regions, and of the nearest two. */
  readonly around: Int8Array
  readonly near: Int8Array
  /** Words of blocks, of short blocks, and of the headings above blocks. */
  readonly word: Int8Array
  readonly short: Int8Array
  readonly heading: Int8Array
  /** The three nearest tags. */
  readonly path: Int8Array
}
export const tableNames = ['around', 'near', 'word', 'short', 'heading', 'path'] as const
export const unknown = -128
const scale = 1 / 16

export const aroundLevels = 8
export const nearLevels = 2

const kinds: readonly Named[] = [
  ['around', 'names of the eight nearest regions'], ['near', 'names of the nearest two'], ['word', 'the first 40 words'],
  ['short', 'the same, odds from short blocks'], ['heading', 'words of the heading above'],
]
export const evidenceNames: readonly Named[] = [
  ...kinds.flatMap(([name, of]): Named[] => [
    [`${name}Min`, `lowest log-odds among ${of}`], [`${name}Max`, `highest among ${of}`],
    [`${name}Sum`, `sum over ${of}`], [`${name}Mean`, `mean over ${of}`],
  ]),
  ['pathOdds', 'log-odds of the three nearest tags'],
]

/** Bucket of a region's three nearest tags. */
export function pathBucket(region: number, {regionTag, regionParent}: {readonly regionTag: Int16Array; readonly regionParent: Int32Array}): number {
  let hash = basis
  let r = region
  for (let level = 0; level < 3 && r >= 0; level++, r = regionParent[r]) hash = mixed(hash, regionTag[r] + 1)
  return bucketOf(hash, pathBuckets)
}

/** Running minimum, maximum, sum and count. */
interface Odds { min: number; max: number; sum: number; count: number }

export function evidenceFiller(measured: Measured, tables: Tables, at: number): Filler {
  const {scan: {region, page: {columns}, level, wordAt, bucket}, regions} = measured
  const odds: Odds = {min: 0, max: 0, sum: 0, count: 0}
  const around = oddsOf(regions, tables.around)
  const near = oddsOf(regions, tables.near)
  let heading = -1
  let lastRegion = -2
  return ({data, stride, step, base}, from, to) => {
    for (let i = from; i < to; i++) {
      const k = (i - base) * stride + at * step
      if (level[i] > 0) heading = i
      // The row before is still there: rows are moved on with those that their neighbours ask for.
      if (region[i] === lastRegion) for (let c = k; c < k + 8 * step; c += step) data[c] = data[c - stride]
      else {
        lastRegion = region[i]
        clear(odds)
        let r = lastRegion
        for (let up = 0; up < aroundLevels && r >= 0; up++, r = columns.regionParent[r]) join(odds, around, r)
        put(odds, data, k, step)
        clear(odds)
        r = lastRegion
        for (let up = 0; up < nearLevels && r >= 0; up++, r = columns.regionParent[r]) join(odds, near, r)
        put(odds, data, k + 4 * step, step)
      }
      clear(odds)
      add(odds, tables.word, bucket, wordAt[i], wordAt[i + 1])
      put(odds, data, k + 8 * step, step)
      clear(odds)
      add(odds, tables.short, bucket, wordAt[i], wordAt[i + 1])
      put(odds, data, k + 12 * step, step)
      if (level[i] === 0 && i > from && heading >= 0 && heading < i) for (let c = k + 16 * step; c < k + 20 * step; c += step) data[c] = data[c - stride]
      else {
        clear(odds)
        if (heading >= 0) add(odds, tables.heading, bucket, wordAt[heading], wordAt[heading + 1])
        put(odds, data, k + 16 * step, step)
      }
      const path = tables.path[pathBucket(region[i], columns)]
      data[k + 20 * step] = path === unknown ? 0 : path * scale
    }
  }
}

function clear(odds: Odds): void {
  odds.min = 128
  odds.max = -128
  odds.sum = odds.count = 0
}

/** The same of each region's own names: a region is around many blocks, and its names are looked up once. */
interface RegionOdds { readonly min: Int8Array; readonly max: Int8Array; readonly sum: Int32Array; readonly count: Int32Array }

function oddsOf({count, name, nameAt}: Regions, table: Int8Array): RegionOdds {
  const out = {min: new Int8Array(count), max: new Int8Array(count), sum: new Int32Array(count), count: new Int32Array(count)}
  const odds: Odds = {min: 0, max: 0, sum: 0, count: 0}
  for (let r = 0; r < count; r++) {
    if (nameAt[r] === nameAt[r + 1]) continue
    clear(odds)
    add(odds, table, name, nameAt[r], nameAt[r + 1])
    out.min[r] = odds.min
    out.max[r] = odds.max
    out.sum[r] = odds.sum
    out.count[r] = odds.count
  }
  return out
}

function join(odds: Odds, {min, max, sum, count}: RegionOdds, r: number): void {
  if (count[r] === 0) return
  if (min[r] < odds.min) odds.min = min[r]
  if (max[r] > odds.max) odds.max = max[r]
  odds.sum += sum[r]
  odds.count += count[r]
}

/** Five parameters, as it is called for every block. */
function add(odds: Odds, table: Int8Array, buckets: Uint16Array, from: number, to: number): void {
  for (let k = from; k < to; k++) {
    const value = table[buckets[k]]
    if (value === unknown) continue
    if (value < odds.min) odds.min = value
    if (value > odds.max) odds.max = value
    odds.sum += value
    odds.count++
  }
}

function put(odds: Odds, data: Float32Array, at: number, step: number): void {
  const known = odds.count > 0
  data[at] = known ? odds.min * scale : 0
  data[at + step] = known ? odds.max * scale : 0
  data[at + 2 * step] = odds.sum * scale
  data[at + 3 * step] = known ? odds.sum * scale / odds.count : 0
}
