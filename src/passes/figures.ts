/**
 * Keep a figure that stands between two paragraphs of the content, or between a paragraph and a heading: it is part of their text.
 *
 * A caption is short, and often reads like a teaser; alone it is judged too low. Where it stands says more.
 */
import type {Ledger} from '../page/ledger.ts'
import type {Page} from '../page/page.ts'
import type {Pass} from '../page/pass.ts'

export const figures: Pass = {
  name: 'figures',
  about: 'keeps pictures and captions between two paragraphs of the content',
  origins: ['html'],
  run(page, ledger) {
    for (const [r, {tag, from, to}] of page.regions.entries()) {
      if (tag !== 'figure' || from === to || !isWeaklyDropped(ledger, from, to)) continue
      if (isBetween(page, ledger, from, to) && haveOneParent(page, r)) {
        ledger.keep(from, to, {rule: 'inside-text', strength: 'weak', role: 'caption'})
      }
    }
  },
}

/** Somebody who was sure is not overruled. */
function isWeaklyDropped(ledger: Ledger, from: number, to: number): boolean {
  let dropped = false
  for (let i = from; i < to; i++) {
    if (ledger.alive(i)) continue
    if (ledger.strength(i) !== 'weak') return false
    dropped = true
  }
  return dropped
}

/** Behind a paragraph that is kept, and before another one or the heading of the next section. A picture below a heading is often the page's, not the text's. */
function isBetween(page: Page, ledger: Ledger, from: number, to: number): boolean {
  const before = keptKind(page, ledger, from - 1)
  const after = keptKind(page, ledger, to)
  return before === 'paragraph' && after !== undefined
}

function keptKind({blocks}: Page, ledger: Ledger, block: number): 'paragraph' | 'heading' | undefined {
  if (block < 0 || block >= blocks.length || !ledger.alive(block)) return undefined
  const kind = ledger.kind(block)
  return kind === 'paragraph' || kind === 'heading' ? kind : undefined
}

/** Do the blocks before and after the figure stand in the region around it, or around its wrappers? */
function haveOneParent({regions}: Page, figure: number): boolean {
  const {from, to} = regions[figure]
  let around = regions[figure].parent
  while (around >= 0 && regions[around].from === from && regions[around].to === to) around = regions[around].parent
  return around < 0 || (regions[around].from < from && to < regions[around].to)
}
