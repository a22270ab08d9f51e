/** A worker from its first line to its last: rows or references in, rows out, framed (docs/protocol.md). */
import {lines} from '../batch/sources/lines.ts'
import type {LineAt} from '../batch/sources/lines.ts'
import type {Limits} from '../processes/child.ts'
import type {Line} from '../rows/read.ts'
import {createAnswering} from './answering.ts'
import {Isolated} from './isolated.ts'
import {Counts, end, hello, referenceEnd} from './protocol.ts'
import type {Answer, Work} from './protocol.ts'
import {programAt} from '../processes/place.ts'

/** What the child process of a worker runs, where it is not a file beside this one. */
export interface ChildProgram { readonly program: URL; readonly args: readonly string[] }

export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array>
  /** One line, with its end; a promise that waits is back-pressure. */
  write(line: string): Promise<void>
}

/**
 * Works until the input ends.
 *
 * @param limits - none: pages are cleaned in this process
 * @throws {Failure} an option is wrong, or the cleaning breaks down: the last line is missing then.
 */
export async function runWorker(work: Work, {stdin, write}: Streams, isolation?: {readonly limits: Limits; readonly child: ChildProgram | undefined}): Promise<void> {
  const first = hello(work)
  const answers = isolation ? await isolated(work, isolation) : await inProcess(work)
  const counts = new Counts()
  let before = counts.all
  await write(`${first}\n`)
  for await (const answer of answers(whole(lines(stdin)))) {
    counts.add(answer)
    if (answer.row !== undefined) await write(`${answer.row}\n`)
    if (!answer.last || work.mode === 'rows' || work.mode === 'hosts') continue
    await write(`${referenceEnd(answer.file ?? null, counts.since(before))}\n`)
    before = counts.all
  }
  await write(`${end(counts)}\n`)
}

type Answers = (lines: AsyncIterable<Line>) => AsyncIterable<Answer>

async function isolated(work: Work, {limits, child}: {readonly limits: Limits; readonly child: ChildProgram | undefined}): Promise<Answers> {
  const {program, args} = child ?? {program: programAt('worker/childMain.js'), args: []}
  const answering = new Isolated({work, limits, program, args})
  await answering.ready()
  return lines => answering.answers(lines)
}

async function inProcess(work: Work): Promise<Answers> {
  const answering = await createAnswering(work)
  return async function* (lines) {
    for await (const line of lines) yield* answering.answers({line})
  }
}

/** Damage is of packed files; a pipe has none. */
async function* whole(read: AsyncIterable<LineAt | object>): AsyncGenerator<Line> {
  for await (const line of read) if ('text' in line) yield line
}
