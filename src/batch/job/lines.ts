/** Files that only grow, written in pieces that count at a checkpoint. */
import {gzipSync} from 'node:zlib'
import type {Files, Handle} from './files.ts'

/** Takes lines; what was taken is on the disk after `checkpoint`. */
export class Lines {
  readonly #handle: Handle
  readonly #packed: boolean
  #waiting: string[] = []
  #synced: number
  /** Characters that wait for the next checkpoint. */
  waiting = 0

  /**
   * @param size - bytes that count; what stands behind them is cut off.
   * @param packed - every checkpoint closes a gzip member, so that a file cut at one is whole.
   */
  constructor(files: Files, {file, size, packed}: {readonly file: string; readonly size: number; readonly packed: boolean}) {
    this.#handle = files.append(file)
    this.#packed = packed
    this.#synced = size
    if (this.#handle.size() === size) return
    this.#handle.truncate(size)
    this.#handle.sync()
  }

  add(line: string): void {
    this.#waiting.push(line, '\n')
    this.waiting += line.length + 1
  }

  /** @returns bytes that are safe */
  checkpoint(): number {
    if (this.#waiting.length === 0) return this.#synced
    const text = Buffer.from(this.#waiting.join(''))
    ;[this.#waiting, this.waiting] = [[], 0]
    this.#handle.write(this.#packed ? gzipSync(text, {level: 6}) : text)
    this.#handle.sync()
    this.#synced = this.#handle.size()
    return this.#synced
  }

  close(): void {
    this.#handle.close()
  }
}
