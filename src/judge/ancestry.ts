/** Which elements a block stands in: its own, the two around it, and how far up certain others are. */
import {element} from '../page/elements.ts'
import type {Group} from './columns.ts'

/** Tags as small numbers; others are 99. */
const tags = 'p li h1 h2 h3 h4 h5 h6 td th div center address pre blockquote dd dt figcaption button label section article body option main header footer tr summary legend noscript'.split(' ')
/** Elements whose distance is a feature. */
const above = 'nav header footer aside main article form table ul ol li section figure dialog p blockquote pre button select details noscript dl template'.split(' ')
const otherTag = 99

const tagNumber = new Int16Array(512).fill(otherTag)
tags.forEach((tag, at) => { tagNumber[element(tag).id] = at })
const aboveNumber = new Int16Array(512).fill(-1)
above.forEach((tag, at) => { aboveNumber[element(tag).id] = at })

export const ancestry: Group = {
  names: [
    ['depth', 'regions around the block'],
    ['tag', `own element: ${tags.map((tag, at) => `${at} ${tag}`).join(', ')}, ${otherTag} another`],
    ['parentTag', 'the same of the element around it'],
    ['grandparentTag', 'the same of the next'],
    ...above.map(tag => [`in-${tag}`, `levels up to the nearest ${tag}, −1 if there is none`] as const),
  ],
  filler({scan: {page, region}, regions: {depth}}, at) {
    const {regionTag, regionParent} = page.columns
    const width = above.length
    const nearest = distances(regionTag, regionParent, width)
    return ({data, stride, step, base}, from, to) => {
      for (let i = from; i < to; i++) {
        let k = (i - base) * stride + (at - 1) * step
        const r = region[i]
        const parent = r < 0 ? -1 : regionParent[r]
        const grandparent = parent < 0 ? -1 : regionParent[parent]
        data[k += step] = r < 0 ? 0 : depth[r] + 1
        data[k += step] = r < 0 ? otherTag : tagNumber[regionTag[r]]
        data[k += step] = parent < 0 ? otherTag : tagNumber[regionTag[parent]]
        data[k += step] = grandparent < 0 ? otherTag : tagNumber[regionTag[grandparent]]
        if (r < 0) for (let a = 0; a < width; a++) data[k += step] = -1
        else for (let a = r * width; a < (r + 1) * width; a++) data[k += step] = nearest[a]
      }
    }
  },
}

/** Levels up to the nearest of each kind, by region: one scan, as a parent's index is smaller than its child's. */
function distances(regionTag: Int16Array, regionParent: Int32Array, width: number): Int8Array {
  const out = new Int8Array(regionTag.length * width).fill(-1)
  // A page has few of these elements; the distances to all others are −1 everywhere.
  const found = kindsOf(regionTag, width)
  for (let r = 0; r < regionTag.length; r++) {
    const own = r * width
    const around = regionParent[r] * width
    if (around >= 0) {
      for (let f = 0; f < found.length; f++) {
        const up = out[around + found[f]]
        if (up >= 0) out[own + found[f]] = Math.min(120, up + 1)
      }
    }
    const kind = aboveNumber[regionTag[r]]
    if (kind >= 0) out[own + kind] = 0
  }
  return out
}

function kindsOf(regionTag: Int16Array, width: number): number[] {
  const has = new Uint8Array(width)
  for (let r = 0; r < regionTag.length; r++) if (aboveNumber[regionTag[r]] >= 0) has[aboveNumber[regionTag[r]]] = 1
  const found: number[] = []
  for (let a = 0; a < width; a++) if (has[a] === 1) found.push(a)
  return found
}
