/** Files in which the bands of all pages lie, parted by their key, while copies are looked for. */
import path from 'node:path'
import type {Parts} from '../dedupe/twins.ts'
import type {JobContext} from './context.ts'
import type {Handle} from './files.ts'
import {layoutOf} from './layout.ts'

/** Bytes held before they are written. */
const flushAfter = 8_000_000

export function partsOf({files, description}: Pick<JobContext, 'files' | 'description'>): Parts & {remove(): void} {
  const folder = path.join(layoutOf(description.folder, description.part).state, 'bands')
  const handles = new Map<number, Handle>()
  const waiting = new Map<number, Uint8Array[]>()
  let size = 0
  const fileOf = (part: number): string => path.join(folder, `part-${String(part).padStart(3, '0')}`)
  function write(part: number): void {
    if (!isMade) make()
    const handle = handles.get(part) ?? files.append(fileOf(part))
    handles.set(part, handle)
    handle.write(Buffer.concat(waiting.get(part) ?? []))
    waiting.delete(part)
  }
  let isMade = false
  function make(): void {
    files.remove(folder)
    files.makeFolder(folder)
    isMade = true
  }
  return {
    add(part, bytes) {
      const held = waiting.get(part)
      if (held) held.push(bytes)
      else waiting.set(part, [bytes])
      size += bytes.length
      if (size < flushAfter) return
      for (const full of waiting.keys()) write(full)
      size = 0
    },
    read(part) {
      if (waiting.has(part)) write(part)
      return files.read(fileOf(part)) ?? new Uint8Array()
    },
    remove() {
      for (const handle of handles.values()) handle.close()
      files.remove(folder)
    },
  }
}
