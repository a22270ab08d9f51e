/** Facts of the pages for the report, gathered between two checkpoints. */
import type {PageEntry} from '../entry.ts'
import type {Outcome} from './outcome.ts'

export class Facts {
  add(_entry: PageEntry, _outcome: Outcome): void {}

  /** What was gathered since the last call; undefined if nothing was. Goes into the journal as JSON. */
  take(): unknown {
    return undefined
  }
}
