/** A shard that is read gets its final form and name. Each step may be interrupted and done again. */
import path from 'node:path'
import {gzipSync} from 'node:zlib'
import type {Shard} from '../shard.ts'
import {Inside} from '../sinks/inside.ts'
import type {Files} from './files.ts'
import {temporaryName} from './files.ts'
import {appendCheckpoint, readJournal} from './journal.ts'
import {moved, readGone, reject, removeGone, withoutGone} from './gone.ts'
import type {ShardFiles} from './layout.ts'

/** How the pages that are kept are written. */
export type Form = 'ndjson' | 'parquet' | 'tree'

export interface Finishing {
  readonly files: Files
  readonly folder: string
  readonly shard: Shard
  readonly paths: ShardFiles
  readonly form: Form
  /** Makes `target` from a file of rows (NDJSON in gzip members); it is synced and renamed here. */
  convert?(rows: string, target: string): Promise<void>
}

export const endings = {ndjson: '.ndjson.gz', parquet: '.parquet', tree: ''} as const satisfies Record<Form, string>

/** @returns false if there is nothing to finish: a power cut took the rows out of one folder and did not put them into the other */
export async function finishShard(finishing: Finishing): Promise<boolean> {
  const {files, paths, shard, folder, form} = finishing
  const before = readJournal(files, paths.journal)
  if (before.stage !== 'read') return true
  const target = form === 'tree' ? folder : new Inside(folder).file(shard.name + endings[form])
  if (form !== 'tree' && files.size(paths.rows) === undefined && files.size(target) === undefined) return false
  const gone = readGone(files, paths.twins)
  const rows = form === 'tree' || gone.length === 0 ? {file: paths.rows, size: before.sizes.rows} : await withoutGone(files, paths.rows, gone)
  if (form === 'tree') removeGone(files, folder, gone)
  else await giveName(finishing, target, rows)
  const rejected = reject(files, {file: paths.rejected, size: before.sizes.rejected, gone})
  const journal = files.append(paths.journal)
  try {
    if (journal.size() > before.believed) journal.truncate(before.believed)
    appendCheckpoint(journal, {...(before.mark && {mark: before.mark}), next: before.next, sizes: {...before.sizes, rejected}, counts: moved(gone), stage: 'finished'})
  } finally {
    journal.close()
  }
  for (const file of [paths.rows, paths.deaths]) files.remove(file)
  return true
}

async function giveName({files, form, convert}: Finishing, target: string, {file: rows, size}: {readonly file: string; readonly size: number}): Promise<void> {
  // Gone already: the rename was done, and the line that says so was not.
  if (files.size(rows) === undefined) return
  files.makeFolder(path.dirname(target))
  if (form === 'parquet') {
    const temporary = temporaryName(target)
    files.remove(temporary)
    await convert?.(rows, temporary)
    await files.syncAll([temporary])
    files.rename(temporary, target)
  } else {
    if (size === 0) writeEmpty(files, rows)
    files.rename(rows, target)
  }
  files.syncFolder(path.dirname(target))
}

/** A gzip file without a member is not one. */
function writeEmpty(files: Files, file: string): void {
  const handle = files.append(file)
  try {
    handle.truncate(0)
    handle.write(gzipSync(''))
    handle.sync()
  } finally {
    handle.close()
  }
}
