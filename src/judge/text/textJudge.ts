/** The judge of flattened text and Markdown: which lines are content, and is there a site around them at all? */
import type {LineJudgement} from '../../page/lineJudgement.ts'
import {isOwnNavigation} from '../../page/ownNavigation.ts'
import type {Page} from '../../page/page.ts'
import type {Named, Rows} from '../columns.ts'
import {probabilities, type Forest} from '../forest.ts'
import {SettledForest, settledFrom} from '../settledForest.ts'
import {overrulesOf, thresholds, type Favor} from './caution.ts'
import {unpackText, type PackedTextModel} from './packedText.ts'
import {secondNames, secondTextRows} from './secondColumns.ts'
import {addTextEvidence, textColumns, textRows} from './textRows.ts'

export interface TextJudge {
  /** First characters of the SHA-256 of the model. */
  readonly hash: string
  judge(page: Page, favor?: Favor): LineJudgement
}

/** A line less likely to be content is a site's interface beyond doubt. */
const surelyChrome = 0.05
/**
 * So many of them make a page of a site. Measured on unseen sites: 95 % of whole pages have them, and 1.5 % of texts
 * that are the content alone.
 */
const chromeLines = 3

/** Columns that say the same in all rows of a page. */
const ofPage = /^page[A-Z]|^spanShare$/u

/** A stage whose splits by what is true of the whole page are decided once a page. */
function stageOf(forest: Forest, columns: readonly Named[]): (rows: Rows, n: number) => Float32Array {
  const shared = columns.flatMap(([name], c) => (ofPage.test(name) ? [c] : []))
  const trees = new SettledForest(forest, Int32Array.from(columns, (_, c) => (shared.includes(c) ? settledFrom + shared.indexOf(c) : c)))
  return (rows, n) => (n === 0 ? new Float32Array(0) : probabilities(trees.settled(Float32Array.from(shared, c => rows.data[c])), rows, n))
}

/** @throws {RangeError} if the model was made for other columns */
export function createTextJudge(packed: PackedTextModel): TextJudge {
  for (const [i, columns] of [textColumns, secondNames].entries()) {
    if (packed.columns[i] !== columns.map(([name]) => name).join(' ')) throw new RangeError('the text model was made for other features: train it again')
  }
  const {hash, tables, first, second} = unpackText(packed)
  const stages = {first: stageOf(first, textColumns), second: stageOf(second, secondNames)}
  return {
    hash,
    judge(page, favor = 'balanced') {
      const rows = textRows(page)
      const {scan: {n, block, words}} = rows.lines
      addTextEvidence(rows, tables)
      const p = stages.second(secondTextRows(rows, stages.first(rows, n)), n)
      const least = thresholds(favor, p, words)
      const probability = new Float32Array(page.blocks.length).fill(-1)
      const threshold = new Float32Array(page.blocks.length)
      const chrome: number[] = []
      for (let i = 0; i < n; i++) {
        probability[block[i]] = p[i]
        threshold[block[i]] = least[i]
        if (p[i] < surelyChrome && !isOwnNavigation(page, block[i])) chrome.push(block[i])
      }
      return {probability, threshold, ...overrulesOf(favor), chrome, hasChrome: chrome.length >= chromeLines, model: hash}
    },
  }
}
