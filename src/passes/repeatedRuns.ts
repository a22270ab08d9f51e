/**
 * Drop a run of blocks that is printed twice in a row, as carousels and layouts for two screen widths do, and a long
 * text that stands again under its own short label.
 *
 * Copies farther apart are left alone: one in three of them was meant.
 */
import type {Ledger} from '../page/ledger.ts'
import type {Page} from '../page/page.ts'
import {enclosing, inCode, inTable, inTerms} from './enclosure.ts'
import {announces, endsSentence} from './words.ts'

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
    let end = n + period
    while (isRound(page, alive, {n, end, period})) {
      ledger.drop(alive[end], alive[end + period - 1] + 1, {rule: 'run-again', strength: 'likely', role: 'duplicate', value: period})
      end += period
    }
    n = end
  }
  dropUnderLabel(page, ledger, alive.filter(i => ledger.alive(i)))
}

/** Number of blocks from `n` on that stand again right behind themselves, 0 if they do not. */
function periodAt(page: Page, alive: readonly number[], n: number): number {
  for (let period = 2; period <= longestRun && n + 2 * period <= alive.length; period++) {
    if (!isRound(page, alive, {n, end: n + period, period})) continue
    let words = 0
    let most = 0
    for (let k = n; k < n + period; k++) {
      words += size(page, alive[k])
      most = Math.max(most, size(page, alive[k]))
    }
    if (words >= minRunWords && most >= minWords) return period
  }
  return 0
}

/** Do the blocks from `end` on say again what those from `n` on said? */
function isRound(page: Page, alive: readonly number[], {n, end, period}: {n: number; end: number; period: number}): boolean {
  if (end + period > alive.length) return false
  const {length} = page.columns
  for (let k = 0; k < period; k++) {
    const a = alive[n + k]
    const b = alive[end + k]
    if (length[a] !== length[b] || page.blocks[a].text !== page.blocks[b].text || !mayRepeat(page, a) || !mayRepeat(page, b)) return false
  }
  return true
}

/** Text, label, the same text. */
function dropUnderLabel(page: Page, ledger: Ledger, alive: readonly number[]): void {
  const {length} = page.columns
  for (let n = 0; n + 2 < alive.length; n++) {
    const [a, label, b] = [alive[n], alive[n + 1], alive[n + 2]]
    if (length[a] !== length[b] || size(page, a) < minTextWords || size(page, label) > maxLabelWords) continue
    // "Let us repeat that:" means it; rows of figures repeat by nature.
    const {text} = page.blocks[a]
    if (text === page.blocks[b].text && endsSentence(text) && !announces(page.blocks[label].text) && mayRepeat(page, a) && mayRepeat(page, b)) {
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
