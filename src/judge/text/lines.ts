/**
 * A page of flattened text as the text judge sees it: the scan that the judge of HTML reads too, and what only
 * lines tell: lists, gaps, copies, and words that the running text shares.
 */
import {element} from '../../page/elements.ts'
import type {Page} from '../../page/page.ts'
import {BitSet, Interner} from '../hash.ts'
import type {Facts} from '../facts.ts'
import {scan, wordBuckets, type Scan} from '../scan.ts'

const listTags = new Set(['ul', 'ol'].map(tag => element(tag).id))
const cellTags = new Set(['td', 'th'].map(tag => element(tag).id))
const quote = element('blockquote').id
const nothing = new BitSet(32)
/** A page without a head has no title, no description and no data to compare with. */
const noFacts: Facts = {title: nothing, data: undefined, description: undefined, types: new Set(), ogType: '', url: undefined}
/** Words of a line that may stand over others. Chosen. */
const headWords = 8

/** Index = row of the scan. */
export interface Lines {
  readonly scan: Scan
  /** Region of the innermost list around the row, -1 outside lists. */
  readonly list: Int32Array
  readonly cell: Uint8Array
  readonly quote: Uint8Array
  /** Line ends between the row and the one before it, at most 4. */
  readonly gap: Uint8Array
  /** Rows of the same text, and how many of them came before. */
  readonly copies: Int32Array
  readonly earlier: Int32Array
  /** Words of the row, of the first looked up, that running text elsewhere on the page has. */
  readonly shared: Int32Array
  /** The short line outside lists before the row, -1 if none. */
  readonly head: Int32Array
  readonly totalWords: number
  readonly totalProse: number
}

export function readLines(page: Page): Lines {
  const it = scan(page, noFacts)
  const {n} = it
  const list = new Int32Array(n).fill(-1)
  const cell = new Uint8Array(n)
  const inQuote = new Uint8Array(n)
  const regions = inherited(page)
  for (let i = 0; i < n; i++) {
    const r = it.region[i]
    if (r < 0) continue
    list[i] = regions.list[r]
    cell[i] = regions.bits[r] & 1
    inQuote[i] = regions.bits[r] >> 1
  }
  let totalWords = 0
  let totalProse = 0
  for (let i = 0; i < n; i++) {
    totalWords += it.words[i]
    totalProse += it.prose[i]
  }
  return {scan: it, list, cell, quote: inQuote, gap: gaps(it), ...copiesOf(it), shared: sharedWords(it), head: heads(it, list), totalWords, totalProse}
}

/** A region's index is larger than its parent's: one scan. */
function inherited({columns: {regionTag, regionParent}}: Page): {list: Int32Array; bits: Uint8Array} {
  const list = new Int32Array(regionTag.length).fill(-1)
  const bits = new Uint8Array(regionTag.length)
  for (let r = 0; r < list.length; r++) {
    const up = regionParent[r]
    list[r] = listTags.has(regionTag[r]) ? r : up < 0 ? -1 : list[up]
    bits[r] = (up < 0 ? 0 : bits[up]) | (cellTags.has(regionTag[r]) ? 1 : 0) | (regionTag[r] === quote ? 2 : 0)
  }
  return {list, bits}
}

/** White space between two rows is short but for hostile pages: 40 characters are looked at. */
function gaps({page, block, n}: Scan): Uint8Array {
  const out = new Uint8Array(n)
  const {source, blocks} = page
  for (let i = 1; i < n; i++) {
    const to = blocks[block[i]].from
    const from = Math.max(blocks[block[i - 1]].to, to - 40)
    let ends = 0
    for (let k = from; k < to && ends < 4; k++) if (source.charCodeAt(k) === 10) ends++
    out[i] = ends
  }
  return out
}

function copiesOf({hash, n}: Scan): {copies: Int32Array; earlier: Int32Array} {
  const ids = new Interner(n)
  const id = new Int32Array(n)
  const earlier = new Int32Array(n)
  const count = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    id[i] = ids.id(hash[i])
    earlier[i] = count[id[i]]++
  }
  const copies = new Int32Array(n)
  for (let i = 0; i < n; i++) copies[i] = count[id[i]]
  return {copies, earlier}
}

/** By bucket: the one row of running text that has the word, or −2 for several. */
function sharedWords({n, prose, wordAt, bucket}: Scan): Int32Array {
  const by = new Int32Array(wordBuckets).fill(-1)
  for (let i = 0; i < n; i++) {
    if (prose[i] === 0) continue
    for (let k = wordAt[i]; k < wordAt[i + 1]; k++) by[bucket[k]] = by[bucket[k]] === -1 || by[bucket[k]] === i ? i : -2
  }
  const out = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    let shared = 0
    for (let k = wordAt[i]; k < wordAt[i + 1]; k++) if (by[bucket[k]] !== -1 && by[bucket[k]] !== i) shared++
    out[i] = shared
  }
  return out
}

function heads({n, tokens}: Scan, list: Int32Array): Int32Array {
  const out = new Int32Array(n)
  let head = -1
  for (let i = 0; i < n; i++) {
    out[i] = head
    if (list[i] < 0 && tokens[i] <= headWords) head = i
  }
  return out
}
