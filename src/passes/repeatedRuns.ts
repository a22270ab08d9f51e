/**
 * Drop a run of blocks that is printed twice in a row, as carousels and layouts for two screen widths do, and a long
 * text that stands again under its own short label.
 *
 * Copies farther apart are left alone: one in three of them was meant.
 */
import type {Ledger} from '../page/ledger.ts'
import type {Page} from '../page/page.ts'
import {enclosing, inCode, inTable, inTerms} from './enclosure.ts'
import {interfaceBlock} from './interfaceLine.ts'
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
  // A button that one round has lost already is still part of it.
  for (let i = 0; i < page.blocks.length; i++) if (page.blocks[i].text !== '' && (ledger.alive(i) || ledger.reason(i)?.pass === 'scaffold')) alive.push(i)
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
  dropTeasers(page, ledger, alive)
}

/** Blocks between a teaser and its text, at most, and words of a teaser. @see debris counts: of copies that near without a label between one in eight was meant. */
const nearText = 5
const minTeaserWords = 8

/**
 * A text that the page cuts off ("…", "Continue reading") and then prints whole: the shorter goes. The same text twice
 * around a label of the interface: the later goes.
 */
function dropTeasers(page: Page, ledger: Ledger, sequence: readonly number[]): void {
  const wasAlive = sequence.map(i => ledger.alive(i))
  for (let n = 0; n < sequence.length; n++) {
    const a = sequence[n]
    if (!ledger.alive(a) || size(page, a) < minTeaserWords || !mayRepeat(page, a)) continue
    const {text: teaser} = page.blocks[a]
    const start = mayEndCut(teaser) ? teaser.replace(/[\s.…]{1,6}$|\s?\[(?:…|\.{3})\]$/u, '') : teaser
    if (!isRepeatedNear(page, ledger, {sequence, n, start})) continue
    const isCut = start.length < teaser.length && /(?:…|\.{3}\]?)$/u.test(teaser)
    let label = false
    let seen = 0
    for (let k = n + 1; seen < nearText && k < sequence.length; k++) {
      const b = sequence[k]
      if (!wasAlive[k] && interfaceBlock(page, b) === undefined) continue
      seen++
      const {text} = page.blocks[b]
      if (text.length <= 60) label ||= interfaceBlock(page, b) !== undefined
      else if (ledger.alive(b) && text.startsWith(start) && mayRepeat(page, b)) {
        const isWhole = text.length > teaser.length
        if (isWhole ? isCut || label : label && text.length === teaser.length && endsSentence(text)) {
          const drop = isWhole ? a : b
          ledger.drop(drop, drop + 1, {rule: isWhole ? 'teaser' : 'again-behind-label', strength: 'likely', role: 'duplicate'})
        }
        break
      }
    }
  }
}

function mayEndCut(text: string): boolean {
  const last = text[text.length - 1]
  return last === '.' || last === '…' || last === ']'
}

/** Does one of the next texts begin with that one? Asked before anything is looked up: hardly any does. */
function isRepeatedNear(page: Page, ledger: Ledger, {sequence, n, start}: {readonly sequence: readonly number[]; readonly n: number; readonly start: string}): boolean {
  let seen = 0
  for (let k = n + 1; seen < nearText && k < sequence.length; k++) {
    if (!ledger.alive(sequence[k])) continue
    seen++
    if (page.blocks[sequence[k]].text.startsWith(start)) return true
  }
  return false
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
