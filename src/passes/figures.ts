/**
 * Keep a figure that stands between two paragraphs of the content: it is part of their text.
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
      if (isText(page, ledger, from - 1) && isText(page, ledger, to) && haveOneParent(page, r)) {
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

function isText(page: Page, ledger: Ledger, block: number): boolean {
  return block >= 0 && block < page.blocks.length && page.blocks[block].kind === 'paragraph' && ledger.alive(block)
}

/** Do the blocks before and after the figure stand in the region around it, or around its wrappers? */
function haveOneParent({regions}: Page, figure: number): boolean {
  const {from, to} = regions[figure]
  let around = regions[figure].parent
  while (around >= 0 && regions[around].from === from && regions[around].to === to) around = regions[around].parent
  return around < 0 || (regions[around].from < from && to < regions[around].to)
}
