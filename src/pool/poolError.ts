/**
 * Why a page of a pool has no result. Nothing else rejects but a `TypeError` for what the caller got wrong, and what
 * a hook or pass of the caller's own threw.
 */
export type PoolErrorCode =
  /** It took more CPU time than `deadline`, or ten times that on the clock. */
  | 'deadline'
  /** It took more than `memory`, twice: the second time in a process that had nothing before. */
  | 'memory'
  /** The process died under it, twice. */
  | 'crash'
  /** Its `signal` was aborted; `cause` is the signal's reason. */
  | 'aborted'
  /** The pool is closed. */
  | 'closed'
  /** `maxQueue` pages wait already. */
  | 'busy'

export class PoolError extends Error {
  override readonly name = 'PoolError'
  readonly code: PoolErrorCode

  constructor(code: PoolErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : {cause})
    this.code = code
  }
}
