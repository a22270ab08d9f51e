/** Rows that go out (docs/row.schema.json). */
import type {ProblemCode} from '../problem.ts'
import type {Metadata, Quality, Result} from '../result.ts'
import type {Item, Unread} from './item.ts'
import {safeObject} from './json.ts'
import {unwrapWideNumbers} from './numbers.ts'

const nothingKnown: Metadata = {title: null, author: null, authors: [], date: null, modified: null, language: null, url: null, urlSource: null}
const unjudged: Quality = {score: null, verdict: null, type: null, reasons: []}
/** Problems of pages that were read and are not written, because the caller wants it so. */
const refusals: ReadonlySet<ProblemCode> = new Set(['opted-out', 'low-quality'])
const firstFields: readonly (keyof Metadata)[] = ['title', 'authors', 'author', 'date', 'modified', 'language']

/** The row of a page, as JSON: our columns in their fixed order, the rest of the metadata, then what passes through. */
export function writeRow(item: Item | Unread, outcome: Result | {readonly error: string}, pretty = false): string {
  const result = 'markdown' in outcome ? outcome : undefined
  const refusal = result?.problems.find(({code}) => refusals.has(code))
  const metadata = result?.metadata ?? nothingKnown
  const ours: [string, unknown][] = [
    ['id', item.id],
    // As it came in: who joins on it must find it again.
    ['url', item.facts.url ?? metadata.url],
    ['ok', result !== undefined && refusal === undefined],
    ['markdown', result?.markdown ?? ''],
    ...firstFields.map((name): [string, unknown] => [name, metadata[name]]),
    ['quality', result?.quality ?? unjudged],
    ['problems', [...item.problems, ...(result?.problems ?? [])]],
    ['error', 'error' in outcome ? outcome.error : refusal?.message ?? null],
    ['comments', result?.comments ?? null],
    ['model', result?.model ?? null],
    ...(result?.hosts === undefined ? [] : [['hosts', result.hosts] satisfies [string, unknown]]),
    ...labelled(result),
  ]
  for (const [name, value] of Object.entries(metadata)) {
    if (name !== 'url' && !firstFields.includes(name as keyof Metadata)) ours.push([snake(name), value])
  }
  return unwrapWideNumbers(safeObject([...ours, ...withoutCollisions(ours, item.columns)], pretty))
}

/** A row that goes out, as an object of plain JSON values. */
export type RowOut = Readonly<Record<string, unknown>> & {readonly ok: boolean; readonly markdown: string; readonly error: string | null}

/** The row of a page as an object: what is written of it, read again, so that it holds what any reader of the line would see. */
export function rowOf(item: Item | Unread, outcome: Result | {readonly error: string}): RowOut {
  return JSON.parse(writeRow(item, outcome)) as RowOut
}

/** The result of a page that has none, where a result is what must come. */
export function withoutResult(error: string): Result {
  return {markdown: '', metadata: nothingKnown, comments: null, quality: unjudged, model: null, problems: [{code: 'engine-failed', message: error}], blocks: []}
}

/** With `labels` a row has its blocks: role, whether they stay, and text. */
function labelled(result: Result | undefined): [string, unknown][] {
  const blocks = (result?.blocks ?? []).flatMap(({role, alive, text}) => text === undefined ? [] : [{role, alive, text}])
  return blocks.length === 0 ? [] : [['blocks', blocks]]
}

/** On a collision ours wins and theirs moves to `input.<name>`. */
function withoutCollisions(ours: readonly (readonly [string, unknown])[], columns: Item['columns']): [string, unknown][] {
  if (columns.length === 0) return []
  const taken = new Set([...ours, ...columns].map(([name]) => name))
  const reserved = new Set(ours.map(([name]) => name))
  return columns.map(([name, value]) => {
    if (!reserved.has(name)) return [name, value]
    let moved = `input.${name}`
    while (taken.has(moved)) moved = `input.${moved}`
    taken.add(moved)
    return [moved, value]
  })
}

/** urlSource → url_source */
function snake(name: string): string {
  return name.replace(/[A-Z]/gu, letter => `_${letter.toLowerCase()}`)
}
