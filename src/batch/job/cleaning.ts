/** The phase that cleans: every shard that is not finished goes to the crew. */
import {exit, worse} from '../../exit.ts'
import type {ExitCode} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'
import type {JobContext, Phase, Signal, Stop} from './context.ts'
import {addCounts, noCounts, pages} from './counts.ts'
import type {Counts} from './counts.ts'
import {readJournal} from './journal.ts'
import {layoutOf} from './layout.ts'
import {learnt} from './learnt.ts'
import type {Task} from './messages.ts'
import {JobProgress} from './progress.ts'
import {forgetTwins, isCleaned} from './deduping.ts'
import {countsOf, firstError, statesOf, totalOf} from './results.ts'
import type {ShardState} from './results.ts'
import {summary} from './summary.ts'

/** The error rate says nothing before. */
const pagesBeforeRate = 1000

export const cleaning: Phase = {
  name: 'cleaning',
  async run(context) {
    const {files, plan, description, voice, settings} = context
    const states = statesOf(files, plan, description)
    const open = states.filter(({progress}) => !isCleaned(progress, description))
    forgetTwins(context, open)
    const progress = new JobProgress(voice, startOf(states))
    const limit = limited(context, states, open)
    const ends: Ends = {signal: undefined, tooManyErrors: undefined, failure: exit.done}
    const crew = context.crew({
      description: learnt(description), files, workers: settings.workers, limits: settings.limits,
      next: limit,
      said: message => voice.note(message),
      progress(index, counts, share) {
        const all = progress.update(index, {counts, share, bytes: plan.shards[index].bytes})
        if (all && ends.tooManyErrors === undefined && isAbove(all, settings.maxErrorRate)) {
          ends.tooManyErrors = all
          crew.stop()
        }
      },
      finished(index) {
        progress.finish(index, {counts: readJournal(files, layoutOf(description.folder, description.part).shard(index).journal).counts, bytes: plan.shards[index].bytes})
      },
    })
    const silence = context.signals.listen(signal => heard(context, {signal, ends, crew}))
    try {
      for (const failure of await crew.run()) {
        voice.fail(failure)
        ends.failure = worse(ends.failure, failure.code)
      }
    } finally {
      silence()
    }
    const now = statesOf(files, plan, description)
    const total = totalOf(now, plan, description)
    for (const line of summary(total, progress, description.learn === true ? 'read' : undefined)) voice.note(line)
    const error = firstError(files, now, description)
    if (error !== undefined) voice.note(`the first error: ${printable(error.slice(0, 300))}; all are in _errors.ndjson${error.includes('no page: one of the columns') ? '; a column of another name: --html-field, --text-field or --preset' : ''}`)
    return ending(context, ends, total)
  },
}

interface Ends {
  signal: Signal | undefined
  tooManyErrors: Counts | undefined
  /** The most severe of what stood in the way. */
  failure: ExitCode
}

function startOf(states: readonly ShardState[]): ConstructorParameters<typeof JobProgress>[1] {
  const done = states.filter(({progress}) => progress.stage === 'finished')
  const begun = states.filter(({progress}) => progress.stage !== 'finished' && progress.next > 0)
  return {
    bytes: states.reduce((sum, {shard}) => sum + shard.bytes, 0),
    done: done.reduce((sum, {shard}) => sum + shard.bytes, 0),
    counts: done.map(countsOf).reduce(addCounts, noCounts),
    active: new Map(begun.map(({index, shard, progress}) => [index, {counts: progress.counts, share: 0, bytes: shard.bytes}])),
  }
}

/** Gives shard after shard; with `--limit` the next one only when the pages before it are counted. */
function limited({settings: {limit}, files, description, plan}: JobContext, states: readonly ShardState[], open: readonly ShardState[]): () => Task | undefined {
  const waiting = [...open]
  if (limit === undefined) {
    return () => {
      const state = waiting.shift()
      return state && {index: state.index, shard: state.shard}
    }
  }
  const layout = layoutOf(description.folder, description.part)
  return () => {
    const state = waiting.shift()
    if (!state) return undefined
    const before = states.filter(({index}) => index < state.index).map(({index}) => pages(readJournal(files, layout.shard(index).journal).counts))
    const left = limit - before.reduce((sum, count) => sum + count, 0)
    return left > 0 ? {index: state.index, shard: plan.shards[state.index], limit: left} : undefined
  }
}

function isAbove(counts: Counts, rate: number): boolean {
  const all = pages(counts)
  return all >= pagesBeforeRate && counts.error > all * rate
}

function heard({voice, description}: JobContext, {signal, ends, crew}: {readonly signal: Signal; readonly ends: Ends; readonly crew: {stop(): void; kill(): void}}): void {
  if (ends.signal !== undefined) {
    crew.kill()
    return
  }
  ends.signal = signal
  voice.note(description.fromStdin ? 'finishing the pages in hand; once more stops now' : 'finishing the pages in hand; once more stops now, and the same command line goes on later')
  crew.stop()
}

function ending({voice, settings, description}: JobContext, {signal, tooManyErrors, failure}: Ends, counts: Counts): Stop | undefined {
  if (signal) {
    voice.note(description.fromStdin
      ? 'stopped; what came from a pipe cannot be read again, so this job does not go on'
      : 'stopped; to go on, run the same command line again')
    return {code: signal === 'SIGINT' ? exit.interrupted : exit.terminated}
  }
  if (tooManyErrors || isAbove(counts, settings.maxErrorRate)) {
    const share = (100 * counts.error / pages(counts)).toFixed(1)
    const message = `${share} % of the pages failed, more than --max-error-rate ${settings.maxErrorRate * 100}% allows; _errors.ndjson has the reasons, a higher rate goes on`
    voice.fail({code: exit.data, message})
    if (tooManyErrors) return {code: exit.data}
  }
  return failure === exit.done ? undefined : {code: failure}
}
