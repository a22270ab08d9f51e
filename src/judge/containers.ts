/** The regions around a block: how much of the page they hold, and of what. */
import {atLevels, type Group, type Measured} from './columns.ts'

const levels = [0, 1, 2, 3, 4, 6]
/** Up to this level counts of children and siblings are features too. */
const nearLevels = levels.filter(level => level < 4)

const shares = atLevels(levels, [
  ['wordShare', 'share of the page’s words, 0–1'],
  ['linkDensity', 'share of the characters in links, 0–1'],
  ['blockShare', 'share of the page’s blocks, 0–1'],
  ['proseShare', 'share of the words that are prose, 0–1'],
])
const counts = atLevels(nearLevels, [
  ['blockWords', 'words a block'],
  ['alike', 'siblings with the same tag and class'],
  ['children', 'child regions'],
  ['childIndex', 'place among its siblings, from 0'],
  ['headings', 'headings'],
])

export const containers: Group = {
  names: [...shares, ...counts],
  filler(measured, at) {
    const {scan: {region, page}, regions} = measured
    const {regionParent} = page.columns
    const total = Math.max(1, regions.words[regions.words.length - 1])
    return ({data, stride, step, base}, from, to) => {
      const filling = {measured, data, step, total}
      for (let i = from; i < to; i++) {
        let r = region[i]
        let level = 0
        let next = 0
        const share = (i - base) * stride + at * step
        const count = share + shares.length * step
        for (let l = 0; l < levels.length; l++) {
          while (level < levels[l] && r >= 0 && regionParent[r] >= 0) {
            r = regionParent[r]
            level++
          }
          level = levels[l]
          fillShares(filling, r, share + l * 4 * step)
          if (levels[l] < 4) fillCounts(filling, r, count + next++ * 5 * step)
        }
      }
    }
  },
}

interface Filling { readonly measured: Measured; readonly data: Float32Array; readonly step: number; readonly total: number }

function fillShares({measured: {regions, scan}, data, step, total}: Filling, r: number, at: number): void {
  if (r < 0) {
    data[at] = data[at + step] = data[at + 2 * step] = data[at + 3 * step] = 0
    return
  }
  const from = regions.from[r]
  const to = regions.to[r]
  const words = regions.words[to] - regions.words[from]
  data[at] = words / total
  data[at + step] = (regions.linked[to] - regions.linked[from]) / Math.max(1, regions.length[to] - regions.length[from])
  data[at + 2 * step] = (regions.rows[to] - regions.rows[from]) / scan.n
  data[at + 3 * step] = (regions.prose[to] - regions.prose[from]) / Math.max(1, words)
}

function fillCounts({measured: {regions}, data, step}: Filling, r: number, at: number): void {
  if (r < 0) {
    data[at] = data[at + step] = data[at + 2 * step] = data[at + 3 * step] = data[at + 4 * step] = 0
    return
  }
  const from = regions.from[r]
  const to = regions.to[r]
  data[at] = (regions.words[to] - regions.words[from]) / Math.max(1, regions.rows[to] - regions.rows[from])
  data[at + step] = regions.alike[r]
  data[at + 2 * step] = regions.children[r]
  data[at + 3 * step] = regions.index[r]
  data[at + 4 * step] = regions.headings[to] - regions.headings[from]
}
