/** Sketches of many pages, in few large pieces of memory: an array each would take twice as much. */
import {sketchBytes} from './sketch.ts'

const pagesTogether = 8192

export class SketchStore {
  readonly #pieces: (Uint8Array | undefined)[] = []
  /** 1 for pages that have one. */
  readonly #known: (Uint8Array | undefined)[] = []

  set(page: number, bytes: Uint8Array): void {
    const piece = Math.floor(page / pagesTogether)
    const at = page % pagesTogether
    this.#pieces[piece] ??= new Uint8Array(pagesTogether * sketchBytes)
    this.#known[piece] ??= new Uint8Array(pagesTogether)
    this.#pieces[piece].set(bytes, at * sketchBytes)
    this.#known[piece][at] = 1
  }

  get(page: number): Uint8Array | undefined {
    const piece = Math.floor(page / pagesTogether)
    const at = page % pagesTogether
    return this.#known[piece]?.[at] === 1 ? this.#pieces[piece]?.subarray(at * sketchBytes, (at + 1) * sketchBytes) : undefined
  }
}
