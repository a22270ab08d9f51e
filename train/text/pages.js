/** Labelled texts: the label of each block, from the labels of the lines it stands in. */
import {siteOf} from '../sites.js'

/** Weight of lines that say again what stands elsewhere: boilerplate, but nobody counts them. */
export const duplicateWeight = 0.3
const values = {C: 1, B: 0, D: 0, M: Number.NaN, '-': Number.NaN}

/**
 * @param {any} judge modules of the text judge
 * @param {{id: string, url: string, type: string, text: string, labels: string}} page
 */
export function labelled(judge, page) {
  const normaliser = judge.createNormaliser()
  const read = judge.readText(page.text, {normalise: normaliser.piece})
  const rows = judge.textRows(read)
  const {scan} = rows.lines
  const {starts, labels} = linesOf(page)
  const label = new Float32Array(scan.n).fill(Number.NaN)
  const isCopy = new Uint8Array(scan.n)
  for (let i = 0; i < scan.n; i++) {
    const {from, to} = read.blocks[scan.block[i]]
    /** @type {Record<string, number>} */
    const votes = {}
    for (let k = Math.max(0, upper(starts, from) - 1); k < starts.length && (starts[k] < to || k === upper(starts, from) - 1); k++) votes[labels[k]] = (votes[labels[k]] ?? 0) + 1
    const best = Object.entries(votes).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? '-'
    label[i] = values[/** @type {keyof typeof values} */ (best)]
    isCopy[i] = best === 'D' ? 1 : 0
  }
  return {id: page.id, site: siteOf(page.url), type: page.type, rows, label, isCopy, evidence: ''}
}

/** Offsets of the lines that hold something, as the referee counts them. @param {{id: string, text: string, labels: string}} page */
function linesOf({id, text, labels}) {
  const starts = []
  let at = 0
  for (const line of text.split('\n')) {
    // eslint-disable-next-line no-control-regex
    if (/[^\s\u001c-\u001f\u0085]|\ufeff/u.test(line)) starts.push(at)
    at += line.length + 1
  }
  if (starts.length !== labels.length) throw new RangeError(`${id}: ${starts.length} lines, ${labels.length} labels`)
  return {starts, labels}
}

/** @param {number[]} sorted @param {number} value */
function upper(sorted, value) {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle] <= value) low = middle + 1
    else high = middle
  }
  return low
}
