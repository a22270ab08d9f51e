/** Answering lines in this process: a page cleaned, or a reference followed. */
import {isRefused} from '../batch/filters/filters.ts'
import {cleanPage, unwanted} from '../batch/job/outcome.ts'
import type {Tools} from '../batch/job/outcome.ts'
import {toolbox} from '../batch/job/tools.ts'
import type {PageEntry} from '../batch/entry.ts'
import {observationOf} from '../batch/hosts/observation.ts'
import {rowReading} from '../batch/sources/options.ts'
import type {Result} from '../result.ts'
import type {Item, Unread} from '../rows/item.ts'
import {safeJson} from '../rows/json.ts'
import {readRow} from '../rows/read.ts'
import type {Line} from '../rows/read.ts'
import {writeRow} from '../rows/write.ts'
import type {Answer, Kind, Work} from './protocol.ts'

/** A line to answer, and what is known from processes that died of it. */
export interface Task {
  readonly line: Line
  /** Records of the reference that are answered already. */
  readonly from?: number
  /** The record `from` is not tried again: this is said of it. */
  readonly lost?: string
}

export interface Answering {
  /** @param cleans - called before a record is cleaned */
  answers(task: Task, cleans?: (record: number) => void): AsyncIterable<Answer>
}

/** @throws {Failure} exit code 2: an option is wrong, or an optional dependency is missing. */
export async function createAnswering(work: Work): Promise<Answering> {
  if (work.mode === 'hosts') return new (await import('./hostFiles.ts')).HostFiles(work)
  if (work.mode === 'rows') return new Rows(work, await loadTools(work))
  const tools = await loadTools(work)
  return new (await import('./references.ts')).References(work, {tools, withHosts: hosts => loadTools(work, hosts)})
}

/** As a job has them, so that all rows are the same. */
function loadTools({mode, options, job, engine, sources}: Work, hosts?: string): Promise<Tools> {
  const own = hosts === undefined ? job : {...job, hosts}
  return toolbox({folder: '', options, job: own, engine, sources, fromStdin: false, ...(mode === 'learn' && {learn: true})}).tools('ndjson')
}

class Rows implements Answering {
  readonly #work: Work
  readonly #tools: Tools

  constructor(work: Work, tools: Tools) {
    this.#work = work
    this.#tools = tools
  }

  async *answers({line, lost}: Task): AsyncGenerator<Answer> {
    const item = readRow(line, rowReading(this.#work.sources))
    if ('error' in item) yield {...lostAnswer(item, item.error), last: true}
    else if (lost !== undefined) yield {...lostAnswer(item, lost), last: true}
    else yield {...await pageAnswer(item, this.#tools), last: true}
  }
}

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
