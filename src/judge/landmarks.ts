/** The blocks that distances are measured from. */
import type {Scan} from './scan.ts'
import {titleLikeness} from './titleLikeness.ts'

export interface Landmarks {
  /** Words and prose of the page, at least 1 word. */
  readonly words: number
  readonly prose: number
  /** Row of the first h1, of the block most like the title, of the first and the last prose; −1 if the page has none. */
  readonly h1: number
  readonly title: number
  readonly first: number
  readonly last: number
}

export function landmarksOf({n, words, prose, level, facts, tokens, inTitle}: Scan): Landmarks {
  const out = {words: 0, prose: 0, h1: -1, title: -1, first: -1, last: -1}
  let best = 0
  for (let i = 0; i < n; i++) {
    out.words += words[i]
    out.prose += prose[i]
    if (level[i] === 1 && out.h1 < 0) out.h1 = i
    if (prose[i] > 0) {
      if (out.first < 0) out.first = i
      out.last = i
    }
    const likeness = titleLikeness(tokens[i], inTitle[i], facts.title.count)
    if (likeness > best) {
      best = likeness
      out.title = i
    }
  }
  out.words ||= 1
  return out
}
