/** Says what was deleted although it looks like the body: deleted text is never missing in silence. */
import type {Judgement} from '../page/judgement.ts'
import type {Ledger} from '../page/ledger.ts'
import type {Page} from '../page/page.ts'
import type {Problem} from '../problem.ts'
import {suspects, type Deletion} from './deletions.ts'

const places: Readonly<Record<Deletion['place'], string>> = {before: 'before what was kept', inside: 'between what was kept', after: 'after what was kept', alone: 'with all prose of the page'}

/** No problem, or one for all such deletions of the page; `count` is the number of stretches. */
export function deletionProblem(page: Page, ledger: Ledger, judgement: Judgement | undefined): readonly Problem[] {
  const all = judgement === undefined ? [] : suspects(page, ledger, judgement)
  if (all.length === 0) return []
  const words = Math.round(all.reduce((sum, deletion) => sum + deletion.words, 0))
  const headings = all.reduce((sum, deletion) => sum + deletion.headings, 0)
  const largest = all.reduce((most, deletion) => (deletion.words > most.words ? deletion : most))
  const under = headings === 0 ? '' : headings === 1 ? ' under one heading' : ` under ${headings} headings`
  return [{
    code: 'large-deletion', count: all.length,
    message: `${words} words of prose${under} were dropped that may be content, most of them ${places[largest.place]} (blocks ${largest.from} to ${largest.to - 1}, probability ${largest.probability.toFixed(2)}); favor: 'recall' keeps more`,
  }]
}
