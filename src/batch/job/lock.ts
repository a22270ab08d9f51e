/** One process at a time works in a folder. A lock whose process is gone counts for nothing. */
import {hostname} from 'node:os'
import {Failure, exit} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'
import type {Files} from './files.ts'
import {identityOf, lives} from '../../processes/usage.ts'
import type {Identity} from '../../processes/usage.ts'

interface Holder extends Identity { readonly host: string }

/**
 * @returns gives the lock back
 * @throws {Failure} exit code 73: another process holds it.
 */
export function lock(files: Files, file: string): () => void {
  const holder: Holder = {...identityOf(process.pid), host: hostname()}
  const content = `${JSON.stringify(holder)}\n`
  const own = `${file}.${process.pid}`
  files.remove(own)
  write(files, own, content)
  try {
    // A second round after a stale lock was taken away; a third would mean that others come and go.
    for (let round = 0; round < 3; round++) {
      if (files.link(own, file)) return () => release(files, file, content)
      takeStaleAway(files, file)
    }
  } finally {
    files.remove(own)
  }
  throw new Failure(exit.output, `${printable(file)}: another process works in this folder`)
}

function write(files: Files, file: string, content: string): void {
  const handle = files.append(file)
  try {
    handle.write(Buffer.from(content))
  } finally {
    handle.close()
  }
}

function release(files: Files, file: string, content: string): void {
  if (files.read(file)?.toString() === content) files.remove(file)
}

function takeStaleAway(files: Files, file: string): void {
  const seen = files.read(file)?.toString()
  if (seen === undefined) return
  const holder = parsed(seen)
  if (holder && holder.host !== hostname()) {
    throw new Failure(exit.output, `${printable(file)}: a process on ${printable(holder.host)} works in this folder (pid ${holder.pid}); if it is gone, delete this file`)
  }
  if (holder && lives(holder)) throw new Failure(exit.output, `${printable(file)}: another process works in this folder (pid ${holder.pid})`)
  const aside = `${file}.stale.${process.pid}`
  files.rename(file, aside)
  // Somebody else may have been faster, and this may be their new lock.
  if (files.read(aside)?.toString() !== seen) files.link(aside, file)
  files.remove(aside)
}

/** undefined for a lock that was cut off in the writing: nobody holds it. */
function parsed(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Holder
    return typeof holder.pid === 'number' ? holder : undefined
  } catch {
    return undefined
  }
}
