/** Options of a job, checked: numbers where numbers are meant. */
import {Failure, exit} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'
import {jobTable} from '../options.ts'
import type {JobOptions} from '../options.ts'
import type {Part} from './layout.ts'
import type {Limits} from '../../processes/child.ts'
import {defaultWorkers} from '../../processes/workers.ts'

export interface JobSettings {
  readonly workers: number
  readonly limits: Limits
  /** Share of the pages, 0 to 1. */
  readonly maxErrorRate: number
  readonly limit: number | undefined
  readonly part: Part | undefined
  readonly retryErrors: boolean
}

/** @throws {Failure} exit code 2, on a value that is not understood. */
export function settleJob(job: JobOptions): JobSettings {
  if (job.shard !== undefined && (job['twoPass'] === true || job['dedupe'] !== undefined)) {
    throw new Failure(exit.usage, '--two-pass and --dedupe need the whole corpus: with --shard use boildown learn for each part, then boildown merge, then --hosts')
  }
  if (job.twoPass === true && job.hosts !== undefined) throw new Failure(exit.usage, '--two-pass learns the hosts itself: leave --hosts out')
  const memory = (job.memory ?? jobTable.memory.initial) * 1_000_000
  return {
    // The first pages are only known once those before them are counted.
    workers: job.limit !== undefined ? 1 : job.workers ?? defaultWorkers(memory),
    limits: {deadline: job.deadline ?? jobTable.deadline.initial, memory},
    maxErrorRate: rate(job.maxErrorRate ?? jobTable.maxErrorRate.initial),
    limit: job.limit,
    part: job.shard === undefined ? undefined : partOf(job.shard),
    retryErrors: job.retryErrors === true,
  }
}

function rate(text: string): number {
  const match = /^([0-9]{1,3}(?:\.[0-9]{1,6})?)%$/u.exec(text)
  const percent = Number(match?.[1])
  if (match && percent <= 100) return percent / 100
  throw new Failure(exit.usage, `--max-error-rate: "${printable(text)}" is not allowed; allowed: 0% to 100%, with the sign`)
}

function partOf(text: string): Part {
  const match = /^([0-9]{1,9})\/([0-9]{1,9})$/u.exec(text)
  const [index, of] = [Number(match?.[1]), Number(match?.[2])]
  if (match && index >= 1 && index <= of) return {index, of}
  throw new Failure(exit.usage, `--shard: "${printable(text)}" is not allowed; allowed: I/N, with I from 1 to N`)
}
