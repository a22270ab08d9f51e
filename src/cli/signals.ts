/** Signals that ask to stop: who works on something may take them and end in order. */
import type {Signal} from '../batch/job/context.ts'

let listener: ((signal: Signal) => void) | undefined

/** @returns takes the listener back */
export function listen(taken: (signal: Signal) => void): () => void {
  listener = taken
  return () => { listener = undefined }
}

/** @returns false if nobody listens */
export function heard(signal: Signal): boolean {
  listener?.(signal)
  return listener !== undefined
}
