/** Where a block stands: on the page, among its prose, after which heading, how far from the title. */
import type {Group, Measured} from './columns.ts'
import {Interner} from './hash.ts'

/** Where there is nothing to be far from. */
const nowhere = -999

export const position: Group = {
  names: [
    ['position', 'index over number of blocks, 0–1'],
    ['wordPosition', 'words before over words of the page, 0–1'],
    ['prosePosition', 'prose before over prose of the page, 0–1'],
    ['index', 'blocks before'],
    ['rest', 'blocks from here to the end'],
    ['copies', 'blocks of the page with the same text'],
    ['copiesBefore', 'of these, before this one'],
    ['fromH1', 'blocks since the first h1, negative before it, −999 if none'],
    ['fromTitle', 'blocks since the block most like the title'],
    ['fromProse', 'blocks since the first prose'],
    ['fromProseEnd', 'blocks since the last prose'],
    ['level', 'heading level, 0 for others'],
    ['fromHeading', 'blocks since the last heading, −1 if none'],
    ['lastLevel', 'level of the last heading'],
    ['wordsSinceHeading', 'words since the last heading'],
    ['proseBefore', 'blocks since the last prose block before, at most 99'],
    ['proseAfter', 'blocks until the next prose block after, at most 99'],
  ],
  filler(measured, at) {
    const {scan: {n, words, level, prose}, marks} = measured
    const {count, kind} = copies(measured)
    const seen = new Int32Array(n)
    const after = untilProse(prose)
    let before = 0, proseBefore = 0, heading = -1, lastLevel = 0, since = 0, lastProse = -99
    return ({data, stride, step, base}, from, to) => {
      for (let i = from; i < to; i++) {
        let k = (i - base) * stride + (at - 1) * step
        if (level[i] > 0) {
          heading = i
          lastLevel = level[i]
          since = 0
        }
        data[k += step] = i / n
        data[k += step] = before / marks.words
        data[k += step] = marks.prose > 0 ? proseBefore / marks.prose : 0
        data[k += step] = i
        data[k += step] = n - i
        data[k += step] = count[kind[i]]
        data[k += step] = seen[kind[i]]++
        data[k += step] = marks.h1 < 0 ? nowhere : i - marks.h1
        data[k += step] = marks.title < 0 ? nowhere : i - marks.title
        data[k += step] = marks.first < 0 ? nowhere : i - marks.first
        data[k += step] = marks.last < 0 ? nowhere : i - marks.last
        data[k += step] = level[i]
        data[k += step] = heading < 0 ? -1 : i - heading
        data[k += step] = lastLevel
        data[k += step] = since
        data[k += step] = Math.min(99, i - lastProse)
        data[k += step] = after[i]
        before += words[i]
        proseBefore += prose[i]
        since += words[i]
        if (prose[i] > 0) lastProse = i
      }
    }
  },
}

function copies({scan: {n, hash}}: Measured): {count: Int32Array; kind: Int32Array} {
  const texts = new Interner(n)
  const kind = new Int32Array(n)
  const count = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    kind[i] = texts.id(hash[i])
    count[kind[i]]++
  }
  return {count, kind}
}

/** Blocks until the next prose block after each, at most 99. */
function untilProse(prose: Float64Array): Uint8Array {
  const out = new Uint8Array(prose.length)
  let next = prose.length + 99
  for (let i = prose.length - 1; i >= 0; i--) {
    out[i] = Math.min(99, next - i)
    if (prose[i] > 0) next = i
  }
  return out
}
