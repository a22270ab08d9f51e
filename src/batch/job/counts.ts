/** What became of the records: every record is in exactly one of the kinds. */

export const kinds = ['ok', 'empty', 'rejected', 'duplicate', 'error', 'skipped'] as const
export type Kind = (typeof kinds)[number]

export type Counts = Readonly<Record<Kind, number>> & {
  /** Records of a kind by reason. */
  readonly why: Readonly<Partial<Record<Kind, Readonly<Record<string, number>>>>>
  /** Decoded bytes of the pages. */
  readonly bytes: number
}

export const noCounts: Counts = Object.freeze({ok: 0, empty: 0, rejected: 0, duplicate: 0, error: 0, skipped: 0, why: {}, bytes: 0})

/** Reasons told apart for each kind: they may hold words of the page. Chosen. */
const reasonsAtMost = 200

/** Counts that grow. */
export class Counting {
  counts: Counts = noCounts

  add(kind: Kind, {reason, bytes = 0, records = 1}: {readonly reason?: string | undefined; readonly bytes?: number; readonly records?: number}): void {
    const why = reason === undefined ? {} : {[kind]: {[reason]: records}}
    this.counts = addCounts(this.counts, {...noCounts, [kind]: records, bytes, why})
  }

  /** What was counted since the last call. */
  take(): Counts {
    const counts = this.counts
    this.counts = noCounts
    return counts
  }
}

export function addCounts(a: Counts, b: Counts): Counts {
  const out: Record<string, unknown> = {bytes: a.bytes + b.bytes}
  for (const kind of kinds) out[kind] = a[kind] + b[kind]
  const why: Partial<Record<Kind, Record<string, number>>> = {}
  for (const kind of kinds) {
    const both = addReasons(a.why[kind], b.why[kind])
    if (both) why[kind] = both
  }
  return {...out, why} as Counts
}

function addReasons(a: Readonly<Record<string, number>> | undefined, b: Readonly<Record<string, number>> | undefined): Record<string, number> | undefined {
  if (!a && !b) return undefined
  const out = new Map(Object.entries(a ?? {}))
  for (const [reason, count] of Object.entries(b ?? {})) {
    const name = out.has(reason) || out.size < reasonsAtMost ? reason : 'other'
    out.set(name, (out.get(name) ?? 0) + count)
  }
  return Object.fromEntries(out)
}

/** Records in all. */
export function records(counts: Counts): number {
  return kinds.reduce((sum, kind) => sum + counts[kind], 0)
}

/** Records that are pages or should have been. */
export function pages(counts: Counts): number {
  return records(counts) - counts.skipped
}
