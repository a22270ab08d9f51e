/**
 * Which pages of a host are looked at: the 64 whose addresses have the lowest hashes, so that it does not matter in which
 * order, or by how many processes, they are read.
 */
import {nameKey} from '../../hosts/blockKey.ts'
import {pagesPerHost} from '../../hosts/hostCounts.ts'

/** Hosts whose ranks are remembered at a time. One that is forgotten costs time only. Chosen: some 30 MB at most. */
const remembered = 20_000

export function rankOf(url: string): number {
  return nameKey(url)
}

/** Tells early which pages cannot be among those looked at: they need not be read. */
export class Ranks {
  /** Ascending. */
  readonly #lowest = new Map<string, number[]>()

  /** @returns false if so many pages of the host with lower ranks were seen that this one does not count */
  wants(host: string, rank: number): boolean {
    const ranks = this.#lowest.get(host) ?? []
    this.#lowest.delete(host)
    this.#lowest.set(host, ranks)
    if (this.#lowest.size > remembered) this.#lowest.delete(this.#lowest.keys().next().value as string)
    if (ranks.length >= pagesPerHost && rank > ranks[ranks.length - 1]) return false
    const at = placeOf(ranks, rank)
    if (ranks[at] !== rank) ranks.splice(at, 0, rank)
    if (ranks.length > pagesPerHost) ranks.pop()
    return true
  }
}

function placeOf(ranks: readonly number[], rank: number): number {
  const at = ranks.findIndex(other => other >= rank)
  return at < 0 ? ranks.length : at
}
