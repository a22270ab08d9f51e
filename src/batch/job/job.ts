/** A job: a corpus in, a clean corpus out, resumable at any point. */
import path from 'node:path'
import {Failure, exit, worse} from '../../exit.ts'
import type {ExitCode} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'
import {Inside} from '../sinks/inside.ts'
import {findInputs} from '../sources/inputs.ts'
import type {Found} from '../sources/inputs.ts'
import type {Crew, JobContext, Signals} from './context.ts'
import {pages} from './counts.ts'
import type {Description} from './description.ts'
import {refuseExisting, refuseParts, startAfresh} from './folder.ts'
import type {Files} from './files.ts'
import {identityOf, refuseToMix} from './identity.ts'
import type {Asked} from './identity.ts'
import {layoutOf} from './layout.ts'
import {clearAttempts, removeDropped, removeFinished} from './leftovers.ts'
import {lock} from './lock.ts'
import {phasesOf} from './phases.ts'
import {planJob} from './planning.ts'
import {readPlan, writePlan} from './plan.ts'
import type {JobPlan} from './plan.ts'
import type {Voice} from './progress.ts'
import {writeResults} from './results.ts'
import {planRetry} from './retry.ts'
import {settleJob} from './settings.ts'
import type {JobSettings} from './settings.ts'
import {spool} from './spool.ts'
import {toolbox} from './tools.ts'
import type {Supervised} from './supervisor.ts'

export interface JobRequest extends Omit<Description, 'part' | 'fromStdin'> {
  /** As on the command line. */
  readonly words: readonly string[]
  /** Start afresh, over what is there. */
  readonly force: boolean
}

export interface Surroundings {
  readonly files: Files
  readonly stdin: AsyncIterable<Uint8Array>
  readonly voice: Voice
  readonly signals: Signals
  readonly crew: (job: Supervised) => Crew
}

export async function runJob(request: JobRequest, around: Surroundings): Promise<ExitCode> {
  const {words, force: _force, ...rest} = request
  const settings = settleJob(request.job)
  const found = await findInputs(words, rest.sources)
  let code: ExitCode = exit.done
  for (const failure of found.failures) {
    around.voice.fail(failure)
    code = worse(code, failure.code)
  }
  if (found.sources.length === 0) return code
  const description: Description = {...rest, ...(settings.part && {part: settings.part}), fromStdin: found.sources.some(({file}) => file === undefined)}
  const {files} = around
  const {state, lock: lockFile} = layoutOf(description.folder, description.part)
  new Inside(description.folder).file(path.relative(description.folder, lockFile))
  files.makeFolder(state)
  const unlock = lock(files, lockFile)
  try {
    return worse(code, await locked({request, around, settings, found, description}))
  } finally {
    unlock()
  }
}

interface Opened {
  readonly request: JobRequest
  readonly around: Surroundings
  readonly settings: JobSettings
  readonly found: Found
  readonly description: Description
}

async function locked(opened: Opened): Promise<ExitCode> {
  const {around: {files, voice, signals, crew}, settings, description} = opened
  const began = performance.now()
  await clearAttempts(files, description)
  const {plan, code} = await planned(opened)
  const context: JobContext = {description, settings, plan, files, voice, signals, crew}
  for (const phase of phasesOf(description)) {
    const stop = await phase.run(context)
    if (!stop) continue
    writeResults({files, plan, description, began})
    return worse(code, stop.code)
  }
  const total = writeResults({files, plan, description, began})
  if (description.fromStdin) files.remove(layoutOf(description.folder, description.part).spool)
  return worse(code, pages(total) > 0 && total.ok === 0 ? exit.empty : exit.done)
}

async function planned({request, around: {files, stdin, voice}, settings, found, description}: Opened): Promise<{readonly plan: JobPlan; readonly code: ExitCode}> {
  const layout = layoutOf(description.folder, description.part)
  const identity = identityOf(askedOf(description))
  refuseParts(files, description)
  if (request.force) startAfresh(files, description)
  const before = readPlan(files, layout.plan)
  // Wrong options are refused before anything is written.
  if (!before) await toolbox(description).tools('ndjson')
  if (before) refuseToMix(before.identity, identity, printable(description.folder))
  if (before && (before.fromStdin || description.fromStdin)) {
    throw new Failure(exit.output, `${printable(description.folder)}: holds a job whose input was a pipe, which cannot go on; --force starts afresh`)
  }
  const inputs = description.fromStdin ? await spooled({found, description, files, stdin}) : found
  const {plan, failures, notes, added} = await planJob({found: inputs, before, description, fresh: {identity, started: new Date().toISOString(), fromStdin: description.fromStdin}})
  if (!before && !request.force) refuseExisting(files, plan, description)
  const whole = settings.retryErrors ? planRetry(files, plan, description) : plan
  writePlan(files, layout.plan, whole)
  removeDropped(files, whole, description)
  removeFinished(files, description)
  for (const note of notes) voice.note(note)
  if (before && added > 0) voice.note(`${added} ${added === 1 ? 'shard' : 'shards'} of new or changed inputs`)
  let code: ExitCode = exit.done
  // Those that inputs were found with are said already.
  for (const failure of failures.filter(failure => !found.failures.includes(failure))) {
    voice.fail(failure)
    code = worse(code, failure.code)
  }
  return {plan: whole, code}
}

async function spooled({found, description, files, stdin}: Pick<Opened, 'found' | 'description'> & {readonly files: Files; readonly stdin: AsyncIterable<Uint8Array>}): Promise<Found> {
  const {spool: file} = layoutOf(description.folder, description.part)
  files.remove(file)
  await spool(stdin, files.append(file))
  return {...found, sources: found.sources.map(source => source.file === undefined ? {...source, file} : source), base: path.resolve(path.dirname(file))}
}

function askedOf({options, job, engine, to, sources, learn}: Description): Asked {
  return {options, job, engine, to: learn === true ? 'hosts' : to ?? 'by input', keepInput: sources.keepInput}
}
