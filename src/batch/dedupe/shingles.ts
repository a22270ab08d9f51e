/**
 * The words of a text as numbers, and its shingles: runs of five words. In scripts that write no spaces a character
 * stands for a word.
 */
import {basis, hashed, lower, mixed} from '../../judge/hash.ts'
import {classOf, wide, word} from '../../page/scripts.ts'

const shingleWords = 5
/** Words looked at: a bound for what a page may cost. Chosen. */
const mostWords = 50_000

/** Hashes of the words of a Markdown text, targets of links left out. */
export function wordHashes(markdown: string): Int32Array {
  const text = markdown.replace(/\]\([^()\s]{0,2000}\)/gu, ']')
  const out = new Int32Array(Math.min(mostWords, text.length))
  let n = 0
  let h = basis
  let inWord = false
  for (let i = 0; i <= text.length && n < out.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 32
    const is = classOf(unit)
    if (is === word) {
      h = hashed(inWord ? h : basis, lower(unit))
      inWord = true
      continue
    }
    if (inWord) out[n++] = h
    inWord = false
    if (is === wide && n < out.length) out[n++] = hashed(basis, unit)
  }
  return out.slice(0, n)
}

/** Hash of every shingle, in order; a text of fewer words is one shingle. None for a text without words. */
export function shingles(words: Int32Array): Int32Array {
  if (words.length === 0) return words
  const out = new Int32Array(Math.max(1, words.length - shingleWords + 1))
  for (let i = 0; i < out.length; i++) {
    let h = basis
    for (let k = i; k < Math.min(words.length, i + shingleWords); k++) h = mixed(h, words[k])
    out[i] = h
  }
  return out
}
