/**
 * Which pages say again what an earlier one says. Pages come in the order of the input, and the first of each kind stays:
 * every page that goes is like one that stays, not like another that goes.
 */
import {overlap, type Sketch} from './sketch.ts'
import {SketchStore} from './sketchStore.ts'

/**
 * Overlap of the shingles from which two texts are one. Measured on planted copies: with one word in twenty changed it
 * is .6 ± .05; pages of one template with texts of their own stay below .3.
 */
const sameText = 0.5
/** Texts of one band that others are held against. Chosen: more are met in other bands. */
const heldAgainst = 8
/** Earlier pages remembered for each. */
const mostPartners = 4
/** Bytes of a record in a partition: key of the band, number of the page. */
const recordBytes = 12
const keySpace = 2 ** 53

/** Where records of bands lie until all are there: parted by their key, so that one part fits into memory. */
export interface Parts {
  add(part: number, bytes: Uint8Array): void
  read(part: number): Uint8Array
}

/** Pages by what they say, word for word. */
export class ExactTwins {
  readonly #first = new Map<string, number>()

  /** @returns number of the page that says the same, if there was one */
  add(text: string, page: number): number | undefined {
    const first = this.#first.get(text)
    if (first === undefined) this.#first.set(text, page)
    return first
  }
}

/** Bytes of one part, about. Chosen: its map takes ten times as much. */
const partSize = 4_000_000
const mostParts = 256

export class NearTwins {
  readonly #sketches = new SketchStore()
  readonly #parts: Parts
  readonly #count: number
  readonly #partners = new Map<number, number[]>()

  /** @param pages - how many will come, about */
  constructor(parts: Parts, pages: number) {
    this.#parts = parts
    this.#count = Math.min(mostParts, Math.max(1, Math.ceil(pages * 32 * recordBytes / partSize)))
  }

  /** To be called in the order of the pages. */
  add({bytes, bands}: Sketch, page: number): void {
    this.#sketches.set(page, bytes)
    const records = new Uint8Array(bands.length * recordBytes)
    const view = new DataView(records.buffer)
    for (const [i, band] of bands.entries()) {
      view.setFloat64(i * recordBytes, band, true)
      view.setUint32(i * recordBytes + 8, page, true)
      this.#parts.add(Math.min(this.#count - 1, Math.floor(band / keySpace * this.#count)), records.subarray(i * recordBytes, (i + 1) * recordBytes))
    }
  }

  /**
   * The pages that go, each with the one that stays.
   *
   * @param isSettled - pages that stay whatever comes: they were written before.
   */
  twins(isSettled: (page: number) => boolean): Map<number, number> {
    for (let part = 0; part < this.#count; part++) this.#compare(this.#parts.read(part))
    const gone = new Map<number, number>()
    for (const page of [...this.#partners.keys()].sort((a, b) => a - b)) {
      if (isSettled(page)) continue
      const twin = this.#stays(page, gone)
      if (twin !== undefined) gone.set(page, twin)
    }
    return gone
  }

  /** An earlier page that stays and says the same. */
  #stays(page: number, gone: ReadonlyMap<number, number>): number | undefined {
    for (const partner of this.#partners.get(page) ?? []) {
      const kept = gone.get(partner) ?? partner
      if (kept === partner || this.#same(kept, page)) return kept
    }
    return undefined
  }

  #compare(records: Uint8Array): void {
    const view = new DataView(records.buffer, records.byteOffset, records.byteLength)
    const met = new Map<number, number | number[]>()
    for (let at = 0; at + recordBytes <= records.length; at += recordBytes) {
      const key = view.getFloat64(at, true)
      const page = view.getUint32(at + 8, true)
      const earlier = met.get(key)
      if (earlier === undefined) {
        met.set(key, page)
        continue
      }
      const others = typeof earlier === 'number' ? [earlier] : earlier
      const twin = others.find(other => this.#isKnown(page, other) || this.#same(other, page))
      if (twin !== undefined) this.#pair(page, twin)
      else if (others.length < heldAgainst) met.set(key, [...others, page])
    }
  }

  #isKnown(page: number, partner: number): boolean {
    return this.#partners.get(page)?.includes(partner) === true
  }

  #pair(page: number, partner: number): void {
    const partners = this.#partners.get(page) ?? []
    if (partners.includes(partner) || partners.length >= mostPartners) return
    this.#partners.set(page, [...partners, partner].sort((a, b) => a - b))
  }

  #same(a: number, b: number): boolean {
    const [x, y] = [this.#sketches.get(a), this.#sketches.get(b)]
    return a !== b && x !== undefined && y !== undefined && overlap(x, y) >= sameText
  }
}
