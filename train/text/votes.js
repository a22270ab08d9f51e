/** Votes on tokens: each site votes once with the share of a token's weight that was content. */

const alpha = 0.7

export class Votes {
  /** @param {number} size */
  constructor(size) {
    this.positive = new Float64Array(size)
    this.sites = new Float64Array(size)
    this.content = new Float64Array(size)
    this.weight = new Float64Array(size)
    /** @type {number[]} */
    this.touched = []
  }

  /** @param {number} bucket @param {number} weight @param {boolean} isContent */
  add(bucket, weight, isContent) {
    if (this.weight[bucket] === 0) this.touched.push(bucket)
    this.weight[bucket] += weight
    if (isContent) this.content[bucket] += weight
  }

  /** A site is done. */
  close() {
    for (const b of this.touched) {
      if (this.weight[b] === 0) continue
      this.positive[b] += this.content[b] / this.weight[b]
      this.sites[b]++
      this.weight[b] = this.content[b] = 0
    }
    this.touched = []
  }

  /** @param {number} least sites a token needs @returns {Int8Array} sixteenths; −128 where fewer had it */
  table(least) {
    const out = new Int8Array(this.sites.length).fill(-128)
    for (let b = 0; b < out.length; b++) {
      if (this.sites[b] < least) continue
      const odds = Math.log((this.positive[b] + alpha) / (this.sites[b] - this.positive[b] + alpha))
      out[b] = Math.max(-127, Math.min(127, Math.round(odds * 16)))
    }
    return out
  }
}
