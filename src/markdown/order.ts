/** The order in which blocks are written. */
import type {Ledger} from '../page/ledger.ts'
import type {Page} from '../page/page.ts'

/** @returns undefined if it is the page's own: nothing is lifted */
export function readingOrder(page: Page, ledger: Ledger): Int32Array | undefined {
  const lifts = ledger.decisions.filter(decision => decision.verdict === 'lift')
  if (lifts.length === 0) return undefined
  let order = page.blocks.map((_, i) => i)
  for (const {from, to, before} of lifts) {
    const moved = new Set(order.filter(i => i >= from && i < to))
    const rest = order.filter(i => !moved.has(i))
    const at = before >= page.blocks.length ? rest.length : rest.indexOf(before)
    if (at >= 0) order = [...rest.slice(0, at), ...order.filter(i => moved.has(i)), ...rest.slice(at)]
  }
  return Int32Array.from(order)
}
