/** Pages of a shard that go because an earlier page says the same: what that means for its files and counts. */
import {Inside} from '../sinks/inside.ts'
import {noCounts} from './counts.ts'
import type {Counts} from './counts.ts'
import type {Files} from './files.ts'
import {Lines} from './lines.ts'
import {sideLines} from './sideLines.ts'

export interface Gone {
  /** Number of its row among those of the shard. */
  readonly row: number
  /** Where it stands in the tree, if the job writes one. */
  readonly path?: string
  /** Row for `_rejected.ndjson`. */
  readonly rejected: string
}

/** A shard without any has a file, too: it was decided. */
export function goneLines(gone: readonly Gone[]): string {
  return gone.map(page => `${JSON.stringify(page)}\n`).join('')
}

/** In the order of the rows. */
export function readGone(files: Files, file: string): Gone[] {
  const text = files.read(file)?.toString('utf8') ?? ''
  return text.split('\n').filter(line => line !== '').map(line => JSON.parse(line) as Gone)
}

/** Rows of a gzip member written anew. Chosen, as at checkpoints. */
const rowsTogether = 256

/** The rows that stay, in a file of their own: as long as the other is there this can be done again. */
export async function withoutGone(files: Files, rows: string, gone: readonly Gone[]): Promise<{readonly file: string; readonly size: number}> {
  const file = `${rows}.kept`
  files.remove(file)
  const kept = new Lines(files, {file, size: 0, packed: true})
  const numbers = new Set(gone.map(({row}) => row))
  let row = 0
  let waiting = 0
  try {
    for await (const line of sideLines(files, rows)) {
      if (!numbers.has(row++)) {
        kept.add(line)
        waiting++
      }
      if (waiting < rowsTogether) continue
      kept.checkpoint()
      waiting = 0
    }
    return {file, size: kept.checkpoint()}
  } finally {
    kept.close()
  }
}

export function removeGone(files: Files, folder: string, gone: readonly Gone[]): void {
  const inside = new Inside(folder)
  for (const {path} of gone) if (path !== undefined) files.remove(inside.file(path))
}

/** @returns bytes of the rejected rows that count */
export function reject(files: Files, {file, size, gone}: {readonly file: string; readonly size: number; readonly gone: readonly Gone[]}): number {
  if (gone.length === 0) return size
  const rejected = new Lines(files, {file, size, packed: false})
  try {
    for (const page of gone) rejected.add(page.rejected)
    return rejected.checkpoint()
  } finally {
    rejected.close()
  }
}

/** They were counted as ok. */
export function moved(gone: readonly Gone[]): Counts {
  const n = gone.length
  return n === 0 ? noCounts : {...noCounts, ok: -n, duplicate: n}
}
