/**
 * Drop a run of blocks that is printed twice in a row, as carousels and layouts for two screen widths do, and a long
 * text that stands again under its own short label.
 *
 * Copies farther apart are left alone: one in three of them was meant.
 */
import type {Ledger} from '../page/ledger.ts'
import type {Page} from '../page/page.ts'
import {enclosing, inCode, inTable, inTerms} from './enclosure.ts'

/** Blocks of a run, at most. Chosen. */
const longestRun = 6
/** Words that a run must have in one of its blocks, and in all: less repeats by chance. Chosen. */
const minWords = 4
const minRunWords = 8
/** Words of a text that stands again behind one short label. Measured: of shorter ones one in seven was meant. */
const minTextWords = 8
const maxLabelWords = 6

export function dropRepeatedRuns(page: Page, ledger: Ledger): void {
  const alive: number[] = []
  for (let i = 0; i < page.blocks.length; i++) if (ledger.alive(i) && page.blocks[i].text !== '') alive.push(i)
  let n = 0
  while (n + 2 < alive.length) {
    const period = periodAt(page, alive, n)
    if (period === 0) {
      n++
      continue
    }
    ledger.drop(alive[n + period], alive[n + 2 * period - 1] + 1, {rule: 'run-again', strength: 'likely', role: 'duplicate', value: period})
    alive.splice(n + period, period)
  }
  dropUnderLabel(page, ledger, alive)
}

/** Number of blocks from `n` on that stand again right behind themselves, 0 if they do not. */
function periodAt(page: Page, alive: readonly number[], n: number): number {
  const {length} = page.columns
  for (let period = 2; period <= longestRun && n + 2 * period <= alive.length; period++) {
    if (length[alive[n]] !== length[alive[n + period]]) continue
    let words = 0
    let most = 0
    let same = true
    for (let k = 0; k < period && same; k++) {
      const a = alive[n + k]
      const b = alive[n + k + period]
      same = length[a] === length[b] && page.blocks[a].text === page.blocks[b].text && mayRepeat(page, a) && mayRepeat(page, b)
      words += size(page, a)
      most = Math.max(most, size(page, a))
    }
    if (same && words >= minRunWords && most >= minWords) return period
  }
  return 0
}

/** Text, label, the same text. */
function dropUnderLabel(page: Page, ledger: Ledger, alive: readonly number[]): void {
  const {length} = page.columns
  for (let n = 0; n + 2 < alive.length; n++) {
    const [a, label, b] = [alive[n], alive[n + 1], alive[n + 2]]
    if (length[a] !== length[b] || !ledger.alive(a) || size(page, a) < minTextWords || size(page, label) > maxLabelWords) continue
    if (page.blocks[a].text === page.blocks[b].text && mayRepeat(page, a) && mayRepeat(page, b)) {
      ledger.drop(a, a + 1, {rule: 'again-under-label', strength: 'likely', role: 'duplicate'})
    }
  }
}

function size({columns}: Page, i: number): number {
  return columns.words[i] + 0.6 * columns.wide[i]
}

function mayRepeat(page: Page, i: number): boolean {
  const {kind} = page.blocks[i]
  return (kind === 'paragraph' || kind === 'heading' || kind === 'caption') && (enclosing(page, i) & (inTable | inTerms | inCode)) === 0 && !page.blocks[i].text.includes('\n')
}
