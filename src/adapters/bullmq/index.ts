/**
 * `boildown/bullmq`: pages from a queue of BullMQ, rows in files. Neither bullmq nor a client of Redis is imported.
 *
 * ```ts
 * import {Worker} from 'bullmq'
 * import {createProcessor} from 'boildown/bullmq'
 *
 * const processor = await createProcessor({out: 'clean/', deadline: 5})
 * const worker = new Worker('pages', processor, {connection, concurrency: processor.workers})
 * ```
 */
import {realpath} from 'node:fs/promises'
import type {JobOptions} from '../../batch/options.ts'
import {settle} from '../../options.ts'
import type {Options} from '../../options.ts'
import {defaultWorkers} from '../../processes/workers.ts'
import type {Work} from '../../worker/protocol.ts'
import {Processing} from './processor.ts'
import type {Done, QueueJob} from './processor.ts'
export type {Done, QueueJob} from './processor.ts'

/** Options of the library, but for functions and traces, and what a queue has beside them. */
export interface ProcessorOptions extends Options {
  /** Folder for the rows: `aa/ID.ndjson` for each job. Made if it is not there. */
  readonly out: string
  /** Jobs at once, each in a process of its own; as many as cores and memory allow if left out. */
  readonly workers?: number | undefined
  /** Seconds of CPU time a page may take, 20 if left out. */
  readonly deadline?: number | undefined
  /** Megabytes a process may take, 512 if left out. */
  readonly memory?: number | undefined
  /** Jobs name files below this folder, `{file, offset?, length?}`, instead of carrying a page. Links are resolved. */
  readonly root?: string | undefined
}

/** What `new Worker(name, processor)` takes. */
export interface Processor {
  /**
   * Cleans what the job carries, a row as of NDJSON (`{id, url, html | text | markdown | body, …}`) or a reference, and
   * writes its rows. A file stands for its id: who cleans a page again replaces its rows.
   */
  (job: QueueJob): Promise<Done>
  /** Jobs it takes at once: the worker's `concurrency`. */
  readonly workers: number
  /** Ends its processes. Close the worker first: jobs in hand fail. */
  close(): void
}

/** CPU seconds and megabytes, as of jobs and pools. */
const initial = {deadline: 20, memory: 512} as const

/**
 * @throws {TypeError} on an option that is wrong or cannot cross to another process.
 * @throws {Failure} if a selector is none, or what an option needs is not there.
 */
export async function createProcessor({out, root, workers, deadline = initial.deadline, memory = initial.memory, ...options}: ProcessorOptions): Promise<Processor> {
  if (typeof out !== 'string' || out === '') throw new TypeError('option out must name a folder')
  for (const [name, value] of Object.entries({deadline, memory, workers: workers ?? 1})) {
    if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) throw new TypeError(`option ${name}: ${String(value)} is not allowed; allowed: a number above 0`)
  }
  for (const name of ['passes', 'hooks', 'trace'] as const) {
    if (options[name]) throw new TypeError(`option ${name}: it does not cross to another process`)
  }
  const {limits} = settle(options)
  const work: Work = {
    mode: root === undefined ? 'rows' : 'refs',
    ...(root !== undefined && {root: await realpath(root)}),
    options, job: {} satisfies JobOptions, engine: 'boildown',
    sources: {from: undefined, preset: undefined, fields: {}, keepInput: false, limits: {bytes: limits.bytes}},
  }
  const bytes = memory * 1_000_000
  const processing = await Processing.start({folder: out, work, limits: {deadline, memory: bytes}, workers: workers ?? defaultWorkers(bytes)})
  return Object.assign((job: QueueJob) => processing.process(job), {workers: processing.workers, close: () => processing.close()})
}
