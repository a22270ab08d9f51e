/** What a job is, as plain data: it goes to the child processes as it is. */
import type {Options} from '../../options.ts'
import type {Dedupe} from '../dedupe/print.ts'
import type {JobOptions} from '../options.ts'
import type {ShardKind} from '../shard.ts'
import type {SourceOptions} from '../sources/options.ts'
import type {Form} from './finish.ts'
import type {Part} from './layout.ts'

export const jobFormats = ['markdown', 'text', 'html', 'json', 'ndjson', 'parquet'] as const
export type JobFormat = (typeof jobFormats)[number]

export interface Description {
  readonly folder: string
  readonly part?: Part
  readonly options: Options
  readonly job: JobOptions
  readonly sources: SourceOptions
  readonly engine: 'boildown' | 'classic'
  /** Left out: a tree for files, rows for records. */
  readonly to?: JobFormat
  /** Pages are not cleaned: what their hosts repeat is noted. */
  readonly learn?: true
  /** The input was a pipe: error rows carry their page. */
  readonly fromStdin: boolean
}

export function formatOf({to}: Pick<Description, 'to'>, {kind, like}: {readonly kind: ShardKind; readonly like?: ShardKind}): JobFormat {
  return to ?? ((like ?? kind) === 'files' ? 'markdown' : 'ndjson')
}

export function formOf(format: JobFormat): Form {
  return format === 'ndjson' || format === 'parquet' ? format : 'tree'
}

/** Copies are looked for before a shard gets its final form. */
export function dedupeOf({job, learn}: Pick<Description, 'job' | 'learn'>): Dedupe | undefined {
  return learn === true ? undefined : job.dedupe as Dedupe | undefined
}
