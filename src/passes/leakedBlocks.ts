/** Which blocks of a page are spilled machinery: a fact of the page, made once, because several rules ask. */
import type {Page} from '../page/page.ts'
import {codeTalk, leaks, type LeakRow} from '../rules/leaks.ts'
import {isCodeLine} from './codeLine.ts'
import {enclosing, inCode, inTable, inTerms} from './enclosure.ts'
import {interfaceBlock} from './interfaceLine.ts'
import {announces, countWords, endsSentence} from './words.ts'

/**
 * Blocks of prose that speak of code: from this number and share of all on the page is about it. Measured on labelled
 * pages: up to a share of 0.1 nothing that was dropped was content, from 0.2 on a third was.
 */
const talks = 2
const talkShare = 0.1
/** Words of running text without which a page is nothing but its code. Chosen. */
const leastProse = 30
/** Words of running text, none of them about code, that make a text without labels one that something was spilled into. Chosen. */
const muchProse = 120
/** Words of a sentence that may speak of code. */
const sentenceWords = 8
/** Labels of an interface that make a text a page of a site. @see scaffold.ts */
const siteLabels = 3
/** UTF-16 code units of a block by which it is known, and at most of a line that is asked at all. */
const looked = 1200
/** A shorter line with a colon is a label, not a sentence that leads in. */
const leadInWords = 4

const known = new WeakMap<Page, readonly (string | undefined)[] | 'none'>()

/** Names of the rows by block; undefined where nothing was spilled. */
export function leaked(page: Page): readonly (string | undefined)[] | undefined {
  const made = known.get(page)
  if (made !== undefined) return made === 'none' ? undefined : made
  const rows = find(page)
  known.set(page, rows ?? 'none')
  return rows
}

/** Is the block one that a script's or a template's lines leave between others: brackets, `key: value,`, a statement? */
export function isSpilled({blocks, columns}: Page, i: number): boolean {
  if (blocks[i].kind === 'code' || columns.length[i] === 0 || columns.length[i] > looked) return false
  const {text} = blocks[i]
  return brackets.test(text) || entry.test(text) || (isCodeLine(text) && !endsSentence(text))
}

const brackets = /^[\s{}()[\];,.*/<>=&|'"+-]{1,20}$/u
const entry = /^["']?[\w$-]{1,40}["']?\s?[:=]\s?.{0,200}[,;{]$|^[\w$-]{1,40}\s?:\s?(?:true|false|null|\d{1,9}|["'][^"']{0,80}["'])$/u
/** How lines begin that hold none of the signs below; of what these let pass the rows decide. */
const openings = [
  '/', 'http:', 'https:', 'data:', 'url(', 'UA-', 'GTM-', 'ca-pub', '%', '#', '@', '[', ']', '??', 'i18n',
  'PHP ', 'Warning', 'Notice', 'Deprecated', 'Fatal', 'Parse', 'Strict', 'Catchable', 'Uncaught', 'Translation m', 'translation m', 'MISSING', 'Missing t', 'missing t',
  'Normal 0', '0 ', 'mso-', 'eyJ', 'self.', 'Liquid ', 'Twig', 'Smarty e', 'FreeMarker', 'The following has', 'Error:', 'Error ', 'Unable to r', 'Script e', 'Lua e', 'Cite e', 'Expression e',
  'Template ', 'ActionView', 'org.ap', 'undefined m', 'You have an error', 'WordPress d', 'MySQL ', 'SQLSTATE', 'Access d', 'Could not c', 'ADODB', 'Microsoft ', 'Server E', 'ORA-', 'Array to', 'Unclosed',
]
/** By their first four characters, the shorter ones by the first: so most lines are told from all of them without a search. */
const byFour = new Map<number, string[]>()
const byFirst = new Map<number, string[]>()
for (const opening of openings) {
  const [table, key] = opening.length < 4 ? [byFirst, opening.charCodeAt(0)] : [byFour, four(opening)]
  table.set(key, [...(table.get(key) ?? []), opening])
}

/** The first four characters as one number; what is not ASCII may share one with others. */
function four(text: string): number {
  return (text.charCodeAt(0) << 21) ^ (text.charCodeAt(1) << 14) ^ (text.charCodeAt(2) << 7) ^ text.charCodeAt(3)
}

function opens(text: string): boolean {
  return byFirst.get(text.charCodeAt(0))?.some(start => text.startsWith(start)) === true || byFour.get(four(text))?.some(start => text.startsWith(start)) === true
}

/** Characters without a space from which a line is no word. */
const unbroken = 100
const unbrokenLine = /^\S{100}/u
const signs = /[{<=>]/

/** May a row know the text? Asked of every block: no prose has these signs but seldom. */
function hasSigns(text: string): boolean {
  return signs.test(text) || opens(text) || (text.length >= unbroken && unbrokenLine.test(text))
}

function find(page: Page): (string | undefined)[] | undefined {
  const {blocks, columns} = page
  let found: LeakRow[] | undefined
  let out: (string | undefined)[] | undefined
  for (let i = 0; i < blocks.length; i++) {
    if (columns.length[i] < 2 || !hasSigns(head(page, i)) || !mayLeak(page, i)) continue
    const row = rowOf(head(page, i))
    if (row === undefined) continue
    found ??= []
    out ??= new Array<string | undefined>(blocks.length).fill(undefined)
    found[i] = row
    out[i] = row.name
  }
  if (found === undefined || out === undefined) return undefined
  const {talk, prose, sentences} = proseOnCode(page, out)
  if (talk >= Math.max(talks, talkShare * sentences) || prose < leastProse) return undefined
  const site = (talk === 0 && prose >= muchProse) || isSite(page)
  for (let i = 0; i < out.length; i++) if (found[i]?.needsSite === true && !site) out[i] = undefined
  spread(page, out)
  return out.some(row => row !== undefined) ? out : undefined
}

function head({blocks}: Page, i: number): string {
  const {text} = blocks[i]
  return text.length > looked ? text.slice(0, looked) : text
}

/** Marked code, fences, tables and definition lists are content; in a text code is told by its shape, and may be spilled. */
function mayLeak(page: Page, i: number): boolean {
  const {kind, marks, from} = page.blocks[i]
  if (kind === 'math' || (enclosing(page, i) & (inTable | inTerms | inCode)) !== 0 && kind !== 'code') return false
  if (kind === 'code' && (page.origin !== 'text' || from < 0 || isFenced(page.source, from))) return false
  if (marks.some(mark => mark.kind === 'code' || mark.kind === 'kbd')) return false
  const before = i > 0 ? page.blocks[i - 1].text : ''
  return !(announces(before) && countWords(before) >= leadInWords)
}

/** Does a fence open at or right before this place of the source? */
function isFenced(source: string, from: number): boolean {
  return /(?:```|~~~)[^\n]{0,40}\s{0,40}$/u.test(source.slice(Math.max(0, from - 84), from)) || /^\s{0,3}(?:```|~~~)/u.test(source.slice(from, from + 8))
}

function rowOf(text: string): LeakRow | undefined {
  for (const row of leaks) {
    if (hinted(row, text) && (row.density === 0 || densityOf(text) >= row.density) && row.test.test(text)) return row
  }
  return undefined
}

function hinted({hints}: LeakRow, text: string): boolean {
  for (let i = 0; i < hints.length; i++) if (text.includes(hints[i])) return true
  return false
}

/** Share of characters that are signs of code, 0–1. */
function densityOf(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) if ('{}()[];=<>"\'/&|$_:#\\'.includes(text[i])) count++
  return count / Math.max(1, text.length)
}

/** Words of the page's prose, and how many of its sentences speak of code. */
function proseOnCode({blocks, columns}: Page, out: readonly (string | undefined)[]): {talk: number; prose: number; sentences: number} {
  let prose = 0
  let sentences = 0
  let talk = 0
  for (let i = 0; i < blocks.length; i++) {
    if (out[i] !== undefined || blocks[i].kind === 'code') continue
    const words = columns.words[i] + 0.6 * columns.wide[i]
    if (words < sentenceWords || isCodeLine(blocks[i].text)) continue
    prose += words
    sentences++
    if (codeTalk.test(blocks[i].text)) talk++
  }
  return {talk, prose, sentences}
}

function isSite(page: Page): boolean {
  const {blocks, columns} = page
  let count = 0
  for (let i = 0; i < blocks.length; i++) {
    if (columns.length[i] > 0 && columns.length[i] <= 60 && interfaceBlock(page, i)?.doubtful === false && ++count >= siteLabels) return true
  }
  return false
}

/** Lines between or beside spilled ones that look like them go too. */
function spread(page: Page, out: (string | undefined)[]): void {
  for (let i = 1; i < out.length; i++) if (out[i] === undefined && out[i - 1] !== undefined && mayLeak(page, i) && isSpilled(page, i)) out[i] = 'spilled-line'
  for (let i = out.length - 2; i >= 0; i--) if (out[i] === undefined && out[i + 1] !== undefined && mayLeak(page, i) && isSpilled(page, i)) out[i] = 'spilled-line'
}
