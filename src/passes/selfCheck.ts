/**
 * Compare what was deleted with what was kept, and bring back what the page itself calls its body.
 *
 * The JSON-LD of an article often holds its text. Where much of that text stands on the page and was dropped, it
 * comes back. Other large deletions are reported and not brought back (`suspects`): of stretches inside the body two
 * thirds are in the gold, but bringing them back costs as much F1 on other pages as it gains (measured out of fold).
 */
import type {Ledger} from '../page/ledger.ts'
import type {Pass} from '../page/pass.ts'
import {coverageOf} from './coverage.ts'

/** Share of the declared body's words on the page that must be kept, else the rest of it comes back. Chosen. */
const enoughBody = 0.75

export const selfCheck: Pass = {
  name: 'selfCheck',
  about: 'brings back text that is the body by the page’s own data',
  origins: ['html'],
  run(page, ledger, {judgement, articleBody}) {
    if (judgement === undefined) return
    const body = articleBody?.() ?? ''
    if (body === '') return
    const {kept, onPage, missing} = coverageOf(page, ledger, body)
    if (kept >= enoughBody * onPage) return
    for (const i of missing) if (isJudged(ledger, i)) ledger.keep(i, i + 1, {rule: 'declared-body', strength: 'likely', role: 'content', value: kept})
  },
}

/** Dropped by the judge's measure, not by a rule that knew what it was. */
function isJudged(ledger: Ledger, i: number): boolean {
  const reason = ledger.reason(i)
  return reason?.pass === 'mainContent' && (reason.rule === 'judged-boilerplate' || reason.rule === 'no-content')
}
