/** Names of shards: what is written for one is called after what it was read from. */
import path from 'node:path'
import {cutToBytes} from '../sinks/safeName.ts'

/** Bytes of one part of a name at most, chosen: far below what file systems allow, room for endings. */
const partBytes = 160

/**
 * A relative path of safe parts: no step out of the folder, no control characters, no name that Windows
 * reserves, no leading dot or underscore (those are the job's own files).
 */
export function shardName(file: string, base: string): string {
  const parts = path.relative(base, path.resolve(file)).split(/[/\\]/u).filter(part => part !== '..' && part !== '.' && part !== '')
  return parts.map((part, i) => safePart(i === parts.length - 1 ? withoutEndings(part) : part)).join('/') || 'records'
}

function withoutEndings(name: string): string {
  return name.replace(/\.(?:gz|zst)$/iu, '').replace(/\.(?:ndjson|jsonl|jl|json|warc|wacz|parquet)$/iu, '')
}

const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/iu

function safePart(part: string): string {
  const safe = cutToBytes(part.normalize('NFC').replace(/[^\p{L}\p{N}._ -]/gu, '_').replace(/^[._\s-]+|(?<![.\s])[.\s]+$/gu, ''), partBytes)
  return safe === '' ? 'x' : reserved.test(safe) ? `x-${safe}` : safe
}

/** Gives each name out once, also where upper and lower case are the same. */
export class ShardNames {
  readonly #taken: Set<string>

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set([...taken].map(name => name.toLowerCase()))
  }

  claim(name: string): string {
    let claimed = name
    for (let i = 2; this.#taken.has(claimed.toLowerCase()); i++) claimed = `${name}~${i}`
    this.#taken.add(claimed.toLowerCase())
    return claimed
  }
}
