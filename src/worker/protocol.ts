/** The worker's protocol (docs/protocol.md): what frames the rows, and what is counted. */
import {identityOf} from '../batch/job/identity.ts'
import type {JobOptions} from '../batch/options.ts'
import type {SourceOptions} from '../batch/sources/options.ts'
import type {Options} from '../options.ts'
import {safeJson} from '../rows/json.ts'

/** A reader of one version need not understand another. */
export const protocol = 1

/** Lines are pages; or references to files, of which pages are cleaned or what their hosts repeat is noted; or hosts files to write. */
export type Mode = 'rows' | 'refs' | 'learn' | 'hosts'

/** What a worker is told. Plain data: it goes to the child process as it is. */
export interface Work {
  readonly mode: Mode
  /** Real path of the folder that files must lie in. */
  readonly root?: string
  readonly options: Options
  readonly job: JobOptions
  readonly engine: 'boildown' | 'classic'
  readonly sources: SourceOptions
}

/** What became of one page. `skipped` are records of archives that are no pages: they give no row. */
export type Kind = 'ok' | 'empty' | 'rejected' | 'error' | 'skipped'

/** What one line in gives out, in part or in whole. */
export interface Answer {
  /** One line, without its end; none for what is only counted. */
  readonly row?: string
  /** None for lines of the frame. */
  readonly kind?: Kind
  /** Nothing more comes for this line. */
  readonly last: boolean
  /** Number of the record in the file that a reference names. */
  readonly record?: number
  /** The file, with the last answer for a reference. */
  readonly file?: string | null
}

export class Counts {
  /** Lines that came in: pages, or references. */
  lines = 0
  /** Rows that went out. */
  rows = 0
  readonly #of: Record<Kind, number> = {ok: 0, empty: 0, rejected: 0, error: 0, skipped: 0}

  add({kind, last}: Answer): void {
    if (last) this.lines++
    if (kind === undefined) return
    this.#of[kind]++
    if (kind !== 'skipped') this.rows++
  }

  /** What was counted since. */
  since(before: Counts['all']): Counts['all'] {
    const {all} = this
    return Object.fromEntries(Object.entries(all).map(([name, count]) => [name, count - before[name as keyof Counts['all']]])) as Counts['all']
  }

  get all(): Readonly<Record<'lines' | 'rows' | Kind, number>> {
    return {lines: this.lines, rows: this.rows, ...this.#of}
  }
}

/** The first line. @throws {Failure} exit code 2: a file that an option names cannot be read. */
export function hello({mode, options, job, engine, sources: {keepInput}}: Work): string {
  const {version, model, hash} = identityOf({options, job, engine, to: 'ndjson', keepInput})
  return safeJson({_hello: {protocol, version, model, options: hash, mode, node: process.version}})
}

/** Follows the last row of a reference. */
export function referenceEnd(file: string | null, counts: Counts['all']): string {
  return safeJson({_ref: {file, ...counts, lines: undefined}})
}

/** The last line: whoever does not see it has not seen all. */
export function end(counts: Counts): string {
  return safeJson({_end: counts.all})
}
