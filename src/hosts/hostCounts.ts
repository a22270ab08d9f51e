/** Keys of one host being counted: sorted numbers beside their counts, since a Map would take five times the memory. */
import type {HostRecord} from './hostsFile.ts'

/** Pages of a host that are looked at: what a template is shows on a few. Chosen. */
export const pagesPerHost = 64

export class HostCounts {
  pages = 0
  keys = new Float64Array(0)
  counts = new Uint16Array(0)
  readonly #seen = new Set<number>()

  /**
   * Counts a page.
   *
   * @param keys - each once, ascending
   * @param page - key of the whole page: the same page twice says nothing of its host
   * @returns false if it was counted before
   */
  add(keys: Float64Array, page: number): boolean {
    if (this.#seen.has(page)) return false
    this.#seen.add(page)
    this.pages++
    this.#merge(keys, new Uint16Array(keys.length).fill(1))
    return true
  }

  /** Adds what was counted elsewhere. */
  addCounts({pages, keys, counts}: Omit<HostRecord, 'name'>): void {
    this.pages += pages
    this.#merge(keys, counts)
  }

  /** Pages and counts by half, what stands on one page left out: an old layout fades, and memory stays bounded. */
  halve(): void {
    this.pages >>= 1
    this.#seen.clear()
    this.#keep(count => count >> 1)
  }

  /** Without what stands on fewer pages. */
  prune(fewest: number): void {
    this.#keep(count => count >= fewest ? count : 0)
  }

  #keep(kept: (count: number) => number): void {
    const {keys, counts} = this
    let n = 0
    for (let i = 0; i < keys.length; i++) {
      const count = kept(counts[i])
      if (count === 0) continue
      keys[n] = keys[i]
      counts[n++] = count
    }
    this.keys = keys.slice(0, n)
    this.counts = counts.slice(0, n)
  }

  #merge(keys: Float64Array, counts: Uint16Array): void {
    const out = new Float64Array(this.keys.length + keys.length)
    const sums = new Uint16Array(out.length)
    let n = 0
    for (let i = 0, j = 0; i < this.keys.length || j < keys.length; n++) {
      const a = i < this.keys.length ? this.keys[i] : Infinity
      const b = j < keys.length ? keys[j] : Infinity
      out[n] = Math.min(a, b)
      sums[n] = Math.min(0xffff, (a <= b ? this.counts[i++] : 0) + (b <= a ? counts[j++] : 0))
    }
    this.keys = out.slice(0, n)
    this.counts = sums.slice(0, n)
  }
}
