/** What the phases of a job share. */
import type {ExitCode, Failure} from '../../exit.ts'
import type {Description} from './description.ts'
import type {Files} from './files.ts'
import type {JobPlan} from './plan.ts'
import type {Voice} from './progress.ts'
import type {JobSettings} from './settings.ts'
import type {Supervised} from './supervisor.ts'

export interface JobContext {
  readonly description: Description
  readonly settings: JobSettings
  readonly plan: JobPlan
  readonly files: Files
  readonly voice: Voice
  readonly signals: Signals
  readonly crew: (job: Supervised) => Crew
}

/** Who works on the shards: child processes, or this process in tests. */
export interface Crew {
  run(): Promise<readonly Failure[]>
  /** Pages in hand are finished. */
  stop(): void
  kill(): void
}

export type Signal = 'SIGINT' | 'SIGTERM'
export interface Signals {
  /** @returns takes the listener back */
  listen(listener: (signal: Signal) => void): () => void
}

/** What a phase says when the job cannot go on to the next. */
export interface Stop { readonly code: ExitCode }

/**
 * A step of a job over all of its shards. Phases run in order; each finds out for itself what of its work is done.
 *
 * @see phases.ts for the list
 */
export interface Phase {
  readonly name: string
  run(context: JobContext): Promise<Stop | undefined>
}
