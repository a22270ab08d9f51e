/** The regions around a block: how much of the page they hold, and of what. */
import {atLevels, type Group, type Measured, type Stretch} from './columns.ts'

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
    return (rows, from, to) => {
      const filling = {measured, rows, total}
      for (let i = from; i < to; i++) {
        let r = region[i]
        let level = 0
        let next = 0
        const share = (i - rows.base) * rows.stride + at
        const count = share + shares.length
        for (let l = 0; l < levels.length; l++) {
          while (level < levels[l] && r >= 0 && regionParent[r] >= 0) {
            r = regionParent[r]
            level++
          }
          level = levels[l]
          fillShares(filling, r, share + l * 4)
          if (levels[l] < 4) fillCounts(filling, r, count + next++ * 5)
        }
      }
    }
  },
}

interface Filling { readonly measured: Measured; readonly rows: Stretch; readonly total: number }

function fillShares({measured: {regions, scan}, rows: {data}, total}: Filling, r: number, at: number): void {
  if (r < 0) {
    data[at] = data[at + 1] = data[at + 2] = data[at + 3] = 0
    return
  }
  const from = regions.from[r]
  const to = regions.to[r]
  const words = regions.words[to] - regions.words[from]
  data[at] = words / total
  data[at + 1] = (regions.linked[to] - regions.linked[from]) / Math.max(1, regions.length[to] - regions.length[from])
  data[at + 2] = (regions.rows[to] - regions.rows[from]) / scan.n
  data[at + 3] = (regions.prose[to] - regions.prose[from]) / Math.max(1, words)
}

function fillCounts({measured: {regions}, rows: {data}}: Filling, r: number, at: number): void {
  if (r < 0) {
    data[at] = data[at + 1] = data[at + 2] = data[at + 3] = data[at + 4] = 0
    return
  }
  const from = regions.from[r]
  const to = regions.to[r]
  data[at] = (regions.words[to] - regions.words[from]) / Math.max(1, regions.rows[to] - regions.rows[from])
  data[at + 1] = regions.alike[r]
  data[at + 2] = regions.children[r]
  data[at + 3] = regions.index[r]
  data[at + 4] = regions.headings[to] - regions.headings[from]
}
