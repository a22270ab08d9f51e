/** The judge of flattened text and Markdown: which lines are content, and is there a site around them at all? */
import type {LineJudgement} from '../../page/lineJudgement.ts'
import type {Page} from '../../page/page.ts'
import {probabilities} from '../forest.ts'
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

/** @throws {RangeError} if the model was made for other columns */
export function createTextJudge(packed: PackedTextModel): TextJudge {
  for (const [i, columns] of [textColumns, secondNames].entries()) {
    if (packed.columns[i] !== columns.map(([name]) => name).join(' ')) throw new RangeError('the text model was made for other features: train it again')
  }
  const {hash, tables, first, second} = unpackText(packed)
  return {
    hash,
    judge(page, favor = 'balanced') {
      const rows = textRows(page)
      const {scan: {n, block, words}} = rows.lines
      addTextEvidence(rows, tables)
      const p = probabilities(second, secondTextRows(rows, probabilities(first, rows, n)), n)
      const least = thresholds(favor, p, words)
      const probability = new Float32Array(page.blocks.length).fill(-1)
      const threshold = new Float32Array(page.blocks.length)
      const chrome: number[] = []
      for (let i = 0; i < n; i++) {
        probability[block[i]] = p[i]
        threshold[block[i]] = least[i]
        if (p[i] < surelyChrome) chrome.push(block[i])
      }
      return {probability, threshold, ...overrulesOf(favor), chrome, hasChrome: chrome.length >= chromeLines, model: hash}
    },
  }
}
