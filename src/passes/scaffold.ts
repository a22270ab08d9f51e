/**
 * Drop the scaffold that a flattened page leaves among its text: labels, buttons, counters, consent paragraphs, and
 * related heads with the list they lead.
 *
 * Such a line is believed in company only: beside others of its kind, or outside of the running text. Alone in the
 * middle of a text it may be the subject.
 */
import type {Ledger} from '../page/ledger.ts'
import type {Page} from '../page/page.ts'
import type {Pass} from '../page/pass.ts'
import {enclosing, inCode, inQuote, inTable, inTerms} from './enclosure.ts'
import {consentText, interfaceLine, type Interface} from './interfaceLine.ts'
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
    const overruled = (i: number, {doubtful}: Interface): boolean =>
      lines !== undefined && lines.hasChrome && lines.probability[i] >= (doubtful ? lines.overrules.doubtful : lines.overrules.sure)
    const company = companyOf(page, ledger, found)
    for (let i = 0; i < found.length; i++) {
      const it = found[i]
      if (it === undefined || !ledger.alive(i) || overruled(i, it) || !company(i)) continue
      ledger.drop(i, i + 1, {rule: it.rule, strength: 'likely', role: it.role})
      if (it.leads) dropList(page, ledger, {head: i, found})
    }
  },
}

function interfaceBlocks(page: Page, ledger: Ledger): (Interface | undefined)[] {
  const out: (Interface | undefined)[] = new Array(page.blocks.length).fill(undefined)
  let before = ''
  for (let i = 0; i < out.length; i++) {
    const {kind} = page.blocks[i]
    const text = ledger.text(i)
    const isLed = announces(before) && countWords(before) >= leadInWords
    if (text !== '') before = text
    if (text === '' || text.length > maxConsent || isLed || kind === 'code' || kind === 'math') continue
    if ((enclosing(page, i) & (inTable | inTerms | inCode | inQuote)) !== 0) continue
    const consent = consentText(text)
    if (consent !== undefined && (page.origin === 'text' || consent.name !== 'scripts-and-tags') && templatePrior(page) < aboutTemplates) {
      ledger.drop(i, i + 1, {rule: consent.name, strength: 'likely', role: consent.name === 'scripts-and-tags' ? 'debris' : 'consent'})
      out[i] = {rule: consent.name, role: 'consent', leads: false, doubtful: false}
    } else out[i] = interfaceLine(text)
  }
  return out
}

/** Does a block stand beside another of its kind, or outside of the running text? */
function companyOf(page: Page, ledger: Ledger, found: readonly (Interface | undefined)[]): (i: number) => boolean {
  const n = found.length
  const isOne = (i: number): boolean => i >= 0 && i < n && (found[i]?.doubtful === false || (!ledger.alive(i) && ledger.strength(i) !== 'weak'))
  const prose = proseOf(page)
  let count = 0
  for (const it of found) if (it !== undefined) count++
  return i => {
    for (let k = 1; k <= near; k++) if (isOne(i - k) || isOne(i + k)) return true
    return count > 1 && (prose.words(0, i) === 0 || prose.words(i + 1, n) === 0)
  }
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
