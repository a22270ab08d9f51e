/** Pages shown in the report, before and after: chosen by a hash of where they stand, so that every run shows the same. */
import {createHash} from 'node:crypto'
import type {Result} from '../../result.ts'
import type {Item} from '../../rows/item.ts'
import type {Place} from '../entry.ts'
import {PiiMasker} from '../filters/pii/mask.ts'

export interface SampleBlock { readonly alive: boolean; readonly kind: string; readonly text: string }
export interface Sample {
  /** Hex; of all pages the ones with the lowest are shown. */
  readonly rank: string
  readonly name: string
  readonly url: string | null
  readonly title: string | null
  readonly verdict: string | null
  readonly type: string | null
  readonly score: number | null
  /** Why it was left out, if it was. */
  readonly rejected?: string
  /** The page in its own order; the first ones. */
  readonly blocks: readonly SampleBlock[]
  readonly moreBlocks: number
  readonly markdown: string
  readonly isClipped: boolean
}

/** Blocks and characters of a sample, chosen: enough to see what went wrong. */
const maxBlocks = 60
const maxBlockText = 160
const maxMarkdown = 3000

export interface Seen { readonly item: Item; readonly result: Result; readonly at: Place; readonly rejected?: string | undefined }

export function rankOf({file, offset, record}: Place): string {
  return createHash('sha256').update(`${file}\0${offset}\0${record}`).digest('hex').slice(0, 16)
}

export function sampleOf(seen: Seen, rank: string): Sample {
  const {item, result, at, rejected} = seen
  const {metadata, quality, markdown} = result
  const hide = masker(result)
  const blocks = blocksOf(result)
  return {
    rank, name: clipped(String(item.id ?? at.file), 200), url: metadata.url === null ? null : clipped(metadata.url, 500), title: metadata.title === null ? null : clipped(metadata.title, 200),
    verdict: quality.verdict, type: quality.type, score: quality.score, ...(rejected !== undefined && {rejected}),
    blocks: blocks.slice(0, maxBlocks).map(({alive, kind, text}) => ({alive, kind, text: clipped(hide(text), maxBlockText)})),
    moreBlocks: Math.max(0, blocks.length - maxBlocks),
    markdown: clipped(markdown, maxMarkdown), isClipped: markdown.length > maxMarkdown,
  }
}

/** Blocks that have a text, dropped ones among them; none where the result has no trace. */
export function blocksOf({trace, blocks}: Result): SampleBlock[] {
  return (trace?.page.blocks ?? []).flatMap((block, i) => block.text.trim() === '' ? [] : [{alive: blocks[i]?.alive ?? true, kind: block.kind, text: block.text.slice(0, 2000)}])
}

/** Where the text of the page was masked, its blocks are masked here. */
export function masker({metadata}: Result): (text: string) => string {
  return 'pii' in metadata ? text => new PiiMasker().mask(text) : text => text
}

/** Own characters, so that the page is not kept in memory; never half a surrogate pair. */
export function clipped(text: string, length: number): string {
  const line = text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/u, '')}…`
  return Buffer.from(line).toString('utf8')
}
