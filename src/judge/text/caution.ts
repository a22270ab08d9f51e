/**
 * How likely a line must be content to stay, by what the caller favors.
 *
 * One threshold for all lines wastes what may be lost: a long line of boilerplate spoils more than a short one, and
 * on a page with many short lines of content (a forum, a list of offers) each lost line is one of many. So the
 * log-odds of the threshold are a sum of a few measures. Weights by random search on unseen sites, for the highest
 * word F1 at the losses each setting allows.
 */
export type Favor = 'precision' | 'balanced' | 'recall'

interface Caution {
  /** Log-odds of the threshold for a line of 6 words on a page of 400 words of content in 54 lines. */
  readonly base: number
  /** For e times as many words in the line. */
  readonly words: number
  /** For e times as many words of content on the page. */
  readonly content: number
  /** For a page that is all content, against one that is none. */
  readonly share: number
  /** For e times as many lines of content. */
  readonly lines: number
  /** From this probability on the judge overrules the rules for lines of an interface. Chosen on unseen sites. */
  readonly overrules: {readonly doubtful: number; readonly sure: number}
  /** Up to this probability a line of a few words is a label. Measured on labelled cuttings: at 0.1 one of ninety was content. */
  readonly unlikely: number
}

const cautions: Readonly<Record<Favor, Caution>> = {
  precision: {base: 0.18, words: 0, content: 0, share: 0, lines: 0, overrules: {doubtful: 0.8, sure: 0.95}, unlikely: 0.12},
  balanced: {base: -0.95, words: 0.294, content: -0.159, share: 1.344, lines: -0.21, overrules: {doubtful: 0.5, sure: 0.9}, unlikely: 0.1},
  recall: {base: -3.35, words: 0.87, content: 0.002, share: 2.014, lines: -0.461, overrules: {doubtful: 0.05, sure: 0.15}, unlikely: 0},
}

/** A cutting of so few lines shows little of its site: below it the judge risks less, by this much for e times fewer. Chosen on labelled cuttings. */
const fewLines = 100
const ofFewLines = 3
/** @see LineJudgement */
export function overrulesOf(favor: Favor): Pick<Caution, 'overrules' | 'unlikely'> {
  const {overrules, unlikely} = cautions[favor]
  return {overrules, unlikely}
}

/** Longer lines count like this many words. */
const mostWords = 60

/**
 * The threshold of each line.
 *
 * @param probability of each line
 * @param words of each line
 * @returns 0–1, by line
 */
export function thresholds(favor: Favor, probability: Float32Array, words: Float64Array): Float32Array {
  const {base, words: ofWords, content: ofContent, share: ofShare, lines: ofLines} = cautions[favor]
  let content = 0
  let all = 0
  let lines = 0
  for (let i = 0; i < probability.length; i++) {
    content += probability[i] * words[i]
    all += words[i]
    lines += probability[i]
  }
  const ofPage = base + ofContent * (Math.log(content + 10) - 6) + ofShare * (content / Math.max(1, all) - 0.6) + ofLines * (Math.log(lines + 1) - 4)
    + ofFewLines * Math.min(0, Math.log(probability.length / fewLines))
  const out = new Float32Array(probability.length)
  for (let i = 0; i < out.length; i++) out[i] = 1 / (1 + Math.exp(-(ofPage + ofWords * (Math.log(Math.min(mostWords, words[i]) + 1) - 2))))
  return out
}
