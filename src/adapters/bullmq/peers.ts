/** The part of bullmq and ioredis that `boildown queue` uses. Both are optional: they are loaded when it is asked for. */
import {Failure, exit} from '../../exit.ts'
import type {Done, QueueJob} from './processor.ts'

export interface Redis {
  readonly status: string
  on(event: 'error' | 'ready', told: (error: Error) => void): this
  connect(): Promise<void>
  disconnect(): void
}

export interface RedisOptions {
  readonly lazyConnect: boolean
  /** null: commands wait for as long as Redis is gone. */
  readonly maxRetriesPerRequest: null
  retryStrategy(times: number): number
}

export interface Worker {
  on(event: 'completed', told: (job: QueueJob, done: Done) => void): this
  on(event: 'failed', told: (job: QueueJob | undefined, error: Error) => void): this
  on(event: 'error', told: (error: Error) => void): this
  run(): Promise<void>
  close(force?: boolean): Promise<void>
}

export interface WorkerOptions {
  readonly connection: Redis
  readonly autorun: boolean
  readonly concurrency: number
  /** Milliseconds. */
  readonly lockDuration: number
  readonly stalledInterval: number
  readonly maxStalledCount: number
  readonly removeOnComplete: {readonly count: number}
}

export interface Queue {
  getJobCounts(...states: string[]): Promise<Readonly<Record<string, number>>>
  on(event: 'error', told: (error: Error) => void): this
  close(): Promise<void>
}

export interface Peers {
  readonly Redis: new (url: string, options: RedisOptions) => Redis
  readonly Worker: new (name: string, process: (job: QueueJob) => Promise<Done>, options: WorkerOptions) => Worker
  readonly Queue: new (name: string, options: {readonly connection: Redis}) => Queue
}

/** @throws {Failure} exit code 2, with what to install. */
export async function loadPeers(): Promise<Peers> {
  const bullmq = await load('bullmq') as Pick<Peers, 'Worker' | 'Queue'>
  const {Redis} = await load('ioredis') as Pick<Peers, 'Redis'>
  return {Redis, Worker: bullmq.Worker, Queue: bullmq.Queue}
}

/** By a name that compilers do not follow: nobody needs these packages to compile us. */
async function load(name: string): Promise<unknown> {
  try {
    return await import(name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new Failure(exit.usage, `queue: ${name} is not installed beside boildown: npm install bullmq ioredis`, error)
  }
}
