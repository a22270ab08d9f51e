/**
 * Drop what a page's interface says about itself: loading texts, requests for JavaScript, share and skip
 * links, labels of adverts, messages of forms.
 *
 * Whole blocks only. Where such a line may be the subject (a heading, a list, a table, a line announced with
 * a colon, a page about templates or about scripts), it stays.
 */
import type {Ledger} from '../page/ledger.ts'
import type {Pass} from '../page/pass.ts'
import type {Page} from '../page/page.ts'
import {debrisLine, maxLine} from './debrisLine.ts'
import {enclosing, inCode, inItem, inNoscript, inQuote, inTable, inTerms} from './enclosure.ts'
import {isFiller, isSpecimen} from './filler.ts'
import {maxNotice, noticeIn} from './notice.ts'
import {proseOf} from './prose.ts'
import {aboutTemplates, templatePrior} from './templatePrior.ts'
import {announces, countWords} from './words.ts'

/** Blocks that speak of JavaScript and are no notice: from this number on the page is about it. */
const aboutScripts = 2
/** A shorter line with a colon is a label, not a sentence that leads in. */
const leadInWords = 4

export const debris: Pass = {
  name: 'debris',
  about: 'loading texts, requests for JavaScript, share and skip links, ad labels, form messages',
  run(page, ledger) {
    const {length} = page.columns
    let specimen: boolean | undefined
    let before = -1
    for (let i = 0; i < length.length; i++) {
      if (!ledger.alive(i)) continue
      if (isFiller(page, i)) {
        if (!(specimen ??= isSpecimen(page, ledger))) ledger.drop(i, i + 1, {rule: 'filler-text', strength: 'likely', role: 'debris'})
      } else if (length[i] > 0 && length[i] <= maxNotice) judge(page, ledger, i, before)
      if (page.blocks[i].kind === 'heading' && page.blocks[i].marks.length > 0) cutPermalink(page, ledger, i)
      before = i
    }
  },
}

function judge(page: Page, ledger: Ledger, i: number, before: number): void {
  const {kind} = page.blocks[i]
  if (kind === 'code' || kind === 'math') return
  const text = ledger.text(i)
  const row = text.length <= maxLine ? debrisLine(text) : undefined
  if (row !== undefined) {
    const around = enclosing(page, i)
    if (kind === 'heading' && row.headings !== true) return
    if ((around & (inTable | inTerms | inCode)) !== 0) return
    if ((around & (inItem | inQuote)) !== 0 && row.role !== 'advert' && !linkedWhole(page, i)) return
    if (ledIn(page, before) || templatePrior(page) >= aboutTemplates) return
    ledger.drop(i, i + 1, {rule: row.name, strength: 'certain', role: row.role})
    return
  }
  const notice = kind === 'heading' ? undefined : noticeIn(text)
  if (notice !== undefined && mayBeNotice(page, i)) ledger.drop(i, i + 1, {rule: notice.name, strength: 'certain', role: 'debris'})
}

/** A list of links that share or skip is debris; a list of steps that name a button is not. */
function linkedWhole({columns}: Page, i: number): boolean {
  return columns.linked[i] >= columns.length[i] * 0.9
}

function ledIn({blocks}: Page, before: number): boolean {
  return before >= 0 && announces(blocks[before].text) && countWords(blocks[before].text) >= leadInWords
}

/**
 * May a request for JavaScript stand here as debris? Inside a text it is mostly the subject: one in seven
 * was debris there, against nine in ten outside (measured).
 */
function mayBeNotice(page: Page, i: number): boolean {
  const around = enclosing(page, i)
  if ((around & inNoscript) !== 0) return true
  if ((around & (inTable | inTerms | inCode | inQuote | inItem)) !== 0) return false
  const prose = proseOf(page)
  const outside = prose.words(0, i) === 0 || prose.words(i + 1, page.blocks.length) === 0
  return outside || othersOnScripts(page) < aboutScripts
}

const scriptTalk = new WeakMap<Page, number>()

/** Blocks that mention scripts without being a notice; counted once a page. */
function othersOnScripts(page: Page): number {
  const counted = scriptTalk.get(page)
  if (counted !== undefined) return counted
  let count = 0
  for (const {text} of page.blocks) {
    if ((text.includes('JavaScript') || text.includes('Javascript') || text.includes('javascript')) && noticeIn(text) === undefined) count++
  }
  scriptTalk.set(page, count)
  return count
}

const permalinkSign = /^[#¶§🔗]$/u

/** Cut the sign that links a heading to itself. */
function cutPermalink(page: Page, ledger: Ledger, i: number): void {
  const {text, marks} = page.blocks[i]
  for (const {kind, from, to} of marks) {
    if (kind === 'link' && to - from <= 2 && to - from < text.length && permalinkSign.test(text.slice(from, to))) {
      ledger.cut(i, {from, to}, {rule: 'permalink-sign', strength: 'certain', role: 'navigation'})
    }
  }
}
