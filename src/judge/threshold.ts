/**
 * The page's own threshold: where the expected word F1 is highest.
 *
 * With probabilities p and words n, keeping what has p ≥ t is expected to score 2·Σₖ p·n / (Σₖ n + Σ p·n), sums
 * over kept blocks k and over all.
 */

/** Thresholds tried: .10, .12 … .80. */
const lowest = 0.1
const step = 0.02
const count = 36

export interface Threshold {
  readonly threshold: number
  /** Expected word F1 at the threshold, 0–1; 0 for a page without words. */
  readonly expected: number
}

/** @param words weight of each row; rows of weight 0 do not count */
export function bestThreshold(probability: ArrayLike<number>, words: ArrayLike<number>): Threshold {
  // Sums by threshold: a row counts for every threshold up to its own probability.
  const hits = new Float64Array(count + 1)
  const kept = new Float64Array(count + 1)
  let all = 0
  for (let i = 0; i < probability.length; i++) {
    const p = probability[i]
    all += p * words[i]
    const last = Math.min(count, Math.floor((p - lowest) / step + 1 + 1e-9))
    if (last <= 0) continue
    hits[last] += p * words[i]
    kept[last] += words[i]
  }
  let best = {threshold: 0.5, expected: 0}
  let sumHits = 0
  let sumKept = 0
  for (let k = count; k >= 1; k--) {
    sumHits += hits[k]
    sumKept += kept[k]
    const expected = 2 * sumHits / Math.max(1e-9, sumKept + all)
    if (expected >= best.expected && expected > 0) best = {threshold: lowest + (k - 1) * step, expected}
  }
  return best
}

/** The best threshold of a page is an estimate of a noisy curve: drawn a fifth of the way to the middle it does better on unseen sites (measured: +.001 to +.016 by set). */
const drawn = 0.2
const middle = 0.5
/** Nothing on the page reaches this probability, and fewer words than these are expected: there is no content. Measured. */
const nothingSure = 0.4
const fewWords = 20

/** Share of such pages whose gold is empty too, out of fold: the score of an empty answer. */
export const emptyScore = 0.7

/** A threshold that nothing reaches: there is no content on the page. */
export const unreachable = 2

/** The threshold blocks are judged by; `unreachable` where the page has no content. */
export function settledThreshold(probability: ArrayLike<number>, words: ArrayLike<number>): Threshold {
  const {threshold, expected} = bestThreshold(probability, words)
  let most = 0
  let sum = 0
  for (let i = 0; i < probability.length; i++) {
    if (probability[i] > most) most = probability[i]
    sum += probability[i] * words[i]
  }
  if (most < nothingSure && sum < fewWords) return {threshold: unreachable, expected}
  return {threshold: threshold + drawn * (middle - threshold), expected}
}
