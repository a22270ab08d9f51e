/** Archives as crawlers write them, made in the test that reads them. */
import {mkdtempSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {crc32, deflateRawSync, gzipSync} from 'node:zlib'
import type {Entry} from '../src/batch/entry.ts'
import type {SourceOptions} from '../src/batch/sources/options.ts'
import {findInputs} from '../src/batch/sources/inputs.ts'
import type {Declared} from '../src/batch/sources/inputs.ts'
import {planShards} from '../src/batch/sources/plan.ts'
import type {Plan} from '../src/batch/sources/plan.ts'
import {readShard, readSource} from '../src/batch/sources/read.ts'

export interface RecordParts {
  readonly type: string
  readonly headers?: Readonly<Record<string, string>>
  readonly content: string | Uint8Array
  /** As declared, if that is a lie. */
  readonly length?: number
}

let made = 0

export function warcRecord({type, headers = {}, content, length}: RecordParts): Buffer {
  const bytes = Buffer.from(content)
  const all = {
    'WARC-Type': type, 'WARC-Record-ID': `<urn:uuid:${String(++made).padStart(8, '0')}>`, 'WARC-Date': '2026-01-02T03:04:05Z',
    ...headers, 'Content-Length': String(length ?? bytes.length),
  }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${head}\r\n`), bytes, Buffer.from('\r\n\r\n')])
}

export interface ResponseParts {
  readonly url?: string
  readonly status?: string
  readonly http?: Readonly<Record<string, string>>
  readonly warc?: Readonly<Record<string, string>>
  readonly length?: number
}

export function response(body: string | Uint8Array, {url = 'https://example.org/a', status = '200 OK', http = {'Content-Type': 'text/html; charset=utf-8'}, warc = {}, length}: ResponseParts = {}): Buffer {
  const head = Object.entries(http).map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return warcRecord({
    type: 'response', headers: {'WARC-Target-URI': url, 'Content-Type': 'application/http; msgtype=response', ...warc},
    content: Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${head}\r\n`), Buffer.from(body)]),
    ...(length !== undefined && {length}),
  })
}

export const warcinfo = (): Buffer => warcRecord({type: 'warcinfo', headers: {'Content-Type': 'application/warc-fields'}, content: 'software: test\r\n'})

/** A gzip member a record, as the standard wants it. */
export function warcGz(records: readonly Uint8Array[]): Buffer {
  return Buffer.concat(records.map(record => gzipSync(record)))
}

export interface ZipParts {
  readonly name: string
  readonly data: Uint8Array
  readonly deflate?: boolean
  /** Lies of the directory. */
  readonly size?: number
  readonly offset?: number
  readonly directoryName?: string
}

export function zip(entries: readonly ZipParts[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const {name, data, deflate = false, size = data.length, offset, directoryName = name} of entries) {
    const packed = deflate ? deflateRawSync(data) : Buffer.from(data)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(deflate ? 8 : 0, 4)
    fields.writeUInt32LE(crc32(data), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(size, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
    const central = Buffer.alloc(46)
    central.write('PK\x01\x02', 0, 'latin1')
    central.writeUInt16LE(20, 4)
    fields.copy(central, 6)
    central.writeUInt32LE(offset ?? at, 42)
    directory.push(central, Buffer.from(directoryName))
    parts.push(local)
    at += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, central, end])
}

/** A folder for one test. */
export class Shelf {
  readonly path = mkdtempSync(path.join(tmpdir(), 'boildown-sources-'))

  file(name: string, content: string | Uint8Array): string {
    const file = path.join(this.path, name)
    mkdirSync(path.dirname(file), {recursive: true})
    writeFileSync(file, content)
    return file
  }

  remove(): void {
    rmSync(this.path, {recursive: true, force: true})
  }
}

export const plainOptions: SourceOptions = {keepInput: false, limits: {bytes: 64_000_000}}

export async function planOf(words: readonly string[], options: Partial<SourceOptions> & Declared = {}): Promise<Plan> {
  const whole = {...plainOptions, ...options}
  return planShards(await findInputs(words, whole), whole)
}

/** All entries of all shards, as a job reads them. */
export async function jobEntries(words: readonly string[], options: Partial<SourceOptions> = {}): Promise<Entry[]> {
  const whole = {...plainOptions, ...options}
  const {shards} = await planOf(words, options)
  const all: Entry[] = []
  for (const shard of shards) for await (const entry of readShard(shard, whole)) all.push(entry)
  return all
}

/** All entries of the sources, as a stream reads them. */
export async function streamEntries(words: readonly string[], options: Partial<SourceOptions> = {}, stdin: readonly Uint8Array[] = []): Promise<Entry[]> {
  const whole = {...plainOptions, ...options}
  async function* input(): AsyncGenerator<Uint8Array> {
    yield* stdin
  }
  const all: Entry[] = []
  for (const source of (await findInputs(words, whole)).sources) for await (const entry of readSource(source, whole, input())) all.push(entry)
  return all
}

/** Entries in few words: `page <input>`, `skipped <why>`, `loss <error>`. */
export function said(entries: readonly Entry[]): string[] {
  return entries.map(entry => {
    if (entry.kind === 'page') return `page ${typeof entry.item.input === 'string' ? entry.item.input : Buffer.from(entry.item.input).toString()}`
    return entry.kind === 'skipped' ? `skipped ${entry.why}` : `loss ${entry.item.error}`
  })
}
