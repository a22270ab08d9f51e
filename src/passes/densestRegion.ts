/**
 * The main content by density and structure, where no model is at hand.
 *
 * Prose weighs by its words, a region holds what its blocks weigh, and the
 * innermost region that still holds most of the page's weight is the content. In it, runs of short linked blocks
 * are menus.
 */
import type {Measure} from '../page/measure.ts'
import type {Ledger} from '../page/ledger.ts'
import type {Page} from '../page/page.ts'

/** Blocks of fewer words are no prose; chosen. */
const proseWords = 10
/** Prose has at most this share of its characters in links (boilerpipe: .333). */
const proseLinkDensity = 0.33
/** What a word outside prose weighs against one in prose; chosen. */
const otherWeight = 0.2
/** Share of the page's weight that the content region holds at least; chosen on the development pages. */
const enough = 0.7
/** A region with more of its characters in links, and short blocks, is a menu; chosen. */
const menuLinkDensity = 0.6
const menuWordsPerBlock = 8

/** Keep the densest region, drop what stands around it and the menus in it. */
export function densestRegion(page: Page, ledger: Ledger, measure: Measure): void {
  const n = page.blocks.length
  const weight = weights(page, ledger, measure)
  const {from, to, share} = contentRegion(page, weight)
  ledger.drop(0, from, {rule: 'outside-content', strength: 'weak', role: 'navigation', value: share})
  ledger.drop(to, n, {rule: 'outside-content', strength: 'weak', role: 'navigation', value: share})
  ledger.keep(from, to, {rule: 'content-region', strength: 'weak', role: 'content', value: share})
  dropMenus(page, ledger, {measure, from, to})
}

/** Prefix sums of what blocks weigh: words that stand outside links, prose in full. */
function weights(page: Page, ledger: Ledger, measure: Measure): Float64Array {
  const sums = new Float64Array(page.blocks.length + 1)
  for (let i = 0; i < page.blocks.length; i++) {
    const {kind, hidden} = page.blocks[i]
    const words = measure.words(i, i + 1)
    const linked = measure.linkDensity(i, i + 1)
    const isProse = kind === 'code' || (words >= proseWords && linked < proseLinkDensity && measure.stops(i, i + 1) > 0)
    const counts = ledger.alive(i) && (hidden === 'no' || hidden === 'details')
    sums[i + 1] = sums[i] + (counts ? words * (1 - linked) * (isProse ? 1 : otherWeight) : 0)
  }
  return sums
}

/** Go down from the top as long as one child holds enough of the whole. */
function contentRegion(page: Page, weight: Float64Array): {from: number; to: number; share: number} {
  const {regions} = page
  const total = weight[weight.length - 1]
  let best = {from: 0, to: page.blocks.length, share: 1}
  if (total === 0) return best
  let r = 0
  while (r < regions.length) {
    const {from, to, end, tag} = regions[r]
    const share = (weight[to] - weight[from]) / total
    if (share >= enough && tag !== 'tr' && tag !== 'li' && tag !== 'p' && tag !== 'ul') {
      best = {from, to, share}
      r++
    } else r = end
  }
  return best
}

function dropMenus(page: Page, ledger: Ledger, {measure, from, to}: {measure: Measure; from: number; to: number}): void {
  const {regions} = page
  let r = 0
  while (r < regions.length) {
    const region = regions[r]
    const isInside = region.from >= from && region.to <= to && region.to > region.from
    const blocks = region.to - region.from
    const linked = isInside ? measure.linkDensity(region.from, region.to) : 0
    if (isInside && blocks >= 3 && linked > menuLinkDensity && measure.words(region.from, region.to) < blocks * menuWordsPerBlock) {
      ledger.drop(region.from, region.to, {rule: 'menu', strength: 'weak', role: 'navigation', value: linked})
      r = region.end
    } else r++
  }
}
