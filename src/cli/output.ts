/** Outputs: stdout, one file, or a folder. Files appear whole or not at all, and none is overwritten unasked. */
import {unlinkSync} from 'node:fs'
import {mkdir, open, realpath, rename, stat, unlink} from 'node:fs/promises'
import type {FileHandle} from 'node:fs/promises'
import path from 'node:path'
import {gzipSync} from 'node:zlib'
import {printable, printableLines} from '../explain/printable.ts'
import {Failure, exit, systemCode, systemReason} from '../exit.ts'

/** Takes text in order; a promise that waits is back-pressure. */
export interface Output {
  write(text: string): Promise<void>
  /** Everything was written: the file gets its name. */
  finish(): Promise<void>
  /** It was not: nothing is left behind. */
  abandon(): Promise<void>
}

/** On a terminal control characters are replaced, whatever the page held. */
export function streamOutput(stream: NodeJS.WritableStream & {readonly isTTY?: boolean}, colours = false): Output {
  return {
    write(content) {
      const text = stream.isTTY && !colours ? printableLines(content) : content
      if (text === '' || stream.write(text)) return Promise.resolve()
      return new Promise(resolve => stream.once('drain', resolve))
    },
    finish: () => Promise.resolve(),
    abandon: () => Promise.resolve(),
  }
}

/** Temporary files that exist right now, for whoever has to stop at once. */
const unfinished = new Set<string>()

export function removeUnfinished(): void {
  for (const file of unfinished) {
    try {
      unlinkSync(file)
    } catch {
      // Gone already, or its folder is: nothing is left to remove.
    }
  }
  unfinished.clear()
}

/** @throws {Failure} exit code 73: it exists and `force` is off, or it cannot be written. */
export async function fileOutput(file: string, force: boolean): Promise<Output> {
  if (/\.(?:zst|xz|bz2|zip|parquet)$/iu.test(file)) throw new Failure(exit.usage, `${printable(file)}: is not a form that one file is written in; name it .gz, leave -o out and pack what comes on stdout, or write a folder (-o DIR/, with -t parquet if you like)`)
  const before = await stat(file).catch(() => undefined)
  if (before?.isDirectory()) throw new Failure(exit.output, `${printable(file)}: is a folder; end it with / to write files into it`)
  // /dev/null, a pipe: there is nothing to overwrite, and a rename would replace the device.
  if (before && !before.isFile()) return handleOutput(await writing(file, () => open(file, 'w')), file)
  if (before && !force) throw exists(file)
  const temporary = path.join(path.dirname(file), `.${path.basename(file).slice(0, 200)}.${process.pid}.tmp`)
  const handle = await writing(file, () => open(temporary, 'wx'))
  unfinished.add(temporary)
  const output = handleOutput(handle, file)
  return {
    write: output.write,
    async finish() {
      await output.finish()
      if (!force && await stat(file).catch(() => undefined)) {
        await discard(temporary)
        throw exists(file)
      }
      await writing(file, () => rename(temporary, file))
      unfinished.delete(temporary)
    },
    async abandon() {
      await output.abandon()
      await discard(temporary)
    },
  }
}

/** Characters gathered before they are written: a system call a row would cost more than the row. */
const gathered = 65_536

function handleOutput(handle: FileHandle, file: string): Output {
  let waiting: string[] = []
  let size = 0
  let isFirst = true
  const isPacked = /\.gz$/iu.test(file)
  async function flush(): Promise<void> {
    const text = waiting.join('')
    ;[waiting, size] = [[], 0]
    // Packed piece by piece: what reads gzip reads one piece behind the other.
    if (text !== '' || (isPacked && isFirst)) await writing(file, () => handle.writeFile(isPacked ? gzipSync(text) : text))
    isFirst = false
  }
  return {
    async write(text) {
      waiting.push(text)
      size += text.length
      if (size >= gathered) await flush()
    },
    async finish() {
      await flush()
      await handle.close()
    },
    abandon: () => handle.close(),
  }
}

async function discard(temporary: string): Promise<void> {
  await unlink(temporary).catch(() => undefined)
  unfinished.delete(temporary)
}

function exists(file: string): Failure {
  return new Failure(exit.output, `${printable(file)}: exists already; --force overwrites it`)
}

async function writing<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (systemCode(error) === undefined) throw error
    throw new Failure(exit.output, `${printable(file)}: cannot be written: ${systemReason(error)}`, error)
  }
}

/**
 * A file inside an output folder; folders on the way are made.
 *
 * @param relative - path inside the folder. Links on the way may not lead out of it.
 */
export async function fileInFolder(folder: string, relative: string, force: boolean): Promise<Output> {
  const file = path.join(folder, relative)
  await writing(folder, () => mkdir(folder, {recursive: true}))
  const root = await realpath(folder)
  const parent = path.dirname(file)
  const real = await realpath(await deepestExisting(parent))
  if (real !== root && !real.startsWith(root.endsWith(path.sep) ? root : root + path.sep)) {
    throw new Failure(exit.output, `${printable(file)}: would be written outside of ${printable(folder)} (a link leads there)`)
  }
  await writing(parent, () => mkdir(parent, {recursive: true}))
  return fileOutput(file, force)
}

async function deepestExisting(folder: string): Promise<string> {
  for (let at = folder; ; at = path.dirname(at)) {
    if (await stat(at).catch(() => undefined)) return at
    if (path.dirname(at) === at) return at
  }
}
