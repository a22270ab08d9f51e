/** Repeated structure: the blocks of a page whose nearest elements have the same tags and classes. */
import type {Group, Groups, Measured} from './columns.ts'
import {Interner, mixed} from './hash.ts'

/** Groups by tag and class of the three nearest regions, or by the tags alone of the nearest five. */
export function groupsOf({scan: {n, region, page}, regions: {signature}}: Pick<Measured, 'scan' | 'regions'>, by: 'names' | 'tags'): Groups {
  const {regionParent, regionTag} = page.columns
  const keys = new Interner(n)
  const of = new Int32Array(n)
  const levels = by === 'names' ? 3 : 5
  for (let i = 0; i < n; i++) {
    let key = levels
    let r = region[i]
    for (let l = 0; l < levels && r >= 0; l++, r = regionParent[r]) key = mixed(key, by === 'names' ? signature[r] : regionTag[r] + 1)
    of[i] = keys.id(key)
  }
  return {of, count: keys.count}
}

export const repetition: Group = {
  names: [
    ['groupSize', 'blocks of the group (same tags and classes of the three nearest regions)'],
    ['groupWords', 'words a block of the group'],
    ['groupShare', 'share of the page’s words, 0–1'],
    ['groupLinked', 'link density, 0–1'],
    ['groupProse', 'share of the words that are prose, 0–1'],
    ['groupSpan', 'blocks from its first to its last one, over its size'],
    ['groupStart', 'place of its first block, 0–1'],
    ['pathSize', 'blocks with the same tags of the five nearest regions'],
    ['pathWords', 'words a block of these'],
    ['pathProse', 'share of their words that are prose, 0–1'],
  ],
  filler(measured, at) {
    const {n} = measured.scan
    const {groups: names} = measured
    const tags = groupsOf(measured, 'tags')
    const a = totals(measured, names)
    const b = totals(measured, tags)
    const total = Math.max(1, measured.regions.words[measured.regions.words.length - 1])
    return ({data, stride, step, base}, from, to) => {
      for (let i = from; i < to; i++) {
        let k = (i - base) * stride + (at - 1) * step
        const g = names.of[i]
        const t = tags.of[i]
        data[k += step] = a.size[g]
        data[k += step] = a.words[g] / a.size[g]
        data[k += step] = a.words[g] / total
        data[k += step] = a.linked[g] / Math.max(1, a.length[g])
        data[k += step] = a.prose[g] / Math.max(1, a.words[g])
        data[k += step] = (a.last[g] - a.first[g] + 1) / a.size[g]
        data[k += step] = a.first[g] / n
        data[k += step] = b.size[t]
        data[k += step] = b.words[t] / b.size[t]
        data[k += step] = b.prose[t] / Math.max(1, b.words[t])
      }
    }
  },
}

function totals({scan: {n, words, length, linked, prose}}: Measured, {of, count}: Groups) {
  const make = (): Float64Array => new Float64Array(count)
  const out = {size: make(), words: make(), length: make(), linked: make(), prose: make(), first: make().fill(-1), last: make()}
  for (let i = 0; i < n; i++) {
    const g = of[i]
    out.size[g]++
    out.words[g] += words[i]
    out.length[g] += length[i]
    out.linked[g] += linked[i]
    out.prose[g] += prose[i]
    if (out.first[g] < 0) out.first[g] = i
    out.last[g] = i
  }
  return out
}
