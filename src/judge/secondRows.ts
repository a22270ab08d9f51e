/** The rows of the second stage: what the first one thinks of the blocks around. */
import {wholeRows, type Filler, type Measured, type Named, type Rows, type Stretch} from './columns.ts'
import {firstIndex, pageAt} from './firstRows.ts'
import {bestThreshold} from './threshold.ts'

/** Columns of the first stage that the second sees again. */
const kept = ('words linked stops stopwords level tag parentTag depth position wordPosition prosePosition hidden titleLikeness inTitle inData fromH1 fromTitle ' +
  'fromProse fromProseEnd fromHeading lastLevel wordsSinceHeading groupSize groupWords groupShare groupProse alike0 alike1 wordShare2 wordShare4 aroundSum nearSum wordMean shortMean ' +
  'pathOdds pageBlocks pageWords pageLinked pageProse copies').split(' ')
/** Those of blocks: from which place of the first stage's rows to which of the second's; and those of the page, from their place among its values. */
const ofBlocks = moves(at => at < pageAt)
const ofPages = moves(at => at >= pageAt)

function moves(isOf: (at: number) => boolean): {readonly from: Int32Array; readonly to: Int32Array} {
  const to = Int32Array.from(kept.keys()).filter(k => isOf(firstIndex(kept[k])))
  return {to, from: to.map(k => firstIndex(kept[k]) % pageAt)}
}

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

/** What the second stage sees again of the first one's rows: all that is left of these once they are judged. */
export class KeptColumns {
  /** Column after column. */
  readonly #data: Float32Array
  readonly #n: number

  /** @param n rows of the page */
  constructor(n: number) {
    this.#data = new Float32Array(n * ofBlocks.from.length)
    this.#n = n
  }

  /** Take over rows `from` … `to`. */
  keep({data, stride, step, base}: Stretch, from: number, to: number): void {
    const places = ofBlocks.from
    for (let c = 0; c < places.length; c++) {
      const end = c * this.#n + to
      for (let own = c * this.#n + from, k = places[c] * step + (from - base) * stride; own < end; own++, k += stride) this.#data[own] = data[k]
    }
  }

  /** Fill them into rows of the second stage. */
  readonly fill: Filler = ({data, stride, step, base}, from, to) => {
    const places = ofBlocks.to
    for (let c = 0; c < places.length; c++) {
      const end = c * this.#n + to
      for (let own = c * this.#n + from, k = places[c] * step + (from - base) * stride; own < end; own++, k += stride) data[k] = this.#data[own]
    }
  }
}

/** Rows of a page whose rows of the first stage are all there. */
export function secondRows(of: Measured, {rows, p}: {readonly rows: Rows; readonly p: Float32Array}): Rows {
  const {n} = of.scan
  const stride = secondColumns.length
  const out = wholeRows({data: new Float32Array(n * stride), stride})
  const columns = new KeptColumns(n)
  columns.keep(wholeRows(rows), 0, n)
  for (const fill of secondFillers(of, p, columns)) fill(out, 0, n)
  return out
}

/** What fills all columns of the second stage. @param p probabilities of the first one, of all rows */
export function secondFillers(measured: Measured, p: Float32Array, columns: KeptColumns): Filler[] {
  const seen = {measured, p, weight: weightsOf(measured)}
  let at = kept.length
  const next = (group: (seen: Seen, at: number) => Filler, width: number): Filler => {
    at += width
    return group(seen, at - width)
  }
  return [
    columns.fill, next(ofPage, 0), next(own, 1), next(regions, levels.length), next(shifted, shifts.length), next(sofar, 4), next(groups, 3),
    next(windows, reaches.length), next(sections, 2), next(sureOnes, 2), next(best, 2),
  ]
}

/** A page with its probabilities. */
interface Seen {
  readonly measured: Measured
  readonly p: Float32Array
  readonly weight: Float64Array
}

function ofPage({measured: {values}}: Seen): Filler {
  return ({data, stride, step, base}, first, last) => {
    const {from, to} = ofPages
    for (let i = first; i < last; i++) for (let c = 0; c < to.length; c++) data[(i - base) * stride + to[c] * step] = values[from[c]]
  }
}

function own({p}: Seen, at: number): Filler {
  return ({data, stride, step, base}, from, to) => {
    for (let i = from; i < to; i++) data[(i - base) * stride + at * step] = p[i]
  }
}

function regions({measured, p, weight}: Seen, at: number): Filler {
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
  const {from: start, to: end} = measured.regions
  return ({data, stride, step, base}, from, to) => {
    for (let i = from; i < to; i++) {
      let r = region[i]
      let level = 0
      for (let l = 0; l < levels.length; l++) {
        for (; level < levels[l] && r >= 0 && regionParent[r] >= 0; level++) r = regionParent[r]
        level = levels[l]
        const others = r < 0 ? 0 : weights[end[r]] - weights[start[r]] - weight[i]
        data[(i - base) * stride + (at + l) * step] = others < 0.5 ? -1 : (sums[end[r]] - sums[start[r]] - p[i] * weight[i]) / others
      }
    }
  }
}

function shifted({measured: {scan: {n}}, p}: Seen, at: number): Filler {
  return ({data, stride, step, base}, from, to) => {
    for (let i = from; i < to; i++) {
      for (let s = 0; s < shifts.length; s++) {
        const j = i + shifts[s]
        data[(i - base) * stride + (at + s) * step] = j < 0 || j >= n ? -1 : p[j]
      }
    }
  }
}

function sofar({measured: {scan: {n}}, p, weight}: Seen, at: number): Filler {
  let all = 0
  let total = 0
  for (let i = 0; i < n; i++) {
    all += p[i] * weight[i]
    total += weight[i]
  }
  let sum = 0
  let seen = 0
  return ({data, stride, step, base}, from, to) => {
    for (let i = from; i < to; i++) {
      sum += p[i] * weight[i]
      seen += weight[i]
      const k = (i - base) * stride + at * step
      data[k] = sum / seen
      data[k + step] = total - seen < 0.5 ? -1 : (all - sum) / (total - seen)
      data[k + 2 * step] = all / total
      data[k + 3 * step] = all === 0 ? 0 : sum / all
    }
  }
}

function groups({measured: {scan: {n}, groups: {of, count}}, p, weight}: Seen, at: number): Filler {
  const sums = new Float64Array(count)
  const weights = new Float64Array(count)
  let most = 0
  for (let i = 0; i < n; i++) {
    sums[of[i]] += p[i] * weight[i]
    weights[of[i]] += weight[i]
    if (p[i] > most) most = p[i]
  }
  return ({data, stride, step, base}, from, to) => {
    for (let i = from; i < to; i++) {
      const g = of[i]
      const others = weights[g] - weight[i]
      const k = (i - base) * stride + at * step
      data[k] = others < 0.5 ? -1 : (sums[g] - p[i] * weight[i]) / others
      data[k + step] = sums[g] / weights[g]
      data[k + 2 * step] = most
    }
  }
}

function windows({measured: {scan: {n}}, p, weight}: Seen, at: number): Filler {
  const sums = new Float64Array(n + 1)
  const weights = new Float64Array(n + 1)
  for (let i = 0; i < n; i++) {
    sums[i + 1] = sums[i] + p[i] * weight[i]
    weights[i + 1] = weights[i] + weight[i]
  }
  return ({data, stride, step, base}, from, to) => {
    for (let i = from; i < to; i++) {
      for (let w = 0; w < reaches.length; w++) {
        const low = Math.max(0, i - reaches[w])
        const high = Math.min(n, i + reaches[w] + 1)
        data[(i - base) * stride + (at + w) * step] = (sums[high] - sums[low]) / (weights[high] - weights[low])
      }
    }
  }
}

function sections({measured: {scan: {n, level}}, p, weight}: Seen, at: number): Filler {
  let heading = -1
  let start = 0
  let end = 0
  let sum = 0
  let total = 0
  return ({data, stride, step, base}, from, to) => {
    for (let i = from; i < to; i++) {
      if (i === end) {
        // The next section: sum it up, then each of its blocks gets the mean of the others.
        start = end
        heading = level[start] > 0 ? start : -1
        sum = p[start] * weight[start]
        total = weight[start]
        for (end = start + 1; end < n && level[end] === 0; end++) {
          sum += p[end] * weight[end]
          total += weight[end]
        }
      }
      const k = (i - base) * stride + at * step
      const others = total - weight[i]
      data[k] = heading < 0 ? -1 : p[heading]
      data[k + step] = others < 0.5 ? -1 : (sum - p[i] * weight[i]) / others
    }
  }
}

function sureOnes({measured: {scan: {n}}, p}: Seen, at: number): Filler {
  const until = new Int16Array(n)
  for (let i = n - 1, next = -1; i >= 0; i--) {
    if (p[i] >= sure) next = i
    until[i] = next < 0 ? far : Math.min(far, next - i)
  }
  let last = -1
  return ({data, stride, step, base}, from, to) => {
    for (let i = from; i < to; i++) {
      if (p[i] >= sure) last = i
      const k = (i - base) * stride + at * step
      data[k] = last < 0 ? far : Math.min(far, i - last)
      data[k + step] = until[i]
    }
  }
}

function best({measured: {scan}, p}: Seen, at: number): Filler {
  const {threshold, expected} = bestThreshold(p, scan.words)
  return ({data, stride, step, base}, from, to) => {
    for (let i = from; i < to; i++) {
      const k = (i - base) * stride + at * step
      data[k] = threshold
      data[k + step] = expected
    }
  }
}
