/**
 * Drop what the reader does not see: blocks hidden by attribute, style, aria or as closed dialogs.
 *
 * Not everything hidden is debris. The text in `<noscript>` is the page of those who run no scripts; a page
 * that fades in hides all of itself; React streams whole pages into `<div hidden id="S:0">`; answers and tabs
 * open at a click.
 */
import type {Ledger} from '../page/ledger.ts'
import type {Pass} from '../page/pass.ts'
import type {Measure} from '../page/measure.ts'
import type {Block, HiddenBy, Mark, Page} from '../page/page.ts'
import {Opening} from './opening.ts'
import {noticeIn} from './notice.ts'
import {proseOf} from './prose.ts'

/** Hidden blocks with that share of the page's prose, or of its words, together, are the page waiting for its script. */
const maxShare = 0.5
const maxWordShare = 0.4
/** Share of characters in links above which something collapsed is a menu. Chosen. */
const menuLinks = 0.5
/** Width and height in pixels up to which an image counts visits and shows nothing. */
const pixel = 2
/** Blocks before and after a noscript image among which its twin stands. */
const near = 2

export const hidden: Pass = {
  name: 'hidden',
  about: 'blocks the reader does not see, noscript notices, tracking pixels',
  origins: ['html'],
  run(page, ledger, {measure}) {
    const unseen: number[] = []
    for (let i = 0; i < page.blocks.length; i++) {
      const block = page.blocks[i]
      if (block.kind === 'image' && isPixel(block.marks[0])) {
        ledger.drop(i, i + 1, {rule: 'tracking-pixel', strength: 'certain', role: 'debris'})
      } else if (block.hidden === 'no') {
        if (block.marks.length > 0 && block.text !== '') cutHiddenMarks(block, i, ledger)
      } else if (block.hidden === 'noscript') judgeNoscript(page, i, ledger)
      else if (block.hidden !== 'details') unseen.push(i)
    }
    if (unseen.length > 0) dropUnseen(page, ledger, {measure, unseen})
  },
}

interface Unseen {
  readonly measure: Measure
  /** Hidden blocks in order. */
  readonly unseen: readonly number[]
}

function dropUnseen(page: Page, ledger: Ledger, {measure, unseen}: Unseen): void {
  const {blocks} = page
  const trusted = trustedWays(page, {measure, unseen})
  const opening = new Opening(page)
  for (let n = 0; n < unseen.length; n++) {
    const from = unseen[n]
    const {hidden: way, region} = blocks[from]
    while (n + 1 < unseen.length && unseen[n + 1] === unseen[n] + 1 && blocks[unseen[n + 1]].hidden === way && blocks[unseen[n + 1]].region === region) n++
    const to = unseen[n] + 1
    if (trusted.has(way) && isGone(page, from, to, {measure, opening})) {
      // No judge overrules this: what nobody sees may be written for machines only.
      ledger.drop(from, to, {rule: `hidden-by-${way}`, strength: 'certain', role: 'debris'})
    }
  }
}

/** Are these hidden blocks out of the reader's reach for good? */
function isGone(page: Page, from: number, to: number, {measure, opening}: {measure: Measure; opening: Opening}): boolean {
  // aria-hidden hides from screen readers only: sentences are there to be read by all others.
  if (page.blocks[from].hidden === 'aria' && proseOf(page).words(from, to) > 0) return false
  return measure.linkDensity(from, to) > menuLinks || !opening.has(page.blocks[from].region)
}

/** Ways of hiding that on this page do hide: those that hide neither most of its prose nor many of its words outside links. */
function trustedWays(page: Page, {measure, unseen}: Unseen): ReadonlySet<HiddenBy> {
  const prose = proseOf(page)
  const sentences = new Map<HiddenBy, number>()
  const words = new Map<HiddenBy, number>()
  for (const i of unseen) {
    const way = page.blocks[i].hidden
    sentences.set(way, (sentences.get(way) ?? 0) + prose.words(i, i + 1))
    words.set(way, (words.get(way) ?? 0) + measure.words(i, i + 1) * (1 - measure.linkDensity(i, i + 1)))
  }
  const out = new Set<HiddenBy>()
  for (const [way, count] of words) {
    if ((sentences.get(way) ?? 0) <= prose.total * maxShare && count <= measure.total * maxWordShare) out.add(way)
  }
  return out
}

function judgeNoscript(page: Page, i: number, ledger: Ledger): void {
  const {kind, text, marks} = page.blocks[i]
  if (kind === 'image') {
    if (hasTwin(page, i, marks[0])) ledger.drop(i, i + 1, {rule: 'noscript-image', strength: 'certain', role: 'duplicate'})
    return
  }
  const notice = noticeIn(text)
  if (notice !== undefined) ledger.drop(i, i + 1, {rule: notice.name, strength: 'certain', role: 'debris'})
}

/** Is the same image, loaded by script, one of the blocks around? */
function hasTwin({blocks}: Page, i: number, image: Mark): boolean {
  const {src, alt} = image.attrs
  for (let j = Math.max(0, i - near); j <= Math.min(blocks.length - 1, i + near); j++) {
    if (j === i || blocks[j].hidden === 'noscript') continue
    for (const other of blocks[j].marks) {
      if (other.kind !== 'image') continue
      if (other.attrs['src'] === src || (alt !== undefined && alt !== '' && other.attrs['alt'] === alt)) return true
    }
  }
  return false
}

function isPixel(image: Mark | undefined): boolean {
  const width = image?.attrs['width']
  if (image === undefined || width === undefined || !isTiny(width)) return false
  const height = image.attrs['height']
  return height !== undefined && isTiny(height)
}

/** `0`, `1`, `1px`, `2`; not ``, not `1em`, not `100%`. */
function isTiny(length: string): boolean {
  const digit = length.charCodeAt(0) - 48
  return digit >= 0 && digit <= pixel && (length.length === 1 || length.slice(1) === 'px')
}

const forScreenReaders = new Set('sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader-only screenreader u-visually-hidden a11y-hidden element-invisible'.split(' '))

/** Cut inline text that hides, or that only screen readers are told, if the block says something without it. */
function cutHiddenMarks({text, marks}: Block, i: number, ledger: Ledger): void {
  for (let m = 0; m < marks.length; m++) {
    const {hidden: way, classes} = marks[m]
    // Nearly all marks: nothing else of them is looked at.
    if (way === 'no' && (classes.length === 0 || !isForScreenReaders(classes))) continue
    const {from, to, kind} = marks[m]
    if (kind === 'code' || to === from || to - from >= text.length) continue
    if (way === 'attribute' || way === 'style') ledger.cut(i, {from, to}, {rule: `hidden-by-${way}`, strength: 'likely', role: 'debris'})
    else if (way === 'no' || isForScreenReaders(classes)) ledger.cut(i, {from, to}, {rule: 'screen-reader', strength: 'likely', role: 'debris'})
  }
}

function isForScreenReaders(classes: readonly string[]): boolean {
  for (let c = 0; c < classes.length; c++) if (forScreenReaders.has(classes[c])) return true
  return false
}
