/** From inputs to a plan, and from an older plan and the inputs of today to the plan of today. */
import type {Failure} from '../../exit.ts'
import type {Shard} from '../shard.ts'
import type {Found} from '../sources/inputs.ts'
import type {SourceOptions} from '../sources/options.ts'
import type {DocumentFormat} from '../sinks/document.ts'
import {planShards} from '../sources/plan.ts'
import {formOf, formatOf} from './description.ts'
import type {Description} from './description.ts'
import {inputOf, isUnchanged} from './plan.ts'
import type {JobPlan, PlannedShard} from './plan.ts'
import {targets} from './targets.ts'

export interface Planned {
  readonly plan: JobPlan
  readonly failures: readonly Failure[]
  readonly notes: readonly string[]
  /** Shards that are new, in an older plan. */
  readonly added: number
}

export interface Planning {
  readonly found: Found
  readonly before: JobPlan | undefined
  readonly description: Description
  /** The plan without shards. */
  readonly fresh: Omit<JobPlan, 'shards' | 'besides'>
}

/** Inputs that are known and unchanged keep their shards; changed ones are made anew; all others are new work. */
export async function planJob({found, before, description, fresh}: Planning): Promise<Planned> {
  const named = new Set(found.sources.map(({file}) => file))
  const kept = (before?.shards ?? []).map(shard => !isDropped(shard) && isStale(shard, named) ? {...shard, dropped: true as const} : shard)
  const known = new Set(kept.filter(shard => !isDropped(shard)).flatMap(({files}) => files))
  const sources = found.sources.filter(({file}) => file === undefined || !known.has(file))
  const names = kept.filter(shard => !isDropped(shard)).map(({name}) => name)
  const {shards, failures, notes} = await planShards({...found, sources}, description.sources satisfies SourceOptions, names)
  const taken = kept.filter(shard => !isDropped(shard)).flatMap(shard => shard.targets ?? [])
  const added = withTargets(shards, {description, base: found.base, taken})
  return {
    plan: {...fresh, ...before && {started: before.started}, shards: [...kept, ...added], besides: Object.fromEntries(found.skipped)},
    failures, notes, added: added.length,
  }
}

export function isDropped(shard: PlannedShard): boolean {
  return shard.dropped === true
}

/** Only inputs of today's command line are looked at: what is not named may be gone. */
function isStale(shard: PlannedShard, named: ReadonlySet<string | undefined>): boolean {
  return shard.isRetry !== true && shard.files.some(file => named.has(file)) && !isUnchanged(shard)
}

interface Naming { readonly description: Description; readonly base: string; readonly taken: Iterable<string> }

function withTargets(shards: readonly Shard[], {description, base, taken}: Naming): PlannedShard[] {
  const pages = shards.filter(({kind}) => kind === 'files')
  const format = formatOf(description, {kind: 'files'})
  const byFile = formOf(format) === 'tree'
    ? targets(pages.flatMap(({files}) => files), {base, format: format as DocumentFormat, taken})
    : new Map<string, string>()
  return shards.map(shard => ({
    ...shard,
    inputs: shard.files.map(inputOf),
    ...(shard.kind === 'files' && byFile.size > 0 && {targets: shard.files.map(file => byFile.get(file) ?? '')}),
  }))
}
