/** What a run says at its end, for a person. */
import {kinds, pages} from './counts.ts'
import type {Counts, Kind} from './counts.ts'
import {duration, number} from './progress.ts'

const words: Readonly<Record<Kind, string>> = {
  ok: 'clean', empty: 'empty', rejected: 'rejected', duplicate: 'duplicates', error: 'errors', skipped: 'skipped',
}

/** Reasons named of one kind, chosen. */
const reasonsShown = 5

export interface Run { readonly pages: number; readonly seconds: number }

/**
 * @param total - of the job, of which this run may be the last part only
 * @param done - what a page is that came through
 */
export function summary(total: Counts, run?: Run, done = words.ok): string[] {
  const found = kinds.filter(kind => kind !== 'skipped' && total[kind] > 0)
  return [
    `${number(pages(total))} ${pages(total) === 1 ? 'page' : 'pages'}${run ? ` (${speed(run)})` : ''}: ${found.map(kind => `${number(total[kind])} ${kind === 'ok' ? done : words[kind]}`).join(', ') || 'none'}`,
    ...(['rejected', 'error', 'skipped'] as const).flatMap(kind => reasons(total, kind)),
  ]
}

function speed({pages: count, seconds}: Run): string {
  const rate = count / Math.max(seconds, 0.001)
  return count === 0 ? 'nothing was left to do' : `${number(count)} in ${duration(seconds)}, ${rate.toFixed(rate < 10 ? 1 : 0)} pages/s`
}

function reasons(total: Counts, kind: Kind): string[] {
  const why = Object.entries(total.why[kind] ?? {}).sort(([, a], [, b]) => b - a)
  if (why.length === 0) return []
  const shown = why.slice(0, reasonsShown).map(([reason, count]) => `${number(count)} ${reason}`)
  return [`${words[kind]}: ${shown.join(', ')}${why.length > reasonsShown ? ' …' : ''}`]
}
