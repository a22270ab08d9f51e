/** The output folder before a job: what may not be mixed, what may not be written over. */
import path from 'node:path'
import {Failure, exit} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'
import {Inside} from '../sinks/inside.ts'
import {jobFormats} from './description.ts'
import type {Description} from './description.ts'
import type {Files} from './files.ts'
import {layoutOf, partFolder, partsIn, stateRoot} from './layout.ts'
import {outputs} from './leftovers.ts'
import {isMine} from './parts.ts'
import {isDropped} from './planning.ts'
import {readPlan} from './plan.ts'
import type {JobPlan} from './plan.ts'

/**
 * A whole job and parts of one do not share a folder, nor do parts of different size.
 *
 * @throws {Failure} exit code 73
 */
export function refuseParts(files: Files, {folder, part}: Description): void {
  const own = partFolder(part)
  const other = partsIn(files.list(stateRoot(folder))).find(name => name !== own && (part === undefined || name === '' || !name.endsWith(`-of-${part.of}`)))
  if (other === undefined) return
  const what = other === '' ? 'a whole job' : `part ${other.replaceAll('-', ' ')}`
  throw new Failure(exit.output, `${printable(folder)}: holds ${what}, which ${own === '' ? 'a whole job' : `part ${own.replaceAll('-', ' ')}`} cannot be mixed with; another -o keeps both`)
}

/** Everything an earlier job made goes, as far as its plan names it. */
export function startAfresh(files: Files, description: Description): void {
  const layout = layoutOf(description.folder, description.part)
  const plan = readable(files, layout.plan)
  const to = jobFormats.find(format => format === plan?.identity.options['to'])
  // A plan is a file that somebody may have put there: it must not name what lies elsewhere.
  const inside = new Inside(description.folder)
  const mine = (plan?.shards ?? []).filter((shard, index) => isMine({shard, index}, description.part))
  for (const shard of mine) for (const output of outputs(shard, {...(to && {to})})) files.remove(inside.file(output))
  for (const file of [layout.stats, layout.errors, layout.rejected, layout.manifest, layout.report]) files.remove(file)
  // The plan goes last: without it nobody knows what else to remove.
  const state = files.list(layout.state).filter(name => !name.startsWith('lock') && name !== 'plan.json' && !name.includes('-of-'))
  for (const name of state) files.remove(path.join(layout.state, name))
  files.remove(layout.plan)
  files.syncFolder(layout.state)
}

/** A damaged plan is no reason not to start afresh. */
function readable(files: Files, file: string): JobPlan | undefined {
  try {
    return readPlan(files, file)
  } catch {
    return undefined
  }
}

/** @throws {Failure} exit code 73: a file that no job of ours made would be written over. */
export function refuseExisting(files: Files, plan: JobPlan, description: Description): void {
  for (const [index, shard] of plan.shards.entries()) {
    if (isDropped(shard) || !isMine({shard, index}, description.part)) continue
    for (const output of outputs(shard, description)) {
      const file = path.join(description.folder, output)
      if (files.size(file) !== undefined) throw new Failure(exit.output, `${printable(file)}: exists already; --force overwrites it`)
    }
  }
}
