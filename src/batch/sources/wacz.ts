/** WACZ: a ZIP file with WARC files in `archive/`, mostly stored as they are, so that they are read in place. */
import type {Entry as ZipEntry, ZipFile} from 'yauzl'
import {Failure, exit} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'
import type {Entry} from '../entry.ts'
import type {Mark, Shard} from '../shard.ts'
import {fileBytes} from './bytes.ts'
import {Damage} from './damage.ts'
import {inflated} from './inflate.ts'
import {measured} from './measured.ts'
import {warcRange, warcStream} from './warc/read.ts'
import {Window} from './window.ts'

/** A WARC inside of a WACZ. */
export interface Archive {
  readonly name: string
  /** Bytes of the WACZ in which it lies, as stored there. */
  readonly from: number
  readonly to: number
  readonly deflated: boolean
  /** Bytes unpacked, as the WACZ says. */
  readonly size: number
}

const isArchive = /^archive\/[^/]{1,255}\.warc(?:\.gz)?$/iu
/** Entries looked at at most, chosen: a crawl has some dozen. */
const mostEntries = 100_000

/**
 * The archives of a WACZ, by their place.
 *
 * @throws {Failure} exit code 65: it is no ZIP file, holds no archive, or its entries lie about where they are.
 */
export async function archivesOf(file: string): Promise<readonly Archive[]> {
  const {openPromise} = await import('yauzl')
  let zip: ZipFile | undefined
  try {
    zip = await openPromise(file, {autoClose: false, lazyEntries: true})
    const entries: ZipEntry[] = []
    for await (const entry of zip.eachEntry()) {
      entries.push(entry)
      if (entries.length > mostEntries) throw new Failure(exit.data, `has more than ${mostEntries} entries`)
    }
    refuseOverlaps(entries, zip.fileSize)
    const archives: Archive[] = []
    for (const entry of entries) if (isArchive.test(entry.fileName)) archives.push(await located(zip, entry))
    if (archives.length === 0) throw new Failure(exit.data, 'holds no archive/*.warc.gz')
    return archives.sort((a, b) => a.from - b.from)
  } catch (error) {
    if (error instanceof Failure || (error instanceof Error && 'code' in error)) throw error
    throw new Failure(exit.data, `is no WACZ that can be read (${error instanceof Error ? error.message : String(error)})`, error)
  } finally {
    zip?.close()
  }
}

/** Entries that share bytes are how a small file unpacks to a huge one. */
function refuseOverlaps(entries: readonly ZipEntry[], size: number): void {
  const sorted = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  for (const [i, entry] of sorted.entries()) {
    const end = entry.relativeOffsetOfLocalHeader + localHeader + entry.fileNameLength + entry.compressedSize
    const next = sorted[i + 1]?.relativeOffsetOfLocalHeader ?? size
    if (end > next) throw new Failure(exit.data, `its entry ${printable(entry.fileName)} runs into what comes behind it; such a file is not read`)
  }
}

/** Bytes of a local header at least. */
const localHeader = 30

async function located(zip: ZipFile, entry: ZipEntry): Promise<Archive> {
  const name = printable(entry.fileName)
  if (entry.isEncrypted()) throw new Failure(exit.data, `its entry ${name} is encrypted`)
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw new Failure(exit.data, `its entry ${name} is compressed in a way boildown does not read`)
  const local = await zip.readLocalFileHeaderPromise(entry)
  // The directory and the entry itself must tell the same story.
  if (!local.fileName.equals(entry.fileNameRaw)) throw new Failure(exit.data, `its directory says ${name} where another entry stands`)
  const from = local.fileDataStart
  return {name: entry.fileName, from, to: from + entry.compressedSize, deflated: entry.compressionMethod === 8, size: entry.uncompressedSize}
}

/** The entries of a shard of a WACZ. */
export async function* waczEntries({files: [file], start, end}: Pick<Shard, 'files' | 'start' | 'end'>, limit: number, mark: Mark): AsyncGenerator<Entry> {
  const archive = (await archivesOf(file)).find(({from, to}) => from <= start && start < to)
  if (!archive) throw new Failure(exit.data, 'has changed since it was planned')
  if (!archive.deflated) {
    yield* warcRange({file, start, end, from: archive.from, to: archive.to}, limit, mark)
    return
  }
  const entries = measured(fileBytes(file, archive.from, archive.to), bytes => warcStream(deflatedBytes(bytes, archive), file, limit))
  for await (const entry of entries) if (entry.at.record >= mark.record) yield entry
}

/** No more bytes than the directory says. */
async function* deflatedBytes(bytes: AsyncIterable<Uint8Array>, {from, size, name}: Archive): AsyncGenerator<Uint8Array | Damage> {
  const window = new Window(bytes)
  const chunks = inflated(window)
  let given = 0
  try {
    for (let next = await chunks.next(); ; next = await chunks.next()) {
      if (next.done) {
        const reason = next.value ?? (given < size ? 'it is shorter than the directory says' : undefined)
        if (reason !== undefined) yield new Damage(from, `entry ${printable(name)}: ${reason}`)
        return
      }
      given += next.value.length
      yield next.value.subarray(0, next.value.length - Math.max(0, given - size))
      if (given > size) {
        yield new Damage(from, `entry ${printable(name)}: it is longer than the directory says`)
        return
      }
    }
  } finally {
    await chunks.return(undefined)
    await window.close()
  }
}
