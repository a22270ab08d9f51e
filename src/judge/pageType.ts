/** The type of a page: its shape, and what kind of blocks its content is made of. */
import type {PageType} from '../page/judgement.ts'
import type {Measured, Named, Rows} from './columns.ts'
import {firstColumns, firstIndex, pageAt} from './firstRows.ts'

export const pageTypes: readonly PageType[] = ['article', 'documentation', 'service', 'forum', 'collection', 'listing', 'product']

/** Columns of blocks whose mean over the content, and over the whole page, tells the type. */
const averaged = ('words linked stops commas capitals digits stopwords money question year level images alike1 groupSize groupWords aroundSum nearSum wordMean headingMean shortMean time code ' +
  'in-article in-li in-table in-pre in-dl in-form').split(' ')
const averagedAt = averaged.map(firstIndex)
const shape = firstColumns.slice(pageAt)

export const typeColumns: readonly Named[] = [
  ...shape,
  ...averaged.map((name): Named => [`${name}Content`, `mean of ${name} over the content, by words and probability`]),
  ...averaged.map((name): Named => [`${name}Page`, `mean of ${name} over the page`]),
  ['contentShare', 'share of the words that are content, 0–1'], ['contentBlocks', 'sum of the probabilities'],
]

/** One row for the page; it has at least one block. */
export function typeRow({scan: {n, words}}: Measured, {data, stride}: Rows, p: Float32Array): Rows {
  const out = new Float32Array(typeColumns.length)
  out.set(data.subarray(pageAt, stride))
  let content = 0
  let all = 0
  let blocks = 0
  const sums = new Float64Array(averaged.length * 2)
  for (let i = 0; i < n; i++) {
    const weight = Math.min(words[i], 40) + 1
    content += weight * p[i]
    all += weight
    blocks += p[i]
    for (let c = 0; c < averagedAt.length; c++) {
      const value = data[i * stride + averagedAt[c]]
      sums[c] += value * weight * p[i]
      sums[averaged.length + c] += value
    }
  }
  for (let c = 0; c < averaged.length; c++) {
    out[shape.length + c] = content === 0 ? 0 : sums[c] / content
    out[shape.length + averaged.length + c] = sums[averaged.length + c] / n
  }
  out[out.length - 2] = all === 0 ? 0 : content / all
  out[out.length - 1] = blocks
  return {data: out, stride: out.length}
}
