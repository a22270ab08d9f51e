/**
 * Which blocks are the main content: what the judge says of each, at the page's own threshold.
 *
 * A page that nobody has judged (text, Markdown, a caller without a model) is kept as it is, or, where it is
 * HTML, cut down to its densest region.
 */
import type {Judgement} from '../page/judgement.ts'
import type {Ledger, Strength} from '../page/ledger.ts'
import type {Page} from '../page/page.ts'
import type {Context, Pass} from '../page/pass.ts'
import {commentRegions} from './commentRegions.ts'
import {densestRegion} from './densestRegion.ts'
import {followNeighbours} from './neighbours.ts'

/** From this probability on, or from 1 minus this on, the judge overrules the names a page gives its parts. Measured. */
const sureKeep = 0.8
const sureDrop = 0.06

export const mainContent: Pass = {
  name: 'mainContent',
  about: 'what the learned judge takes for boilerplate',
  run(page, ledger, context: Context & {readonly judgement?: Judgement | undefined}) {
    const n = page.blocks.length
    if (n === 0) return
    const {judgement} = context
    if (page.origin !== 'html') ledger.keep(0, n, {rule: 'flat-input', strength: 'weak', role: 'content'})
    else if (judgement === undefined) densestRegion(page, ledger, context.measure)
    else {
      decide(page, ledger, judgement)
      followNeighbours(page, ledger, judgement)
    }
  },
}

function decide(page: Page, ledger: Ledger, {probability, threshold}: Judgement): void {
  const comments = commentRegions(page)
  for (let i = 0; i < page.blocks.length; i++) {
    const p = probability[i]
    if (p < 0) continue
    const {region} = page.blocks[i]
    const isComment = region >= 0 && comments[region] === 1
    if (p >= threshold) ledger.keep(i, i + 1, {rule: 'judged-content', strength: strengthOf(p >= sureKeep), role: isComment ? 'comment' : 'content', value: p})
    else ledger.drop(i, i + 1, {rule: 'judged-boilerplate', strength: strengthOf(p <= sureDrop), role: isComment ? 'comment' : 'navigation', value: p})
  }
}

function strengthOf(isSure: boolean): Strength {
  return isSure ? 'likely' : 'weak'
}
