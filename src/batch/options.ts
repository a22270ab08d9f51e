/**
 * Options of jobs and of their sources: one table, from which flags and `--help` are made, as from the library's.
 * A name here must not be one of `src/options.ts`, but for `rules`, which is a file here. The types below say what each row gives; a row is added to both.
 */
import {filterTable} from './filters/options.ts'
import type {JobRow} from './optionRow.ts'
import {sourceTable} from './sources/flags.ts'

/** Options as given on the command line or in a config file, by their names here. */
export interface JobOptions {
  readonly workers?: number
  readonly deadline?: number
  readonly memory?: number
  readonly maxErrorRate?: string
  readonly retryErrors?: boolean
  readonly limit?: number
  readonly twoPass?: boolean
  readonly dedupe?: string
  readonly shard?: string
  readonly preset?: string
  readonly htmlField?: string
  readonly textField?: string
  readonly urlField?: string
  readonly idField?: string
  readonly inputsFrom?: string
  readonly dryRun?: boolean
  readonly language?: readonly string[]
  readonly minWords?: number
  readonly verdict?: readonly string[]
  readonly include?: readonly string[]
  readonly exclude?: readonly string[]
  readonly maskPii?: boolean
  readonly rules?: string
  readonly pass?: readonly string[]
  readonly hosts?: string
  /** Rows that others append. */
  readonly [name: string]: string | number | boolean | readonly string[] | undefined
}

export const jobTable = {
  workers: {type: 'count', free: true, about: 'processes that clean at once; as many as cores and memory allow if left out'},
  deadline: {type: 'count', initial: 20, free: true, value: 'SECONDS', about: 'CPU time a page may take'},
  memory: {type: 'count', initial: 512, free: true, value: 'MB', about: 'memory a worker may take'},
  maxErrorRate: {type: 'string', initial: '5%', free: true, value: 'PERCENT', about: 'stop if more pages fail, looked at after 1000'},
  retryErrors: {type: 'boolean', initial: false, free: true, about: 'try the pages of _errors.ndjson again'},
  limit: {type: 'count', about: 'pages cleaned at most, the first ones'},
  twoPass: {type: 'boolean', initial: false, about: 'learn first what hosts repeat, then clean with it'},
  dedupe: {type: 'choice', choices: ['exact', 'near'], about: 'of pages that say the same keep the first: word for word, or nearly'},
  shard: {type: 'string', value: 'I/N', about: 'only part I of N of the job, from 1; boildown merge adds the parts up'},
  ...sourceTable,
  ...filterTable,
} as const satisfies Record<string, JobRow>
