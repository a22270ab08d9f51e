/**
 * MinHash: of each of 128 orders of all shingles the first one that a text has. Two texts share as many of them as
 * their sets of shingles overlap (Jaccard). Rows of four in a band: texts that overlap by .63 (one word in twenty is
 * another one) share one of 32 bands in 99 of 100 cases.
 *
 * @see Broder: On the resemblance and containment of documents (1997)
 */
const hashes = 128
const rowsInBand = 4
export const bands = hashes / rowsInBand
/** Bytes of a sketch: of each first shingle eight bits are enough to tell how many two texts share. */
export const sketchBytes = hashes
const two32 = 0x1_0000_0000

const masks = new Int32Array(hashes)
const factors = new Int32Array(hashes)
for (let i = 0, state = 0x9e3779b9 | 0; i < hashes; i++) {
  masks[i] = state = next(state)
  factors[i] = (state = next(state)) | 1
}

/** A fixed row of numbers that look thrown (xorshift). */
function next(state: number): number {
  let x = state
  x ^= x << 13
  x ^= x >>> 17
  return x ^ (x << 5)
}

export interface Sketch {
  readonly bytes: Uint8Array
  /** A number of 53 bits for each band. */
  readonly bands: Float64Array
}

export function sketchOf(shingles: Int32Array): Sketch {
  const least = new Uint32Array(hashes).fill(0xffff_ffff)
  for (const shingle of shingles) {
    for (let i = 0; i < hashes; i++) {
      const h = Math.imul(shingle ^ masks[i], factors[i])
      const value = (h ^ (h >>> 15)) >>> 0
      if (value < least[i]) least[i] = value
    }
  }
  const bytes = new Uint8Array(sketchBytes)
  const keys = new Float64Array(bands)
  for (let i = 0; i < hashes; i++) bytes[i] = least[i]
  for (let b = 0; b < bands; b++) keys[b] = bandKey(least, b)
  return {bytes, bands: keys}
}

function bandKey(least: Uint32Array, band: number): number {
  let low = band + 1
  let high = ~band
  for (let i = band * rowsInBand; i < (band + 1) * rowsInBand; i++) {
    low = Math.imul(low ^ least[i], 0x85ebca6b)
    low ^= low >>> 13
    high = Math.imul(high ^ least[i], 0xc2b2ae35)
    high ^= high >>> 16
  }
  return (high & 0x1f_ffff) * two32 + (low >>> 0)
}

/** How much the shingles of two texts overlap, 0–1, from their sketches; its standard error is .04. */
export function overlap(a: Uint8Array, b: Uint8Array): number {
  let same = 0
  for (let i = 0; i < sketchBytes; i++) if (a[i] === b[i]) same++
  // One in 256 agrees by chance.
  return Math.max(0, (same / hashes - 1 / 256) / (1 - 1 / 256))
}
