/** Labelled pages as training sees them: measured by the product's own code, labelled, stripped of their text. */
import {labels, wordsOf} from './labels.js'
import {correct} from './overlay.js'
import {siteOf} from './sites.js'

/**
 * @typedef {object} Labelled
 * @property {string} set
 * @property {string} id
 * @property {string} site
 * @property {string | null} type
 * @property {any} measured scan and regions, as the judge has them
 * @property {{data: Float32Array, stride: number}} rows columns that need no tables, room for the others
 * @property {Float32Array} aligned share of gold words by row
 * @property {Float32Array} label the same as it is taught: corrected, NaN where masked
 * @property {Uint8Array} title 1 for rows that are the title
 * @property {Bags} bags
 */

/**
 * @param {any} judge modules of the judge
 * @param {{gold: any, html: string, set: string, overlay?: boolean}} input with `overlay` the gold is corrected where it is known to be wrong
 * @returns {Labelled}
 */
export function labelled(judge, {gold, html, set, overlay = false}) {
  const page = judge.readHtml(html, {url: gold.url, normalise: judge.createNormaliser().piece})
  const measured = judge.measured(page)
  const {scan} = measured
  const rows = judge.ownRows(measured)
  /** @type {string[]} */
  const texts = []
  for (let i = 0; i < scan.n; i++) texts.push(page.blocks[scan.block[i]].text)
  const aligned = labels(texts, gold.text ?? '')
  const label = aligned.slice()
  if (overlay) correct(label, scan.block, {set, id: gold.id})
  const title = new Uint8Array(scan.n)
  for (let i = 0; i < scan.n; i++) {
    if (!judge.isTitle(scan, i)) continue
    title[i] = 1
    label[i] = Number.NaN
  }
  const bags = new Bags(texts, gold.text ?? '')
  // The page's text is not needed any more.
  measured.scan.page = {columns: page.columns, blocks: {length: page.blocks.length}, regions: page.regions.map((/** @type {any} */ {end}) => ({end}))}
  return {set, id: gold.id, site: siteOf(gold.url ?? gold.id), type: gold.type ?? null, measured, rows, aligned, label, title, bags}
}

const plain = /[\p{L}\p{N}_]+/gu

/** Words of the blocks and of the gold as numbers, for F1 by page without any text. */
export class Bags {
  /** @param {readonly string[]} texts @param {string} gold */
  constructor(texts, gold) {
    /** @type {Map<string, number>} */
    const ids = new Map()
    /** @param {string} text @returns {number[]} */
    const numbers = text => (text.toLowerCase().match(plain) ?? []).map(each => {
      const known = ids.get(each)
      if (known !== undefined) return known
      ids.set(each, ids.size)
      return ids.size - 1
    })
    const rows = texts.map(numbers)
    this.at = new Int32Array(texts.length + 1)
    rows.forEach((row, i) => { this.at[i + 1] = this.at[i] + row.length })
    this.words = Int32Array.from(rows.flat())
    const goldWords = numbers(gold)
    this.goldCount = goldWords.length
    this.gold = new Int32Array(ids.size)
    for (const each of goldWords) this.gold[each]++
  }

  /** Word F1 of the kept rows. @param {(row: number) => boolean} keeps */
  f1(keeps) {
    const left = this.gold.slice()
    let kept = 0
    let found = 0
    for (let i = 0; i + 1 < this.at.length; i++) {
      if (!keeps(i)) continue
      for (let k = this.at[i]; k < this.at[i + 1]; k++) {
        kept++
        if (left[this.words[k]]-- > 0) found++
      }
    }
    if (this.goldCount === 0) return kept === 0 ? 1 : 0
    return found === 0 ? 0 : 2 * found / (kept + this.goldCount)
  }
}

export {wordsOf}
