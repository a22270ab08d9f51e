/** What stands beside the corpus when a run ends: counts, errors, rejections, and what it was made with. */
import path from 'node:path'
import {ReportCounts} from '../report/reportCounts.ts'
import type {ReportData} from '../report/reportCounts.ts'
import {reportPage} from '../report/report.ts'
import {addCounts, noCounts, records} from './counts.ts'
import type {Counts} from './counts.ts'
import type {Description} from './description.ts'
import type {Files} from './files.ts'
import {replaceFile, temporaryName} from './files.ts'
import {readJournal} from './journal.ts'
import type {Progress} from './journal.ts'
import {layoutOf} from './layout.ts'
import {isDropped} from './planning.ts'
import type {JobPlan, PlannedShard} from './plan.ts'
import {isMine} from './parts.ts'

export interface ShardState { readonly index: number; readonly shard: PlannedShard; readonly progress: Progress }

/** State of every shard of this job or part. */
export function statesOf(files: Files, plan: JobPlan, description: Description): readonly ShardState[] {
  const layout = layoutOf(description.folder, description.part)
  return plan.shards.flatMap((shard, index) => isDropped(shard) || !isMine({shard, index}, description.part) ? []
    : [{index, shard, progress: readJournal(files, layout.shard(index).journal)}])
}

/** Errors that were tried again count where they ended up. */
export function countsOf({shard, progress: {counts}}: ShardState): Counts {
  if (!shard.retried) return counts
  const {errors} = shard.retried
  const {error: _, ...why} = counts.why
  return {...counts, error: counts.error - errors, why: counts.error === errors ? why : counts.why}
}

export function totalOf(states: readonly ShardState[], plan: JobPlan, description: Description): Counts {
  let total = states.map(countsOf).reduce(addCounts, noCounts)
  // Of the parts of a job only the first counts what the folders hold besides.
  if (description.part !== undefined && description.part.index !== 1) return total
  for (const [what, count] of Object.entries(plan.besides)) total = addCounts(total, {...noCounts, skipped: count, why: {skipped: {[what]: count}}})
  return total
}

/** What the first error row says: mostly all of them say the same. Undefined if there is none. */
export function firstError(files: Files, states: readonly ShardState[], description: Description): string | undefined {
  const state = states.find(each => countsOf(each).error > 0)
  if (!state) return undefined
  const {errors} = layoutOf(description.folder, description.part).shard(state.index)
  const text = files.read(errors)?.subarray(state.shard.retried?.bytes ?? 0, state.progress.sizes.errors)
  const line = text?.subarray(0, text.indexOf(10)).toString('utf8')
  return line === undefined || line === '' ? undefined : (JSON.parse(line) as {readonly error: string}).error
}

export interface Stats extends Counts { readonly in: number }

export function stats(counts: Counts): Stats {
  return {in: records(counts), ...counts}
}

export interface Ending {
  readonly files: Files
  readonly plan: JobPlan
  readonly description: Description
  /** Milliseconds on the clock of `performance`: when this run began. */
  readonly began: number
}

export function writeResults({files, plan, description, began}: Ending): Counts {
  const layout = layoutOf(description.folder, description.part)
  const seconds = secondsBefore(files, layout.manifest, plan) + (performance.now() - began) / 1000
  const states = statesOf(files, plan, description)
  const total = totalOf(states, plan, description)
  gather(files, layout.errors, states.map(({index, shard, progress}) =>
    ({file: layout.shard(index).errors, from: shard.retried?.bytes ?? 0, size: progress.sizes.errors})))
  gather(files, layout.rejected, states.map(({index, progress}) => ({file: layout.shard(index).rejected, from: 0, size: progress.sizes.rejected})))
  replaceFile(files, layout.stats, `${JSON.stringify(stats(total), undefined, 2)}\n`)
  const {identity, started} = plan
  const manifest = {
    boildown: identity.version, model: identity.model, options: identity.options, ...(description.part && {part: description.part}),
    node: process.version, started, ended: new Date().toISOString(), seconds: Math.round(seconds * 10) / 10, complete: states.every(({progress}) => progress.stage === 'finished'),
    inputs: inputsOf(states),
    shards: states.map(({shard, progress}) => ({name: shard.name, kind: shard.kind, files: shard.files.length, start: shard.start, end: shard.end, records: records(progress.counts), complete: progress.stage === 'finished'})),
  }
  replaceFile(files, layout.manifest, `${JSON.stringify(manifest, undefined, 2)}\n`)
  replaceFile(files, layout.report, reportPage({
    folder: path.basename(path.resolve(description.folder)), version: `${identity.version} (model ${identity.model})`,
    totals: total, data: factsOf(files, states, description), ended: manifest.ended, seconds,
  }))
  return total
}

/** Of the runs of this job that came to an end before this one. */
function secondsBefore(files: Files, file: string, {started}: JobPlan): number {
  try {
    const before = JSON.parse(files.read(file)?.toString('utf8') ?? '{}') as {readonly started?: unknown; readonly seconds?: unknown}
    return before.started === started && typeof before.seconds === 'number' ? before.seconds : 0
  } catch {
    return 0
  }
}

/** Facts of all pages, from the journals. */
function factsOf(files: Files, states: readonly ShardState[], description: Description): ReportData {
  const layout = layoutOf(description.folder, description.part)
  const counts = new ReportCounts()
  for (const {index} of states) readJournal(files, layout.shard(index).journal, facts => counts.merge(facts))
  return counts.data()
}

function inputsOf(states: readonly ShardState[]): unknown[] {
  const inputs = new Map(states.flatMap(({shard}) => shard.inputs).map(input => [input.file, input]))
  return [...inputs.values()].map(({file, size, modified}) => ({file, size, modified: new Date(modified).toISOString()}))
}

interface Piece { readonly file: string; readonly from: number; readonly size: number }

/** The pieces one after the other, in the order of the shards. */
function gather(files: Files, target: string, pieces: readonly Piece[]): void {
  const temporary = temporaryName(target)
  files.remove(temporary)
  const handle = files.append(temporary)
  try {
    for (const {file, from, size} of pieces) {
      if (size > from) handle.write(files.read(file)?.subarray(from, size) ?? Buffer.alloc(0))
    }
    handle.sync()
  } finally {
    handle.close()
  }
  files.rename(temporary, target)
  files.syncFolder(path.dirname(target))
}
