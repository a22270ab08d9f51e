/** What became of all records. */

export type OutcomeKind = 'ok' | 'empty' | 'rejected' | 'duplicate' | 'error' | 'skipped'

/** Every record is in exactly one. */
export type Totals = Readonly<Record<OutcomeKind, number>> & {readonly why: Readonly<Partial<Record<OutcomeKind, Readonly<Record<string, number>>>>>}

export const outcomes: readonly {readonly kind: OutcomeKind; readonly label: string}[] = [
  {kind: 'ok', label: 'clean'},
  {kind: 'empty', label: 'empty'},
  {kind: 'rejected', label: 'rejected'},
  {kind: 'duplicate', label: 'duplicates'},
  {kind: 'error', label: 'errors'},
  {kind: 'skipped', label: 'skipped'},
]
