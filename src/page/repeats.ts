/** What is known of the other pages of a page's host: read by passes, made before them. */
export interface Repeats {
  /** Pages of the host that were counted; the page itself may be one of them. */
  readonly pages: number
  /** Per block: on how many of them a block with the same text stands; 0 where none does, or nobody looked. */
  readonly on: Uint16Array
}
