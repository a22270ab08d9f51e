/** A disk in memory that loses power: what was not synced may be gone, or not, as disks have it. */
import path from 'node:path'
import {Failure, exit} from '../src/exit.ts'
import type {Files, Handle} from '../src/batch/job/files.ts'

export class PowerCut extends Error {}

interface Inode { bytes: Buffer; synced: Buffer }

/** What is left of things that were not synced. */
export type Left = 'nothing' | 'everything' | ((what: string) => boolean)

export interface Faults {
  /** Files whose sync does nothing, as if it had been forgotten. */
  readonly unsynced?: RegExp
  /** Bytes the disk holds. */
  readonly room?: number
}

export class SimulatedDisk implements Files {
  /** Changes so far. */
  steps = 0
  /** The change that no longer happens. */
  cutAt = Infinity
  readonly #faults: Faults
  #names = new Map<string, Inode>()
  #syncedNames = new Map<string, Inode>()
  room: number

  constructor(faults: Faults = {}) {
    this.#faults = faults
    this.room = faults.room ?? Infinity
  }

  /** The machine is started again. */
  restart(left: Left): void {
    const survives = typeof left === 'function' ? left : () => left === 'everything'
    const names = new Map<string, Inode>()
    for (const name of new Set([...this.#names.keys(), ...this.#syncedNames.keys()])) {
      const [now, synced] = [this.#names.get(name), this.#syncedNames.get(name)]
      const inode = now === synced || survives(`name ${name}`) ? now : synced
      if (inode) names.set(name, inode)
    }
    for (const [name, inode] of names) inode.bytes = inode.synced = survives(`bytes ${name}`) ? inode.bytes : inode.synced
    // Nobody holds a lock any more: the process is another one, with the same number only because it is this test.
    for (const name of names.keys()) if (/[/\\](?:lock.{0,40}|[0-9]{6}\.mark)$/u.test(name)) names.delete(name)
    this.#names = names
    this.#syncedNames = new Map(names)
    this.cutAt = Infinity
  }

  get files(): ReadonlyMap<string, Buffer> {
    return new Map([...this.#names].map(([name, {bytes}]) => [name, bytes]))
  }

  append(file: string): Handle {
    if (!this.#names.has(file)) {
      this.#step()
      this.#names.set(file, {bytes: Buffer.alloc(0), synced: Buffer.alloc(0)})
    }
    const inode = this.#names.get(file) as Inode
    return {
      write: (bytes, position) => {
        this.#step()
        const at = position ?? inode.bytes.length
        const grown = Math.max(inode.bytes.length, at + bytes.length) - inode.bytes.length
        if (grown > this.room) throw new Failure(exit.output, `${file}: cannot be written: no space left on the disk`)
        this.room -= grown
        const whole = Buffer.alloc(inode.bytes.length + grown)
        inode.bytes.copy(whole)
        whole.set(bytes, at)
        inode.bytes = whole
      },
      truncate: size => {
        this.#step()
        const whole = Buffer.alloc(size)
        inode.bytes.copy(whole)
        inode.bytes = whole
      },
      size: () => inode.bytes.length,
      sync: () => {
        this.#step()
        if (!this.#faults.unsynced?.test(file)) inode.synced = inode.bytes
      },
      close: () => undefined,
    }
  }

  read(file: string): Buffer | undefined {
    return this.#names.get(file)?.bytes
  }

  size(file: string): number | undefined {
    return this.#names.get(file)?.bytes.length
  }

  list(folder: string): readonly string[] {
    return [...new Set([...this.#names.keys()].filter(name => name.startsWith(folder + path.sep)).map(name => name.slice(folder.length + 1).split(path.sep)[0]))].sort()
  }

  rename(from: string, to: string): void {
    this.#step()
    const inode = this.#names.get(from)
    if (!inode) throw new Failure(exit.output, `${from}: no such file`)
    this.#names.delete(from)
    this.#names.set(to, inode)
  }

  link(from: string, to: string): boolean {
    this.#step()
    const inode = this.#names.get(from)
    if (!inode || this.#names.has(to)) return false
    this.#names.set(to, inode)
    return true
  }

  remove(file: string): void {
    this.#step()
    for (const name of this.#names.keys()) if (name === file || name.startsWith(file + path.sep)) this.#names.delete(name)
  }

  makeFolder(_folder: string): void {}

  syncFolder(folder: string): void {
    this.#step()
    for (const name of new Set([...this.#names.keys(), ...this.#syncedNames.keys()])) {
      if (path.dirname(name) !== folder) continue
      const inode = this.#names.get(name)
      if (inode) this.#syncedNames.set(name, inode)
      else this.#syncedNames.delete(name)
    }
  }

  syncAll(files: readonly string[]): Promise<void> {
    for (const file of files) this.append(file).sync()
    return Promise.resolve()
  }

  #step(): void {
    if (this.steps++ >= this.cutAt) throw new PowerCut('the power is gone')
  }
}
