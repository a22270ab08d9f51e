/** What becomes of an entry. */
import type {Result} from '../../result.ts'
import type {Facts, Item} from '../../rows/item.ts'
import {saidByRow} from '../../rows/saidByRow.ts'
import type {PageEntry} from '../entry.ts'
import {filtered} from '../filters/filters.ts'
import type {AddressFilter, PageFilter} from '../filters/filters.ts'
import {PassFailed} from '../rules/own.ts'

/** What cleans pages: the engine, and what is asked of its results. */
export interface Tools {
  clean(input: string | Uint8Array, facts: Facts): Result | Promise<Result>
  /** The address of the command line wins over the row's. */
  readonly url: string | undefined
  readonly filters: readonly PageFilter[]
  /** Asked before a page is cleaned. */
  readonly address?: AddressFilter
  /** What stands for a page in the file of rows, if not the row; undefined: nothing does. */
  line?(result: Result): string | undefined
}

export type Outcome =
  | {readonly kind: 'ok' | 'empty'; readonly result: Result}
  | {readonly kind: 'rejected'; readonly reason: string; readonly result: Result}
  | {readonly kind: 'error'; readonly reason: string; readonly error: string}

/** Rejected for its address, before it was cleaned. */
export interface Unwanted { readonly kind: 'rejected'; readonly reason: string; readonly result?: undefined }

export function unwanted({item: {facts}}: PageEntry, {address, url}: Tools): Unwanted | undefined {
  const reason = address?.(url ?? facts.url)
  return reason === undefined ? undefined : {kind: 'rejected', reason}
}

export async function cleanPage(entry: PageEntry, tools: Tools): Promise<Outcome> {
  try {
    const before = await cleaned(entry.item, tools)
    const answer = filtered(tools.filters, entry.item, before)
    const {result} = answer
    if ('reason' in answer) return {kind: 'rejected', reason: answer.reason, result}
    return {kind: result.markdown === '' ? 'empty' : 'ok', result}
  } catch (error) {
    if (error instanceof PassFailed) return {kind: 'error', reason: 'pass failed', error: error.message.slice(0, 1000)}
    // The library promises not to throw on any page; one that breaks the promise must not cost the others.
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return {kind: 'error', reason: 'bug', error: `a bug in boildown, please report it: ${message.slice(0, 1000)}`}
  }
}

async function cleaned({input, facts: {url, ...facts}}: Item, tools: Tools): Promise<Result> {
  const isFromRow = url !== undefined && tools.url === undefined
  const result = await tools.clean(input, {...facts, ...(isFromRow && {url})})
  return isFromRow ? saidByRow(result) : result
}
