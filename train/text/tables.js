/** Tables of log-odds by token for text: each site votes once with the share of its weight that was content. */
import {Votes} from './votes.js'

/** Sites a token needs. */
const support = {word: 4, short: 3, pair: 4, start: 3, whole: 3, section: 3}
/** Words a line weighs at most. */
const mostWords = 30
/** A line of more words is not short. */
const shortWords = 6

/** @param {readonly any[]} pages @param {any} judge modules of the text judge */
export function fitTables(pages, judge) {
  /** @type {Map<string, any[]>} */
  const sites = new Map()
  for (const page of pages) {
    const of = sites.get(page.site)
    if (of === undefined) sites.set(page.site, [page])
    else of.push(page)
  }
  /** @type {Record<string, Votes>} */
  const votes = {}
  for (const name of Object.keys(support)) votes[name] = new Votes(judge.textTableSizes[name])
  for (const ofSite of sites.values()) {
    for (const page of ofSite) vote(page, votes, judge)
    for (const each of Object.values(votes)) each.close()
  }
  return Object.fromEntries(Object.entries(votes).map(([name, each]) => [name, each.table(support[/** @type {keyof typeof support} */ (name)])]))
}

/** @param {any} page @param {Record<string, Votes>} votes @param {any} judge */
function vote({rows: {lines}, label}, votes, judge) {
  const {scan} = lines
  for (let i = 0; i < scan.n; i++) {
    if (Number.isNaN(label[i])) continue
    const yes = label[i] >= 0.5
    const weight = Math.min(scan.words[i], mostWords)
    if (weight === 0) continue
    for (let k = scan.wordAt[i]; k < scan.wordAt[i + 1]; k++) {
      votes.word.add(scan.bucket[k], weight, yes)
      if (scan.words[i] <= shortWords) votes.short.add(scan.bucket[k], 1, yes)
      if (k > scan.wordAt[i]) votes.pair.add(judge.pairBucket(scan.bucket[k - 1], scan.bucket[k]), weight, yes)
    }
    const start = judge.startBucket(lines, i)
    if (start >= 0) votes.start.add(start, 1, yes)
    const whole = judge.lineBucket(lines, i, judge.textTableSizes.whole)
    if (whole >= 0) votes.whole.add(whole, 1, yes)
    const section = judge.lineBucket(lines, lines.head[i], judge.textTableSizes.section)
    if (section >= 0) votes.section.add(section, weight, yes)
  }
}
