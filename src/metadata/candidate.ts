/** A value that a page offers for a fact, where it stands, and how sure it is. */

/** Kinds of places a value is read from, as the result names them. */
export type Source = 'json-ld' | 'opengraph' | 'meta' | 'microdata' | 'rdfa' | 'title' | 'heading' | 'byline' | 'time' | 'link' | 'url' | 'text' | 'header' | 'attribute'

export interface Candidate<T> {
  readonly value: T
  readonly source: Source
  /** Name of the rule that found it. */
  readonly rule: string
  /** 0–1: share of pages on which values of this rule hold, from labelled pages; rounded. */
  readonly confidence: number
}

/** A value that was found and not taken, and why. */
export interface Rejected { readonly value: string; readonly source: Source; readonly rule: string; readonly why: string }

/** Ways to a fact, the best first: a rule gives a value or undefined. */
export interface Rule<T, From> {
  readonly name: string
  readonly source: Source
  readonly confidence: number
  /** The value, undefined where the page has none here. */
  find(from: From): T | undefined
}

/** First hit of an ordered list of rules. */
export function firstHit<T, From>(rules: readonly Rule<T, From>[], from: From): Candidate<T> | undefined {
  for (const rule of rules) {
    const value = rule.find(from)
    if (value !== undefined) return {value, source: rule.source, rule: rule.name, confidence: rule.confidence}
  }
  return undefined
}

/** All hits, in the order of the rules: for who wants to see what else the page offers. */
export function allHits<T, From>(rules: readonly Rule<T, From>[], from: From): readonly Candidate<T>[] {
  return rules.flatMap(rule => {
    const value = rule.find(from)
    return value === undefined ? [] : [{value, source: rule.source, rule: rule.name, confidence: rule.confidence}]
  })
}
