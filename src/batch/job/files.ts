/**
 * Everything a job writes goes through here, so that a test can put a disk in its place that loses power, or is full.
 * What is written counts only once it is synced: a file's bytes by `Handle.sync`, its name by `syncFolder`.
 */
import {closeSync, constants, fsyncSync, fstatSync, ftruncateSync, linkSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeSync} from 'node:fs'
import {open as openAsync} from 'node:fs/promises'
import path from 'node:path'
import {Failure, exit, systemCode, systemReason} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'

export interface Handle {
  /** Writes all of it, at the end of the file or at `position`. */
  write(bytes: Uint8Array, position?: number): void
  truncate(size: number): void
  size(): number
  sync(): void
  close(): void
}

/** All but `read`, `size` and `list` throw a Failure (exit code 73) where the system refuses. */
export interface Files {
  /** For writing at its end; made if it is not there. */
  append(file: string): Handle
  /** undefined if there is no such file. */
  read(file: string): Buffer | undefined
  /** Bytes; undefined if there is no such file. */
  size(file: string): number | undefined
  /** Names in a folder, sorted; none if there is no such folder. */
  list(folder: string): readonly string[]
  /** Replaces what has the name. */
  rename(from: string, to: string): void
  /** A second name. @returns false if the name is taken */
  link(from: string, to: string): boolean
  /** Does nothing if it is not there; takes folders with all they hold. */
  remove(file: string): void
  /** With the folders above it. Their names are synced. */
  makeFolder(folder: string): void
  syncFolder(folder: string): void
  /** Many files at once, as the system orders them best. */
  syncAll(files: readonly string[]): Promise<void>
}

/** The file appears whole and synced, or stays as it was. */
export function replaceFile(files: Files, file: string, content: string | Uint8Array): void {
  const temporary = temporaryName(file)
  files.remove(temporary)
  const handle = files.append(temporary)
  try {
    handle.write(typeof content === 'string' ? Buffer.from(content) : content)
    handle.sync()
  } finally {
    handle.close()
  }
  files.rename(temporary, file)
  files.syncFolder(path.dirname(file))
}

/** Hidden, beside the file: a rename must not cross file systems. */
export function temporaryName(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file).slice(0, 200)}.boildown-tmp`)
}

function writing<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw refused(file, error)
  }
}

function refused(file: string, error: unknown): unknown {
  if (systemCode(error) === undefined) return error
  return new Failure(exit.output, `${printable(file)}: cannot be written: ${systemReason(error)}`, error)
}

function missing<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return undefined
    throw error
  }
}

/** Folders cannot be opened for this on every system; where they cannot, names are safe without. */
function syncName(folder: string): void {
  let descriptor: number
  try {
    descriptor = openSync(folder, 'r')
  } catch (error) {
    if (process.platform === 'win32') return
    throw error
  }
  try {
    fsyncSync(descriptor)
  } catch (error) {
    // Some network file systems know no fsync of folders.
    if (!['EINVAL', 'EPERM', 'ENOTSUP'].includes(systemCode(error) ?? '')) throw error
  } finally {
    closeSync(descriptor)
  }
}

function nodeHandle(file: string): Handle {
  // Not 'a': that mode ignores positions. 'r+' does not make files, 'w+' empties them. Whoever can put a link into the
  // folder could have us write anywhere (the flag is 0 on Windows, where links need a privilege).
  const descriptor = writing(file, () => openSync(file, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW))
  let end = fstatSync(descriptor).size
  return {
    write: (bytes, position) => writing(file, () => {
      let at = position ?? end
      for (let done = 0; done < bytes.length;) {
        const written = writeSync(descriptor, bytes, done, bytes.length - done, at)
        done += written
        at += written
      }
      end = Math.max(end, at)
    }),
    truncate: size => writing(file, () => {
      ftruncateSync(descriptor, size)
      end = size
    }),
    size: () => end,
    sync: () => writing(file, () => fsyncSync(descriptor)),
    close: () => closeSync(descriptor),
  }
}

function makeFolders(folder: string): void {
  const absolute = path.resolve(folder)
  const first = mkdirSync(absolute, {recursive: true})
  if (first === undefined) return
  for (let at = absolute; ; at = path.dirname(at)) {
    syncName(path.dirname(at))
    if (at === path.resolve(first)) return
  }
}

/** Files synced at the same time: as many as the thread pool of Node holds. */
const atOnce = 4

export const nodeFiles: Files = {
  append: nodeHandle,
  read: file => missing(() => readFileSync(file)),
  size: file => missing(() => statSync(file).size),
  list: folder => missing(() => readdirSync(folder).sort()) ?? [],
  rename: (from, to) => writing(to, () => renameSync(from, to)),
  link: (from, to) => writing(to, () => {
    try {
      linkSync(from, to)
      return true
    } catch (error) {
      if (systemCode(error) === 'EEXIST') return false
      throw error
    }
  }),
  remove: file => writing(file, () => rmSync(file, {force: true, recursive: true})),
  makeFolder: folder => writing(folder, () => makeFolders(folder)),
  syncFolder: folder => writing(folder, () => syncName(folder)),
  async syncAll(list) {
    for (let from = 0; from < list.length; from += atOnce) {
      await Promise.all(list.slice(from, from + atOnce).map(async file => {
        try {
          const handle = await openAsync(file, 'r+')
          try {
            await handle.sync()
          } finally {
            await handle.close()
          }
        } catch (error) {
          throw refused(file, error)
        }
      }))
    }
  },
}
