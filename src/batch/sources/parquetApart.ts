/**
 * The row groups of a Parquet file, decoded by a process of its own: what is damaged can make the decoder run for ever
 * or take all memory there is, and nothing stops it but its end.
 */
import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {Failure} from '../../exit.ts'
import {Child} from '../../processes/child.ts'
import type {Limits} from '../../processes/child.ts'
import type {FromParquet, ToParquet} from './parquetChild.ts'
import {openHere} from './parquetGroups.ts'
import type {Row, RowGroups} from './parquetGroups.ts'
import {programAt} from '../../processes/place.ts'

/** CPU seconds and bytes for one row group, chosen; the time is for each so many packed bytes, of which some tenth is needed. */
const limits: Limits = {deadline: 10, memory: 4_000_000_000}
const bytesADeadline = 64_000_000
/** What a file says of its groups is believed up to here. Writers make them of 10 MB to 1 GB. */
const largestGroup = 2_000_000_000
/** Milliseconds between two looks at the process. */
const watchEvery = 100

const program = programAt('batch/sources/parquetChild.js')

/** As `openHere`; a group at which the process ends is an error, and a fresh one reads the next. */
export async function openApart(file: string): Promise<RowGroups> {
  // From the sources, as tests run them, there is no program to start.
  if (!existsSync(fileURLToPath(program))) return openHere(file)
  const reader = new Reader()
  try {
    const answer = await reader.ask({kind: 'open', file})
    if (answer.kind !== 'opened') throw new Error('the process that reads Parquet lost its place')
    const {columns, groups} = answer
    return {
      columns, groups,
      rows: index => rowsOf(reader, {kind: 'rows', file, index}, 1 + Math.min(largestGroup, groups[index].bytes) / bytesADeadline),
      close: () => reader.close(),
    }
  } catch (error) {
    await reader.close()
    throw error
  }
}

async function* rowsOf(reader: Reader, question: ToParquet, allowance: number): AsyncGenerator<readonly Row[]> {
  for (let answer = await reader.ask(question, allowance); answer.kind === 'rows'; answer = await reader.ask({kind: 'more'})) {
    yield answer.rows
    if (answer.isLast) return
  }
}

type Answer = Exclude<FromParquet, {kind: 'failed'}>

/** One process at a time, started when it is asked, and one question at a time. */
class Reader {
  #child: Child | undefined
  #answered: ((answer: FromParquet) => void) | undefined

  /**
   * @param allowance - multiple of the deadline it may take
   * @throws what the process says is wrong, or why it is gone
   */
  async ask(question: ToParquet, allowance = 1): Promise<Answer> {
    const child = this.#child ??= this.#started()
    const timer = setInterval(() => child.watch('asked', allowance), watchEvery)
    try {
      const answer = await new Promise<FromParquet>(resolve => {
        this.#answered = resolve
        child.send(question)
      })
      if (answer.kind !== 'failed') return answer
      const {code, message} = answer
      throw code === undefined ? new Error(message) : new Failure(code, message)
    } finally {
      clearInterval(timer)
      // What is asked next is another piece of work.
      child.watch('')
    }
  }

  close(): Promise<void> {
    this.#child?.kill()
    this.#child = undefined
    return Promise.resolve()
  }

  #started(): Child {
    const child: Child = new Child({
      program, limits, serialization: 'advanced',
      said: message => this.#answered?.(message as FromParquet),
      gone: death => {
        if (this.#child === child) this.#child = undefined
        this.#answered?.({kind: 'failed', message: `reading it ended: ${death?.reason ?? 'stopped'}`})
      },
    })
    return child
  }
}
