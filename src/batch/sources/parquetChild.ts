/** The process that decodes Parquet for `parquetApart.ts`: asked for a row group, it gives the rows as fast as they are taken. */
import {Failure, systemCode, systemReason} from '../../exit.ts'
import type {ExitCode} from '../../exit.ts'
import {exit} from '../../exit.ts'
import {endWithParent, goFirst} from '../../processes/expendable.ts'
import {openHere} from './parquetGroups.ts'
import type {Row, RowGroup, RowGroups} from './parquetGroups.ts'

export type ToParquet =
  | {readonly kind: 'open'; readonly file: string}
  /** The rows of a group, from the first. */
  | {readonly kind: 'rows'; readonly file: string; readonly index: number}
  | {readonly kind: 'more'}

export type FromParquet =
  | {readonly kind: 'opened'; readonly columns: readonly string[]; readonly groups: readonly RowGroup[]}
  | {readonly kind: 'rows'; readonly rows: readonly Row[]; readonly isLast: boolean}
  /** `code`: the file itself cannot be read. */
  | {readonly kind: 'failed'; readonly code?: ExitCode; readonly message: string}

/** Rows in one message, chosen: pages are some 100 KB at most. */
const together = 32

let source: RowGroups | undefined
let waiting: Row[] = []

goFirst()
endWithParent()
process.on('disconnect', () => process.exit())
process.on('message', (question: ToParquet) => void answer(question).then(said => process.send?.(said)))

async function answer(question: ToParquet): Promise<FromParquet> {
  try {
    if (question.kind === 'more') return next()
    source ??= await openHere(question.file)
    if (question.kind === 'open') return {kind: 'opened', columns: source.columns, groups: source.groups}
    waiting = []
    for await (const rows of source.rows(question.index)) waiting = waiting.concat(rows)
    return next()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (error instanceof Failure) return {kind: 'failed', code: error.code, message}
    return systemCode(error) === undefined ? {kind: 'failed', message} : {kind: 'failed', code: exit.input, message: `cannot be read: ${systemReason(error)}`}
  }
}

function next(): FromParquet {
  const rows = waiting.slice(0, together)
  waiting = waiting.slice(together)
  return {kind: 'rows', rows, isLast: waiting.length === 0}
}
