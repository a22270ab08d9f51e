/** How far a job is: a bar for somebody who watches, a line now and then for a log. */
import {addCounts, pages} from './counts.ts'
import type {Counts} from './counts.ts'

/** Where a job speaks. */
export interface Voice {
  /** Left out with `--quiet`. */
  note(message: string): void
  fail(failure: {readonly code: number; readonly message: string}): void
  /** Replaces the line before it; undefined where nobody watches. */
  readonly bar: ((line: string) => void) | undefined
}

/** Milliseconds between two lines. Chosen. */
const barEvery = 200
const noteEvery = 30_000
/** Characters of the bar. */
const width = 24

/** What is known of a shard that is not finished. */
export interface Active { readonly counts: Counts; readonly share: number; readonly bytes: number }

export interface Start {
  /** Bytes of all shards. */
  readonly bytes: number
  /** Bytes and counts of those that are finished. */
  readonly done: number
  readonly counts: Counts
  /** Those that have begun, by number. */
  readonly active: ReadonlyMap<number, Active>
}

export class JobProgress {
  readonly #voice: Voice
  readonly #bytes: number
  readonly #active: Map<number, Active>
  readonly #started = performance.now()
  readonly #first: {readonly counts: Counts; readonly bytes: number}
  #finished: {counts: Counts; bytes: number}
  #shown = performance.now()
  #noted = performance.now()

  constructor(voice: Voice, {bytes, done, counts, active}: Start) {
    this.#voice = voice
    this.#bytes = bytes
    this.#active = new Map(active)
    this.#finished = {counts, bytes: done}
    this.#first = {counts: this.counts, bytes: this.#done()}
  }

  get counts(): Counts {
    return [...this.#active.values()].map(({counts}) => counts).reduce(addCounts, this.#finished.counts)
  }

  /** @returns counts of the job, now and then */
  update(index: number, active: Active): Counts | undefined {
    this.#active.set(index, active)
    const now = performance.now()
    if (now - this.#shown < (this.#voice.bar ? barEvery : 1000)) return undefined
    const all = this.counts
    this.#speak(now, all)
    return all
  }

  finish(index: number, {counts, bytes}: Omit<Active, 'share'>): void {
    this.#active.delete(index)
    this.#finished = {counts: addCounts(this.#finished.counts, counts), bytes: this.#finished.bytes + bytes}
  }

  /** Since the start of this run. */
  get seconds(): number {
    return (performance.now() - this.#started) / 1000
  }

  /** Pages of this run. */
  get pages(): number {
    return pages(this.counts) - pages(this.#first.counts)
  }

  #speak(now: number, counts: Counts): void {
    this.#shown = now
    const line = this.line(counts)
    if (this.#voice.bar) this.#voice.bar(line)
    else if (now - this.#noted >= noteEvery) {
      this.#noted = now
      this.#voice.note(line)
    }
  }

  line(counts: Counts): string {
    const {seconds} = this
    const share = this.#bytes === 0 ? 1 : this.#done() / this.#bytes
    const rate = (pages(counts) - pages(this.#first.counts)) / seconds
    const speed = (counts.bytes - this.#first.counts.bytes) / 1e6 / seconds
    const facts = [
      `${Math.floor(share * 100)}%`, `${number(pages(counts))} pages`, `${rate.toFixed(rate < 10 ? 1 : 0)} pages/s`, `${speed.toFixed(1)} MB/s`,
      ...(counts.error > 0 ? [`${number(counts.error)} errors`] : []), ...(counts.rejected > 0 ? [`${number(counts.rejected)} rejected`] : []),
      ...this.#left(share, seconds),
    ]
    return this.#voice.bar ? `${drawn(share)} ${facts.join(', ')}` : facts.join(', ')
  }

  #left(share: number, seconds: number): string[] {
    const before = this.#bytes === 0 ? 0 : this.#first.bytes / this.#bytes
    if (seconds < 3 || share - before < 0.001) return []
    return [`${duration(seconds * (1 - share) / (share - before))} left`]
  }

  #done(): number {
    return [...this.#active.values()].reduce((sum, {bytes, share}) => sum + bytes * share, this.#finished.bytes)
  }
}

function drawn(share: number): string {
  const full = Math.round(share * width)
  return `[${'#'.repeat(full)}${'-'.repeat(width - full)}]`
}

export function number(count: number): string {
  return String(count).replace(/\B(?=(?:[0-9]{3})+$)/gu, ',')
}

/** 45 s, 3:05 min, 2:03 h */
export function duration(seconds: number): string {
  const whole = Math.round(seconds)
  const two = (value: number): string => String(value).padStart(2, '0')
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)}:${two(whole % 60)} min`
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)} h`
}
