/** `--retry-errors`: the pages of the error rows, as shards of their own. */
import type {Description} from './description.ts'
import type {Files} from './files.ts'
import {replaceFile} from './files.ts'
import {layoutOf} from './layout.ts'
import {inputOf} from './plan.ts'
import type {JobPlan, PlannedShard} from './plan.ts'
import {statesOf} from './results.ts'

/** The plan with shards for what failed in shards that are finished. */
export function planRetry(files: Files, plan: JobPlan, description: Description): JobPlan {
  const layout = layoutOf(description.folder, description.part)
  const states = statesOf(files, plan, description).filter(({progress, shard}) => progress.stage === 'finished' && progress.counts.error > (shard.retried?.errors ?? 0))
  if (states.length === 0) return plan
  const lines = states.flatMap(({index, shard, progress}) =>
    files.read(layout.shard(index).errors)?.subarray(shard.retried?.bytes ?? 0, progress.sizes.errors).toString('utf8').split('\n').filter(line => line !== '') ?? [])
  const arePages = new Set(lines.filter(line => sourceOf(line)?.kind === 'files'))
  const before = plan.shards.filter(({isRetry}) => isRetry).length
  const targets = new Map(plan.shards.flatMap(shard => (shard.targets ?? []).map((target, i) => [shard.files[i], target] as const)))
  const retries = [lines.filter(line => !arePages.has(line)), [...arePages]].filter(list => list.length > 0).map((list, i): PlannedShard => {
    const file = layout.retryList(before + i + 1)
    replaceFile(files, file, list.map(line => `${line}\n`).join(''))
    const input = {...inputOf(file), size: files.size(file) ?? 0}
    const places = list.map(line => targets.get(sourceOf(line)?.file ?? '') ?? '')
    return {
      name: `retried-${before + i + 1}`, kind: 'ndjson', files: [file], start: 0, end: input.size, bytes: input.size, inputs: [input], isRetry: true,
      ...(arePages.has(list[0]) && {like: 'files' as const, targets: places}),
    }
  })
  const retried = new Map(states.map(({index, progress}) => [index, {bytes: progress.sizes.errors, errors: progress.counts.error}]))
  const shards = plan.shards.map((shard, index): PlannedShard => {
    const superseded = retried.get(index)
    return superseded ? {...shard, retried: superseded} : shard
  })
  return {...plan, shards: [...shards, ...retries]}
}

function sourceOf(line: string): {readonly kind?: string; readonly file?: string} | undefined {
  return (JSON.parse(line) as {readonly input?: {readonly kind?: string; readonly file?: string}}).input
}
