/** Folders that are made inside an output folder, and never outside of it: links on the way may lead anywhere. */
import {lstatSync, realpathSync} from 'node:fs'
import path from 'node:path'
import {Failure, exit, systemCode, systemReason} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'

/** Folders that are remembered as checked. Chosen. */
const remembered = 20_000

export class Inside {
  readonly #folder: string
  #checked = new Set<string>()

  constructor(folder: string) {
    this.#folder = path.resolve(folder)
  }

  /**
   * Absolute path of a file.
   *
   * @param relative - path inside the folder.
   * @throws {Failure} exit code 73: it, or where a link on the way leads, is outside; or something is in the way.
   */
  file(relative: string): string {
    const file = path.resolve(this.#folder, relative)
    if (!isWithin(this.#folder, file)) throw outside(file, this.#folder)
    this.#check(path.dirname(file), file)
    return file
  }

  #check(folder: string, file: string): void {
    if (this.#checked.has(folder)) return
    const root = real(this.#folder)
    // An output folder that is not made yet has nothing in it that could lead out.
    if (root !== undefined) {
      const found = deepest(folder, this.#folder)
      if (found !== root && !isWithin(root, found)) throw outside(file, this.#folder)
    }
    if (this.#checked.size >= remembered) this.#checked = new Set()
    // A folder that is not there may still become a link.
    if (real(folder) !== undefined) this.#checked.add(folder)
  }
}

/** The real path of the deepest part of it that exists. */
function deepest(folder: string, root: string): string {
  for (let at = folder; ; at = path.dirname(at)) {
    const found = real(at)
    if (found !== undefined) return found
    if (isLink(at)) throw new Failure(exit.output, `${printable(at)}: is a link that leads nowhere`)
    if (at === root || path.dirname(at) === at) return at
  }
}

function real(folder: string): string | undefined {
  try {
    return realpathSync(folder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return undefined
    throw new Failure(exit.output, `${printable(folder)}: cannot be used: ${systemReason(error)}`, error)
  }
}

function isLink(file: string): boolean {
  return lstatSync(file, {throwIfNoEntry: false})?.isSymbolicLink() === true
}

function isWithin(folder: string, file: string): boolean {
  return file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep)
}

function outside(file: string, folder: string): Failure {
  return new Failure(exit.output, `${printable(file)}: would be written outside of ${printable(folder)} (a link leads there)`)
}
