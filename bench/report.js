/** Tables for the terminal. */
import {pageTypes} from './score/set.js'

/** Right-aligned columns under their names, the first one left-aligned. @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
export function table(head, rows) {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map(row => (row[i] ?? '').length)))
  return [head, ...rows]
    .map(row => row.map((cell, i) => i ? cell.padStart(widths[i]) : cell.padEnd(widths[i])).join('  ').trimEnd())
    .join('\n')
}

/** A share with three decimals, a dash where there is none. @param {unknown} value */
export function share(value) {
  return typeof value === 'number' && !Number.isNaN(value) ? value.toFixed(3) : '-'
}

/** @param {readonly any[]} scores one a set */
export function qualityReport(scores) {
  const head = ['set', 'pages', 'F1', 'P', 'R', 'with', 'w/out', 'shF1', 'acc', 'decoded', 'empty', 'failed', 'title', 'author', 'date', 'cpu md', 'cpu mn']
  const rows = scores.map(s => [
    s.set, String(s.pages), share(s.f1), share(s.p), share(s.r), share(s.with), share(s.without), share(s.shingle_f1), share(s.accuracy),
    share(s.decoded), String(s.empty), String(s.missing + s.errors),
    ...['title', 'author', 'date'].map(field => share(s.metadata?.[field]?.exact)),
    s.cpu_ms ? s.cpu_ms.median.toFixed(1) : '-', s.cpu_ms ? s.cpu_ms.mean.toFixed(1) : '-',
  ])
  const parts = [table(head, rows)]
  const typed = scores.filter(s => s.by_type)
  if (typed.length) {
    parts.push(table(['F1 by page type', ...pageTypes], typed.map(s => [s.set, ...pageTypes.map(type => share(s.by_type[type]))])))
  }
  for (const {set, structure} of scores.filter(s => s.structure)) {
    parts.push(table([`structure: ${set}`, 'F1', 'P', 'R', 'gold'], Object.entries(structure).map(([kind, s]) => [
      kind, share(s.f1), share(s.p), share(s.r), String(s.gold),
    ])))
  }
  return parts.join('\n\n')
}

/** @param {Awaited<ReturnType<typeof import('./speed/speed.js').speed>>} figures */
export function speedReport({contenders, stages}) {
  return [
    table(['CPU over the baseline’s', 'ratio', 'warm', 'p95 page', 'ms a page', 'pages'], Object.entries(contenders).map(([name, c]) => [
      name, c.ratio.toFixed(2), c.warm.toFixed(2), c.p95.toFixed(2), c.ms.toFixed(2), String(c.pages),
    ])),
    table(['stage', 'ratio'], Object.entries(stages).map(([name, ratio]) => [name, ratio.toFixed(3)])),
  ].join('\n\n')
}
