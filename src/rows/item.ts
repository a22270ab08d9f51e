/** Items: pages to clean as the command line, jobs, the worker and the adapters pass them on. */
import type {Problem} from '../problem.ts'

/** What the library is told about one page. */
export interface Facts {
  readonly url?: string
  readonly contentType?: string
  /** HTTP status the page came with. */
  readonly status?: number
  readonly from?: 'html' | 'markdown' | 'text'
  readonly fragment?: boolean
  /** Response headers the page came with. */
  readonly headers?: Readonly<Record<string, string>>
}

/** One page to clean, and what came with it. */
export interface Item {
  readonly id: unknown
  readonly input: string | Uint8Array
  readonly facts: Facts
  /** Columns that pass through. */
  readonly columns: readonly (readonly [string, unknown])[]
  readonly problems: readonly Problem[]
}
/** A page that could not be read. */
export interface Unread extends Omit<Item, 'input' | 'facts'> {
  readonly error: string
  readonly facts: Pick<Facts, 'url'>
}
