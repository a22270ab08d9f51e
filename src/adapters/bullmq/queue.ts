/** Working on a queue until it is empty, or somebody says stop. */
import {Failure, exit} from '../../exit.ts'
import type {ExitCode} from '../../exit.ts'
import {causeOf, checkAddress, connect, isOfConnection} from './connection.ts'
import {loadPeers} from './peers.ts'
import type {Peers, Queue, Redis, Worker} from './peers.ts'
import {Processing} from './processor.ts'
import type {ProcessingOptions} from './processor.ts'

/**
 * Milliseconds. Pages are cleaned in other processes, so that the lock is renewed in time; the jobs of a worker that was
 * killed are taken up by others after both. Chosen.
 */
const lockDuration = 15_000
const stalledInterval = 10_000
/** Workers a job may lose before it is among the failed: restarts of workers and of Redis are no fault of its own. Chosen. */
const maxStalledCount = 5
/** Milliseconds between two looks whether the queue is empty. */
const lookEvery = 500
/** What jobs may be that are not done. */
const pending = ['wait', 'active', 'delayed', 'prioritized', 'waiting-children', 'paused'] as const

export interface QueueOptions {
  readonly name: string
  readonly address: string | undefined
  readonly processing: ProcessingOptions
  /** End when no job is left. */
  readonly drain: boolean
  /** Seconds that jobs in hand have when it is stopped. */
  readonly grace: number
}

export interface QueueVoice {
  note(message: string): void
  /** @returns takes the listener back */
  listen(taken: (signal: 'SIGINT' | 'SIGTERM') => void): () => void
}

/**
 * @returns the exit code. Connections may still be open where Redis is gone: end the process.
 * @throws {Failure}
 */
export async function workQueue(options: QueueOptions, voice: QueueVoice): Promise<ExitCode> {
  const address = checkAddress(options.address)
  const peers = await loadPeers()
  const redis = await connect(peers.Redis, address)
  const processing = await Processing.start(options.processing).catch((error: unknown) => {
    redis.disconnect()
    throw error
  })
  const work = new QueueWork(options, voice, {peers, redis, processing})
  return work.run()
}

interface Parts { readonly peers: Peers; readonly redis: Redis; readonly processing: Processing }

class QueueWork {
  readonly #options: QueueOptions
  readonly #voice: QueueVoice
  readonly #redis: Redis
  readonly #processing: Processing
  readonly #worker: Worker
  readonly #queue: Queue | undefined
  #done = 0
  /** Attempts: a job may have several. */
  #failed = 0
  #inHand = 0
  #isAway = false
  #isStopping = false
  #giveUp: () => void = () => undefined

  constructor(options: QueueOptions, voice: QueueVoice, {peers, redis, processing}: Parts) {
    this.#options = options
    this.#voice = voice
    this.#redis = redis
    this.#processing = processing
    this.#worker = new peers.Worker(options.name, job => this.#process(job), {
      connection: redis, autorun: false, concurrency: processing.workers, lockDuration, stalledInterval, maxStalledCount,
      // The rows are in files. Jobs that say otherwise are kept.
      removeOnComplete: {count: 0},
    })
    this.#worker.on('completed', () => void this.#done++)
    this.#worker.on('failed', (job, error) => {
      this.#failed++
      voice.note(`job ${job?.id ?? '?'}: ${error.message}`)
    })
    this.#worker.on('error', error => this.#lost(error))
    redis.on('error', error => this.#lost(error))
    redis.on('ready', () => this.#back())
    if (options.drain) {
      this.#queue = new peers.Queue(options.name, {connection: redis})
      this.#queue.on('error', error => this.#lost(error))
    }
  }

  async run(): Promise<ExitCode> {
    const {name, processing: {folder}} = this.#options
    const stopped = new Promise<'SIGINT' | 'SIGTERM'>(resolve => {
      this.#voice.listen(signal => {
        // Asked twice, it is meant.
        if (this.#isStopping) this.#giveUp()
        this.#isStopping = true
        resolve(signal)
      })
    })
    process.on('unhandledRejection', this.#stray)
    void this.#keepRunning()
    this.#voice.note(`working on ${name}, ${this.#processing.workers} jobs at once, into ${folder}`)
    const end = await Promise.race([stopped, this.#empty()])
    this.#isStopping = true
    await this.#close(end !== 'empty')
    this.#voice.note(`${this.#done} jobs done, ${this.#failed} attempts failed`)
    if (end === 'empty') return this.#done === 0 && this.#failed > 0 ? exit.empty : exit.done
    return end === 'SIGINT' ? exit.interrupted : exit.terminated
  }

  async #process(job: Parameters<Processing['process']>[0]): ReturnType<Processing['process']> {
    this.#inHand++
    try {
      return await this.#processing.process(job)
    } catch (error) {
      // A folder that cannot be written to is in the job's reason, not in a stack.
      if (error instanceof Failure) throw new Error(error.message, {cause: error})
      throw error
    } finally {
      this.#inHand--
    }
  }

  /** A worker's loop may end with its connection. */
  async #keepRunning(): Promise<void> {
    while (!this.#isStopping) {
      await this.#worker.run().catch((error: unknown) => this.#lost(error as Error))
      await new Promise(resolve => setTimeout(resolve, lookEvery))
    }
  }

  /** Clients of Redis that lose their connection while they make it reject where nobody listens. */
  readonly #stray = (error: unknown): void => {
    if (!(error instanceof Error) || !isOfConnection(error)) throw error
    this.#lost(error)
  }

  /** Jobs in hand are finished; what hangs, because Redis is gone or a page takes long, is left after a while. */
  async #close(isStopped: boolean): Promise<void> {
    const {grace} = this.#options
    if (isStopped) this.#voice.note(`stopping: ${this.#inHand} jobs in hand, ${grace} s at most`)
    const limit = new Promise<'late'>(resolve => {
      this.#giveUp = () => resolve('late')
      setTimeout(this.#giveUp, grace * 1000).unref()
    })
    const closing = Promise.all([this.#worker.close(), this.#queue?.close()]).catch(() => undefined)
    if (await Promise.race([closing, limit]) === 'late') this.#voice.note(`${this.#inHand} jobs are left to others`)
    this.#processing.close()
    this.#redis.disconnect()
  }

  async #empty(): Promise<'empty'> {
    const queue = this.#queue
    if (queue === undefined) return new Promise(() => undefined)
    for (;;) {
      await new Promise(resolve => setTimeout(resolve, lookEvery))
      if (this.#isAway || this.#isStopping) continue
      try {
        const counts = await queue.getJobCounts(...pending)
        if (Object.values(counts).every(count => count === 0)) return 'empty'
      } catch (error) {
        this.#lost(error as Error)
      }
    }
  }

  /** Said once for each time that it is gone. */
  #lost(error: Error): void {
    if (this.#isAway || this.#isStopping) return
    this.#isAway = this.#redis.status !== 'ready'
    this.#voice.note(`Redis: ${causeOf(error)}${this.#isAway ? '; trying again' : ''}`)
  }

  #back(): void {
    if (this.#isAway) this.#voice.note('Redis is back')
    this.#isAway = false
  }
}
