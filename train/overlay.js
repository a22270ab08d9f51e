/**
 * Corrections of the gold, for training only: every figure is on the gold as it is.
 *
 * `overlay.ndjson`: {"set", "page", "blocks": "all" or [[from, to] …] (half-open, by index), "label": 1 content,
 * 0 not, null neither is taught, "reason"}. POLICY.md says what counts as a reason.
 */
import {readFileSync} from 'node:fs'

/** @typedef {{set: string, page: string, blocks: 'all' | [number, number][], label: 0 | 1 | null, reason: string}} Correction */

/** @type {Correction[]} */
export const corrections = readFileSync(new URL('overlay.ndjson', import.meta.url), 'utf8').trim().split('\n').map(line => JSON.parse(line))

/**
 * Write the corrections of a page over its labels.
 * @param {Float32Array} label by row
 * @param {ArrayLike<number>} block of each row
 * @param {{set: string, id: string}} page
 * @param {readonly Correction[]} [from]
 */
export function correct(label, block, {set, id}, from = corrections) {
  for (const {blocks, label: right} of from.filter(each => each.set === set && each.page === id)) {
    for (let i = 0; i < label.length; i++) {
      if (blocks !== 'all' && !blocks.some(([first, end]) => block[i] >= first && block[i] < end)) continue
      label[i] = right ?? Number.NaN
    }
  }
}
