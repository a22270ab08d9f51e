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
