/** What of a page its host repeats. */
import type {Page} from '../page/page.ts'
import type {Repeats} from '../page/repeats.ts'
import {blockKeys} from './blockKey.ts'
import {hostOf} from './hostOf.ts'
import type {HostView} from './hostsFile.ts'

/** Anything that knows hosts: a file, a snapshot, what is being learnt. */
export interface KnownHosts {
  /** Pages counted in all. */
  readonly generation: number
  of(host: string): HostView | undefined
}

/** @returns undefined where nothing is known of the page's host. */
export function repeatsOf(page: Page, hosts: KnownHosts): Repeats | undefined {
  const host = hostOf(page.url)
  const view = host === undefined ? undefined : hosts.of(host)
  if (view === undefined) return undefined
  const keys = blockKeys(page)
  const on = new Uint16Array(keys.length)
  for (let i = 0; i < keys.length; i++) if (keys[i] !== 0) on[i] = view.count(keys[i])
  return {pages: view.pages, on}
}
