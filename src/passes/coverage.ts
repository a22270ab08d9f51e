/** How much of the body that a page declares in its data is among the blocks that are kept. */
import type {Ledger} from '../page/ledger.ts'
import type {Page} from '../page/page.ts'
import {wordsOnly} from './words.ts'

/** Units in a row that must be the same; words, or characters of scripts without spaces. */
const shingle = 4
/** Share of its shingles from which a block is part of the body. Chosen. */
const partOfBody = 0.8
/** Characters of the body that are compared. Chosen: a long novel chapter. */
const maxBody = 400_000

export interface Coverage {
  /** Share of the body's shingles that kept blocks have, and that the page has at all, 0–1. */
  readonly kept: number
  readonly onPage: number
  /** Dropped blocks that are part of the body. */
  readonly missing: readonly number[]
}

export function coverageOf(page: Page, ledger: Ledger, body: string): Coverage {
  const wanted = new Set(shinglesOf(body.slice(0, maxBody)))
  const kept = new Set<number>()
  const onPage = new Set<number>()
  const missing: number[] = []
  for (let i = 0; i < page.blocks.length; i++) {
    const own = shinglesOf(page.blocks[i].text)
    const hits = own.filter(hash => wanted.has(hash))
    for (const hash of hits) {
      onPage.add(hash)
      if (ledger.alive(i)) kept.add(hash)
    }
    if (!ledger.alive(i) && hits.length > 0 && hits.length >= partOfBody * own.length) missing.push(i)
  }
  const all = Math.max(1, wanted.size)
  return {kept: kept.size / all, onPage: onPage.size / all, missing}
}

/** Hashes of four units in a row each. */
function shinglesOf(text: string): number[] {
  const units = unitsOf(text)
  const out: number[] = []
  for (let i = 0; i + shingle <= units.length; i++) {
    let hash = 7
    for (let k = 0; k < shingle; k++) hash = (Math.imul(hash, 0x01000193) ^ units[i + k]) | 0
    out.push(hash)
  }
  return out
}

/** A hash a word, and one a character of scripts without spaces. */
function unitsOf(text: string): number[] {
  const out: number[] = []
  let hash = 0
  for (const sign of wordsOnly(text)) {
    const code = sign.codePointAt(0) ?? 32
    const isWide = code >= 0x0e00 && code < 0x1100 || code >= 0x2e80
    if (code !== 32 && !isWide) {
      hash = (Math.imul(hash, 31) + code) | 0
      continue
    }
    if (hash !== 0) out.push(hash)
    hash = 0
    if (isWide) out.push(code)
  }
  if (hash !== 0) out.push(hash)
  return out
}
