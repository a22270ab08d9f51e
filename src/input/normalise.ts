/**
 * Repairs what scraping and careless templates do to characters, outside code.
 *
 * Two places call it: `repairMojibake` sees the whole decoded input before a driver reads it; the normaliser
 * sees every piece of text as the Builder collapses it. Nothing is deleted that a reader could see, but for
 * private-use glyphs, which are pictures of an icon font the page no longer has.
 */
import {decodeHTMLStrict} from 'entities/decode'
import {decodedTwice, mojibakeSign, windows1252} from './mojibake.ts'
import type {Repair} from '../page/page.ts'

export interface Normaliser {
  /** One piece of text, repaired. A piece that needs nothing comes back as it is. */
  piece(text: string): string
  /** What was changed since the normaliser was made, by kind; kinds that did not occur are left out. */
  repairs(): Repair[]
}

/** Anything a step below may want to change: most text fails this one test and is done. */
const suspect =
  /[&\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff\ue000-\uf8ff\u{e0000}-\u{e007f}\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u
const entity = /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});/gu
/** A text that speaks of entities means them as they stand. */
const aboutEntities = /\b(?:entit(?:y|ies)|(?:HTML|XML)[ -]escap\w{1,4}|escap(?:ed|ing)|encod(?:ed|ing)|character references?)\b/iu
const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/gu
const zeroWidth = /[\u200b\u2060-\u2064\u206a-\u206f\ufeff]/gu
const joiners = /[\u200c\u200d]/gu
const bidi = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
/** Unicode's invisible copy of ASCII: in use only behind a black flag; elsewhere it hides words from people. */
const tags = /(\u{1f3f4}[\u{e0020}-\u{e007e}]{1,8}\u{e007f})|[\u{e0000}-\u{e007f}]/gu
const spaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu
const separators = /[\u2028\u2029]/gu
/** Scripts whose letters take another shape with a joiner or non-joiner beside them. */
const joiningLetter =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Tibetan}\p{Script=Balinese}\p{Script=Javanese}]/u
const emoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]/u

export function createNormaliser(): Normaliser {
  const counts = new Map<string, number>()
  const count = (kind: string, by = 1): void => void counts.set(kind, (counts.get(kind) ?? 0) + by)
  const drop = (text: string, kind: string, what: RegExp): string => text.replace(what, () => {
    count(kind)
    return ''
  })
  const piece = (text: string): string => {
    if (!suspect.test(text)) return text
    let out = text.includes('&') ? decodeEntities(text, count) : text
    out = drop(out, 'soft-hyphen', /\u00ad/gu)
    out = drop(out, 'zero-width', zeroWidth)
    out = drop(out, 'private-use', privateUse)
    out = out.replace(tags, (match, flag: string | undefined) => flag ?? (count('tag-character', match.length / 2), ''))
    out = out.replace(joiners, (sign, at: number, whole: string) => joins(sign, at, whole) ? sign : (count('joiner'), ''))
    if (/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(out)) out = dropBidi(out, count)
    out = out.replace(spaces, () => (count('space'), ' '))
    return out.replace(separators, () => (count('line-separator'), ' '))
  }
  return {piece, repairs: () => [...counts].map(([kind, times]) => ({kind, count: times}))}
}

/** `&amp;quot;` needs two rounds; nothing real needs three. */
function decodeEntities(text: string, count: (kind: string, by?: number) => void): string {
  let out = text
  for (let round = 0; round < 2; round++) {
    const before = out
    if (!before.includes(';') || aboutEntities.test(before)) return before
    out = before.replace(entity, match => {
      const decoded = decodeHTMLStrict(match)
      if (decoded === match) return match
      if (round === 0) count('entity')
      return decoded
    })
    if (out === before) break
  }
  return out
}

/** Does the joiner at `at` shape its neighbours: letters of a joining script, or a joined emoji? */
function joins(sign: string, at: number, whole: string): boolean {
  const before = lastCharacter(whole, at)
  if (joiningLetter.test(before)) return true
  const after = whole.codePointAt(at + 1)
  if (after === undefined) return false
  const next = String.fromCodePoint(after)
  return joiningLetter.test(next) || (sign === '\u200d' && emoji.test(before) && emoji.test(next))
}

function lastCharacter(text: string, end: number): string {
  if (end === 0) return ''
  const low = text.charCodeAt(end - 1)
  return low >= 0xdc00 && low <= 0xdfff && end > 1 ? text.slice(end - 2, end) : text[end - 1]
}

/**
 * Without a letter that runs to the left, embeddings and overrides serve nobody (an override only makes text
 * lie), and a mark is of no use beside white space. With one, all of them stay.
 */
function dropBidi(text: string, count: (kind: string) => void): string {
  if (rightToLeft.test(text)) return text
  return text.replace(bidi, (sign, at: number, whole: string) => {
    const mark = sign === '\u200e' || sign === '\u200f'
    if (mark && /\S/u.test(whole[at - 1] ?? ' ') && /\S/u.test(whole[at + 1] ?? ' ')) return sign
    count('bidi')
    return ''
  })
}

/** Fewer sequences may be meant: a name, a formula, an example. Chosen. */
const minSequences = 3

const latin1: ReadonlyMap<number, number> = new Map(Array.from({length: 0x80}, (_, i) => [0x80 + i, 0x80 + i]))
const latin1Sequence = /[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}/gu

/**
 * UTF-8 that was read as windows-1252 (`â€™`, `Ã©`), read again as what it is.
 *
 * Repaired only if the whole text is such: every character stands for a byte, all bytes together are valid
 * UTF-8, and at least three sequences say so. One honest `é` and nothing is touched,
 * but for sequences with a C1 control, which ISO 8859-1 leaves behind.
 */
export function repairMojibake(source: string): {text: string; repairs: Repair[]} {
  // Most pages have no such sign: it is looked for once.
  if (!mojibakeSign.test(source)) return {text: source, repairs: []}
  let text = source
  let count = 0
  // Twice read wrong happens: a broken export of a broken database.
  for (let round = 0; round < 2 && mojibakeSign.test(text); round++) {
    const again = decodedTwice(text, windows1252)
    // A text that speaks of it shows it.
    if (again === undefined || again.sequences < minSequences || /mojibake/iu.test(text)) break
    text = again.text
    count += again.sequences
  }
  if (/[\u0080-\u009f]/u.test(text) && mojibakeSign.test(text)) {
    // C1 controls stand in no text: a sequence with one is bytes, whatever the rest of the text is.
    text = text.replace(latin1Sequence, sequence => {
      const again = /[\u0080-\u009f]/u.test(sequence) ? decodedTwice(sequence, latin1) : undefined
      if (again !== undefined) count++
      return again?.text ?? sequence
    })
  }
  return {text, repairs: count === 0 ? [] : [{kind: 'mojibake', count}]}
}
