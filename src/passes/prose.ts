/** How much running text stands where: what a rule must never take away by mistake. */
import type {Page} from '../page/page.ts'

/** Shorter blocks are labels, titles, menu entries. Chosen. */
const minWords = 10
/** Characters in links of a block, 0–1, above which it is a list of links in one line. Chosen. */
const maxLinked = 0.5

export interface Prose {
  /** Words of running text in blocks from … to, outside links; constant time. */
  words(from: number, to: number): number
  /** Of the whole page. */
  readonly total: number
}

const known = new WeakMap<Page, Prose>()

/** Prefix sums over the page's blocks of running text, made once a page. */
export function proseOf(page: Page): Prose {
  const made = known.get(page)
  if (made !== undefined) return made
  const {length, words, wide, linked, stops} = page.columns
  const sums = new Float64Array(length.length + 1)
  for (let i = 0; i < length.length; i++) {
    const all = words[i] + 0.6 * wide[i]
    const share = length[i] === 0 ? 1 : linked[i] / length[i]
    const running = all >= minWords && stops[i] > 0 && share < maxLinked
    sums[i + 1] = sums[i] + (running ? all * (1 - share) : 0)
  }
  const prose = {words: (from: number, to: number) => sums[to] - sums[from], total: sums[length.length]}
  known.set(page, prose)
  return prose
}
