/** Tells lines of a page's interface, in any of the languages that have a table. */
import type {Page} from '../page/page.ts'
import {interfaceTables} from '../rules/interface.ts'
import {buttonVerbs, menuWords} from '../rules/menuWords.ts'
import {consentPatterns, scaffoldPatterns} from '../rules/scaffold.ts'
import type {TestRow} from '../rules/row.ts'
import {debrisLine} from './debrisLine.ts'
import {endsSentence} from './words.ts'

/** UTF-16 code units; a longer line is no label. */
const maxLabel = 60
const maxLine = 300
/** Parts of one line that was flattened from several labels. */
const maxParts = 24
/** Words of a button. Chosen. */
const maxButtonWords = 5

export interface Interface {
  readonly rule: string
  readonly role: 'navigation' | 'related' | 'consent' | 'debris' | 'advert' | 'comment'
  /** Stands over a list of other pages. */
  readonly leads: boolean
  /** An ordinary word as well: is no company to others. */
  readonly doubtful: boolean
}

/** Characters that no label has inside it. */
const between = /[\s,:;.…。，：]{1,40}/gu
/** Counts, arrows and signs around a label. */
const edges = /^[^\p{L}\p{N}]{1,12}|[^\p{L}\p{N}!?)]{1,12}$/gu
const counts = /\s?\(?\d[\d.,]{0,8}\)?\+?$|^\d{1,7}\s(?=\p{L})|\s?\((?:required|optional)\)$/u

const label: Interface = {rule: 'interface-label', role: 'navigation', leads: false, doubtful: false}
const head: Interface = {rule: 'related-head', role: 'related', leads: true, doubtful: false}
const several: Interface = {rule: 'interface-labels', role: 'navigation', leads: false, doubtful: false}
const menu: Interface = {rule: 'menu-word', role: 'navigation', leads: false, doubtful: true}
const button: Interface = {rule: 'button', role: 'navigation', leads: false, doubtful: true}
const verbs = new Set(buttonVerbs)
/** First words of all labels: what most lines fail by. */
const firstWords = new Set<string>()
/** Made when the first line is asked about: a page with tags never asks. */
let known: Map<string, Interface> | undefined

function labelTable(): Map<string, Interface> {
  if (known !== undefined) return known
  known = new Map<string, Interface>()
  for (const line of menuWords) known.set(keyOf(line.toLowerCase()), menu)
  for (const {lines, heads} of interfaceTables) {
    for (const line of lines) known.set(keyOf(line.toLowerCase()), label)
    for (const line of heads) known.set(keyOf(line.toLowerCase()), head)
  }
  for (const line of known.keys()) firstWords.add(firstWord(line))
  return known
}

function firstWord(text: string): string {
  const end = text.indexOf(' ')
  return end < 0 ? text : text.slice(0, end)
}

const byPage = new WeakMap<Page, (Interface | 'none' | undefined)[]>()

/** The text of a block as an interface says it: several rules ask, a block is looked up once. */
export function interfaceBlock(page: Page, i: number): Interface | undefined {
  let known = byPage.get(page)
  if (known === undefined) byPage.set(page, known = new Array<Interface | 'none' | undefined>(page.blocks.length).fill(undefined))
  const it = known[i] ??= interfaceLine(page.blocks[i].text) ?? 'none'
  return it === 'none' ? undefined : it
}

/** The line as an interface says it, undefined if it does not. */
export function interfaceLine(text: string): Interface | undefined {
  if (text.length > maxLine) return undefined
  const lower = text.toLowerCase()
  const labels = labelTable()
  if (text.length <= maxLabel) {
    const found = labels.get(lower) ?? labelOf(lower)
    if (found !== undefined) return found
    const known = debrisLine(text)
    if (known !== undefined) return {rule: known.name, role: known.role, leads: false, doubtful: false}
  }
  if (seam.test(text)) {
    const parts = partsOf(text)
    if (parts.length > 1 && parts.every(part => labelOf(part.toLowerCase()) !== undefined)) return several
  }
  if (text.includes(' ') && isRun(lower)) return several
  const row = fitting(scaffoldRows, text, lower)
  if (row !== undefined) return {rule: row.name, role: row.role, leads: row.role === 'related', doubtful: false}
  return isButton(text) ? button : undefined
}

/** Words of one label of a run, and labels that make one. Chosen: two words side by side may be a phrase. */
const mostRunWords = 5
const leastRun = 3
const mostRun = 24

/**
 * Labels of a bar with nothing but spaces between: the longest label first, from left to right; counts may stand among
 * them.
 */
function isRun(lower: string): boolean {
  // A run begins with a label, and a sentence is none.
  if (lower.length > 160 || !firstWords.has(firstWord(lower)) || endsSentence(lower)) return false
  const words = lower.split(/[\s|·•]{1,8}/u, mostRun * 2)
  const labels = labelTable()
  let count = 0
  let sure = 0
  for (let i = 0; i < words.length;) {
    let n = Math.min(mostRunWords, words.length - i)
    let found: Interface | undefined
    while (n > 0 && (found = labels.get(keyOf(words.slice(i, i + n).join(' ')))) === undefined) n--
    if (found === undefined) {
      if (!/^[\d.,()+]{1,10}$/u.test(words[i])) return false
      i++
      continue
    }
    count++
    if (!found.doubtful) sure++
    i += n
  }
  return count >= leastRun && sure * 2 >= count
}

/** A call to action: a verb in front, a few words, no end mark. */
function isButton(text: string): boolean {
  if (text.length > 40 || text.length < 4 || !verbs.has(startOf(text.toLowerCase()))) return false
  const words = text.replace(/[\s→›»>!]{1,8}$/u, '').split(' ', maxButtonWords + 1)
  return words.length > 1 && words.length <= maxButtonWords && verbs.has(words[0].toLowerCase()) && /^[\p{L}\p{N}&'’\s-]{1,40}$/u.test(words.join(' '))
}

/** Markup and data that were never meant to be read begin so, or run on without a space. */
const markup = /^[<{]|^\S{100}/u

/** A paragraph that asks for consent, or markup and data that were never meant to be read. */
export function consentText(text: string): TestRow | undefined {
  const lower = text.toLowerCase()
  const row = fitting(consentRows, text, lower)
  return row?.name === 'scripts-and-tags' && !markup.test(text) ? undefined : row
}

/** The first row that fits, undefined if none does. */
function fitting(rows: ReadonlyMap<string, readonly TestRow[]>, text: string, lower: string): TestRow | undefined {
  return rows.get(startOf(lower))?.find(row => fits(row, text, lower)) ?? rows.get('')?.find(row => fits(row, text, lower))
}

function fits({hint, hints, test}: TestRow, text: string, lower: string): boolean {
  if (hint !== '' && !lower.includes(hint)) return false
  return (hints === undefined || hints.some(each => lower.includes(each))) && test.test(text)
}

/** Rows by the first word of what they fit; '' for those that may begin with anything. */
function byStart(rows: readonly TestRow[]): ReadonlyMap<string, readonly TestRow[]> {
  const out = new Map<string, TestRow[]>()
  for (const row of rows) for (const start of row.starts ?? ['']) out.set(start, [...(out.get(start) ?? []), row])
  return out
}

/** The first word; `#` for a digit, `<` for any other sign. */
function startOf(lower: string): string {
  const unit = lower.charCodeAt(0)
  if (unit >= 48 && unit <= 57) return '#'
  let end = 0
  while (end < 16 && end < lower.length && isLetter(lower.charCodeAt(end))) end++
  return end === 0 ? '<' : lower.slice(0, end)
}

function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 0xc0 && unit < 0x2000) || unit > 0x3005
}

/** @param lower the line in lower case */
function labelOf(lower: string): Interface | undefined {
  if (lower.length > maxLabel) return undefined
  const labels = labelTable()
  if (!mayBeLabel(lower)) return undefined
  const key = keyOf(lower)
  const found = labels.get(key) ?? (counts.test(key) ? labels.get(key.replace(counts, '').trim()) : undefined)
  if (found !== undefined) return found
  // A link and its icon's title give the word twice.
  const half = key.length >> 1
  return key.length % 2 === 1 && key[half] === ' ' && key.slice(0, half) === key.slice(half + 1) ? labels.get(key.slice(0, half)) : undefined
}

/** May the line be a label? A plain word in front that begins none says no; whatever else stands there, the tables are asked. */
function mayBeLabel(lower: string): boolean {
  let end = 0
  while (end < lower.length && isPlain(lower.charCodeAt(end))) end++
  const next = lower.charCodeAt(end)
  return end === 0 || (end < lower.length && next !== 32) || firstWords.has(lower.slice(0, end))
}

/** A small letter of ASCII or Latin-1. */
function isPlain(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 0xdf && unit <= 0xff && unit !== 0xf7)
}

function keyOf(lower: string): string {
  return isKey(lower) ? lower : lower.replace(between, ' ').replace(edges, '').trim()
}

/** Is the line its own key: plain letters, digits and single spaces, as most are? */
function isKey(lower: string): boolean {
  let before = 32
  for (let i = 0; i < lower.length; i++) {
    const unit = lower.charCodeAt(i)
    if (unit === 32 ? before === 32 : !isPlain(unit) && (unit < 48 || unit > 57) && (unit < 0x430 || unit > 0x44f) && (unit < 0x4e00 || unit > 0x9fa5)) return false
    before = unit
  }
  return before !== 32
}

const scaffoldRows = byStart(scaffoldPatterns)
const consentRows = byStart(consentPatterns)

/** Where labels of a bar may meet. */
const seam = /[|·•/»›+–]|\p{Ll}\p{Lu}/u

/** The labels of a bar: set apart by signs, or run together without a space. */
function partsOf(text: string): string[] {
  const parts = text.split(/\s{0,3}[|·•/»›+–]{1,3}\s{0,3}|(?<=\p{Ll})(?=\p{Lu})/u, maxParts + 1).filter(part => part.trim() !== '')
  return parts.length > maxParts ? [] : parts
}
