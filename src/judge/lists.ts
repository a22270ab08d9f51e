/**
 * The list a block is part of: the nearest region around it that has at least two fellows of the same tag and
 * class among its siblings is its item. On shops, forums and indexes such a list is the content.
 */
import type {Group, Measured} from './columns.ts'

/** Fewer items are no list. */
const leastItems = 3
/** Levels above a block at which its item is looked for. */
const deepest = 9
const none = -1

export const lists: Group = {
  names: [
    ['itemLevel', 'levels up to the item, −1 if the block is in no list'],
    ['items', 'items of the list'],
    ['itemWords', 'words an item'],
    ['itemBlocks', 'blocks an item'],
    ['itemLinked', 'link density of the items, 0–1'],
    ['itemProse', 'share of their words that are prose, 0–1'],
    ['listShare', 'share of the page’s words in the region of the list, 0–1'],
    ['listRank', 'lists of the page with more words outside links, at most 20'],
    ['listAfterTitle', 'blocks from the title to the start of the list, −999 if there is no title'],
    ['ownItem', 'words of the block’s own item over those of an average one'],
    ['outerLevel', 'levels from the item up to the next list around it, −1 if there is none'],
  ],
  filler(measured, at) {
    const {scan: {region, page}, regions, marks} = measured
    const {regionParent} = page.columns
    const start = marks.title >= 0 ? marks.title : marks.h1
    const ranks = ranked(measured)
    const total = Math.max(1, regions.words[regions.words.length - 1])
    return ({data, stride, step, base}, from, to) => {
      for (let i = from; i < to; i++) {
        let k = (i - base) * stride + (at - 1) * step
        const item = itemAbove(regions.alike, regionParent, region[i])
        const list = item < 0 ? none : regionParent[item]
        if (item < 0 || list < 0) {
          for (let c = 0; c < 11; c++) data[k += step] = c === 0 || c === 10 ? none : 0
          continue
        }
        const first = regions.from[list]
        const last = regions.to[list]
        const items = regions.alike[item]
        const words = regions.words[last] - regions.words[first]
        const outer = itemAbove(regions.alike, regionParent, list)
        data[k += step] = regions.depth[region[i]] - regions.depth[item]
        data[k += step] = items
        data[k += step] = words / items
        data[k += step] = (regions.rows[last] - regions.rows[first]) / items
        data[k += step] = (regions.linked[last] - regions.linked[first]) / Math.max(1, regions.length[last] - regions.length[first])
        data[k += step] = (regions.prose[last] - regions.prose[first]) / Math.max(1, words)
        data[k += step] = words / total
        data[k += step] = ranks[list]
        data[k += step] = start < 0 ? -999 : regions.rows[first] - start
        data[k += step] = (regions.words[regions.to[item]] - regions.words[regions.from[item]]) * items / Math.max(1, words)
        data[k += step] = outer < 0 ? none : regions.depth[item] - regions.depth[outer]
      }
    }
  },
}

/** Nearest region from r up that has fellows, −1 if there is none near. */
function itemAbove(alike: Int32Array, regionParent: Int32Array, r: number): number {
  for (let up = 0; up < deepest && r >= 0; up++, r = regionParent[r]) if (alike[r] >= leastItems) return r
  return none
}

/** Per region that holds a list: how many lists have more words outside links. */
function ranked({regions, scan: {page}}: Measured): Uint8Array {
  const {regionParent} = page.columns
  const seen = new Uint8Array(regions.count)
  const weights: number[] = []
  const holders: number[] = []
  for (let r = 0; r < regions.count; r++) {
    const list = regionParent[r]
    if (regions.alike[r] < leastItems || list < 0 || seen[list] === 1) continue
    seen[list] = 1
    const from = regions.from[list]
    const to = regions.to[list]
    const share = 1 - (regions.linked[to] - regions.linked[from]) / Math.max(1, regions.length[to] - regions.length[from])
    holders.push(list)
    weights.push((regions.words[to] - regions.words[from]) * (share + 0.1))
  }
  const order = holders.map((_, at) => at).sort((a, b) => weights[b] - weights[a])
  const out = new Uint8Array(regions.count)
  order.forEach((at, rank) => { out[holders[at]] = Math.min(20, rank) })
  return out
}
