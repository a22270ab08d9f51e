/** The type of a page: its shape, and what kind of blocks its content is made of. */
import type {PageType} from '../page/judgement.ts'
import {wholeRows, type Measured, type Named, type Rows, type Stretch} from './columns.ts'
import {firstIndex} from './firstRows.ts'
import {pageNames} from './pageShape.ts'

export const pageTypes: readonly PageType[] = ['article', 'documentation', 'service', 'forum', 'collection', 'listing', 'product']

/** Columns of blocks whose mean over the content, and over the whole page, tells the type. */
const averaged = ('words linked stops commas capitals digits stopwords money question year level images alike1 groupSize groupWords aroundSum nearSum wordMean headingMean shortMean time code ' +
  'in-article in-li in-table in-pre in-dl in-form').split(' ')
const averagedAt = Int32Array.from(averaged, firstIndex)

export const typeColumns: readonly Named[] = [
  ...pageNames,
  ...averaged.map((name): Named => [`${name}Content`, `mean of ${name} over the content, by words and probability`]),
  ...averaged.map((name): Named => [`${name}Page`, `mean of ${name} over the page`]),
  ['contentShare', 'share of the words that are content, 0–1'], ['contentBlocks', 'sum of the probabilities'],
]

/** Gathers the row of a page while its blocks go by. */
export class TypeSums {
  readonly #of: Measured
  readonly #sums = new Float64Array(averaged.length * 2)
  #content = 0
  #all = 0
  #blocks = 0

  constructor(of: Measured) {
    this.#of = of
  }

  /** Rows `from` … `to`, `p` being the probabilities of all rows. */
  add({data, stride, step, base}: Stretch, p: Float32Array, [from, to]: readonly [from: number, to: number]): void {
    const {words} = this.#of.scan
    const sums = this.#sums
    const count = averagedAt.length
    const weights = new Float64Array(to - from)
    for (let i = from; i < to; i++) {
      const weight = weights[i - from] = Math.min(words[i], 40) + 1
      this.#content += weight * p[i]
      this.#all += weight
      this.#blocks += p[i]
    }
    for (let c = 0; c < count; c++) {
      let content = sums[c]
      let page = sums[count + c]
      for (let i = from, k = averagedAt[c] * step + (from - base) * stride; i < to; i++, k += stride) {
        content += data[k] * weights[i - from] * p[i]
        page += data[k]
      }
      sums[c] = content
      sums[count + c] = page
    }
  }

  /** The row; for pages with at least one block. */
  row(): Rows {
    const out = new Float32Array(typeColumns.length)
    const {scan: {n}, values} = this.#of
    const count = averagedAt.length
    out.set(values)
    for (let c = 0; c < count; c++) {
      out[values.length + c] = this.#content === 0 ? 0 : this.#sums[c] / this.#content
      out[values.length + count + c] = this.#sums[count + c] / n
    }
    out[out.length - 2] = this.#all === 0 ? 0 : this.#content / this.#all
    out[out.length - 1] = this.#blocks
    return {data: out, stride: out.length}
  }
}

/** The row of a page whose rows are all there. */
export function typeRow(of: Measured, rows: Rows, p: Float32Array): Rows {
  const sums = new TypeSums(of)
  sums.add(wholeRows(rows), p, [0, of.scan.n])
  return sums.row()
}
