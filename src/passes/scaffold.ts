/**
 * Drop the scaffold that a flattened page leaves among its text: labels, buttons, counters, consent paragraphs, and
 * related heads with the list they lead.
 *
 * Such a line is believed in company only: beside others of its kind, or outside of the running text. Alone in the
 * middle of a text it may be the subject.
 */
import type {Ledger} from '../page/ledger.ts'
import type {LineJudgement} from '../page/lineJudgement.ts'
import {isOwnNavigation} from '../page/ownNavigation.ts'
import type {Page} from '../page/page.ts'
import type {Pass} from '../page/pass.ts'
import {isByline} from './date.ts'
import {enclosing, inCode, inQuote, inTable, inTerms} from './enclosure.ts'
import {consentText, interfaceBlock, interfaceLine, type Interface} from './interfaceLine.ts'
import {proseOf} from './prose.ts'
import {aboutTemplates, templatePrior} from './templatePrior.ts'
import {announces, countWords, endsSentence} from './words.ts'

/** Blocks before and behind in which another such line is company. Measured: one of 20 lines with such a neighbour was content. */
const near = 2
/** Longer texts are no label and no consent. */
const maxConsent = 2500
/** A shorter line with a colon is a label, not a sentence that leads in. */
const leadInWords = 4
/** Words of a title in a list of other pages, at most. */
const titleWords = 22

export const scaffold: Pass = {
  name: 'scaffold',
  about: 'labels, buttons, counters and consent texts of a flattened page, related heads with their lists',
  origins: ['text', 'markdown'],
  run(page, ledger, {lines}) {
    const found = interfaceBlocks(page, ledger)
    const scraped = isScraped(found, ledger, lines)
    // A file that no site is around was written as it is.
    if (page.origin === 'markdown' && lines !== undefined && !scraped) return
    const overruled = (i: number, {doubtful}: Interface): boolean =>
      lines !== undefined && lines.hasChrome && lines.probability[i] >= (doubtful ? lines.overrules.doubtful : lines.overrules.sure)
    const text = runningText(page, ledger, found)
    const company = companyOf(page, ledger, {found, text})
    for (let i = 0; i < found.length; i++) {
      const it = found[i]
      if (!ledger.alive(i)) continue
      if (it === undefined) {
        if (scraped && isUnlikelyLabel(page, ledger, i, lines)) ledger.drop(i, i + 1, {rule: 'unlikely-label', strength: 'weak', role: 'navigation', value: lines?.probability[i] ?? 0})
        continue
      }
      const isAlone = !company(i)
      if (overruled(i, it) || (isAlone && !(scraped && mayStandAlone(it, i, lines)))) continue
      ledger.drop(i, i + 1, {rule: it.rule, strength: 'likely', role: it.role})
      if (it.leads) dropList(page, ledger, {head: i, found})
    }
    dropMenus(page, ledger, {found, text})
  },
}

/**
 * Lines of a site, by the judge or by the tables, from which a text is what somebody scraped. Measured on labelled
 * texts: of those that are the content alone none had more than two.
 */
const siteLines = 3
/** Up to this probability the judge does not speak against a line that the tables know. Chosen. */
const mostOfSite = 0.3
/** The same of a line that stands alone: less where its words say other things as well. Chosen. */
const mostAlone = {doubtful: 0.2, sure: 0.4}

function isScraped(found: readonly (Interface | undefined)[], ledger: Ledger, lines: LineJudgement | undefined): boolean {
  if (lines === undefined) return false
  if (lines.hasChrome) return true
  let count = lines.chrome.length
  for (let i = 0; i < found.length && count < siteLines; i++) {
    if (found[i]?.doubtful === false && ledger.alive(i) && lines.probability[i] < mostOfSite) count++
  }
  return count >= siteLines
}

/** A label needs no company where the judge thinks little of it as well. */
function mayStandAlone({doubtful}: Interface, i: number, lines: LineJudgement | undefined): boolean {
  return lines !== undefined && lines.probability[i] < (doubtful ? mostAlone.doubtful : mostAlone.sure)
}

/** On a page of a site, a line of so few words is a label if the judge thinks so little of it. Measured: one of ninety was content. */
const labelWords = 6

function isUnlikelyLabel(page: Page, ledger: Ledger, i: number, lines: LineJudgement | undefined): boolean {
  if (lines === undefined || isOwnNavigation(page, i) || lines.probability[i] < 0 || lines.probability[i] > lines.unlikely) return false
  const {words, wide} = page.columns
  const size = words[i] + 0.6 * wide[i]
  // Who wrote it and when is nothing that a site says of itself.
  return size <= labelWords && !isByline(ledger.text(i), size) && ledger.kind(i) !== 'code' && !endsSentence(ledger.text(i)) && (enclosing(page, i) & (inTable | inTerms | inCode | inQuote)) === 0
}

function interfaceBlocks(page: Page, ledger: Ledger): (Interface | undefined)[] {
  const out: (Interface | undefined)[] = new Array(page.blocks.length).fill(undefined)
  let before = ''
  for (let i = 0; i < out.length; i++) {
    const {kind} = page.blocks[i]
    const text = ledger.text(i)
    // What the judge dropped needs no second word; it is company for what is left.
    if (!ledger.alive(i)) {
      if (text !== '') before = text
      continue
    }
    const isLed = announces(before) && countWords(before) >= leadInWords
    if (text !== '') before = text
    if (text === '' || text.length > maxConsent || isLed || kind === 'code' || kind === 'math') continue
    if (isOwnNavigation(page, i)) continue
    if ((enclosing(page, i) & (inTable | inTerms | inCode | inQuote)) !== 0) continue
    const consent = consentText(text)
    if (consent !== undefined && (page.origin === 'text' || consent.name !== 'scripts-and-tags') && templatePrior(page) < aboutTemplates) {
      ledger.drop(i, i + 1, {rule: consent.name, strength: 'likely', role: consent.name === 'scripts-and-tags' ? 'debris' : 'consent'})
      out[i] = {rule: consent.name, role: 'consent', leads: false, doubtful: false}
    } else if (!announces(text) || i + 1 === out.length || page.blocks[i + 1].kind !== 'code') out[i] = text === page.blocks[i].text ? interfaceBlock(page, i) : interfaceLine(text)
  }
  return out
}

interface Found { readonly found: readonly (Interface | undefined)[]; readonly text: {readonly first: number; readonly last: number} }

/** The first and the last block of running text that lives; -1 and the number of blocks where there is none. */
function runningText(page: Page, ledger: Ledger, found: Found['found']): Found['text'] {
  const prose = proseOf(page)
  const n = found.length
  const isText = (i: number): boolean => ledger.alive(i) && found[i] === undefined && prose.words(i, i + 1) > 0
  let first = 0
  while (first < n && !isText(first)) first++
  let last = n - 1
  while (last >= 0 && !isText(last)) last--
  return first === n ? {first: n, last: -1} : {first, last}
}

/** Does a block stand beside another of its kind, or outside of the running text? */
function companyOf(page: Page, ledger: Ledger, {found, text}: Found): (i: number) => boolean {
  const n = found.length
  const isOne = (i: number): boolean => found[i]?.doubtful === false || (!ledger.alive(i) && ledger.strength(i) !== 'weak')
  const prose = proseOf(page)
  let count = 0
  for (const it of found) if (it !== undefined) count++
  return i => {
    for (const step of [-1, 1]) {
      for (let k = 1, at = i + step; k <= near && at >= 0 && at < n; k++, at += step) {
        if (isOne(at)) return true
        // Behind a paragraph begins something else: headings of a text are no company to each other.
        if (prose.words(at, at + 1) > 0) break
      }
    }
    return count > 1 && (i < text.first || i > text.last)
  }
}

/** Lines between two of the interface, outside of the running text, are entries of the same menu if they are short and few. Chosen. */
const maxEntryWords = 3
const maxEntries = 6

function dropMenus(page: Page, ledger: Ledger, {found, text}: Found): void {
  const {words, wide} = page.columns
  const n = found.length
  // The last line that lives before the text may be its title, however short.
  let title = text.first - 1
  while (title >= 0 && !ledger.alive(title)) title--
  let from = -1
  for (let i = 0; i < n; i++) {
    if (i === text.first) {
      from = -1
      i = text.last
      continue
    }
    if (!ledger.alive(i)) {
      const isEnd = found[i] !== undefined || ledger.strength(i) !== 'weak'
      if (isEnd && from >= 0 && i - from > 1 && i - from <= maxEntries + 1 && from + 1 !== title) dropBetween(ledger, from + 1, i, title)
      if (isEnd) from = i
    } else if (words[i] + wide[i] / 2 > maxEntryWords || endsSentence(ledger.text(i)) || (enclosing(page, i) & (inTable | inTerms | inCode | inQuote)) !== 0) from = -1
  }
}

function dropBetween(ledger: Ledger, from: number, to: number, title: number): void {
  for (let i = from; i < to; i++) if (i !== title && ledger.alive(i)) ledger.drop(i, i + 1, {rule: 'menu-entry', strength: 'likely', role: 'navigation'})
}

/** The titles below a related head: short lines without end marks, up to the end or to more of the interface. */
function dropList(page: Page, ledger: Ledger, {head, found}: {head: number; found: readonly (Interface | undefined)[]}): void {
  const n = found.length
  let end = head + 1
  let titles = 0
  while (end < n && (!ledger.alive(end) || found[end] !== undefined || isTitle(page, ledger, end))) {
    if (ledger.alive(end) && found[end] === undefined) titles++
    end++
  }
  if (titles < 2 || end < n) return
  for (let i = head + 1; i < end; i++) {
    if (ledger.alive(i)) ledger.drop(i, i + 1, {rule: 'related-list', strength: 'likely', role: 'related'})
  }
}

function isTitle(page: Page, ledger: Ledger, i: number): boolean {
  const text = ledger.text(i)
  return ledger.kind(i) !== 'code' && (enclosing(page, i) & (inTable | inCode)) === 0 && countWords(text) <= titleWords && !(endsSentence(text) && !/[?!？！…]$/u.test(text))
}
