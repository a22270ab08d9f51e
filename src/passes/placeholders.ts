/**
 * Drop what a template leaves when nobody fills it: `{{bucket.key}}`, `{{ | number}} Articles Found`.
 *
 * Judged by the page first (is it about templates?), then by the block: a hole with its label goes whole,
 * because "Articles Found" says nothing without its number; a text that explains a placeholder, announces it
 * with a colon or shows it as code stays as it is; from a longer text only what stands by itself is cut.
 */
import type {Ledger} from '../page/ledger.ts'
import type {Pass} from '../page/pass.ts'
import type {Block, Page} from '../page/page.ts'
import {amongLabels} from './amongLabels.ts'
import {enclosing, inCode, inItem, inTable, inTerms} from './enclosure.ts'
import {aboutTemplates, nearTemplates, templatePrior} from './templatePrior.ts'
import {maxSentence, readingOf, readsOn, unfilledIn, type Unfilled} from './unfilled.ts'
import {announces, countWords} from './words.ts'

/** A shorter line with a colon is a label, not a sentence that leads in. */
const leadInWords = 4

/** Tables and definition lists explain placeholders more often than they forget to fill them. */
const explaining = inTable | inTerms | inCode

export const placeholders: Pass = {
  name: 'placeholders',
  about: 'template variables that were never filled, with their labels',
  run(page, ledger) {
    let led = false
    for (let i = 0; i < page.blocks.length; i++) {
      if (!ledger.alive(i)) continue
      const block = page.blocks[i]
      if (block.marks.length > 0) cutAlts(page, ledger, i)
      if (!led && block.text !== '' && block.kind !== 'code' && block.kind !== 'math') judge(page, ledger, i)
      // A colon leads in one block, or all items of a list.
      if (announces(block.text) && countWords(block.text) >= leadInWords) led = true
      else if (led && (enclosing(page, i) & inItem) === 0) led = false
    }
  },
}

function judge(page: Page, ledger: Ledger, i: number): void {
  if (ledger.cuts(i).length > 0) return
  const {text} = page.blocks[i]
  const all = unfilledIn(text)
  if (all.length === 0) return
  const found = all.filter(it => !inCodeMark(page.blocks[i], it))
  if (found.length === 0 || (enclosing(page, i) & explaining) !== 0) return
  const prior = templatePrior(page)
  if (prior >= aboutTemplates) return
  const sure = prior >= nearTemplates ? found.filter(it => it.row.strength === 'certain') : found
  if (sure.length === 0) return
  const reading = readingOf(text, sure)
  if (reading === 'mention') return
  if (reading === 'scaffold') {
    const {row} = sure.find(it => it.row.strength === 'certain') ?? sure[0]
    ledger.drop(i, i + 1, {rule: row.name, strength: row.strength === 'certain' ? 'certain' : 'likely', role: 'debris', value: prior})
    return
  }
  const isText = (it: Unfilled): boolean => it.row.standsFor === 'words' && !readsOn(text, it)
  if ((reading === 'sentence' || sure.some(isText)) && countWords(text) <= maxSentence && amongLabels(page, i)) {
    ledger.drop(i, i + 1, {rule: 'unfilled-sentence', strength: 'likely', role: 'debris', value: prior})
    return
  }
  if (reading === 'sentence') return
  for (const it of sure) {
    if (!isText(it)) ledger.cut(i, {from: it.from, to: it.to}, {rule: it.row.name, strength: 'likely', role: 'debris'})
  }
}

function inCodeMark({marks}: Block, {from, to}: Unfilled): boolean {
  return marks.some(({kind, from: start, to: end}) => (kind === 'code' || kind === 'kbd' || kind === 'math') && start < to && end > from)
}

/** An alt text with an unfilled variable in it says nothing about the image. */
function cutAlts(page: Page, ledger: Ledger, i: number): void {
  const {marks} = page.blocks[i]
  for (let m = 0; m < marks.length; m++) {
    const alt = marks[m].kind === 'image' ? marks[m].attrs['alt'] : undefined
    if (alt === undefined || alt === '' || alt.length > 300) continue
    const found = unfilledIn(alt)
    if (found.length === 0 || templatePrior(page) >= aboutTemplates || readingOf(alt, found) !== 'scaffold') continue
    ledger.cut(i, {from: 0, to: alt.length}, {rule: found[0].row.name, strength: 'likely', role: 'debris', mark: m})
  }
}
