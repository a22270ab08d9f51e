/** Which blocks say the page's title. */
import type {Scan} from './scan.ts'

/** Words shared over words of either; words of the block are counted as often as they stand there. */
export function titleLikeness(tokens: number, shared: number, titleWords: number): number {
  if (titleWords === 0 || tokens === 0 || tokens > 60) return 0
  const common = Math.min(shared, titleWords)
  return common / (tokens + titleWords - common)
}

/** Likeness from which a block is the title, and from which an h1 is. */
const titleLike = 0.75
const headingLike = 0.5

/** Does the row say the page's title? Then it is a fact, not content: it has no label in training and no word in the score. */
export function isTitle({tokens, inTitle, level, facts}: Scan, row: number): boolean {
  return titleLikeness(tokens[row], inTitle[row], facts.title.count) >= (level[row] === 1 ? headingLike : titleLike)
}
