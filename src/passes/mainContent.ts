/**
 * Which blocks are the main content: what the judge says of each, at the page's own threshold.
 *
 * A page that nobody has judged (text, Markdown, a caller without a model) is kept as it is, or, where it is
 * HTML, cut down to its densest region.
 */
import type {Judgement} from '../page/judgement.ts'
import type {Ledger, Strength} from '../page/ledger.ts'
import type {Page} from '../page/page.ts'
import type {Pass} from '../page/pass.ts'
import {pooled} from './cards.ts'
import {commentKinds} from './commentRegions.ts'
import {Copies} from './copies.ts'
import {densestRegion} from './densestRegion.ts'
import {followNeighbours} from './neighbours.ts'

/** From this probability on, or from 1 minus this on, the judge overrules the names a page gives its parts. Measured: the figure is flat from .5 to .8. */
const sureKeep = 0.65
const sureDrop = 0.06

/** How far the caller's wish moves the page's threshold, and where it ends. Chosen: each costs about .01 of F1 on the development pages. */
const favored = {precision: 0.15, balanced: 0, recall: -0.1} as const
const leastThreshold = 0.04

export const mainContent: Pass = {
  name: 'mainContent',
  about: 'what the learned judge takes for boilerplate',
  run(page, ledger, {settings, measure, judgement}) {
    const n = page.blocks.length
    if (n === 0) return
    if (page.origin !== 'html') ledger.keep(0, n, {rule: 'flat-input', strength: 'weak', role: 'content'})
    // A page without a link leads nowhere: it has no navigation that could be judged, and may be very small.
    else if (page.counts.links === 0) ledger.keep(0, n, {rule: 'no-links', strength: 'weak', role: 'content'})
    // Nothing is content where scripts have yet to write it; a page without any is all there is.
    else if (judgement === undefined || (judgement.threshold > 1 && page.counts.scripts === 0)) densestRegion(page, ledger, measure)
    else {
      const threshold = judgement.threshold > 1 ? judgement.threshold : Math.max(leastThreshold, judgement.threshold + favored[settings.favor])
      const verdict = {...judgement, threshold, probability: pooled(page, judgement.probability)}
      decide(page, ledger, verdict)
      followNeighbours(page, ledger, verdict)
    }
  },
}

function decide(page: Page, ledger: Ledger, {probability, threshold, type}: Judgement): void {
  const comments = commentKinds(page, type)
  const copies = new Copies(page)
  for (let i = 0; i < page.blocks.length; i++) {
    const p = probability[i]
    if (p < 0) continue
    const role = comments?.[i] === 1 ? 'comment' : undefined
    if (threshold > 1) ledger.drop(i, i + 1, {rule: 'no-content', strength: 'likely', role: 'debris', value: p})
    else if (p < threshold) ledger.drop(i, i + 1, {rule: 'judged-boilerplate', strength: strengthOf(p <= sureDrop), role: role ?? 'navigation', value: p})
    else if (ledger.alive(i) && copies.seen(i)) ledger.drop(i, i + 1, {rule: 'copy', strength: 'likely', role: 'duplicate', value: p})
    else ledger.keep(i, i + 1, {rule: 'judged-content', strength: strengthOf(p >= sureKeep), role: role ?? 'content', value: p})
  }
}

function strengthOf(isSure: boolean): Strength {
  return isSure ? 'likely' : 'weak'
}
