/** Lines that name files, or ranges of them, instead of holding a page: the records there are the pages. */
import {realpath, stat} from 'node:fs/promises'
import path from 'node:path'
import type {Entry} from '../batch/entry.ts'
import type {Tools} from '../batch/job/outcome.ts'
import {isPacked} from '../batch/sources/bytes.ts'
import {containerOf, declaredContainer, refusal} from '../batch/sources/format.ts'
import type {Container} from '../batch/sources/format.ts'
import {readShard, readSource} from '../batch/sources/read.ts'
import {Failure, systemCode, systemReason} from '../exit.ts'
import {wrapWideNumbers} from '../rows/numbers.ts'
import {unread} from '../rows/read.ts'
import type {Line} from '../rows/read.ts'
import {lostAnswer, pageAnswer} from './pageAnswer.ts'
import type {Answering, Task} from './task.ts'
import type {Answer, Work} from './protocol.ts'

/** What a line asks for. */
interface Reference {
  readonly file: string
  /** Bytes of the file as it lies on the disk; rows for Parquet. */
  readonly offset?: number
  readonly length?: number
  /** Hosts file for these pages. */
  readonly hosts?: string
  /** Columns that every row of it gets. */
  readonly columns: readonly (readonly [string, unknown])[]
}

/** Why a reference is not followed: a row says so, and the next line is read. */
class Refused extends Error {}

/** What cleans pages, and the same with a hosts file. */
export interface Loaded { readonly tools: Tools; withHosts(file: string): Promise<Tools> }

export class References implements Answering {
  readonly #work: Work
  readonly #loaded: Loaded
  /** The last one: references come in the order of their hosts files. */
  #withHosts: {readonly file: string; readonly tools: Tools} | undefined

  constructor(work: Work, loaded: Loaded) {
    this.#work = work
    this.#loaded = loaded
  }

  async *answers(task: Task, cleans: (record: number) => void = () => undefined): AsyncGenerator<Answer> {
    let file: string | null = null
    try {
      const reference = readReference(task.line)
      file = reference.file
      yield* this.#follow(reference, task, cleans)
    } catch (error) {
      const said = error instanceof Refused || error instanceof Failure ? error.message : systemCode(error) === undefined ? undefined : systemReason(error)
      if (said === undefined) throw error
      yield {...lostAnswer(unread(said, {id: file}, {id: ['id']}), said), last: false}
    }
    yield {last: true, file}
  }

  async *#follow(reference: Reference, {from = 0, lost}: Task, cleans: (record: number) => void): AsyncGenerator<Answer> {
    const {root = ''} = this.#work
    const real = await insideOf(root, reference.file)
    const tools = await this.#tools(reference.hosts)
    for await (const entry of this.#entries(reference, real)) {
      const {record} = entry.at
      if (record < from) continue
      if (entry.kind === 'skipped') {
        yield {kind: 'skipped', last: false, record}
        continue
      }
      const item = {...entry.item, columns: withColumns(entry.item.columns, reference.columns)}
      if ('error' in item) yield {...lostAnswer(item, item.error.replaceAll(real, reference.file)), last: false, record}
      else if (lost !== undefined && record === from) yield {...lostAnswer(item, lost), last: false, record}
      else {
        cleans(record)
        yield {...await pageAnswer(item, tools), last: false, record}
      }
    }
  }

  async #tools(hosts: string | undefined): Promise<Tools> {
    if (hosts === undefined) return this.#loaded.tools
    const file = await insideOf(this.#work.root ?? '', hosts)
    if (this.#withHosts?.file !== file) this.#withHosts = {file, tools: await this.#loaded.withHosts(file)}
    return this.#withHosts.tools
  }

  #entries(reference: Reference, real: string): AsyncGenerator<Entry> {
    const {sources} = this.#work
    const {file} = reference
    const container = sources.from === undefined ? containerOf(file) ?? 'page' : declaredContainer(sources.from)
    const why = sources.from === undefined ? refusal(file) : undefined
    if (why !== undefined) throw new Refused(`${file}: ${why}`)
    const isWhole = reference.offset === undefined && reference.length === undefined
    if (isWhole) return readSource({name: file, file: real, container, records: container !== 'page'}, sources, nothing())
    return this.#range({...reference, container, real})
  }

  async *#range({file, real, container, offset = 0, length = Infinity}: Reference & {readonly container: Container; readonly real: string}): AsyncGenerator<Entry> {
    const {sources} = this.#work
    const shard = {name: file, files: [real], start: offset, end: Math.min(offset + length, Number.MAX_SAFE_INTEGER), bytes: 0}
    if (container === 'warc') yield* readShard({...shard, kind: 'warc'}, sources)
    else if (container === 'parquet') yield* parquetRows(shard, sources)
    else if (container !== 'ndjson') throw new Refused(`${file}: offset and length are for WARC, NDJSON and Parquet`)
    else if (await isPacked(real)) throw new Refused(`${file}: is compressed as a whole, so nothing of it stands at an offset`)
    else yield* readShard({...shard, kind: 'ndjson'}, sources)
  }
}

/** What is said of a reference whose file ends every process that reads it. */
export function abandoned(line: Line, reason: string): Answer[] {
  let file: string | null = null
  try {
    file = readReference(line).file
  } catch {
    // A line that is no reference has no file.
  }
  const said = `${file ?? `line ${line.number}`}: reading ended its process several times: ${reason}; the rest of it is not read`
  return [{...lostAnswer(unread(said, {id: file}, {id: ['id']}), said), last: false}, {last: true, file}]
}

/** Rows [start, end) of a file: the row groups they stand in are read. */
async function* parquetRows(shard: {readonly name: string; readonly files: readonly string[]; readonly start: number; readonly end: number}, sources: Work['sources']): AsyncGenerator<Entry> {
  const {rowGroups} = await import('../batch/sources/parquet.ts')
  let row = 0
  const groups = (await rowGroups(shard.files[0], sources)).map(({rows}, index) => {
    row += rows
    return {index, from: row - rows, to: row}
  }).filter(({from, to}) => from < shard.end && to > shard.start)
  if (groups.length === 0) return
  const read = readShard({...shard, kind: 'parquet', start: groups[0].index, end: groups[groups.length - 1].index + 1, bytes: 0}, sources)
  for await (const entry of read) if (entry.at.offset >= shard.start && entry.at.offset < shard.end) yield entry
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  // A reference has a file; stdin is where it came from.
}

/** @throws {Refused} on a line that is no reference. */
function readReference(line: Line): Reference {
  const at = `line ${line.number}`
  const row = parsed(line, at)
  const {file, offset, length, hosts, ...columns} = row
  if (typeof file !== 'string' || file === '') throw new Refused(`${at}: no column file; with --refs every line names one`)
  for (const [name, value] of [['offset', offset], ['length', length]] as const) {
    if (value !== undefined && value !== null && !(Number.isSafeInteger(value) && (value as number) >= 0)) throw new Refused(`${at}: column ${name} is not a whole number`)
  }
  if (hosts !== undefined && hosts !== null && typeof hosts !== 'string') throw new Refused(`${at}: column hosts is not a string`)
  return {
    file, columns: Object.entries(columns),
    ...(typeof offset === 'number' && {offset}),
    ...(typeof length === 'number' && {length}),
    ...(typeof hosts === 'string' && {hosts}),
  }
}

function parsed({text}: Line, at: string): Record<string, unknown> {
  if (text === undefined) throw new Refused(`${at}: longer than a line may be`)
  let row: unknown
  try {
    row = JSON.parse(wrapWideNumbers(text))
  } catch {
    throw new Refused(`${at}: not JSON (syntax error)`)
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new Refused(`${at}: not a JSON object`)
  return row as Record<string, unknown>
}

/** The record's own columns win. */
function withColumns(own: Reference['columns'], more: Reference['columns']): Reference['columns'] {
  if (more.length === 0) return own
  const names = new Set(own.map(([name]) => name))
  return [...own, ...more.filter(([name]) => !names.has(name))]
}

/**
 * The real path of a file below the root. What is outside is refused in the same words whether it is there or not.
 *
 * @throws {Refused}
 */
async function insideOf(root: string, file: string): Promise<string> {
  const outside = new Refused(`${file}: no such file below the root`)
  let real: string
  try {
    real = await realpath(path.resolve(root, file))
  } catch {
    throw outside
  }
  // Pipes and devices would block, or never end.
  if (!isWithin(root, real) || !(await stat(real)).isFile()) throw outside
  return real
}

function isWithin(folder: string, file: string): boolean {
  return file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep)
}
