/**
 * Headings live with their section: one over text that is kept stays, one over text that is gone goes.
 *
 * The judge sees a heading as a short text, and is less sure of it than of the text below. A section ends at the next
 * heading of the same or a higher level; a first-level heading is over the whole page and left alone. Measured out of
 * fold: +.001 on trafilatura's snippets, +.0005 on zyte and magic-article, nothing worse.
 */
import type {PageType} from '../page/judgement.ts'
import type {Ledger} from '../page/ledger.ts'
import type {Page} from '../page/page.ts'
import type {Pass} from '../page/pass.ts'

/** Share of its section's words that are kept from which a heading directly over kept text comes back. Measured: from .5 to .8 flat. */
const keptShare = 0.5
/** A heading less probable than this share of the threshold is not of the section below it, but of what stands beside. Measured: .9 costs no words and writes fewer headings that are none. */
const nearly = 0.9
/** A dropped section more probable than this share of the threshold was dropped by a narrow margin: its heading is left to the judge. Measured: from .05 to .6 flat. */
const narrowly = 0.3
/** Pages of running text. On the others headings are the content itself: names of products, titles of entries. */
const ofText: ReadonlySet<PageType> = new Set(['article', 'documentation', 'forum'])
const levels = 6
/** As in page/measure.ts. */
const wordsPerWide = 0.6

export const sections: Pass = {
  name: 'sections',
  about: 'headings whose section was dropped; keeps those whose section was kept',
  origins: ['html'],
  run(page, ledger, {judgement}) {
    if (judgement === undefined || judgement.threshold > 1) return
    const {words, wide} = page.columns
    const {probability, threshold} = judgement
    const mayDrop = ofText.has(judgement.type)
    // Per level: words kept, dropped, and expected to be content below the place where we are, up to the next heading of that level or above.
    const kept = new Float64Array(levels + 1)
    const gone = new Float64Array(levels + 1)
    const expected = new Float64Array(levels + 1)
    for (let i = page.blocks.length - 1; i >= 0; i--) {
      const {kind, level} = page.blocks[i]
      if (kind !== 'heading' || level === 0) {
        const sums = ledger.alive(i) ? kept : gone
        const own = words[i] + wide[i] * wordsPerWide
        for (let l = 1; l <= levels; l++) {
          sums[l] += own
          expected[l] += own * Math.max(0, probability[i])
        }
        continue
      }
      const share = kept[level] + gone[level] === 0 ? undefined : kept[level] / (kept[level] + gone[level])
      if (level > 1 && share !== undefined && ledger.reason(i)?.pass === 'mainContent') {
        if (ledger.alive(i) && share === 0 && mayDrop && expected[level] <= gone[level] * narrowly * threshold) ledger.drop(i, i + 1, {rule: 'over-boilerplate', strength: 'likely', role: 'navigation', value: share})
        else if (share >= keptShare && probability[i] >= nearly * threshold && isOverText(page, ledger, i)) {
          ledger.keep(i, i + 1, {rule: 'over-content', strength: 'likely', role: 'content', value: share})
        }
      }
      // For its own level and those below something new begins; for those above it is part of the section.
      for (let l = level; l <= levels; l++) kept[l] = gone[l] = expected[l] = 0
    }
  },
}

/** Dropped, and directly over a paragraph that is kept. */
function isOverText({blocks}: Page, ledger: Ledger, i: number): boolean {
  return !ledger.alive(i) && ledger.reason(i)?.rule === 'judged-boilerplate' && i + 1 < blocks.length && blocks[i + 1].kind === 'paragraph' && ledger.alive(i + 1)
}
