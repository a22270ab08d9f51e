/** A shard, worked through: records in order, a checkpoint every now and then, and a way on after any death. */
import type {Entry} from '../entry.ts'
import type {Mark, Shard} from '../shard.ts'
import {deathsAllowed, readDeaths} from './attempts.ts'
import type {Death} from './attempts.ts'
import {coordinates} from './coordinates.ts'
import type {Coordinates} from './coordinates.ts'
import {readJournal} from './journal.ts'
import type {Progress} from './journal.ts'
import {cleanPage, unwanted} from './outcome.ts'
import {Recorder} from './recorder.ts'
import type {CheckpointAfter, Ended, Work} from './work.ts'

const usual: CheckpointAfter = {records: 256, milliseconds: 2000, characters: 8_000_000}

export async function workThrough(work: Work): Promise<Ended> {
  const {files, paths} = work
  const before = trusted(work)
  if (before.stage !== 'open') return 'read'
  const deaths = readDeaths(files, paths.deaths)
  const recorder = new Recorder(work, before)
  try {
    if (unreadable(deaths.get(before.next))) {
      recorder.lose(restLost(work.shard, before.next, deaths.get(before.next) as Death[]))
      await recorder.checkpoint('read')
      return 'read'
    }
    const ended = await records({work, recorder, deaths, first: before.next, from: before.mark})
    work.marker.at('saving', 0)
    await recorder.checkpoint(ended === 'read' ? 'read' : undefined)
    return ended
  } finally {
    recorder.close()
  }
}

/** Files that are shorter than the journal says were lost by somebody else: the shard starts again. */
function trusted({files, paths}: Work): Progress {
  const progress = readJournal(files, paths.journal)
  const isShort = (['rows', 'errors', 'rejected', 'prints'] as const).some(name => (files.size(paths[name]) ?? 0) < (progress.sizes[name] ?? 0))
  if (progress.stage !== 'open' || !isShort) return progress
  files.remove(paths.journal)
  return readJournal(files, paths.journal)
}

interface Going {
  readonly work: Work
  readonly recorder: Recorder
  readonly deaths: ReadonlyMap<number, readonly Death[]>
  readonly first: number
  readonly from: Mark | undefined
}

async function records({work, recorder, deaths, first, from}: Going): Promise<Ended> {
  const {marker, checkpointAfter = usual} = work
  let next = first
  let checkpointed = performance.now()
  marker.at(from ? 'seeking' : 'reading', next)
  for await (const {entry, origin} of work.read(from)) {
    if (entry.at.record < first) continue
    if (isOver(work, recorder)) return 'read'
    if (work.control.stops()) return 'stopped'
    await handle(entry, origin)
    next = entry.at.record + 1
    marker.at('reading', next)
    const {records: count, waiting} = recorder
    // A record that killed a process is tried by one that has nothing else in hand.
    if (isSuspect(deaths.get(next))) return 'alone'
    const isDue = count >= checkpointAfter.records || waiting >= checkpointAfter.characters || performance.now() - checkpointed >= checkpointAfter.milliseconds
    if (!isDue && !deaths.has(entry.at.record)) continue
    // Nothing in flight while the disk is at work: a death there is nobody's fault.
    marker.at('saving', next)
    await recorder.checkpoint()
    checkpointed = performance.now()
    marker.at('reading', next)
    work.control.report(recorder, entry.at)
  }
  return 'read'

  async function handle(entry: Entry, origin: Coordinates | undefined): Promise<void> {
    const at = origin ?? coordinates(work.shard, entry.at)
    const {control, tools, carriesPage} = work
    const dead = deaths.get(entry.at.record) ?? []
    if (entry.kind === 'skipped') recorder.skip(entry)
    else if (entry.kind === 'loss') recorder.lose({item: entry.item, error: entry.item.error, reason: 'unreadable', at, carriesPage, place: entry.at})
    else if (dead.length >= deathsAllowed) {
      const {reason} = dead[dead.length - 1]
      recorder.lose({item: entry.item, error: `gave no answer in ${dead.length} attempts: ${reason}`, reason, at, carriesPage, place: entry.at})
    } else {
      marker.at('cleaning', entry.at.record)
      recorder.page(entry, unwanted(entry, tools) ?? await cleanPage(entry, tools), at)
    }
    control.report(recorder, entry.at)
  }
}

function isOver({limit}: Work, recorder: Recorder): boolean {
  return limit !== undefined && recorder.pages >= limit
}

/** It died as often as is allowed before the record was there: what comes after it cannot be reached. */
function unreadable(deaths: readonly Death[] = []): boolean {
  return deaths.filter(({step}) => step !== 'cleaning').length >= deathsAllowed
}

function isSuspect(deaths: readonly Death[] = []): boolean {
  return deaths.length > 0 && (deaths.length < deathsAllowed || deaths.some(({step}) => step !== 'cleaning'))
}

function restLost(shard: Shard, record: number, deaths: readonly Death[]): Parameters<Recorder['lose']>[0] {
  const {reason} = deaths[deaths.length - 1]
  const place = {file: shard.files[0], offset: shard.start, record}
  return {
    item: {id: null, facts: {}, columns: [], problems: [], error: reason},
    error: `reading stopped in ${deaths.length} attempts: ${reason}; the rest of ${shard.name} is not read`, reason,
    at: coordinates(shard, place), carriesPage: false, place,
  }
}
