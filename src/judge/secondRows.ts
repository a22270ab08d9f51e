/** The rows of the second stage: what the first one thinks of the blocks around. */
import type {Measured, Named, Rows} from './columns.ts'
import {firstIndex} from './firstRows.ts'
import {groupsOf} from './repetition.ts'
import {bestThreshold} from './threshold.ts'

/** Columns of the first stage that the second sees again. */
const kept = ('words linked stops stopwords level tag parentTag depth position wordPosition prosePosition hidden titleLikeness inTitle inData fromH1 fromTitle ' +
  'fromProse fromProseEnd fromHeading lastLevel wordsSinceHeading groupSize groupWords groupShare groupProse alike0 alike1 wordShare2 wordShare4 aroundSum nearSum wordMean shortMean ' +
  'pathOdds pageBlocks pageWords pageLinked pageProse copies').split(' ')
const keptAt = Int32Array.from(kept, firstIndex)
const levels = [0, 1, 2, 3, 4, 6, 8]
const shifts = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5]
const reaches = [3, 10, 25]
/** From this probability on a block of the first stage counts as sure. */
const sure = 0.7
const far = 999

export const secondColumns: readonly Named[] = [
  ...kept.map((name): Named => [name, 'as in the first stage']),
  ['p', 'probability of the first stage, 0–1'],
  ...levels.map((level): Named => [`p^${level}`, `mean of the other blocks in the region ${level} levels up, −1 if there are none`]),
  ...shifts.map((shift): Named => [`p@${shift}`, `p of the block ${shift < 0 ? `${-shift} before` : `${shift} after`}, −1 beyond the page`]),
  ['pBefore', 'mean from the start to here'], ['pAfter', 'mean from here to the end, −1 at the end'], ['pPage', 'mean of the page'], ['pSoFar', 'share of the page’s sum up to here, 0–1'],
  ['pGroup', 'mean of the other blocks of its repeated structure, −1 if there are none'], ['pGroupAll', 'mean of the whole group'], ['pMost', 'highest of the page'],
  ...reaches.map((reach): Named => [`p~${reach}`, `mean over ${reach} blocks to either side`]),
  ['pHeading', 'p of the heading above, −1 if none'], ['pSection', 'mean of the others under the same heading, −1 if none'],
  ['fromSure', 'blocks since the last sure one, 999 if none'], ['toSure', 'blocks until the next sure one'],
  ['pThreshold', 'the page’s threshold by expected F1'], ['pExpected', 'its expected F1'],
]

/** Means weigh by words, at most 40, plus 1. */
function weightsOf({scan: {n, words}}: Measured): Float64Array {
  const out = new Float64Array(n)
  for (let i = 0; i < n; i++) out[i] = Math.min(words[i], 40) + 1
  return out
}

/** What the first stage made of a page. */
export interface Staged { readonly rows: Rows; readonly p: Float32Array }

/** @param into array to use if it is large enough */
export function secondRows(measured: Measured, {rows: first, p}: Staged, into?: Float32Array): Rows {
  const {n} = measured.scan
  const stride = secondColumns.length
  const rows = {data: into !== undefined && into.length >= n * stride ? into : new Float32Array(n * stride), stride}
  const {data} = rows
  for (let i = 0; i < n; i++) {
    const k = i * stride
    for (let c = 0; c < keptAt.length; c++) data[k + c] = first.data[i * first.stride + keptAt[c]]
    data[k + keptAt.length] = p[i]
  }
  const weight = weightsOf(measured)
  const filling = {measured, p, weight, rows}
  let at = keptAt.length + 1
  at = fillRegions(filling, at)
  at = fillShifts(filling, at)
  at = fillPage(filling, at)
  at = fillGroups(filling, at)
  at = fillWindows(filling, at)
  at = fillSections(filling, at)
  at = fillSure(filling, at)
  const {threshold, expected} = bestThreshold(p, measured.scan.words)
  for (let i = 0; i < n; i++) {
    data[i * stride + at] = threshold
    data[i * stride + at + 1] = expected
  }
  return rows
}

interface Filling {
  readonly measured: Measured
  readonly p: Float32Array
  readonly weight: Float64Array
  readonly rows: Rows
}

function fillRegions({measured, p, weight, rows: {data, stride}}: Filling, at: number): number {
  const {page, n, block, region} = measured.scan
  const {regionParent} = page.columns
  const size = page.blocks.length + 1
  const sums = new Float64Array(size)
  const weights = new Float64Array(size)
  for (let b = 0, i = 0; b + 1 < size; b++) {
    const judged = i < n && block[i] === b
    sums[b + 1] = sums[b] + (judged ? p[i] * weight[i] : 0)
    weights[b + 1] = weights[b] + (judged ? weight[i] : 0)
    if (judged) i++
  }
  const {from, to} = measured.regions
  for (let i = 0; i < n; i++) {
    let r = region[i]
    let level = 0
    for (let l = 0; l < levels.length; l++) {
      for (; level < levels[l] && r >= 0 && regionParent[r] >= 0; level++) r = regionParent[r]
      level = levels[l]
      const others = r < 0 ? 0 : weights[to[r]] - weights[from[r]] - weight[i]
      data[i * stride + at + l] = others < 0.5 ? -1 : (sums[to[r]] - sums[from[r]] - p[i] * weight[i]) / others
    }
  }
  return at + levels.length
}

function fillShifts({measured: {scan: {n}}, p, rows: {data, stride}}: Filling, at: number): number {
  for (let i = 0; i < n; i++) {
    for (let s = 0; s < shifts.length; s++) {
      const j = i + shifts[s]
      data[i * stride + at + s] = j < 0 || j >= n ? -1 : p[j]
    }
  }
  return at + shifts.length
}

function fillPage({measured: {scan: {n}}, p, weight, rows: {data, stride}}: Filling, at: number): number {
  let all = 0
  let total = 0
  for (let i = 0; i < n; i++) {
    all += p[i] * weight[i]
    total += weight[i]
  }
  let sum = 0
  let seen = 0
  for (let i = 0; i < n; i++) {
    sum += p[i] * weight[i]
    seen += weight[i]
    const k = i * stride + at
    data[k] = sum / seen
    data[k + 1] = total - seen < 0.5 ? -1 : (all - sum) / (total - seen)
    data[k + 2] = all / total
    data[k + 3] = all === 0 ? 0 : sum / all
  }
  return at + 4
}

function fillGroups({measured, p, weight, rows: {data, stride}}: Filling, at: number): number {
  const {n} = measured.scan
  const {of, count} = groupsOf(measured, 'names')
  const sums = new Float64Array(count)
  const weights = new Float64Array(count)
  let most = 0
  for (let i = 0; i < n; i++) {
    sums[of[i]] += p[i] * weight[i]
    weights[of[i]] += weight[i]
    if (p[i] > most) most = p[i]
  }
  for (let i = 0; i < n; i++) {
    const g = of[i]
    const others = weights[g] - weight[i]
    const k = i * stride + at
    data[k] = others < 0.5 ? -1 : (sums[g] - p[i] * weight[i]) / others
    data[k + 1] = sums[g] / weights[g]
    data[k + 2] = most
  }
  return at + 3
}

function fillWindows({measured: {scan: {n}}, p, weight, rows: {data, stride}}: Filling, at: number): number {
  const sums = new Float64Array(n + 1)
  const weights = new Float64Array(n + 1)
  for (let i = 0; i < n; i++) {
    sums[i + 1] = sums[i] + p[i] * weight[i]
    weights[i + 1] = weights[i] + weight[i]
  }
  for (let i = 0; i < n; i++) {
    for (let w = 0; w < reaches.length; w++) {
      const low = Math.max(0, i - reaches[w])
      const high = Math.min(n, i + reaches[w] + 1)
      data[i * stride + at + w] = (sums[high] - sums[low]) / (weights[high] - weights[low])
    }
  }
  return at + reaches.length
}

function fillSections({measured: {scan: {n, level}}, p, weight, rows: {data, stride}}: Filling, at: number): number {
  let heading = -1
  let start = 0
  for (let i = 0; i <= n; i++) {
    if (i < n && level[i] === 0) continue
    // A section has ended: sum it up, then give each of its blocks the mean of the others.
    let sum = 0
    let total = 0
    for (let j = start; j < i; j++) {
      sum += p[j] * weight[j]
      total += weight[j]
    }
    for (let j = start; j < i; j++) {
      const others = total - weight[j]
      data[j * stride + at] = heading < 0 ? -1 : p[heading]
      data[j * stride + at + 1] = others < 0.5 ? -1 : (sum - p[j] * weight[j]) / others
    }
    start = heading = i
  }
  return at + 2
}

function fillSure({measured: {scan: {n}}, p, rows: {data, stride}}: Filling, at: number): number {
  let last = -1
  for (let i = 0; i < n; i++) {
    if (p[i] >= sure) last = i
    data[i * stride + at] = last < 0 ? far : Math.min(far, i - last)
  }
  let next = -1
  for (let i = n - 1; i >= 0; i--) {
    if (p[i] >= sure) next = i
    data[i * stride + at + 1] = next < 0 ? far : Math.min(far, next - i)
  }
  return at + 2
}
