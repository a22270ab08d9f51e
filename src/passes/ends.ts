/**
 * Drop the site around a flattened text: what stands before it and behind it, and its interface in between.
 *
 * Nine tenths of a page without tags are told from its text by where it stands and by what stands beside it. Without
 * lines that are a site's interface beyond doubt nothing is judged: a clean article, a README, a poem or a log pass
 * whole.
 */
import type {LineJudgement} from '../page/lineJudgement.ts'
import type {Pass} from '../page/pass.ts'
import type {Page} from '../page/page.ts'
import {isCodeLine} from './codeLine.ts'
import {isByline, saysWhoOrWhen} from './date.ts'
import {enclosing, inItem, inTable} from './enclosure.ts'

/** Up to this probability the judge is sure. */
const sureDrop = 0.05

export const ends: Pass = {
  name: 'ends',
  about: 'the site around a text without tags, as the learned judge of text sees it',
  origins: ['text', 'markdown'],
  run(page, ledger, {lines}) {
    const n = page.blocks.length
    if (n === 0) return
    if (lines === undefined || !lines.hasChrome) {
      ledger.keep(0, n, {rule: 'no-site-around', strength: 'weak', role: 'content', value: lines?.chrome.length ?? 0})
      return
    }
    const drops = dropped(page, lines)
    if (page.origin === 'markdown') keepHeadings(page, drops)
    const text = firstText(page, drops)
    const title = titleBefore(page, lines, {drops, text})
    for (let i = 0; i < n; i++) {
      const p = lines.probability[i]
      if (drops[i] === 1 && i >= text - nearText && i < text && saysWhoOrWhen(page.blocks[i].text, page.columns.words[i] + 0.6 * page.columns.wide[i])) {
        ledger.keep(i, i + 1, {rule: 'byline-before-text', strength: 'weak', role: 'byline', value: p})
      } else if (i === title) ledger.keep(i, i + 1, {rule: 'title-before-text', strength: 'weak', role: 'title', value: p})
      else if (drops[i] === 1) ledger.drop(i, i + 1, {rule: p < 0 ? 'beside-boilerplate' : 'judged-boilerplate', strength: p >= 0 && p <= sureDrop ? 'likely' : 'weak', role: 'navigation', value: p})
      else ledger.keep(i, i + 1, {rule: p < 0 ? 'beside-content' : 'judged-content', strength: 'weak', role: 'content', value: p})
    }
  },
}

/** Words of a paragraph that shows where the text begins, of a title, and blocks between them. Chosen. */
const textWords = 15
const titleWords = {least: 3, most: 25}
const maxBetween = 8
/** A line less likely to be content is no title. Chosen: titles have no label of their own, so the judge doubts them. */
const leastTitle = 0.05

/** Blocks before the text in which who wrote it and when stays: such a line is dropped by nobody who does not know what it says. Chosen. */
const nearText = 4

/** The first kept paragraph. */
function firstText({columns: {words, wide}}: Page, drops: Uint8Array): number {
  let text = 0
  while (text < drops.length && (drops[text] === 1 || words[text] + 0.6 * wide[text] < textWords)) text++
  return text
}

/** A dropped line before the first kept paragraph that is its title: the likeliest that stands in no list; −1 if there is none. */
function titleBefore(page: Page, {probability}: LineJudgement, {drops, text}: {readonly drops: Uint8Array; readonly text: number}): number {
  const {words, wide} = page.columns
  const size = (i: number): number => words[i] + 0.6 * wide[i]
  let best = -1
  for (let i = text - 1; i >= 0 && i >= text - maxBetween; i--) {
    const {kind, text: line} = page.blocks[i]
    if (drops[i] === 0 && kind === 'heading') return -1
    if (size(i) < titleWords.least || size(i) > titleWords.most || (enclosing(page, i) & (inItem | inTable)) !== 0 || /[.:,;]$/u.test(line) || isByline(line, size(i))) continue
    if (probability[i] >= leastTitle && (best < 0 || probability[i] > probability[best])) best = i
  }
  return best >= 0 && drops[best] === 1 ? best : -1
}

const levels = 6
const everyLevel = (1 << (levels + 1)) - 1

/** In Markdown a heading belongs to what stands below it, up to the next one of its level or a higher one: it goes only with all of that. One scan from the end. */
function keepHeadings({blocks}: Page, drops: Uint8Array): void {
  // Bit n: something that stays stands below a heading of level n.
  let stays = 0
  for (let i = drops.length - 1; i >= 0; i--) {
    const {kind, level} = blocks[i]
    if (kind !== 'heading') {
      if (drops[i] === 0) stays = everyLevel
      continue
    }
    const own = 1 << Math.min(Math.max(level, 1), levels)
    if ((stays & own) !== 0) drops[i] = 0
    stays = (drops[i] === 0 ? everyLevel : stays) & (own - 1)
  }
}

/** Code is protected ground: only what is boilerplate beyond doubt goes. */
const leastCode = 0.02

/** 1 for blocks below their threshold; what has no text follows the block before it, and at the top the one behind it. */
function dropped({blocks}: Page, {probability, threshold}: LineJudgement): Uint8Array {
  const out = new Uint8Array(blocks.length)
  let last = -1
  for (let i = 0; i < out.length; i++) {
    if (probability[i] >= 0) {
      const p = probability[i]
      out[i] = p < threshold[i] && (p < leastCode || (blocks[i].kind !== 'code' && !isCodeLine(blocks[i].text))) ? 1 : 0
      if (last < 0) out.fill(out[i], 0, i)
      last = i
    } else if (last >= 0) out[i] = out[last]
  }
  return out
}
