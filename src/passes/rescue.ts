/**
 * Bring back the longest stretch of prose if next to nothing is left.
 *
 * A page with prose on it must not come out empty because its names misled a rule. Only what landmarks and
 * main content dropped comes back, never debris: the shell of a program and an empty page stay empty.
 */
import type {Decision, Ledger} from '../page/ledger.ts'
import type {Pass} from '../page/pass.ts'
import type {Page} from '../page/page.ts'
import {proseOf} from './prose.ts'

/** Fewer words of prose are no text worth the rescue. Chosen. */
const minProse = 50
/** Share of the rescuable prose up to which what is left counts as nothing. Chosen. */
const nearlyNothing = 0.05
/** What a block that is no prose costs a stretch, in words, besides the words of its links. Chosen. */
const gapCost = 4

/** Roles that are never the content of a page, however long. */
const lost = new Set(['consent', 'advert', 'footer', 'debris', 'duplicate'])
const revocable = new Set(['landmarks', 'mainContent', 'ends'])

export const rescue: Pass = {
  name: 'rescue',
  about: 'the longest prose of the page, if the other passes left next to nothing',
  run(page, ledger, {measure}) {
    const prose = proseOf(page)
    if (prose.total < minProse) return
    let left = 0
    let rescuable = 0
    for (let i = 0; i < page.blocks.length; i++) {
      if (ledger.alive(i)) left += ledger.kind(i) === 'heading' ? 0 : measure.words(i, i + 1)
      else if (isRevocable(ledger.reason(i))) rescuable += prose.words(i, i + 1)
    }
    if (rescuable < minProse || left > rescuable * nearlyNothing) return
    const {from, to, words} = longestProse(page, ledger)
    for (let i = from; i < to; i++) {
      if (!isRevocable(ledger.reason(i))) continue
      const start = i
      while (i + 1 < to && isRevocable(ledger.reason(i + 1))) i++
      ledger.keep(start, i + 1, {rule: 'longest-prose', strength: 'likely', role: 'content', value: words})
    }
  },
}

function isRevocable(reason: Decision | undefined): boolean {
  return reason !== undefined && reason.verdict === 'drop' && revocable.has(reason.pass)
    && reason.strength !== 'certain' && reason.strength !== 'user' && (reason.role === undefined || !lost.has(reason.role))
}

/** The stretch of blocks with the most prose for its gaps: the maximum subarray, in one scan. */
function longestProse(page: Page, ledger: Ledger): {from: number; to: number; words: number} {
  const prose = proseOf(page)
  const {linked} = page.columns
  let best = {from: 0, to: 0, words: 0}
  let from = 0
  let sum = 0
  for (let i = 0; i < page.blocks.length; i++) {
    const words = isRevocable(ledger.reason(i)) ? prose.words(i, i + 1) : 0
    sum += words > 0 ? words : -gapCost - linked[i] / 5
    if (sum <= 0) {
      sum = 0
      from = i + 1
    } else if (sum > best.words) best = {from, to: i + 1, words: sum}
  }
  return best
}
