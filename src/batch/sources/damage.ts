/** A place in a stream behind which bytes are missing: what comes next, if anything, may begin in the middle of a line. */
export class Damage {
  /** Where, in the file as it lies on the disk. */
  readonly offset: number
  readonly reason: string

  constructor(offset: number, reason: string) {
    this.offset = offset
    this.reason = reason
  }
}

/**
 * The bytes of a stream without its damages, which are put aside.
 *
 * @param seam - stands in for what is missing.
 */
export async function* undamaged(chunks: AsyncIterable<Uint8Array | Damage>, damages: Damage[], seam?: Uint8Array): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    if (!(chunk instanceof Damage)) yield chunk
    else {
      damages.push(chunk)
      if (seam) yield seam
    }
  }
}
