/** Tables of log-odds by token: each site votes once with the share of its weight that was content. */

const alpha = 0.7
/** Sites a token needs. */
const support = {around: 3, near: 3, word: 4, short: 3, heading: 3, path: 3}
/** Words a block weighs at most. */
const mostWords = 30
/** A block of more words is not short. */
const shortWords = 6

/**
 * @param {readonly import('./pages.js').Labelled[]} pages
 * @param {any} judge modules of the judge
 */
export function fitTables(pages, judge) {
  const sizes = judge.tableSizes
  /** @type {Map<string, import('./pages.js').Labelled[]>} */
  const sites = new Map()
  for (const page of pages) sites.set(page.site, [...(sites.get(page.site) ?? []), page])
  /** @type {Record<string, Votes>} */
  const votes = {}
  for (const name of Object.keys(support)) votes[name] = new Votes(sizes[name])
  for (const ofSite of sites.values()) {
    for (const page of ofSite) vote(page, votes, judge)
    for (const each of Object.values(votes)) each.close()
  }
  return Object.fromEntries(Object.entries(votes).map(([name, each]) => [name, each.table(support[/** @type {keyof typeof support} */ (name)])]))
}

class Votes {
  /** @param {number} size */
  constructor(size) {
    this.positive = new Float64Array(size)
    this.sites = new Float64Array(size)
    this.content = new Float64Array(size)
    this.weight = new Float64Array(size)
  }

  /** @param {number} bucket @param {number} weight @param {boolean} isContent */
  add(bucket, weight, isContent) {
    this.weight[bucket] += weight
    if (isContent) this.content[bucket] += weight
  }

  /** A site is done. */
  close() {
    for (let b = 0; b < this.weight.length; b++) {
      if (this.weight[b] === 0) continue
      this.positive[b] += this.content[b] / this.weight[b]
      this.sites[b]++
      this.weight[b] = this.content[b] = 0
    }
  }

  /** @param {number} least */
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

/** @param {import('./pages.js').Labelled} page @param {Record<string, Votes>} votes @param {any} judge */
function vote({measured: {scan, regions}, label}, votes, judge) {
  const {columns} = scan.page
  let heading = -1
  for (let i = 0; i < scan.n; i++) {
    if (scan.level[i] > 0) heading = i
    if (Number.isNaN(label[i])) continue
    const yes = label[i] >= 0.5
    const weight = Math.min(scan.words[i], mostWords)
    if (weight === 0) continue
    let r = scan.region[i]
    for (let up = 0; up < judge.aroundLevels && r >= 0; up++, r = columns.regionParent[r]) {
      for (let k = regions.nameAt[r]; k < regions.nameAt[r + 1]; k++) {
        votes.around.add(regions.name[k], weight, yes)
        if (up < judge.nearLevels) votes.near.add(regions.name[k], weight, yes)
      }
    }
    for (let k = scan.wordAt[i]; k < scan.wordAt[i + 1]; k++) {
      votes.word.add(scan.bucket[k], weight, yes)
      if (scan.words[i] <= shortWords) votes.short.add(scan.bucket[k], 1, yes)
    }
    if (heading >= 0) for (let k = scan.wordAt[heading]; k < scan.wordAt[heading + 1]; k++) votes.heading.add(scan.bucket[k], weight, yes)
    votes.path.add(judge.pathBucket(scan.region[i], columns), weight, yes)
  }
}
