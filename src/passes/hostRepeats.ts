/**
 * Drop what the pages of a host repeat, where a second sign says the same: it stands outside of the text, or in a run
 * of such lines. Alone the count is wrong too often: labels of tables, "Overview", the names of products, and a teaser
 * of an article, which in the article itself is its title.
 */
import type {Ledger} from '../page/ledger.ts'
import type {Measure} from '../page/measure.ts'
import type {Page} from '../page/page.ts'
import type {Pass} from '../page/pass.ts'
import type {Repeats} from '../page/repeats.ts'
import {titleKeys} from './titleKey.ts'
import {wordsOnly} from './words.ts'

/** Pages of the host from which on a line counts as repeated, and as standing on all of them; shares, 0–1. Measured on the text of 34 hosts. */
const fewest = 3
const often = 0.1
const everywhere = 0.5
/** A block that the judge gives so much is text: the first and the last of them are where the text begins and ends. */
const content = 0.5
/** What only some pages repeat may be a teaser: it goes where the judge doubts it, so many blocks away from the text. */
const doubtful = 0.35
const farFromText = 6
/** Repeated lines in a row that are a part of the template, and what the judge must not give for one of them. */
const runLength = 4
const likedInRun = 0.6
/** Words that must be left: a page that is made of what its host repeats says nothing else. Chosen, as in rescue. */
const fewestLeft = 50

export const hostRepeats: Pass = {
  name: 'hostRepeats',
  about: 'what the pages of a host repeat, outside of the text or in a run (option hosts)',
  run(page, ledger, {measure, judgement, lines, repeats}) {
    const probability = judgement?.probability ?? lines?.probability
    if (repeats === undefined || repeats.pages < fewest || probability === undefined) return
    const onAll = atLeast(repeats, everywhere)
    const span = textSpan(probability, onAll)
    // Where nothing is text, nothing says what is around it.
    if (span === undefined) return
    const onSome = atLeast(repeats, often)
    const runs = inRuns(page, onAll)
    const titles = titleKeys(page)
    const found: {readonly block: number; readonly rule: string}[] = []
    let words = 0
    for (let i = 0; i < probability.length; i++) {
      if (onSome[i] === 0 || !mayGo(page, ledger, {block: i, titles})) continue
      const away = Math.max(span.from - i, i - span.to)
      const isOutside = away > 0 && (onAll[i] === 1 || (away > farFromText && probability[i] < doubtful))
      const isInRun = runs[i] === 1 && probability[i] < likedInRun
      if (!isOutside && !isInRun) continue
      found.push({block: i, rule: isOutside ? 'repeated-outside-text' : 'repeated-run'})
      words += measure.words(i, i + 1)
    }
    if (aliveWords(page, ledger, measure) - words < fewestLeft) return
    for (const {block, rule} of found) ledger.drop(block, block + 1, {rule, strength: 'likely', role: 'navigation', value: repeats.on[block] / repeats.pages})
  },
}

function aliveWords({blocks}: Page, ledger: Ledger, measure: Measure): number {
  let words = 0
  for (let i = 0; i < blocks.length; i++) if (ledger.alive(i)) words += measure.words(i, i + 1)
  return words
}

/** 1 for blocks that stand on that share of the pages. */
function atLeast({pages, on}: Repeats, share: number): Uint8Array {
  const least = Math.max(fewest, Math.ceil(share * pages))
  return Uint8Array.from(on, count => count >= least ? 1 : 0)
}

/** First and last block that the judge takes for text and that do not stand on all pages. */
function textSpan(probability: Float32Array, onAll: Uint8Array): {readonly from: number; readonly to: number} | undefined {
  let from = -1
  let to = -1
  for (let i = 0; i < probability.length; i++) {
    if (probability[i] < content || onAll[i] === 1) continue
    if (from < 0) from = i
    to = i
  }
  return from < 0 ? undefined : {from, to}
}

/** 1 for blocks in a run of repeated ones; what has no text neither counts nor parts. */
function inRuns({blocks}: Page, repeated: Uint8Array): Uint8Array {
  const out = new Uint8Array(blocks.length)
  let run: number[] = []
  for (let i = 0; i <= blocks.length; i++) {
    if (i < blocks.length && blocks[i].text === '') continue
    if (i < blocks.length && repeated[i] === 1) {
      run.push(i)
      continue
    }
    if (run.length >= runLength) for (const block of run) out[block] = 1
    run = []
  }
  return out
}

/** Nothing dead already, no title, no code. */
function mayGo(page: Page, ledger: Ledger, {block, titles}: {readonly block: number; readonly titles: ReadonlySet<string>}): boolean {
  const {kind, text} = page.blocks[block]
  if (!ledger.alive(block) || kind === 'code' || kind === 'math') return false
  return ledger.reason(block)?.role !== 'title' && !titles.has(wordsOnly(text))
}
