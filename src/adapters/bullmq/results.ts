/** Where results of jobs go: a file a job, in its place whole or not at all. */
import {createHash, randomUUID} from 'node:crypto'
import {mkdir, open, readdir, rename, rm, stat} from 'node:fs/promises'
import path from 'node:path'
import {cutToBytes, safeName, shortHash} from '../../batch/sinks/safeName.ts'

/** Ids that are the same name for every file system, whatever it does with case and accents. */
const plain = /^[a-z0-9](?:[a-z0-9_.-]{0,98}[a-z0-9])?$/u

/**
 * The file of a job's results, a relative path: `aa/ID.ndjson`, where `aa` is of the id's hash, so that a folder holds
 * a 256th of all. Other ids than plain ones keep what is readable of them and get a hash: no two ids share a file.
 */
export function resultName(id: string): string {
  const isPlain = plain.test(id) && safeName(id) === id
  // No plain name has the sign in it.
  const name = isPlain ? id : `${cutToBytes(safeName(id), 80)}~${shortHash(id)}`
  return `${createHash('sha256').update(id).digest('hex').slice(0, 2)}/${name}.ndjson`
}

/** Seconds after which an unfinished file is nobody's any more. Chosen: no page is written for that long. */
const abandonedAfter = 3600

/** Unfinished files are kept apart, on the same file system, so that what was left behind is found. */
const unfinished = '.unfinished'

export class Results {
  readonly #folder: string

  /** @param folder - made if it is not there */
  constructor(folder: string) {
    this.#folder = path.resolve(folder)
  }

  /** Makes the folder, and takes away what killed workers left in it. */
  async open(): Promise<void> {
    const apart = path.join(this.#folder, unfinished)
    await mkdir(apart, {recursive: true})
    for (const name of await readdir(apart)) {
      const file = path.join(apart, name)
      const {mtimeMs} = await stat(file).catch(() => ({mtimeMs: Infinity}))
      if (Date.now() - mtimeMs > abandonedAfter * 1000) await rm(file, {force: true})
    }
  }

  /**
   * Writes the rows of a job, in place of those it had. They are on the disk when this resolves: the job is told to be
   * done after it.
   *
   * @returns the file, relative to the folder
   */
  async write(id: string, rows: readonly string[]): Promise<string> {
    const name = resultName(id)
    const file = path.join(this.#folder, name)
    // A job that stalled may be in two hands: each writes a file of its own.
    const temporary = path.join(this.#folder, unfinished, randomUUID())
    const folder = path.dirname(file)
    await mkdir(folder, {recursive: true})
    try {
      const handle = await open(temporary, 'wx')
      try {
        await handle.writeFile(rows.map(row => `${row}\n`).join(''))
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(temporary, file)
    } catch (error) {
      await rm(temporary, {force: true})
      throw error
    }
    await syncFolder(folder)
    return name
  }
}

/** The name is on the disk, too; where folders cannot be synced, names are safe without. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!['EINVAL', 'EPERM', 'ENOTSUP'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  } finally {
    await handle.close()
  }
}
