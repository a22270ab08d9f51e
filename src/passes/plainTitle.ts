/** Title and dek where no markup names them: short lines before the first long paragraph. */
import type {Ledger} from '../page/ledger.ts'
import type {Page} from '../page/page.ts'
import {isByline} from './date.ts'
import {enclosing, inCode, inItem, inQuote, inTable, inTerms} from './enclosure.ts'
import {announces, countWords, endsSentence} from './words.ts'

export interface TitleBlock {
  readonly title: number
  /** -1 if there is none. */
  readonly dek: number
  readonly rule: string
  readonly dekRule: string
}

const maxTitleWords = 25
const maxTitleLength = 200
const maxDekWords = 30
const minDekWords = 3
/** Words of the paragraph that proves the short lines before it to be its title. Chosen. */
const longParagraph = 25
/** Images and captions before the title, and lines between it and the text, at most. Chosen. */
const maxLead = 4
const maxBetween = 4

const elsewhere = inTable | inItem | inQuote | inTerms | inCode

/** Title and dek before the first long paragraph; undefined if the page does not begin so. */
export function plainTitle(page: Page, ledger: Ledger): TitleBlock | undefined {
  const alive = nextAlive(ledger, 0, maxLead + maxBetween + 2)
  let n = 0
  while (n < alive.length && n < maxLead && isLead(ledger, alive[n])) n++
  const title = alive[n]
  if (title === undefined || !isLine(page, ledger, title, maxTitleWords) || isByline(ledger.text(title), countWords(ledger.text(title)))) return undefined
  const between: number[] = []
  for (let at = n + 1; at < alive.length; at++) {
    if (isLongParagraph(page, ledger, alive[at])) return {title, dek: dekAmong(page, ledger, between), rule: 'line-before-text', dekRule: 'second-line'}
    if (between.length === maxBetween || !(isLine(page, ledger, alive[at], maxDekWords) || isLead(ledger, alive[at]))) return undefined
    between.push(alive[at])
  }
  return undefined
}

/** The one line that says neither who nor when; two of them are no dek but a menu, or the first section. */
function dekAmong(page: Page, ledger: Ledger, between: readonly number[]): number {
  const lines = between.filter(i => !isLead(ledger, i) && !isByline(ledger.text(i), countWords(ledger.text(i))))
  if (lines.length !== 1) return -1
  const [dek] = lines
  return countWords(ledger.text(dek)) >= minDekWords && !isMarkedHeading(page, dek) ? dek : -1
}

/** Did the author mark the line as a heading, so that it begins a section? */
function isMarkedHeading({origin, source, blocks}: Page, i: number): boolean {
  const {kind, from, to} = blocks[i]
  if (origin !== 'text') return kind === 'heading'
  return from >= 0 && (source.charAt(from) === '#' || /^[^\n]{0,20}\n[ \t]{0,8}[-=~*_^]{3}/u.test(source.slice(to, to + 40)))
}

function isLead(ledger: Ledger, i: number): boolean {
  const kind = ledger.kind(i)
  return kind === 'caption' || kind === 'image'
}

/** A short line that is no sentence. A question or an exclamation may be a title. */
function isLine(page: Page, ledger: Ledger, i: number, maxWords: number): boolean {
  const kind = ledger.kind(i)
  if ((kind !== 'paragraph' && kind !== 'heading') || (enclosing(page, i) & elsewhere) !== 0) return false
  const text = ledger.text(i)
  if (text.length > maxTitleLength || text.includes('\n') || announces(text) || text.endsWith(',') || text.endsWith(';')) return false
  const words = countWords(text)
  return words > 0 && words <= maxWords && (!endsSentence(text) || /[?!？！…]["'”’»]?$/u.test(text))
}

function isLongParagraph(page: Page, ledger: Ledger, i: number): boolean {
  if (ledger.kind(i) !== 'paragraph' || (enclosing(page, i) & (inTable | inCode)) !== 0) return false
  const text = ledger.text(i)
  return countWords(text) >= longParagraph && endsSentence(text)
}

function nextAlive(ledger: Ledger, from: number, count: number): number[] {
  const out: number[] = []
  for (let i = from; i < ledger.page.blocks.length && out.length < count; i++) if (ledger.alive(i)) out.push(i)
  return out
}
