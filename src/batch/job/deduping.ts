/** The phase that leaves out copies (`--dedupe`): all pages are held against each other, then every shard gets its final form. */
import {exit, worse} from '../../exit.ts'
import type {ExitCode} from '../../exit.ts'
import {printOf} from '../dedupe/print.ts'
import type {Dedupe, Print} from '../dedupe/print.ts'
import {ExactTwins, NearTwins} from '../dedupe/twins.ts'
import type {JobContext, Phase, Stop} from './context.ts'
import {dedupeOf} from './description.ts'
import type {Description} from './description.ts'
import {replaceFile} from './files.ts'
import {goneLines, readGone} from './gone.ts'
import type {Gone} from './gone.ts'
import type {Progress} from './journal.ts'
import {layoutOf} from './layout.ts'
import {partsOf} from './dedupeParts.ts'
import {statesOf} from './results.ts'
import type {ShardState} from './results.ts'
import {sideLines} from './sideLines.ts'

/** Its final form it gets when all shards are cleaned. */
export function isCleaned({stage}: Progress, description: Description): boolean {
  return stage === 'finished' || (stage === 'read' && dedupeOf(description) !== undefined)
}

/** What was decided of a shard that is cleaned again counts no more. */
export function forgetTwins({files, description}: JobContext, open: readonly ShardState[]): void {
  const layout = layoutOf(description.folder, description.part)
  for (const {index} of open) files.remove(layout.shard(index).twins)
}

export const deduping: Phase = {
  name: 'deduping',
  async run(context) {
    const {files, plan, description, voice} = context
    const kind = dedupeOf(description)
    const states = statesOf(files, plan, description).filter(({progress}) => progress.stage !== 'open')
    const waiting = states.filter(({progress}) => progress.stage === 'read')
    if (kind === undefined) return undefined
    if (waiting.length === 0) {
      // The power may have gone before this was done.
      partsOf(context).remove()
      return undefined
    }
    const gone = await decide(context, states, kind)
    const layout = layoutOf(description.folder, description.part)
    for (const {index} of waiting) replaceFile(files, layout.shard(index).twins, goneLines(gone.get(index) ?? []))
    const copies = waiting.reduce((sum, {index}) => sum + (gone.get(index)?.length ?? 0), 0)
    voice.note(`${copies} pages say what an earlier one says, and are left out`)
    return finish(context, waiting)
  },
}

/** Pages that go, by shard. Of shards that are finished nothing changes: what they kept stays, what they left out is no twin. */
async function decide(context: JobContext, states: readonly ShardState[], kind: Dedupe): Promise<Map<number, Gone[]>> {
  const parts = partsOf(context)
  const near = new NearTwins(parts, states.reduce((sum, {progress: {counts}}) => sum + counts.ok + counts.empty, 0))
  const exact = new ExactTwins()
  const twins = new Map<number, number>()
  const settled = new Set<number>()
  try {
    for await (const {page, print: {text, sketch}, state, isOut} of printed(context, states)) {
      if (isOut) continue
      const isDone = state.progress.stage === 'finished'
      if (isDone) settled.add(page)
      const first = exact.add(text, page)
      if (first !== undefined && !isDone) twins.set(page, first)
      else if (kind === 'near' && sketch) near.add(sketch, page)
    }
    if (kind === 'near') for (const [page, twin] of near.twins(page => settled.has(page))) twins.set(page, twin)
  } finally {
    parts.remove()
  }
  return named(context, states, ultimate(twins))
}

/** A word for word copy of a page that goes itself is like the one that stays. */
function ultimate(twins: ReadonlyMap<number, number>): Map<number, number> {
  const out = new Map<number, number>()
  for (const [page, first] of twins) {
    let twin = first
    for (let next = twins.get(twin); next !== undefined; next = twins.get(twin)) twin = next
    out.set(page, twin)
  }
  return out
}

interface PrintedPage {
  /** Its number in the whole job, from 0. */
  readonly page: number
  readonly state: ShardState
  readonly row: number
  readonly print: Print
  /** It has no text, or went earlier. */
  readonly isOut: boolean
}

/** The pages of all shards in the order of the input. */
async function* printed({files, description}: JobContext, states: readonly ShardState[]): AsyncGenerator<PrintedPage> {
  const {shard} = layoutOf(description.folder, description.part)
  let page = 0
  for (const state of states) {
    const {prints, twins} = shard(state.index)
    const left = new Set(state.progress.stage === 'finished' ? readGone(files, twins).map(({row}) => row) : [])
    let row = 0
    for await (const line of sideLines(files, prints)) {
      const print = printOf(line)
      yield {page: page++, state, row, print, isOut: print.text === '' || left.has(row)}
      row++
    }
  }
}

/** Read once more for the names: those of all pages would not fit into memory. */
async function named(context: JobContext, states: readonly ShardState[], twins: ReadonlyMap<number, number>): Promise<Map<number, Gone[]>> {
  const out = new Map<number, Gone[]>()
  const stay = new Set(twins.values())
  const names = new Map<number, string>()
  if (twins.size === 0) return out
  for await (const {page, state: {index}, row, print: {name, path}} of printed(context, states)) {
    if (stay.has(page)) names.set(page, name)
    const twin = twins.get(page)
    if (twin === undefined) continue
    // The one that stays comes first.
    const rejected = `${name.slice(0, -1)},"error":"rejected: duplicate","reason":"duplicate","twin":${names.get(twin)}}`
    const gone = out.get(index) ?? []
    gone.push({row, ...(path !== undefined && {path}), rejected})
    out.set(index, gone)
  }
  return out
}

/** Every shard gets its final form, by the crew. */
async function finish({files, plan, description, settings, voice, signals, crew}: JobContext, waiting: readonly ShardState[]): Promise<Stop | undefined> {
  const left = waiting.map(({index}) => ({index, shard: plan.shards[index]}))
  let code: ExitCode = exit.done
  const workers = crew({
    description, files, workers: settings.workers, limits: settings.limits,
    next: () => left.shift(),
    said: message => voice.note(message),
    progress: () => undefined,
    finished: () => undefined,
  })
  const silence = signals.listen(signal => {
    if (code !== exit.done) return workers.kill()
    code = signal === 'SIGINT' ? exit.interrupted : exit.terminated
    workers.stop()
  })
  try {
    for (const failure of await workers.run()) {
      voice.fail(failure)
      code = worse(code, failure.code)
    }
  } finally {
    silence()
  }
  return code === exit.done ? undefined : {code}
}
