/**
 * From what was noted of pages to a hosts file, in bounded memory: the lines are parted by host into files that fit into
 * memory, and counted one file after the other. The files are in the order of the hosts file, so that it is written as
 * it goes.
 */
import path from 'node:path'
import {nameKey} from '../../hosts/blockKey.ts'
import {HostCounts, pagesPerHost} from '../../hosts/hostCounts.ts'
import {byKey, headBytes, noSum, recordBytes, summed, type HostRecord} from '../../hosts/hostsFile.ts'
import type {Files, Handle} from '../job/files.ts'
import {temporaryName} from '../job/files.ts'
import {hostIn, observationOf, type Observation} from './observation.ts'

/** Characters of lines counted at once. Chosen: they take about as many bytes. */
const together = 8_000_000
/** Files open at once, at most: processes may have some hundreds. */
const mostParts = 256
const keySpace = 2 ** 53

export interface Counting {
  readonly files: Files
  /** For files in between; made here, and removed. */
  readonly folder: string
  /** Characters of all lines, about. */
  readonly size: number
  lines(): AsyncIterable<string>
  /** Other than usual, for tests. */
  readonly together?: number
}

/** Hosts in the order of a hosts file. */
export async function* countedHosts(counting: Counting): AsyncGenerator<HostRecord> {
  const {size, together: most = together} = counting
  const parts = Math.min(mostParts, Math.max(1, Math.ceil(size / most)))
  if (parts === 1) {
    yield* counted(await sampled(counting.lines()))
    return
  }
  const {files, folder} = counting
  files.remove(folder)
  files.makeFolder(folder)
  try {
    await part(counting, parts)
    for (let i = 0; i < parts; i++) {
      const text = files.read(partFile(folder, i))?.toString('utf8') ?? ''
      yield* counted(await sampled(text.split('\n').filter(line => line !== '')))
      files.remove(partFile(folder, i))
    }
  } finally {
    files.remove(folder)
  }
}

async function part({files, folder, lines}: Counting, parts: number): Promise<void> {
  const handles: Handle[] = []
  const waiting: string[][] = Array.from({length: parts}, () => [])
  let size = 0
  const flush = (): void => {
    for (const [i, part] of waiting.entries()) if (part.length > 0) handles[i].write(Buffer.from(`${part.splice(0).join('\n')}\n`))
    size = 0
  }
  try {
    for (let i = 0; i < parts; i++) handles.push(files.append(partFile(folder, i)))
    for await (const line of lines()) {
      waiting[Math.min(parts - 1, Math.floor(nameKey(hostIn(line)) / keySpace * parts))].push(line)
      size += line.length
      if (size > flushAfter) flush()
    }
    flush()
  } finally {
    for (const handle of handles) handle.close()
  }
}

/** Characters held before they are written. */
const flushAfter = 4_000_000

function partFile(folder: string, i: number): string {
  return path.join(folder, `part-${String(i).padStart(3, '0')}`)
}

/** The pages of each host with the lowest ranks, of pages with one address the one with the lower key. */
async function sampled(lines: AsyncIterable<string> | Iterable<string>): Promise<Map<string, Observation[]>> {
  const hosts = new Map<string, Observation[]>()
  for await (const line of lines) {
    const seen = observationOf(line)
    const pages = hosts.get(seen.host) ?? []
    if (pages.length === 0) hosts.set(seen.host, pages)
    const before = pages.findIndex(({rank}) => rank === seen.rank)
    if (before >= 0) {
      if (seen.page < pages[before].page) pages[before] = seen
      continue
    }
    if (pages.length < pagesPerHost) pages.push(seen)
    else {
      const last = pages.reduce((most, {rank}, i) => rank > pages[most].rank ? i : most, 0)
      if (seen.rank < pages[last].rank) pages[last] = seen
    }
  }
  return hosts
}

function* counted(hosts: ReadonlyMap<string, readonly Observation[]>): Generator<HostRecord> {
  for (const name of [...hosts.keys()].sort((a, b) => byKey({name: a}, {name: b}))) {
    const counts = new HostCounts()
    for (const {keys, page} of [...hosts.get(name) ?? []].sort((a, b) => a.rank - b.rank)) counts.add(keys, page)
    yield {name, pages: counts.pages, keys: counts.keys, counts: counts.counts}
  }
}

/** Pages of a host that say nothing of it alone. */
const fewestPages = 2

/**
 * Writes a hosts file as a whole, or not at all.
 *
 * @param keepsAll - also what stands on one page: others are to be added.
 */
export async function writeHosts(files: Files, target: string, {hosts, keepsAll}: {readonly hosts: AsyncIterable<HostRecord> | Iterable<HostRecord>; readonly keepsAll: boolean}): Promise<{readonly hosts: number; readonly pages: number}> {
  const temporary = temporaryName(target)
  files.remove(temporary)
  const handle = files.append(temporary)
  let [generation, size, sum] = [0, 0, noSum]
  try {
    handle.write(headBytes({generation, hosts: size, sum}))
    for await (const host of hosts) {
      generation += host.pages
      const record = keepsAll ? host : pruned(host)
      if (!keepsAll && (host.pages < fewestPages || record.keys.length === 0)) continue
      const bytes = recordBytes(record)
      sum = summed(sum, bytes)
      size++
      handle.write(bytes)
    }
    handle.write(headBytes({generation, hosts: size, sum}), 0)
    handle.sync()
  } finally {
    handle.close()
  }
  files.rename(temporary, target)
  files.syncFolder(path.dirname(target))
  return {hosts: size, pages: generation}
}

function pruned({name, ...counted}: HostRecord): HostRecord {
  const counts = new HostCounts()
  counts.addCounts(counted)
  counts.prune(fewestPages)
  return {name, pages: counted.pages, keys: counts.keys, counts: counts.counts}
}
