/**
 * Drop what has lost its content to other passes: headings with nothing below, labels with nothing behind,
 * the bars and dots between links that are gone.
 *
 * Only where something was dropped, and not by main content's guess alone: it kept the heading and dropped
 * the list below by the same measures. A heading that never had a text under it is the author's.
 */
import type {Ledger} from '../page/ledger.ts'
import type {Pass} from '../page/pass.ts'
import type {Page} from '../page/page.ts'
import {enclosing, inTable} from './enclosure.ts'
import {proseOf} from './prose.ts'
import {announces} from './words.ts'

/** A longer text with a colon is a sentence. */
const maxLabelWords = 4
const levels = 6
const everyLevel = (1 << (levels + 1)) - 1

export const emptied: Pass = {
  name: 'emptied',
  about: 'headings, labels and separators whose content was dropped',
  run(page, ledger) {
    dropBare(page, ledger)
    dropLabels(page, ledger)
    dropHeadings(page, ledger)
  },
}

const separators = '|/•·»›‹«>‣▪■●◦*-–—,;:'

/** Blocks of which nothing is left after cuts, or nothing but a separator beside something that was dropped. */
function dropBare(page: Page, ledger: Ledger): void {
  const {length} = page.columns
  for (let i = 0; i < length.length; i++) {
    if (length[i] === 0 || !ledger.alive(i)) continue
    const cut = ledger.cuts(i).length > 0
    if (!cut && length[i] > 3) continue
    const text = ledger.text(i)
    const {kind, marks} = page.blocks[i]
    if (kind === 'code' || kind === 'math') continue
    if (text === '') {
      if (!marks.some(mark => mark.kind === 'image')) ledger.drop(i, i + 1, {rule: 'nothing-left', strength: 'certain', role: 'debris'})
    } else if (isSeparator(text) && (cut || droppedBeside(ledger, i, length.length)) && (enclosing(page, i) & inTable) === 0) {
      ledger.drop(i, i + 1, {rule: 'separator', strength: 'likely', role: 'debris'})
    }
  }
}

function isSeparator(text: string): boolean {
  for (const sign of text) if (sign !== ' ' && !separators.includes(sign)) return false
  return true
}

function droppedBeside(ledger: Ledger, i: number, count: number): boolean {
  return (i > 0 && !ledger.alive(i - 1)) || (i + 1 < count && !ledger.alive(i + 1))
}

/** "Published:" with its date gone. */
function dropLabels(page: Page, ledger: Ledger): void {
  const {blocks, columns, regions} = page
  for (let i = 0; i + 1 < blocks.length; i++) {
    if (columns.length[i] > 60 || !ledger.alive(i) || ledger.alive(i + 1) || columns.words[i] > maxLabelWords || !announces(ledger.text(i))) continue
    if (ledger.kind(i) === 'heading' || ledger.kind(i) === 'code') continue
    // What belonged to the label stood in the same parent.
    const parent = columns.region[i] < 0 ? -1 : regions[columns.region[i]].parent
    const end = parent < 0 ? blocks.length : regions[parent].to
    if (i + 1 < end && nextAlive(ledger, i + 1, Math.min(end, i + 40)) < 0) {
      ledger.drop(i, i + 1, {rule: 'label-without-value', strength: 'likely', role: 'debris'})
    }
  }
}

function nextAlive(ledger: Ledger, from: number, to: number): number {
  for (let i = from; i < to; i++) if (ledger.alive(i)) return i
  return -1
}

/**
 * Headings with nothing alive below, up to the next heading of the same or a higher level.
 *
 * One scan from the end; per level, what stands below the place where we are.
 */
function dropHeadings(page: Page, ledger: Ledger): void {
  // Bit n: something alive (dropped) stands below a heading of level n.
  let alive = 0
  let dropped = 0
  for (let i = page.blocks.length - 1; i >= 0; i--) {
    const isAlive = ledger.alive(i)
    const level = ledger.kind(i) === 'heading' ? Math.min(Math.max(ledger.level(i), 1), levels) : 0
    if (level === 0) {
      if (isAlive) alive = everyLevel
      else if (ledger.strength(i) !== 'weak') dropped = everyLevel
      continue
    }
    const own = 1 << level
    const empty = isAlive && (alive & own) === 0 && (dropped & own) !== 0 && mayGo(page, ledger, i)
    if (empty) ledger.drop(i, i + 1, {rule: 'heading-without-text', strength: 'likely', role: 'debris'})
    // For headings above it is one more block; for its own level and below it begins something new.
    const above = own - 1
    alive = (isAlive && !empty ? everyLevel : alive) & above
    dropped = (isAlive && !empty ? dropped : everyLevel) & above
  }
}

/** A heading that is a link is an entry of a list: its teaser may go without it. The title stays. */
function mayGo(page: Page, ledger: Ledger, i: number): boolean {
  const {columns} = page
  // A heading of whole sentences is text, whatever element holds it.
  return ledger.level(i) > 1 && proseOf(page).words(i, i + 1) === 0 && columns.linked[i] * 2 < columns.length[i] && ledger.reason(i)?.role !== 'title'
}
