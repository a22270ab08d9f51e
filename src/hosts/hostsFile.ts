/**
 * What hosts repeat, as bytes: a file, a snapshot, an option. They are read in place: a host is found by the hash of its
 * name, a key by bisection.
 *
 * Layout, little endian: the sign `BDHOST01`; generation (f64); number of hosts (u32); FNV-1a of all that follows (u32);
 * then the hosts, ascending by the key of their name: that key (f64), length of the name (u16) and its bytes (Latin-1:
 * names are ASCII), pages (u32), number of keys n (u32), n keys ascending (f64), n counts (u16).
 */
import {basis, hashed} from '../judge/hash.ts'
import {nameKey} from './blockKey.ts'

const sign = 'BDHOST01'
const headLength = 24
const greatestCount = 0xffff
/** Bytes of a host without name and keys. */
const shortestRecord = 18

/** What a host repeats. */
export interface HostRecord {
  readonly name: string
  /** Pages counted. */
  readonly pages: number
  /** Ascending, beside their counts. */
  readonly keys: Float64Array
  readonly counts: Uint16Array
}

/** Order of hosts in a file. */
export function byKey(a: Pick<HostRecord, 'name'>, b: Pick<HostRecord, 'name'>): number {
  const [x, y] = [nameKey(a.name), nameKey(b.name)]
  return x === y ? (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) : x < y ? -1 : 1
}

/** Bytes of one host, as they stand in a file. */
export function recordBytes({name, pages, keys, counts}: HostRecord): Uint8Array {
  const length = 8 + 2 + name.length + 8 + keys.length * 10
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  view.setFloat64(0, nameKey(name), true)
  view.setUint16(8, name.length, true)
  for (let i = 0; i < name.length; i++) bytes[10 + i] = name.charCodeAt(i)
  let at = 10 + name.length
  view.setUint32(at, pages, true)
  view.setUint32(at + 4, keys.length, true)
  at += 8
  for (const key of keys) {
    view.setFloat64(at, key, true)
    at += 8
  }
  for (const count of counts) {
    view.setUint16(at, Math.min(greatestCount, count), true)
    at += 2
  }
  return bytes
}

/** The head of a file; it stands before the records and is known only after them. */
export function headBytes({generation, hosts, sum}: {readonly generation: number; readonly hosts: number; readonly sum: number}): Uint8Array {
  const bytes = new Uint8Array(headLength)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < sign.length; i++) bytes[i] = sign.charCodeAt(i)
  view.setFloat64(8, generation, true)
  view.setUint32(16, hosts, true)
  view.setUint32(20, sum >>> 0, true)
  return bytes
}

export const noSum = basis

/** Goes on with the sum of the records, piece by piece. */
export function summed(sum: number, bytes: Uint8Array): number {
  let h = sum
  for (let i = 0; i < bytes.length; i++) h = hashed(h, bytes[i])
  return h
}

/** Hosts in their order to bytes. @param generation - pages counted in all */
export function packHosts(records: readonly HostRecord[], generation: number): Uint8Array {
  const parts = records.map(recordBytes)
  const sum = parts.reduce(summed, noSum)
  const out = new Uint8Array(headLength + parts.reduce((length, part) => length + part.length, 0))
  out.set(headBytes({generation, hosts: records.length, sum}))
  let at = headLength
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

export class HostsFile {
  /** Pages counted in all. */
  readonly generation: number
  readonly size: number
  readonly #view: DataView
  readonly #bytes: Uint8Array
  /** Key of the name, and where the record stands. */
  readonly #keys: Float64Array
  readonly #at: Float64Array

  /** @throws {TypeError} the bytes are no such file, or a damaged one */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes.length < headLength || !isSigned(bytes)) throw new TypeError('no hosts file of this version (boildown learn writes one)')
    this.generation = this.#view.getFloat64(8, true)
    this.size = this.#view.getUint32(16, true)
    if (summed(noSum, bytes.subarray(headLength)) >>> 0 !== this.#view.getUint32(20, true)) throw new TypeError('a damaged hosts file: its sum is wrong')
    if (this.size * shortestRecord > bytes.length) throw new TypeError('a damaged hosts file: it is shorter than it says')
    this.#keys = new Float64Array(this.size)
    this.#at = new Float64Array(this.size)
    let at = headLength
    for (let i = 0; i < this.size; i++) {
      if (at + shortestRecord > bytes.length) throw new TypeError('a damaged hosts file: it is shorter than it says')
      this.#keys[i] = this.#view.getFloat64(at, true)
      this.#at[i] = at
      at = this.#end(at)
    }
    if (at !== bytes.length) throw new TypeError('a damaged hosts file: it is not as long as it says')
  }

  #end(at: number): number {
    const names = at + 10 + this.#view.getUint16(at + 8, true)
    return names + 8 + this.#view.getUint32(names + 4, true) * 10
  }

  /** Pages of a host and where its keys stand; undefined if it is not known. */
  of(name: string): HostView | undefined {
    const key = nameKey(name)
    for (let i = lowerBound(this.size, j => this.#keys[j] < key); i < this.size && this.#keys[i] === key; i++) {
      if (this.#name(this.#at[i]) === name) return this.#host(this.#at[i])
    }
    return undefined
  }

  #name(at: number): string {
    let out = ''
    for (let i = 0; i < this.#view.getUint16(at + 8, true); i++) out += String.fromCharCode(this.#bytes[at + 10 + i])
    return out
  }

  #host(at: number): HostView {
    const view = this.#view
    const from = at + 10 + view.getUint16(at + 8, true)
    const n = view.getUint32(from + 4, true)
    const keys = from + 8
    const counts = keys + n * 8
    return {
      pages: view.getUint32(from, true),
      count(key) {
        const i = lowerBound(n, j => view.getFloat64(keys + j * 8, true) < key)
        return i < n && view.getFloat64(keys + i * 8, true) === key ? view.getUint16(counts + i * 2, true) : 0
      },
    }
  }

  /** All hosts in their order: copies, one at a time. */
  * records(): Generator<HostRecord> {
    for (const at of this.#at) {
      const name = this.#name(at)
      const from = at + 10 + name.length
      const n = this.#view.getUint32(from + 4, true)
      const keys = new Float64Array(n)
      const counts = new Uint16Array(n)
      for (let i = 0; i < n; i++) {
        keys[i] = this.#view.getFloat64(from + 8 + i * 8, true)
        counts[i] = this.#view.getUint16(from + 8 + n * 8 + i * 2, true)
      }
      yield {name, pages: this.#view.getUint32(from, true), keys, counts}
    }
  }
}

/** @throws {TypeError | RangeError} as the constructor does */
export function checkHosts(bytes: Uint8Array): number {
  return new HostsFile(bytes).size
}

/** What is known of one host. */
export interface HostView {
  readonly pages: number
  /** On how many of its pages a block with this key stands. */
  count(key: number): number
}

function isSigned(bytes: Uint8Array): boolean {
  for (let i = 0; i < sign.length; i++) if (bytes[i] !== sign.charCodeAt(i)) return false
  return true
}

/** First of 0 … n of which `isBefore` is false. */
function lowerBound(n: number, isBefore: (i: number) => boolean): number {
  let low = 0
  let high = n
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}
