/** Learning as the crawl goes: what hosts repeat, in bounded memory. */
import type {Drivers} from '../input/drivers.ts'
import {drive, open, type Facts} from '../input/read.ts'
import type {Settings} from '../options.ts'
import type {Page} from '../page/page.ts'
import {blockKeys, distinct, pageKey} from './blockKey.ts'
import {HostCounts, pagesPerHost} from './hostCounts.ts'
import {hostOf} from './hostOf.ts'
import {byKey, packHosts, type HostView} from './hostsFile.ts'
import type {KnownHosts} from './repeats.ts'

/** Hosts kept if nothing else is asked for: some 40 KB each at most. */
export const usualHosts = 1000
/** Keys of one host kept; then those seen on one page only go. Chosen: a template has some hundreds of lines. */
const keysPerHost = 4096

export interface HostLearner extends KnownHosts {
  /**
   * Counts a page: as it came, or as read before (`result.trace.page`).
   *
   * @returns false where it was not counted: it has no address, or was counted just before
   * @throws {TypeError} it is neither string, bytes nor page
   */
  add(input: string | Uint8Array | Page, facts?: Facts): boolean
  /** What is known by now, for the option `hosts`; also what a hosts file holds. */
  snapshot(): Uint8Array
}

/** What has to be loaded before a page can be read. */
export interface Reading { readonly settings: Settings; readonly drivers: Drivers }

/** Counts of the hosts that were seen last. */
export class LearntHosts implements KnownHosts {
  generation = 0
  readonly #most: number
  /** In the order in which they were used. */
  readonly #hosts = new Map<string, HostCounts>()

  constructor(most: number) {
    this.#most = most
  }

  add(page: Page): boolean {
    const name = hostOf(page.url)
    if (name === undefined) return false
    const keys = blockKeys(page)
    const host = this.#used(name)
    if (!host.add(distinct(keys), pageKey(keys))) return false
    this.generation++
    if (host.keys.length > keysPerHost) host.prune(2)
    // What all pages have stays, so that halving makes room whatever a host sends.
    if (host.pages >= pagesPerHost || host.keys.length > keysPerHost) host.halve()
    return true
  }

  of(name: string): HostView | undefined {
    const host = this.#hosts.get(name)
    return host && {pages: host.pages, count: key => countOf(host, key)}
  }

  snapshot(): Uint8Array {
    const records = [...this.#hosts].map(([name, {pages, keys, counts}]) => ({name, pages, keys, counts}))
    return packHosts(records.sort(byKey), this.generation)
  }

  #used(name: string): HostCounts {
    const host = this.#hosts.get(name) ?? new HostCounts()
    this.#hosts.delete(name)
    this.#hosts.set(name, host)
    if (this.#hosts.size > this.#most) this.#hosts.delete(this.#hosts.keys().next().value as string)
    return host
  }
}

function countOf({keys, counts}: HostCounts, key: number): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (keys[middle] < key) low = middle + 1
    else high = middle
  }
  return keys[low] === key ? counts[low] : 0
}

/** @internal */
export function createLearner({settings, drivers}: Reading, maxHosts: number): HostLearner {
  const hosts = new LearntHosts(maxHosts)
  return {
    get generation() { return hosts.generation },
    of: name => hosts.of(name),
    add(input, facts = {}) {
      return hosts.add(typeof input === 'string' || input instanceof Uint8Array ? drive(open(input, facts, settings), {settings, drivers}).page : checkedPage(input))
    },
    snapshot: () => hosts.snapshot(),
  }
}

function checkedPage(input: Page): Page {
  if (typeof input === 'object' && input !== null && Array.isArray(input.blocks)) return input
  throw new TypeError('a page to learn from must be a string, a Uint8Array or a page that was read')
}
