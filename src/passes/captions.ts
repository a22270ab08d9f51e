/**
 * Find captions, and keep one where the page prints several.
 *
 * Templates print alt text, caption and credit from one field, and flatteners glue them to the text: a
 * sentence that stands twice between two paragraphs was an image. Runs before `duplicates`, which drops the
 * copy: here the one that stays learns that it is a caption.
 */
import type {Ledger} from '../page/ledger.ts'
import type {Pass} from '../page/pass.ts'
import type {Page} from '../page/page.ts'
import {frontCredit, markedCredit} from './creditSpan.ts'
import {endsWithDate, mayEndWithDate} from './date.ts'
import {enclosing, inCode, inItem, inQuote, inTable, inTerms} from './enclosure.ts'
import {sameWords} from './words.ts'

/** A caption has fewer words; a longer copy is a paragraph printed twice. */
const maxCaptionWords = 60
const minCaptionWords = 4
/** The paragraphs around a twin are prose: at least so many words, and more than the twin has. */
const minProseWords = 30
/** Words that a credit adds to a caption at most. */
const maxCreditWords = 6

/** Where lines repeat for other reasons. */
const repeating = inTable | inItem | inQuote | inTerms | inCode

export const captions: Pass = {
  name: 'captions',
  about: 'captions printed twice, told from the text around them, with the agency behind',
  run(page, ledger) {
    const alive: number[] = []
    for (let i = 0; i < page.blocks.length; i++) {
      if (ledger.alive(i)) alive.push(i)
      // A lead caption above the content may come back with the title.
      else if (page.blocks[i].kind === 'caption' && ledger.strength(i) === 'weak') findCredit(page, ledger, i)
    }
    for (let n = 0; n < alive.length; n++) {
      const i = alive[n]
      if (page.columns.length[i] === 0) continue
      if (n + 1 < alive.length) pair(page, ledger, alive, n)
      if (ledger.alive(i)) {
        findByAlt(page, ledger, {before: alive[n - 1], i, after: alive[n + 1]})
        findCredit(page, ledger, i)
      }
    }
  },
}

/** Judge block n of the alive ones against the next. */
function pair(page: Page, ledger: Ledger, alive: readonly number[], n: number): void {
  const a = alive[n]
  const b = alive[n + 1]
  const {words, length} = page.columns
  // Most neighbours are no captions and of unlike length: nothing to ask.
  if (length[a] !== length[b] && page.blocks[a].kind !== 'caption' && page.blocks[b].kind !== 'caption') return
  if (length[b] === 0 || words[a] > maxCaptionWords + maxCreditWords || words[b] > maxCaptionWords + maxCreditWords) return
  const isCaption = ledger.kind(a) === 'caption' || ledger.kind(b) === 'caption'
  if (!isCaption) {
    if (length[a] === length[b] && isTwin(page, ledger, alive, n)) {
      ledger.retype(a, {kind: 'caption'}, {rule: 'twin', strength: 'likely', role: 'caption'})
    }
    return
  }
  const longer = length[a] >= length[b] ? a : b
  const shorter = longer === a ? b : a
  if (!isText(ledger, a) || !isText(ledger, b) || words[shorter] < minCaptionWords) return
  if (length[a] === length[b]) {
    // The copy that is not known as a caption goes, whichever comes first.
    if (ledger.kind(a) !== 'caption' && ledger.text(a) === ledger.text(b)) drop(ledger, a, 'says-the-caption')
  } else if (words[longer] - words[shorter] <= maxCreditWords && saysMore(ledger.text(longer), ledger.text(shorter))) {
    drop(ledger, shorter, 'caption-without-credit')
    if (ledger.kind(longer) !== 'caption') ledger.retype(longer, {kind: 'caption'}, {rule: 'with-credit', strength: 'likely', role: 'caption'})
  }
}

/** Are two neighbours the same sentence between two longer paragraphs? */
function isTwin(page: Page, ledger: Ledger, alive: readonly number[], n: number): boolean {
  const [before, a, b, after] = [alive[n - 1], alive[n], alive[n + 1], alive[n + 2]]
  const {words, wide} = page.columns
  const size = (i: number): number => words[i] + 0.6 * wide[i]
  if (before === undefined || after === undefined || size(a) < minCaptionWords || size(a) > maxCaptionWords) return false
  if (ledger.kind(a) !== 'paragraph' || ledger.kind(b) !== 'paragraph' || (enclosing(page, a) & repeating) !== 0) return false
  const isProse = (i: number): boolean => ledger.kind(i) === 'paragraph' && size(i) >= minProseWords && size(i) > size(a)
  return isProse(before) && isProse(after) && ledger.text(a) === ledger.text(b)
}

/** Is the longer text the shorter one with something before or behind it? */
function saysMore(longer: string, shorter: string): boolean {
  const core = shorter.replace(/[\s.…]{1,4}$/u, '')
  return longer.startsWith(core) || longer.endsWith(shorter)
}

function isText(ledger: Ledger, i: number): boolean {
  const kind = ledger.kind(i)
  return kind === 'caption' || kind === 'paragraph'
}

function drop(ledger: Ledger, i: number, rule: string): void {
  ledger.drop(i, i + 1, {rule, strength: 'certain', role: 'duplicate'})
}

/** A paragraph that repeats the alt text of the image beside it is its caption. */
function findByAlt(page: Page, ledger: Ledger, {before, i, after}: {before: number | undefined; i: number; after: number | undefined}): void {
  if (ledger.kind(i) !== 'paragraph' || page.columns.words[i] < minCaptionWords || page.columns.words[i] > maxCaptionWords) return
  for (const image of [before, after]) {
    if (image === undefined || page.blocks[image].kind !== 'image') continue
    const alt = page.blocks[image].marks[0]?.attrs['alt']
    if (alt === undefined || alt === '' || !sameWords(alt, ledger.text(i))) continue
    ledger.retype(i, {kind: 'caption'}, {rule: 'says-the-alt-text', strength: 'likely', role: 'caption'})
    return
  }
}

/** Move the credit of a caption behind it; a block that begins with an agency's name and ends with a date is one. */
function findCredit(page: Page, ledger: Ledger, i: number): void {
  const block = page.blocks[i]
  const isCaption = ledger.kind(i) === 'caption'
  if (!isCaption && (ledger.kind(i) !== 'paragraph' || page.columns.words[i] > maxCaptionWords)) return
  if ((!isCaption && !mayEndWithDate(block.text)) || ledger.cuts(i).length > 0) return
  const marked = isCaption && block.marks.length > 0 ? markedCredit(block) : undefined
  const span = marked ?? frontCredit(block.text, isCaption ? 'caption' : 'elsewhere')
  if (span === undefined) return
  if (!isCaption) {
    if (!endsWithDate(block.text) || (enclosing(page, i) & repeating) !== 0) return
    ledger.retype(i, {kind: 'caption'}, {rule: 'agency-and-date', strength: 'likely', role: 'caption'})
  }
  ledger.credit(i, span, {rule: marked === undefined ? 'agency' : 'credit-element', strength: 'likely', role: 'caption'})
}
