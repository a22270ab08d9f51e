/** Sinks: where the pages of a shard go that are kept. */
import path from 'node:path'
import {Failure} from '../../exit.ts'
import type {Result} from '../../result.ts'
import type {Item} from '../../rows/item.ts'
import {writeRow} from '../../rows/write.ts'
import type {Place} from '../entry.ts'
import {Inside} from '../sinks/inside.ts'
import type {Files} from './files.ts'
import {temporaryName} from './files.ts'
import {Lines} from './lines.ts'
import type {Tools} from './outcome.ts'

/** `index` is its number in the shard; `at` is where the page itself stands. */
export interface Kept { readonly item: Item; readonly result: Result; readonly at: Place; readonly index: number }

export interface Sink {
  /** @returns why this page cannot be written, if it cannot */
  add(page: Kept): string | undefined
  /** All that was added is on the disk when it is done. @returns bytes of the rows that count */
  checkpoint(): number | Promise<number>
  /** Characters that wait for the next checkpoint. */
  readonly waiting: number
  close(): void
}

/** Rows in gzip members: what NDJSON shards are, and what other forms are made of when the shard is done. */
export function rowsSink(files: Files, {file, size, line}: {readonly file: string; readonly size: number; readonly line?: Tools['line']}): Sink {
  const lines = new Lines(files, {file, size, packed: true})
  return {
    add({item, result}) {
      const text = line ? line(result) : row(item, result)
      if (text !== undefined) lines.add(text)
      return undefined
    },
    checkpoint: () => lines.checkpoint(),
    get waiting() { return lines.waiting },
    close: () => lines.close(),
  }
}

/** A column nested deeper than JSON can be written, or longer than a string can be, costs its own columns only. */
function row(item: Item, result: Result): string {
  try {
    return writeRow(item, result)
  } catch (error) {
    return writeRow({...item, columns: [], problems: [...item.problems, {code: 'decode-damage', message: `columns left out, they cannot be written: ${String(error)}`}]}, result)
  }
}

/** Where a page goes in the tree, relative to the folder, and what is written there; undefined: nothing is. */
export type WriteFile = (page: Kept) => {readonly path: string; readonly content: string} | undefined

/** A file a page, under its name at once: written again it is the same file. */
export function treeSink(files: Files, {folder, write}: {readonly folder: string; readonly write: WriteFile}): Sink {
  const inside = new Inside(folder)
  let waiting = 0
  let written: string[] = []
  function place(file: string, content: string): void {
    files.makeFolder(path.dirname(file))
    const temporary = temporaryName(file)
    files.remove(temporary)
    const handle = files.append(temporary)
    try {
      handle.write(Buffer.from(content))
    } finally {
      handle.close()
    }
    files.rename(temporary, file)
  }
  return {
    add(page) {
      const file = write(page)
      if (!file) return undefined
      let whole: string
      try {
        whole = inside.file(file.path)
      } catch (error) {
        if (error instanceof Failure) return error.message
        throw error
      }
      place(whole, file.content)
      waiting += file.content.length
      written.push(whole)
      return undefined
    },
    async checkpoint() {
      await files.syncAll(written)
      for (const parent of new Set(written.map(file => path.dirname(file)))) files.syncFolder(parent)
      ;[written, waiting] = [[], 0]
      return 0
    },
    get waiting() { return waiting },
    close: () => undefined,
  }
}
