/** A stream as a window that moves over it: look ahead as far as needed, then go on. */

/** Room at first and at most for what is looked at, chosen; asking for more is asking for memory. */
const initialRoom = 1_048_576
/** Bytes kept behind an anchor at most, chosen. */
const anchored = 4_194_304

export class Window {
  readonly #source: AsyncIterator<Uint8Array>
  #buffer: Buffer = Buffer.allocUnsafeSlow(initialRoom)
  #from = 0
  #to = 0
  #ended = false
  #position: number
  #anchor: number | undefined

  /** @param position - offset of the first byte of `chunks` in its file. */
  constructor(chunks: AsyncIterable<Uint8Array>, position = 0) {
    this.#source = chunks[Symbol.asyncIterator]()
    this.#position = position
  }

  /** Offset in the file of the first byte not passed yet. */
  get position(): number {
    return this.#position
  }

  /** Nothing comes after `view`. */
  get ended(): boolean {
    return this.#ended
  }

  /** What is there. Overwritten by the next `ahead`: who keeps bytes copies them. */
  get view(): Buffer {
    return this.#buffer.subarray(this.#from, this.#to)
  }

  /** Reads until `length` bytes are in view, or all there are. */
  async ahead(length: number): Promise<Buffer> {
    while (this.#to - this.#from < length && !this.#ended) await this.#more()
    return this.view
  }

  /** What is passed over from here on can be read again; if it is much, the last of it. */
  anchor(): void {
    this.#anchor = this.#from
  }

  /** Back to the anchor, or as near to it as can be. */
  rewind(): void {
    if (this.#anchor === undefined) return
    this.#position -= this.#from - this.#anchor
    this.#from = this.#anchor
  }

  /** Passes over bytes in view. */
  pass(length: number): void {
    this.#from += length
    this.#position += length
  }

  /** Passes over bytes, also those not read yet. @returns how many there were. */
  async skip(length: number): Promise<number> {
    let left = length
    for (;;) {
      const here = Math.min(left, this.#to - this.#from)
      this.pass(here)
      left -= here
      if (left === 0 || this.#ended) return length - left
      await this.#more()
    }
  }

  /** The file is closed. */
  async close(): Promise<void> {
    await this.#source.return?.()
  }

  async #more(): Promise<void> {
    const next = await this.#source.next()
    if (next.done === true) {
      this.#ended = true
      return
    }
    this.#makeRoom(next.value.length)
    this.#buffer.set(next.value, this.#to)
    this.#to += next.value.length
  }

  #makeRoom(length: number): void {
    if (this.#to + length <= this.#buffer.length) return
    if (this.#anchor !== undefined && this.#from - this.#anchor > anchored) this.#anchor = this.#from - anchored / 4
    const start = this.#anchor ?? this.#from
    const kept = this.#to - start
    const needed = kept + length
    // What one large record took is given back behind it.
    const isFit = needed <= this.#buffer.length && (this.#buffer.length <= initialRoom || needed > initialRoom / 2)
    const target = isFit ? this.#buffer : Buffer.allocUnsafeSlow(needed <= initialRoom / 2 ? initialRoom : 2 * needed)
    this.#buffer.copy(target, 0, start, this.#to)
    this.#from -= start
    if (this.#anchor !== undefined) this.#anchor = 0
    ;[this.#buffer, this.#to] = [target, kept]
  }
}
