/**
 * Which encoding undeclared bytes are in: every candidate decodes a sample of the page's text, and the one
 * that gives the most letters its language is full of wins.
 */
import {denseLetters, latinLetters, type LetterRow} from '../../rules/letters.ts'
import {decodeAs} from './labels.ts'
import {asLatin1} from './singleByte.ts'

/** Bytes of text that are judged; more adds cost and no certainty. Chosen. */
const judged = 16_384
/** Bytes of the page that are searched for text. */
const searched = 1_048_576
/** Share of bytes beyond ASCII that stand beside another one: below it, the script is Latin. Latin texts have under .2, others over .85. */
const denseShare = 0.5
/** Share of the frequent letters below which nothing is certain. Wrong readings give under .3. */
const minScore = 0.35
/** What the page's own `lang` adds to a language. Chosen. */
const languageBonus = 0.1
/** Share of undecodable characters that rules a candidate out. */
const maxDamage = 0.02

/** @returns WHATWG name of the encoding, undefined where the bytes say nothing. */
export function detect(bytes: Uint8Array): string | undefined {
  const {text, language} = sample(bytes)
  const beyond = text.reduce((sum, byte) => sum + (byte > 0x7f ? 1 : 0), 0)
  if (beyond === 0) return undefined
  const isDense = besideEachOther(text) >= beyond * denseShare
  const best = bestOf(isDense ? denseLetters : latinLetters, {text, language, isDense})
  return best.score >= minScore ? best.encoding : undefined
}

function bestOf(rows: readonly LetterRow[], {text, language, isDense}: {text: Uint8Array; language: string; isDense: boolean}): {encoding: string | undefined; score: number} {
  const texts = new Map<string, string>()
  let best: {encoding: string | undefined; score: number} = {encoding: undefined, score: 0}
  for (const row of rows) {
    const letters = weights(row.letters)
    const bonus = row.language === language ? languageBonus : 0
    for (const encoding of row.encodings) {
      const read = texts.get(encoding) ?? beyondAscii(decodeAs(text, encoding))
      texts.set(encoding, read)
      const score = (isDense ? frequency(read, letters) : fit(read, letters)) + bonus
      if (score > best.score + 1e-9) best = {encoding, score}
    }
  }
  return best
}

/**
 * What a letter counts. In an alphabet the first ten make up two thirds of a text, so the ranks tell two
 * languages apart that are written with the same bytes. Where a script has thousands of characters, a frequent
 * one is no accident and counts for more.
 */
function weights(letters: string): ReadonlyMap<string, number> {
  const signs = [...letters]
  const isAlphabet = signs.length <= 40
  return new Map(signs.map((sign, rank) => [sign, !isAlphabet ? 1.6 : rank < 10 ? 1 : rank < 20 ? 0.7 : 0.5]))
}

/** Mean weight of the characters, 0 to about 1; 0 if too much cannot be decoded. */
function frequency(text: string, letters: ReadonlyMap<string, number>): number {
  let sum = 0
  let damaged = 0
  for (const sign of text) {
    if (sign === '\ufffd') damaged++
    else sum += letters.get(sign) ?? 0
  }
  return damaged > text.length * maxDamage ? 0 : sum / text.length
}

const punctuation = new Set('“”‘’„‚–—…•€«»‹›©®™°§·´\u00a0')

/** How well the letters fit a language of Latin script: 1 if all are its own, below 0 if most are not. */
function fit(text: string, letters: ReadonlyMap<string, number>): number {
  let score = 0
  let count = 0
  for (const sign of text) {
    count++
    if (letters.has(sign)) score++
    else if (letters.has(sign.toLowerCase())) score += 0.9
    else if (punctuation.has(sign)) score += 0.6
    else score--
  }
  return count === 0 ? 0 : score / count
}

function beyondAscii(text: string): string {
  return text.replace(/[\u0000-\u007f]+/gu, '')
}

function besideEachOther(bytes: Uint8Array): number {
  let found = 0
  for (let i = 0; i < bytes.length; i++) if (bytes[i] > 0x7f && ((bytes[i - 1] ?? 0) > 0x7f || (bytes[i + 1] ?? 0) > 0x7f)) found++
  return found
}

/** Text of the page without tags, scripts and styles, as bytes. */
function sample(bytes: Uint8Array): {text: Uint8Array; language: string} {
  const start = asLatin1(bytes.subarray(0, 4096))
  const language = /<html[^>]{0,400}?\slang\s{0,9}=\s{0,9}["']?([a-z]{2,3})\b/iu.exec(start)?.[1].toLowerCase() ?? ''
  const out = new Uint8Array(Math.min(bytes.length, judged))
  let size = 0
  let depth: 'text' | 'tag' | 'raw' = 'text'
  const end = Math.min(bytes.length, searched)
  for (let i = 0; i < end && size < out.length; i++) {
    const byte = bytes[i]
    if (depth === 'text') {
      // The second byte of Shift_JIS or Big5 is never `<`.
      if (byte === 0x3c && isTagStart(bytes[i + 1])) depth = isRaw(bytes, i) ? 'raw' : 'tag'
      else out[size++] = byte
    } else if (depth === 'tag') {
      if (byte === 0x3e) depth = 'text'
    } else if (byte === 0x3c && bytes[i + 1] === 0x2f && isRaw(bytes, i + 1)) depth = 'tag'
  }
  return {text: out.subarray(0, size), language}
}

function isTagStart(byte: number | undefined): boolean {
  return byte !== undefined && (byte === 0x2f || byte === 0x21 || byte === 0x3f || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a))
}

/** `script` or `style` at the byte after `at`, in any case. */
function isRaw(bytes: Uint8Array, at: number): boolean {
  const name = String.fromCharCode(...bytes.subarray(at + 1, at + 7)).toLowerCase()
  return name === 'script' || name.startsWith('style')
}
