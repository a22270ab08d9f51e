/**
 * What was deleted, compared with what was kept: the stretches of running text that are gone, how many words they
 * have, where they stand, and how sure the judge was.
 */
import type {Judgement} from '../page/judgement.ts'
import type {Decision, Ledger} from '../page/ledger.ts'
import type {Page} from '../page/page.ts'
import {proseOf} from './prose.ts'

export interface Deletion {
  /** Blocks, half-open; some of them are no prose. */
  readonly from: number
  readonly to: number
  /** Words of running text that are gone. */
  readonly words: number
  /** Mean probability of its prose, by words, 0–1. */
  readonly probability: number
  /** Where it stands: kept prose follows, is before it, or both. */
  readonly place: 'before' | 'inside' | 'after' | 'alone'
  /** Headings in it that are gone with it. */
  readonly headings: number
}

/** What a block that is no prose costs a stretch, in words; a kept block ends it. Chosen, as in rescue. */
const gapCost = 4
const linkedPerWord = 5

/** Roles of text that is never the body of a page, however long. */
const apart = new Set(['consent', 'advert', 'footer', 'duplicate', 'comment'])

/** Stretches of deleted prose of at least `minWords` words, in page order. One scan. */
export function deletions(page: Page, ledger: Ledger, {probability}: Judgement, minWords: number): readonly Deletion[] {
  const found: Deletion[] = []
  const {first, last} = keptProse(page, ledger)
  const prose = proseOf(page)
  const {linked} = page.columns
  let from = 0
  let best = 0
  let to = 0
  let sum = 0
  const close = (): void => {
    if (best >= minWords) found.push(measured(page, ledger, {probability, from, to, first, last}))
    best = sum = 0
  }
  for (let i = 0; i < page.blocks.length; i++) {
    const isAlive = ledger.alive(i)
    const words = prose.words(i, i + 1)
    if (isAlive && words > 0) close()
    if (sum === 0) from = i
    const isBody = !isAlive && words > 0 && probability[i] >= 0 && isDeletion(ledger.reason(i))
    sum += isBody ? words : -gapCost - linked[i] / linkedPerWord
    if (sum <= 0) close()
    else if (sum > best) {
      best = sum
      to = i + 1
    }
  }
  close()
  return found
}

function keptProse(page: Page, ledger: Ledger): {first: number; last: number} {
  const prose = proseOf(page)
  let first = page.blocks.length
  let last = -1
  for (let i = 0; i < page.blocks.length; i++) {
    if (!ledger.alive(i) || prose.words(i, i + 1) === 0) continue
    first = Math.min(first, i)
    last = i
  }
  return {first, last}
}

interface Stretch { readonly probability: Float32Array; readonly from: number; readonly to: number; readonly first: number; readonly last: number }

function measured(page: Page, ledger: Ledger, {probability, from, to, first, last}: Stretch): Deletion {
  const prose = proseOf(page)
  let words = 0
  let sum = 0
  let headings = 0
  for (let i = from; i < to; i++) {
    if (ledger.alive(i)) continue
    if (ledger.kind(i) === 'heading') headings++
    if (probability[i] < 0 || !isDeletion(ledger.reason(i))) continue
    const own = prose.words(i, i + 1)
    words += own
    sum += own * probability[i]
  }
  const place = last < 0 ? 'alone' : to <= first ? 'before' : from > last ? 'after' : 'inside'
  return {from, to, words, probability: words === 0 ? 0 : sum / words, place, headings}
}

/** Is it a drop that could be wrong? Not what the user asked for, nor what a rule knows by name. */
function isDeletion(reason: Decision | undefined): boolean {
  return reason !== undefined && reason.verdict === 'drop' && reason.strength !== 'user' && (reason.role === undefined || !apart.has(reason.role))
}

/** Words from which a deletion is worth a report. Chosen: two paragraphs. */
const largeWords = 100
/** Mean probability from which it is: between two pieces of the kept body, anywhere, and where it is large beside what was kept. Measured: of the pages reported so, 55 % lost text of the gold. */
const suspectInside = 0.1
const suspectAnywhere = 0.3
const suspectLarge = 0.2
/** Share of the kept prose from which a deletion is large beside it. Chosen. */
const largeShare = 0.5

/** Deletions that look like a part of the body; the page's order. */
export function suspects(page: Page, ledger: Ledger, judgement: Judgement): readonly Deletion[] {
  if (judgement.threshold > 1) return []
  const prose = proseOf(page)
  let kept = 0
  for (let i = 0; i < page.blocks.length; i++) if (ledger.alive(i)) kept += prose.words(i, i + 1)
  return deletions(page, ledger, judgement, largeWords).filter(({words, probability, place}) =>
    probability >= (place === 'inside' ? suspectInside : words >= largeShare * kept ? suspectLarge : suspectAnywhere))
}
