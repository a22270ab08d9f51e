/** What a pool and its children say to each other. */
import type {Facts} from '../input/read.ts'
import type {Options} from '../options.ts'
import type {Result} from '../result.ts'

/** How every page is cleaned unless it says otherwise. */
export interface Preparation {
  readonly options: Options
  /** Address of a module that gives further options, functions among them. */
  readonly module: string | undefined
  readonly passFiles: readonly string[]
}

/** @property inspect - the name of a page of which the inspector's HTML is asked for, instead of its result */
export type ToChild =
  | {readonly kind: 'prepare'; readonly preparation: Preparation}
  | {readonly kind: 'page'; readonly number: number; readonly input: string | Uint8Array; readonly facts: Facts; readonly options: Options | undefined; readonly inspect: string | undefined}
  | {readonly kind: 'end'}

/** @property isFault - the caller got something wrong: a TypeError */
export interface Thrown { readonly message: string; readonly name: string; readonly isFault: boolean }

export type FromChild =
  | {readonly kind: 'ready'}
  | {readonly kind: 'refused'; readonly error: Thrown}
  | {readonly kind: 'cleaned'; readonly number: number; readonly result: Result | string}
  | {readonly kind: 'failed'; readonly number: number; readonly error: Thrown}
