/** Lines with what was counted of hosts elsewhere (Spark), written as hosts files below the root. */
import {createHash} from 'node:crypto'
import {mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {Inside} from '../batch/sinks/inside.ts'
import {Failure, systemCode, systemReason} from '../exit.ts'
import {byKey, packHosts} from '../hosts/hostsFile.ts'
import type {HostRecord} from '../hosts/hostsFile.ts'
import {safeJson} from '../rows/json.ts'
import type {Line} from '../rows/read.ts'
import type {Answering, Task} from './task.ts'
import type {Answer, Work} from './protocol.ts'

interface Wanted { readonly file: string; readonly generation: number; readonly hosts: readonly HostRecord[] }

export class HostFiles implements Answering {
  readonly #inside: Inside

  constructor({root = ''}: Work) {
    this.#inside = new Inside(root)
  }

  async *answers({line, lost}: Task): AsyncGenerator<Answer> {
    let file: string | null = null
    let error: string | null = lost ?? null
    try {
      const wanted = read(line)
      file = wanted.file
      if (error === null) this.#write(wanted)
    } catch (thrown) {
      error ??= reason(thrown)
    }
    yield {row: safeJson({id: file, ok: error === null, error}), kind: error === null ? 'ok' : 'error', last: true}
  }

  /** By rename: a second attempt at the same shard may be at it at the same time, and writes the same bytes. */
  #write({file, generation, hosts}: Wanted): void {
    const target = this.#inside.file(file)
    const bytes = packHosts([...hosts].sort(byKey), generation)
    const temporary = path.join(path.dirname(target), `.${createHash('sha256').update(file).digest('hex').slice(0, 16)}.${process.pid}.tmp`)
    mkdirSync(path.dirname(target), {recursive: true})
    try {
      writeFileSync(temporary, bytes)
      renameSync(temporary, target)
    } catch (error) {
      rmSync(temporary, {force: true})
      throw error
    }
  }
}

function reason(error: unknown): string {
  if (error instanceof SyntaxError) return 'not JSON (syntax error)'
  if (error instanceof Failure || error instanceof TypeError) return error.message
  if (systemCode(error) === undefined) throw error
  return systemReason(error)
}

/** @throws {TypeError} it is not what it must be */
function read({text, number}: Line): Wanted {
  const row = JSON.parse(text ?? '') as Partial<Record<string, unknown>> | null
  const {file, generation, hosts} = row ?? {}
  if (typeof file !== 'string' || file === '' || !Array.isArray(hosts)) throw new TypeError(`line ${number}: columns file and hosts are needed`)
  return {file, generation: isCount(generation) ? generation : 0, hosts: hosts.map(host => hostOf(host, number))}
}

/** Keys ascending, each beside its count. */
function hostOf(host: unknown, number: number | undefined): HostRecord {
  const {host: name, pages, keys, counts} = host as Readonly<Record<string, unknown>>
  const isRight = typeof name === 'string' && /^[\x21-\x7e]{1,255}$/u.test(name) && isCount(pages) && areCounts(keys) && areCounts(counts) && keys.length === counts.length
    && keys.every((key, i) => i === 0 || keys[i - 1] < key)
  if (!isRight) throw new TypeError(`line ${number}: a host needs host, pages, keys (ascending) and counts`)
  return {name, pages, keys: Float64Array.from(keys), counts: Uint16Array.from(counts)}
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function areCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(isCount)
}
