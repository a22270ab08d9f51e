/** How often each of many names was seen, in bounded memory: the frequent ones survive, the count of the others is kept. */

/** A count of names, as it stands in JSON. */
export interface TopsData { readonly counts: Readonly<Record<string, number>>; readonly others: number }

export class Tops {
  readonly #most: number
  readonly #counts = new Map<string, number>()
  #others = 0

  /** @param most - names told apart; twice as many are held before the rare ones are given up. */
  constructor(most: number) {
    this.#most = most
  }

  add(name: string, count = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + count)
    if (this.#counts.size > 2 * this.#most) this.#prune()
  }

  merge({counts, others}: TopsData): void {
    for (const [name, count] of Object.entries(counts)) this.add(name, count)
    this.#others += others
  }

  /** The most frequent first, ties by name. */
  sorted(most = this.#most): readonly (readonly [name: string, count: number])[] {
    return [...this.#counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most)
  }

  get total(): number {
    let sum = this.#others
    for (const count of this.#counts.values()) sum += count
    return sum
  }

  /** Names told apart now; those given up are not among them. */
  get size(): number {
    return this.#counts.size
  }

  data(most = this.#most): TopsData {
    const kept = this.sorted(most)
    // A name of a host or a block may be `__proto__`: entries make it an own property, assignment would not.
    return {counts: Object.fromEntries(kept), others: this.total - kept.reduce((sum, [, count]) => sum + count, 0)}
  }

  #prune(): void {
    const kept = this.sorted()
    this.#others = this.total - kept.reduce((sum, [, count]) => sum + count, 0)
    this.#counts.clear()
    for (const [name, count] of kept) this.#counts.set(name, count)
  }
}
