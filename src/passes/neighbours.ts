/**
 * What has no text of its own to be judged by (images, rules, embeds) follows the blocks it belongs to: of the
 * judged blocks before and after it the one that shares the deeper region.
 */
import type {Judgement} from '../page/judgement.ts'
import type {Ledger} from '../page/ledger.ts'
import type {Page} from '../page/page.ts'

export function followNeighbours(page: Page, ledger: Ledger, {probability, threshold}: Judgement): void {
  const n = page.blocks.length
  const next = new Int32Array(n + 1).fill(-1)
  for (let i = n - 1; i >= 0; i--) next[i] = probability[i] >= 0 ? i : next[i + 1]
  let before = -1
  for (let i = 0; i < n; i++) {
    if (probability[i] >= 0) {
      before = i
      continue
    }
    if (page.blocks[i].text !== '') {
      ledger.drop(i, i + 1, {rule: 'option', strength: 'weak', role: 'navigation'})
      continue
    }
    const after = next[i]
    const left = sharedDepth(page, i, before)
    const right = sharedDepth(page, i, after)
    const follows = left > right ? before : right > left ? after : higher(probability, before, after)
    const p = follows < 0 ? 0 : probability[follows]
    if (p >= threshold) ledger.keep(i, i + 1, {rule: 'beside-content', strength: 'weak', role: 'content', value: p})
    else ledger.drop(i, i + 1, {rule: 'beside-boilerplate', strength: 'weak', role: 'navigation', value: p})
  }
}

function higher(probability: Float32Array, a: number, b: number): number {
  if (a < 0 || b < 0) return Math.max(a, b)
  return probability[a] >= probability[b] ? a : b
}

/** Number of the innermost region that holds both blocks, the larger the deeper; −1 at top level, −2 for no block. */
function sharedDepth({columns, regions}: Page, block: number, other: number): number {
  if (other < 0) return -2
  let r = columns.region[block]
  while (r >= 0 && !(regions[r].from <= other && other < regions[r].to)) r = columns.regionParent[r]
  return r
}
