/** What a row of the options of jobs says. */
import type {Row} from '../options.ts'

export type JobRow = Exclude<Row, {type: 'group' | 'passes'}> & {
  /** How `--help` names the value. */
  readonly value?: string
  /** Two jobs that differ in it give the same rows: it may change when a job goes on. */
  readonly free?: true
}
