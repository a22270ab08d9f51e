/** Why nothing of a page is written although it was read: its publisher forbids it, or its quality is below what is asked for. */
import {optOutOf, type Reservations} from '../metadata/reservations.ts'
import type {Settings} from '../options.ts'
import type {Problem} from '../problem.ts'
import type {Quality} from '../result.ts'

/** Verdicts of pages that have a text. */
const written = new Set<Quality['verdict']>(['ok', 'thin', 'listing', null])

export function refusalOf({respectOptOut, minQuality}: Settings, reservations: Reservations | null | undefined, quality: Quality): Problem | undefined {
  const reason = respectOptOut && reservations ? optOutOf(reservations) : undefined
  if (reason !== undefined) return {code: 'opted-out', message: `the page reserves its text (${reason}), and respectOptOut is on`}
  return minQuality === undefined ? undefined : below(minQuality, quality)
}

/** A page that nobody judges (text, Markdown) has no score: its verdict tells alone. */
function below(least: number, {score, verdict, reasons}: Quality): Problem | undefined {
  if (!written.has(verdict)) return {code: 'low-quality', message: `the page is ${article(verdict ?? '')}, no text of its own (${[...new Set(reasons)].slice(0, 2).join('; ')})`}
  return score !== null && score < least ? {code: 'low-quality', message: `quality ${score} is below ${least}`} : undefined
}

function article(verdict: string): string {
  return verdict === 'empty' ? 'empty' : `${/^[aeiou]/u.test(verdict) ? 'an' : 'a'} ${verdict}`
}
