/** FNV-1a over UTF-16 code units, 32 bits: how words and class names become numbers without a string being built. */

export const basis = 0x811c9dc5 | 0

export function hashed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/** Two numbers to one: the order counts. */
export function mixed(a: number, b: number): number {
  const h = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b)
  return h ^ (h >>> 15)
}

/** Bucket of a hash in a table whose size is a power of two. */
export function bucketOf(hash: number, size: number): number {
  return (hash ^ (hash >>> 16)) & (size - 1)
}

/** Hash of a word as the scans compute it. */
export function hashOf(word: string): number {
  let h = basis
  for (let i = 0; i < word.length; i++) h = hashed(h, lower(word.charCodeAt(i)))
  return h
}

/** Lower case of a code unit in Latin, Greek and Cyrillic; others as they are. */
export function lower(unit: number): number {
  if (unit < 128) return unit >= 65 && unit <= 90 ? unit + 32 : unit
  if (unit >= 0xc0 && unit <= 0xde) return unit === 0xd7 ? unit : unit + 32
  if (unit >= 0x100 && unit <= 0x17f) return unit === 0x131 || unit === 0x138 || unit === 0x149 || unit === 0x17f ? unit : evenUpper(unit) ? unit | 1 : unit + (unit & 1)
  if (unit >= 0x391 && unit <= 0x3a9) return unit + 32
  if (unit >= 0x410 && unit <= 0x42f) return unit + 32
  if (unit >= 0x400 && unit <= 0x40f) return unit + 80
  return unit
}

/** In Latin Extended-A capitals are even but for two ranges. */
function evenUpper(unit: number): boolean {
  return !((unit >= 0x139 && unit <= 0x148) || (unit >= 0x179 && unit <= 0x17e))
}

/** A set of hashes as bits: no false negatives, and false positives as rare as its size allows. */
export class BitSet {
  readonly #bits: Int32Array
  readonly #mask: number
  count = 0

  /** @param size bits, a power of two */
  constructor(size: number) {
    this.#bits = new Int32Array(size >> 5)
    this.#mask = size - 1
  }

  add(hash: number): void {
    const at = (hash ^ (hash >>> 16)) & this.#mask
    const bit = 1 << (at & 31)
    if ((this.#bits[at >> 5] & bit) !== 0) return
    this.#bits[at >> 5] |= bit
    this.count++
  }

  has(hash: number): boolean {
    const at = (hash ^ (hash >>> 16)) & this.#mask
    return (this.#bits[at >> 5] & (1 << (at & 31))) !== 0
  }
}

/** Dense numbers 0, 1, 2 … for hashes, in order of first sight. */
export class Interner {
  readonly #keys: Int32Array
  readonly #ids: Int32Array
  readonly #mask: number
  count = 0

  /** @param most how many different hashes there can be */
  constructor(most: number) {
    let size = 16
    while (size < most * 2) size *= 2
    this.#keys = new Int32Array(size)
    this.#ids = new Int32Array(size).fill(-1)
    this.#mask = size - 1
  }

  id(hash: number): number {
    let at = Math.imul(hash, 0x9e3779b1) >>> 7 & this.#mask
    while (this.#ids[at] >= 0) {
      if (this.#keys[at] === hash) return this.#ids[at]
      at = (at + 1) & this.#mask
    }
    this.#keys[at] = hash
    this.#ids[at] = this.count
    return this.count++
  }
}
