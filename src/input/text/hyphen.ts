/** A word broken at the end of a line: was the hyphen the author's, or the line's? */
import type {TextDocument} from './document.ts'

/** Characters of the document whose words are learned. */
const learned = 1_000_000
const wordsOf = new WeakMap<TextDocument, Set<string>>()

/**
 * True unless the line ends in a hyphen that only breaks a word.
 *
 * The document itself says: the word stands elsewhere in one piece, or the two parts are words on their own
 * (`well-known`). What it does not know is joined only if the first part is no word of its own.
 */
export function hyphenStays(text: TextDocument, line: number): boolean {
  const {source, lines} = text
  const end = lines.to[line]
  const last = source.charCodeAt(end - 1)
  if (last === 0xad) return false
  if ((last !== 0x2d && last !== 0x2010) || line + 1 >= lines.count) return true
  const before = /\p{Ll}{2,40}$/u.exec(source.slice(Math.max(lines.from[line], end - 41), end - 1))?.[0]
  const after = /^\p{Ll}{2,40}/u.exec(text.head(line + 1))?.[0]
  if (before === undefined || after === undefined) return true
  const words = knownWords(text)
  if (words.has(before + after)) return false
  if (words.has(`${before}-${after}`)) return true
  return words.has(before)
}

function knownWords(text: TextDocument): Set<string> {
  const known = wordsOf.get(text)
  if (known !== undefined) return known
  const words = new Set<string>()
  for (const [word] of text.source.slice(0, learned).matchAll(/\p{Ll}{2,40}(?:-\p{Ll}{2,40})?(?!\p{Ll}|[-‐]\s)/gu)) words.add(word)
  wordsOf.set(text, words)
  return words
}
