/**
 * One pass over the text of all judged blocks: what the feature groups then read as numbers.
 *
 * The loop over characters is long on purpose: every character is looked at once, no string is built, and
 * calls out of it would cost more than all that it does.
 */
import {element} from '../page/elements.ts'
import type {Page} from '../page/page.ts'
import {classOf, other, wide, word} from '../page/scripts.ts'
import type {Facts} from './facts.ts'
import {basis, bucketOf, hashed, hashOf, lower, mixed} from './hash.ts'
import {stopwords} from './stopwords.ts'

/** Words of a block that are looked up in the tables. */
export const wordsLookedUp = 40
/** Buckets of the word tables. */
export const wordBuckets = 8192
/** A character of a script without spaces is that part of a word. */
export const wordsPerWide = 0.6

export const signs = {pipe: 1, copyright: 2, year: 4, money: 8, question: 16, endsSentence: 32, endsClause: 64, startsLower: 128, colon: 256}

/** The judged blocks of a page (those with text, options left out) as columns; index = row. */
export interface Scan {
  readonly page: Page
  readonly facts: Facts
  /** Number of rows. */
  readonly n: number
  /** Block of each row, and row of each block (-1: not judged). */
  readonly block: Int32Array
  readonly row: Int32Array
  /** Innermost region of the row's block, -1 at top level. */
  readonly region: Int32Array
  /** Words, wide characters counting 0.6. */
  readonly words: Float64Array
  readonly length: Float64Array
  readonly linked: Float64Array
  readonly wide: Int32Array
  readonly capitals: Int32Array
  readonly digits: Int32Array
  /** Ends of sentences, and commas. */
  readonly stops: Int32Array
  readonly commas: Int32Array
  readonly stopwords: Int32Array
  /** Bits of `signs`. */
  readonly signs: Int32Array
  /** Words and different words that stand in the title; trigrams, and how many are in JSON-LD and description. */
  readonly tokens: Int32Array
  readonly inTitle: Int32Array
  readonly inData: Int32Array
  readonly inDescription: Int32Array
  /** Hash of the text. */
  readonly hash: Int32Array
  /** Buckets of the first words: row i has wordAt[i] … wordAt[i + 1]. */
  readonly wordAt: Int32Array
  readonly bucket: Uint16Array
  /** Heading level, 0 for others. */
  readonly level: Int32Array
  /** Words of running text, 0 for a block that is none. */
  readonly prose: Float64Array
}

const optionTags = new Set(['option', 'optgroup', 'select'].map(tag => element(tag).id))
/** It stands inside words where words are counted; here it parts them. */
const apostrophe = 0x27
const curlyApostrophe = 0x2019

const all = hashOf('all')
const rights = hashOf('rights')
const copyright = hashOf('copyright')
const money = new Set([0x24, 0xa3, 0xa5, 0x20ac, 0x20b9, 0x20bd])

export function scan(page: Page, facts: Facts): Scan {
  const {columns, blocks} = page
  const {row, block, n} = judgedBlocks(page)
  const ints = (): Int32Array => new Int32Array(n)
  const out = {
    page, facts, n, block, row, region: ints(), words: new Float64Array(n), length: new Float64Array(n), linked: new Float64Array(n), wide: ints(),
    capitals: ints(), digits: ints(), stops: ints(), commas: ints(), stopwords: ints(), signs: ints(), tokens: ints(), inTitle: ints(),
    inData: ints(), inDescription: ints(), hash: ints(), wordAt: new Int32Array(n + 1), bucket: new Uint16Array(0), level: ints(), prose: new Float64Array(n),
  }
  const bucket = new Uint16Array(room(page, block))
  let used = 0
  for (let i = 0; i < n; i++) {
    const b = block[i]
    out.region[i] = columns.region[b]
    out.length[i] = columns.length[b]
    out.linked[i] = Math.min(columns.linked[b], columns.length[b])
    out.wide[i] = columns.wide[b]
    out.words[i] = columns.words[b] + columns.wide[b] * wordsPerWide
    out.level[i] = blocks[b].level
    used = scanText(blocks[b].text, out, {i, bucket, used})
    out.wordAt[i + 1] = used
    const share = out.linked[i] / Math.max(1, out.length[i])
    const runs = out.words[i] >= 12 && share < 0.4
      && (out.stopwords[i] > 0.2 * out.words[i] || out.wide[i] > 10 || out.commas[i] + out.stops[i] > 2)
    out.prose[i] = runs ? out.words[i] : 0
  }
  out.bucket = bucket
  return out
}

/** Blocks with text that do not stand in a list of options. */
function judgedBlocks({columns, blocks}: Page): {row: Int32Array; block: Int32Array; n: number} {
  const {regionTag, regionParent, region, length} = columns
  const inOptions = new Uint8Array(regionTag.length)
  for (let r = 0; r < inOptions.length; r++) {
    inOptions[r] = optionTags.has(regionTag[r]) || (regionParent[r] >= 0 && inOptions[regionParent[r]] === 1) ? 1 : 0
  }
  const row = new Int32Array(blocks.length).fill(-1)
  const block = new Int32Array(blocks.length)
  let n = 0
  for (let b = 0; b < blocks.length; b++) {
    if (length[b] === 0 || (region[b] >= 0 && inOptions[region[b]] === 1)) continue
    row[b] = n
    block[n++] = b
  }
  return {row, block: block.subarray(0, n), n}
}

function room({columns}: Page, block: Int32Array): number {
  let sum = 0
  for (const b of block) sum += Math.min(wordsLookedUp, columns.words[b] * 2 + columns.wide[b] + 1)
  return sum
}

/** Of ASCII signs: the letter in lower case, the digit or the underscore that is part of a word, 0 for what is none. One look-up instead of two questions. */
const asciiInWord = Uint8Array.from({length: 128}, (_, unit) => (unit !== apostrophe && classOf(unit) === word ? lower(unit) : 0))

type Filled = {-readonly [K in keyof Scan]: Scan[K]}

function scanText(text: string, out: Filled, {i, bucket, used}: {i: number; bucket: Uint16Array; used: number}): number {
  const {title, data, description} = out.facts
  const limit = Math.min(bucket.length, used + wordsLookedUp)
  let hash = basis
  let textHash = basis
  let before = 0
  let twoBefore = 0
  let start = -1
  let allDigits = true
  let capitals = 0, digits = 0, stops = 0, commas = 0, functionWords = 0, tokens = 0, titleWords = 0, dataHits = 0, descriptionHits = 0, flags = 0
  const end = text.length
  for (let k = 0; k <= end; k++) {
    const unit = k < end ? text.charCodeAt(k) : 32
    let is: number = other
    let low = 0
    if (unit < 128) low = asciiInWord[unit]
    else if (unit !== curlyApostrophe) {
      is = classOf(unit)
      if (is === word) low = lower(unit)
    }
    if (low !== 0) {
      if (start < 0) start = k
      if (low <= 57) digits++
      else allDigits = false
      if (low !== unit) capitals++
      hash = hashed(hash, low)
      continue
    }
    // A word has ended, or a character that is a word of its own stands here.
    for (let turn = start >= 0 ? 0 : 1; turn < (is === wide ? 2 : 1); turn++) {
      const token = turn === 0 ? hash : hashed(basis, unit)
      tokens++
      if (used < limit) bucket[used++] = bucketOf(token, wordBuckets)
      if (turn === 0) {
        if (stopwords.has(token)) functionWords++
        if (allDigits) {
          const first = text.charCodeAt(start)
          if (k - start === 4 && ((first === 49 && text.charCodeAt(start + 1) === 57) || (first === 50 && text.charCodeAt(start + 1) === 48))) flags |= signs.year
        } else if (token === copyright || (token === rights && before === all)) flags |= signs.copyright
      }
      if (title.has(token)) titleWords++
      if (tokens > 2) {
        const trigram = mixed(mixed(twoBefore, before), token)
        if (data !== undefined && data.has(trigram)) dataHits++
        if (description !== undefined && description.has(trigram)) descriptionHits++
      }
      twoBefore = before
      before = token
      textHash = mixed(textHash, token)
    }
    hash = basis
    start = -1
    allDigits = true
    if (unit === 32 || is === wide) continue
    if (unit === 0x2e || unit === 0x21 || unit === 0x3002 || unit === 0xff01) stops++
    else if (unit === 0x3f || unit === 0xff1f || unit === 0x61f) {
      stops++
      flags |= signs.question
    } else if (unit === 0x2c || unit === 0xff0c || unit === 0x3001 || unit === 0x60c) commas++
    else if (unit === 0x7c || unit === 0xbb || unit === 0x203a || unit === 0x2022 || unit === 0xb7) flags |= signs.pipe
    else if (unit === 0xa9) flags |= signs.copyright
    else if (unit === 0x3a) flags |= signs.colon
    else if (money.has(unit) && (isDigit(text, k + 1) || isDigit(text, k - 1) || (text.charCodeAt(k + 1) === 32 && isDigit(text, k + 2)) || (text.charCodeAt(k - 1) === 32 && isDigit(text, k - 2)))) flags |= signs.money
  }
  out.capitals[i] = capitals
  out.digits[i] = digits
  out.stops[i] = stops
  out.commas[i] = commas
  out.stopwords[i] = functionWords
  out.tokens[i] = tokens
  out.inTitle[i] = titleWords
  out.inData[i] = dataHits
  out.inDescription[i] = descriptionHits
  // A text of signs only is told apart by its length and first sign.
  out.hash[i] = tokens > 0 ? textHash : mixed(end, text.charCodeAt(0))
  out.signs[i] = flags | endSigns(text)
  return used
}

function endSigns(text: string): number {
  const last = text.charCodeAt(text.length - 1)
  const first = text.charCodeAt(0)
  const ends = last === 0x2e || last === 0x21 || last === 0x3f || last === 0x3002 || last === 0xff01 || last === 0xff1f || last === 0x61f || last === 0x2026
  const closes = last === 0x3a || last === 0x22 || last === 0x201d || last === 0x29 || last === 0xbb || last === 0x300d
  const startsLower = (first >= 97 && first <= 122) || (first >= 0xdf && first <= 0xff) || (first >= 0x430 && first <= 0x45f)
  return (ends ? signs.endsSentence | signs.endsClause : 0) | (closes ? signs.endsClause : 0) | (startsLower ? signs.startsLower : 0)
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 48 && unit <= 57
}
