/** How a block stands to the region that simpler methods would take for the content. */
import type {Group, Measured} from './columns.ts'

export const root: Group = {
  names: [
    ['inRoot', 'levels up to the region a density score prefers, −1 outside it'],
    ['toRoot', 'levels up to the first region that holds it'],
    ['parentScore', 'density score of the region around the block over the best one, 0–1'],
    ['rootShare', 'share of the page’s words in the best region, 0–1'],
    ['rootLinked', 'its link density, 0–1'],
    ['inHalf', 'levels up to the deepest region with half of the prose, −1 outside it'],
    ['inMost', 'levels up to the deepest region with 85 % of the prose'],
  ],
  filler(measured, at) {
    const {scan: {region, page}, regions} = measured
    const {regionParent} = page.columns
    const score = scores(measured)
    const best = preferred(measured, score)
    const common = levelsToCommon(measured, best)
    const half = deepest(measured, 0.5)
    const most = deepest(measured, 0.85)
    const total = Math.max(1, regions.words[regions.words.length - 1])
    const share = best < 0 ? 0 : (regions.words[regions.to[best]] - regions.words[regions.from[best]]) / total
    const linked = best < 0 ? 0 : linkDensity(measured, best)
    return ({data, stride, step, base}, from, to) => {
      for (let i = from; i < to; i++) {
        let k = (i - base) * stride + (at - 1) * step
        const r = region[i]
        const parent = r < 0 ? -1 : regionParent[r]
        data[k += step] = levelsTo(measured, r, best)
        data[k += step] = r < 0 ? 0 : common[r]
        data[k += step] = parent < 0 || best < 0 ? 0 : score[parent] / Math.max(1e-9, score[best])
        data[k += step] = share
        data[k += step] = linked
        data[k += step] = levelsTo(measured, r, half)
        data[k += step] = levelsTo(measured, r, most)
      }
    }
  },
}

/** Every block of 8 words or more gives to the four regions around it, the less the farther. @see Readability */
function scores({scan: {n, page, region, words, length, linked, commas}, regions: {count}}: Measured): Float64Array {
  const {regionParent} = page.columns
  const out = new Float64Array(count)
  for (let i = 0; i < n; i++) {
    if (words[i] < 8 || region[i] < 0) continue
    const value = (1 + commas[i] + Math.min(words[i] / 20, 3)) * (1 - linked[i] / Math.max(1, length[i]))
    let r = regionParent[region[i]]
    for (let d = 1; d < 5 && r >= 0; d++, r = regionParent[r]) out[r] += value / (d < 3 ? d : d * 3)
  }
  return out
}

function preferred(measured: Measured, score: Float64Array): number {
  let best = -1
  let value = -1
  for (let r = 0; r < score.length; r++) {
    const own = score[r] > 0 ? score[r] * (1 - linkDensity(measured, r)) : 0
    if (own > value) {
      value = own
      best = r
    }
  }
  return best
}

function linkDensity({regions}: Measured, r: number): number {
  const from = regions.from[r]
  const to = regions.to[r]
  return Math.min(1, (regions.linked[to] - regions.linked[from]) / Math.max(1, regions.length[to] - regions.length[from]))
}

/** The deepest region with that share of the prose, −1 if the page has none. */
function deepest({regions}: Measured, share: number): number {
  const {prose, from, to, depth, count} = regions
  const wanted = share * prose[prose.length - 1]
  if (wanted === 0) return -1
  let best = -1
  for (let r = 0; r < count; r++) {
    if (prose[to[r]] - prose[from[r]] >= wanted && (best < 0 || depth[r] > depth[best])) best = r
  }
  return best
}

/** Levels from region r up to region `goal`, −1 if it is not around r. */
function levelsTo({regions: {depth}, scan: {page}}: Measured, r: number, goal: number): number {
  if (goal < 0 || r < goal || r >= page.regions[goal].end) return -1
  return depth[r] - depth[goal]
}

/** Levels from each region up to the first one that holds `goal`; one scan, as a page may be deep. */
function levelsToCommon({regions: {count}, scan: {page}}: Measured, goal: number): Int32Array {
  const {regionParent} = page.columns
  const out = new Int32Array(count)
  if (goal < 0) return out
  for (let r = 0; r < count; r++) {
    if (r <= goal && goal < page.regions[r].end) continue
    out[r] = (regionParent[r] < 0 ? 0 : out[regionParent[r]]) + 1
  }
  return out
}
