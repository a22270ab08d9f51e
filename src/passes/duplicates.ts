/**
 * Drop the later of two adjacent blocks that say the same.
 *
 * Only adjacent ones: of such copies inside the content one in two hundred was meant, of copies farther
 * apart one in three (measured on labelled pages).
 */
import type {Ledger} from '../page/ledger.ts'
import type {Pass} from '../page/pass.ts'
import type {Block, Page} from '../page/page.ts'
import {enclosing, inItem, inTable, inTerms} from './enclosure.ts'
import {dropRepeatedRuns} from './repeatedRuns.ts'

/** Shorter texts repeat for good reasons: yes, yes. */
const minWords = 4
const minLetters = 12
/** Lines of verse and speeches are shorter than that. */
const maxVerseWords = 12
/** That many lines in a row make verse or dialogue. */
const minVerseLines = 3
/** A line of verse or of a play mostly pauses at its end; in flattened text labels and prices do not. */
const pauses = /[,;:.!?—–…，；：。！？、]["”’»]?$/u

export const duplicates: Pass = {
  name: 'duplicates',
  about: 'exact copies of the block before',
  run(page, ledger) {
    const {blocks} = page
    let before = -1
    for (let i = 0; i < blocks.length; i++) {
      if (!ledger.alive(i)) continue
      if (before >= 0 && isCopy(page, ledger, before, i)) {
        const later = saysBetter(page, ledger, before, i) ? before : i
        ledger.drop(later, later + 1, {rule: 'adjacent-copy', strength: 'certain', role: 'duplicate'})
        if (later === i) continue
      }
      before = i
    }
    if (page.origin !== 'html') dropRepeatedRuns(page, ledger)
  },
}

/** Is the later copy the one that counts: a heading after plain text, a title after its breadcrumb? */
function saysBetter(page: Page, ledger: Ledger, before: number, i: number): boolean {
  if (ledger.kind(i) === 'heading') return ledger.kind(before) !== 'heading'
  return page.origin !== 'html' && (enclosing(page, before) & inItem) !== 0 && (enclosing(page, i) & inItem) === 0
}

function isCopy(page: Page, ledger: Ledger, a: number, b: number): boolean {
  const {blocks} = page
  if (blocks[a].kind === 'image' || blocks[b].kind === 'image') return sameImage(blocks[a], blocks[b])
  // Unequal lengths are most neighbours: no string is compared for them.
  if (blocks[a].text.length !== blocks[b].text.length && ledger.cuts(a).length + ledger.cuts(b).length === 0) return false
  const text = ledger.text(a)
  if (text !== ledger.text(b) || !longEnough(text, page, a)) return false
  const kind = ledger.kind(b)
  if (kind === 'code' || kind === 'math' || kind === 'embed') return false
  if ((enclosing(page, b) & (inTable | inTerms)) !== 0) return false
  return !inVerse(page, ledger, b)
}

function sameImage(a: Block, b: Block): boolean {
  if (a.kind !== b.kind) return false
  const src = a.marks[0]?.attrs['src']
  return src !== undefined && src !== '' && src === b.marks[0]?.attrs['src']
}

function longEnough(text: string, {columns}: Page, i: number): boolean {
  return columns.words[i] >= minWords || text.length - columns.stops[i] >= minLetters || columns.wide[i] * 2 >= minLetters
}

/**
 * Does the block stand among short lines of its kind: verse, a refrain, a play?
 *
 * Captions and headings are no lines of verse.
 */
function inVerse(page: Page, ledger: Ledger, i: number): boolean {
  const {blocks, columns} = page
  if (ledger.kind(i) !== 'paragraph' || columns.words[i] >= maxVerseWords) return false
  const isLine = (at: number): boolean =>
    at >= 0 && at < blocks.length && ledger.alive(at) && ledger.kind(at) === 'paragraph' && columns.words[at] > 0 && columns.words[at] < maxVerseWords &&
    (page.origin === 'html' || pauses.test(blocks[at].text))
  let lines = 0
  for (let at = i - 2; at >= i - 4 && isLine(at); at--) lines++
  for (let at = i + 1; at <= i + 3 && isLine(at); at++) lines++
  return lines >= minVerseLines - 1
}
