/** `--dry-run`: what would be read, without cleaning anything. */
import {Failure} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'
import type {Entry} from '../entry.ts'
import type {Found, Source} from './inputs.ts'
import type {SourceOptions} from './options.ts'
import {readSource} from './read.ts'

/** Shown of all sources, chosen. */
const sampleRows = 3
/** Records looked at in one source to find pages, chosen: a WARC begins with records that are none. */
const looked = 200
/** Sources listed one by one, chosen. */
const listed = 20
/** Characters of a page shown. */
const shown = 80

/** Lines for people. Failures are told by who found them. */
export async function* describeSources({sources, skipped}: Found, options: SourceOptions, stdin: AsyncIterable<Uint8Array>): AsyncGenerator<string | Failure> {
  const kinds = new Map<string, number>()
  for (const {container} of sources) kinds.set(container, (kinds.get(container) ?? 0) + 1)
  yield `${sources.length} ${sources.length === 1 ? 'source' : 'sources'}${kinds.size > 0 ? ': ' : ''}${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')}`
  for (const {name, container} of sources.slice(0, listed)) yield `  ${container}  ${printable(name)}`
  if (sources.length > listed) yield `  … and ${sources.length - listed} more`
  if (skipped.size > 0) yield `not read, being no pages: ${[...skipped].map(([what, count]) => `${count} ${what}`).join(', ')}`
  let left = sampleRows
  for (const source of sources) {
    if (left === 0) return
    try {
      for await (const line of samplesOf(source, options, {stdin, most: left})) {
        if (line.isSample) left--
        yield line.text
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      yield error
    }
  }
}

interface Sampling { readonly stdin: AsyncIterable<Uint8Array>; readonly most: number }

async function* samplesOf(source: Source, options: SourceOptions, {stdin, most}: Sampling): AsyncGenerator<{text: string; isSample: boolean}> {
  let records = 0
  let samples = 0
  for await (const entry of readSource(source, options, stdin)) {
    records++
    if (samples === 0 && entry.kind !== 'skipped' && source.records) yield {text: `columns of ${printable(source.name)}: ${columnsOf(entry)}`, isSample: false}
    if (entry.kind !== 'skipped') {
      samples++
      yield {text: sample(entry), isSample: true}
    }
    if (samples >= most || records >= looked) return
  }
}

function columnsOf({item}: Exclude<Entry, {kind: 'skipped'}>): string {
  const names = [
    ...(item.id === null ? [] : ['id']), ...(item.facts.url === undefined ? [] : ['url']),
    ...('input' in item ? [`page (${item.facts.from ?? 'sniffed'})`] : []), ...item.columns.map(([name]) => name),
  ]
  return names.map(printable).join(', ') || 'none'
}

function sample(entry: Exclude<Entry, {kind: 'skipped'}>): string {
  const {item, at} = entry
  const name = printable(String(typeof item.id === 'string' || typeof item.id === 'number' ? item.id : item.facts.url ?? `${at.file} at ${at.offset}`))
  if (!('input' in item)) return `  ${name}: cannot be read: ${printable(item.error)}`
  const {input} = item
  const text = typeof input === 'string' ? input.slice(0, 4 * shown) : Buffer.from(input.subarray(0, 4 * shown)).toString('utf8')
  return `  ${name}: ${input.length} ${typeof input === 'string' ? 'characters' : 'bytes'}: ${printable(text.replace(/\s+/gu, ' ').trim().slice(0, shown))}`
}
