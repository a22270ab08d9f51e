/** The answer to a page: its row, and what became of it. */
import {isRefused} from '../batch/filters/filters.ts'
import {cleanPage, unwanted} from '../batch/job/outcome.ts'
import type {Tools} from '../batch/job/outcome.ts'
import type {PageEntry} from '../batch/entry.ts'
import {observationOf} from '../batch/hosts/observation.ts'
import type {Result} from '../result.ts'
import type {Item, Unread} from '../rows/item.ts'
import {safeJson} from '../rows/json.ts'
import {writeRow} from '../rows/write.ts'
import type {Answer, Kind} from './protocol.ts'

type Given = Required<Pick<Answer, 'row' | 'kind'>>

/** A page that was read, cleaned; or what was noted of it, if anything. */
export async function pageAnswer(item: Item, tools: Tools): Promise<Given | {readonly kind: 'skipped'}> {
  const entry: PageEntry = {kind: 'page', item, at: {file: '-', offset: 0, record: 0}, bytes: item.input.length}
  const outcome = unwanted(entry, tools) ?? await cleanPage(entry, tools)
  if (outcome.kind === 'error') return lostAnswer(item, outcome.error)
  // What the library itself refused to write keeps its facts and its verdict.
  if (outcome.kind === 'rejected' && (outcome.result === undefined || !isRefused(outcome.result))) return given(item, {error: `rejected: ${outcome.reason}`}, 'rejected')
  if (!tools.line) return given(item, outcome.result, outcome.kind)
  const line = tools.line(outcome.result)
  return line === undefined ? {kind: 'skipped'} : {row: observationRow(line), kind: 'ok'}
}

/** For engines that count for themselves: keys are whole numbers of 53 bits. */
function observationRow(line: string): string {
  const {host, rank, page, keys} = observationOf(line)
  return safeJson({host, rank, page, keys: [...keys]})
}

export function lostAnswer(item: Item | Unread, error: string): Given {
  return given(item, {error}, 'error')
}

/** A column nested deeper than JSON can be written, or longer than a string can be, costs its own row only. */
function given(item: Item | Unread, outcome: Result | {readonly error: string}, kind: Kind): Given {
  try {
    return {row: writeRow(item, outcome), kind}
  } catch (error) {
    return {row: writeRow({...item, id: null, columns: []}, {error: `the row cannot be written: ${String(error)}`}), kind: 'error'}
  }
}
