/** Counts as tables with bars, and scores as a histogram: SVG without style attributes, which the page's policy forbids. */
import {html, number, type Markup} from '../../output/markup.ts'

export interface TableOf {
  readonly caption: string
  readonly what: string
  readonly rows: readonly (readonly [name: string, count: number])[]
  /** What all rows and those not shown add up to; 0 where they do not: no shares then. */
  readonly total: number
}

/** Nothing for nothing: an empty table says less than none. */
export function countTable({caption, what, rows, total}: TableOf): Markup {
  if (rows.length === 0) return html``
  const most = Math.max(...rows.map(([, count]) => count), 1)
  return html`<table><caption>${caption}</caption><thead><tr><th scope="col">${what}</th><th scope="col" class="count">pages</th>${total > 0 ? html`<th scope="col" class="count">share</th>` : html``}<th class="barred"><span class="out">bar</span></th></tr></thead><tbody>
${rows.map(([name, count]) => html`<tr><th scope="row"><bdi>${name}</bdi></th><td class="count">${count}</td>${total > 0 ? html`<td class="count">${percent(count, total)}</td>` : html``}<td class="barred">${bar(count / most)}</td></tr>
`)}</tbody></table>`
}

function bar(share: number): Markup {
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${String(Math.max(0.5, Math.round(share * 1000) / 10))}" height="10" rx="1"/></svg>`
}

export function percent(count: number, total: number): string {
  if (total <= 0) return ''
  const share = (count / total) * 100
  return `${share > 0 && share < 0.1 ? '< 0.1' : share.toFixed(1)} %`
}

const wide = 440
const high = 120

/** @param bins - of equal width from 0 to 1 */
export function histogram(bins: readonly number[]): Markup {
  const most = Math.max(...bins, 1)
  const step = wide / bins.length
  const bars = bins.map((count, i) => {
    const height = (count / most) * high
    return html`<rect x="${at(i * step + 1)}" y="${at(high - height)}" width="${at(step - 2)}" height="${at(height)}"><title>${range(i, bins.length)}: ${count} pages</title></rect>`
  })
  const marks = [0, 0.25, 0.5, 0.75, 1].map(share => html`<text x="${at(share * wide)}" y="${at(high + 12)}" text-anchor="${share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}">${String(share)}</text>`)
  return html`<svg class="histogram" viewBox="0 0 ${String(wide)} ${String(high + 16)}" role="img" aria-label="${describe(bins)}"><line x1="0" y1="${at(high)}" x2="${at(wide)}" y2="${at(high)}"/>${bars}${marks}</svg>`
}

function at(value: number): string {
  return value.toFixed(1)
}

function range(bin: number, of: number): string {
  return `${(bin / of).toFixed(2)} to ${((bin + 1) / of).toFixed(2)}`
}

/** The picture in words. */
function describe(bins: readonly number[]): string {
  const total = bins.reduce((sum, count) => sum + count, 0)
  const quarter = bins.length / 4
  const parts = [0, 1, 2, 3].map(i => `${(i / 4).toFixed(2)} to ${((i + 1) / 4).toFixed(2)}: ${number(bins.slice(i * quarter, (i + 1) * quarter).reduce((sum, count) => sum + count, 0))}`)
  return `Scores of ${number(total)} pages. ${parts.join('; ')}`
}
