/** What an earlier run may have left behind: processes that still work, marks of pages they died on, outputs nobody names. */
import path from 'node:path'
import {Failure, exit} from '../../exit.ts'
import {Inside} from '../sinks/inside.ts'
import {attemptIn, recordDeath} from './attempts.ts'
import type {Attempt} from './attempts.ts'
import {formOf, formatOf} from './description.ts'
import type {Description} from './description.ts'
import {endings} from './finish.ts'
import type {Files} from './files.ts'
import {readJournal} from './journal.ts'
import {layoutOf} from './layout.ts'
import {isMine} from './parts.ts'
import {isDropped} from './planning.ts'
import type {JobPlan, PlannedShard} from './plan.ts'
import {identityOf, isOfThisBoot, lives} from '../../processes/usage.ts'

/** Milliseconds a process may take to be gone after SIGKILL: it may wait for a slow disk. */
const patience = 30_000

/**
 * To be called before any journal is read. Children of a supervisor that was killed stop by themselves, but perhaps not yet. A mark whose process is dead
 * and did not clear it is a death: it took its supervisor along, so nobody wrote it down.
 *
 * @throws {Failure} exit code 73: such a process does not end.
 */
export async function clearAttempts(files: Files, {folder, part}: Description): Promise<void> {
  const layout = layoutOf(folder, part)
  for (const name of files.list(layout.state)) {
    if (!name.endsWith('.mark')) continue
    const {mark, deaths} = layout.shard(Number.parseInt(name, 10))
    const attempt = attemptIn(files, mark)
    if (attempt && attempt.by.pid !== process.pid && lives(attempt.by)) await end(attempt)
    // A power cut is no fault of the page.
    else if (attempt && attempt.step !== 'saving' && isOfThisBoot(attempt.by)) recordDeath(files, deaths, {record: attempt.record, step: attempt.step, reason: 'crash (together with its supervisor)'})
    files.remove(mark)
  }
}

async function end({by}: Attempt): Promise<void> {
  // Without its start time nobody knows whether the number is still the same process.
  const isCertain = by.started !== '' && identityOf(by.pid).started === by.started
  for (const started = performance.now(); lives(by);) {
    if (isCertain) killIfThere(by.pid)
    if (performance.now() - started > patience) throw new Failure(exit.output, `a worker of an earlier run still works in this folder (pid ${by.pid}); end it first`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone in between.
  }
}

/** Files of finished shards that were to be removed when the power went. */
export function removeFinished(files: Files, {folder, part}: Description): void {
  const layout = layoutOf(folder, part)
  for (const name of files.list(layout.state)) {
    if (!/^[0-9]+\.(?:rows|deaths)$/u.test(name)) continue
    const {journal} = layout.shard(Number.parseInt(name, 10))
    if (readJournal(files, journal).stage === 'finished') files.remove(path.join(layout.state, name))
  }
}

/** Outputs and state of shards that were dropped, unless another shard has taken the name. */
export function removeDropped(files: Files, {shards}: JobPlan, description: Description): void {
  const inside = new Inside(description.folder)
  const current = new Set(shards.filter(shard => !isDropped(shard)).flatMap(shard => outputs(shard, description)))
  for (const [index, shard] of shards.entries()) {
    if (!isDropped(shard) || !isMine({shard, index}, description.part)) continue
    for (const output of outputs(shard, description)) if (!current.has(output)) files.remove(inside.file(output))
    for (const file of Object.values(layoutOf(description.folder, description.part).shard(index))) files.remove(file)
  }
}

/** Paths in the folder that a shard writes, as far as they are known before. */
export function outputs(shard: PlannedShard, description: Pick<Description, 'to'>): readonly string[] {
  const form = formOf(formatOf(description, shard))
  return form === 'tree' ? shard.isRetry ? [] : shard.targets ?? [] : [shard.name + endings[form]]
}
