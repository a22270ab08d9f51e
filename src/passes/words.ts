/** Words of a text, and what two texts have in common when case, punctuation and white space are left aside. */
import {classOf, wide, word} from '../page/scripts.ts'

/** Words of a text; a character of a script without spaces counts 0.6, as in page/measure.ts. */
export function countWords(text: string): number {
  let words = 0
  let inWord = false
  for (let i = 0; i < text.length; i++) {
    const is = classOf(text.charCodeAt(i))
    if (is === word) {
      if (!inWord) words++
      inWord = true
      continue
    }
    inWord = false
    if (is === wide) words += 0.6
  }
  return words
}

/** Letters and digits in lower case, one space between words. */
export function wordsOnly(text: string): string {
  const lower = text.toLowerCase()
  let out = ''
  let from = -1
  for (let i = 0; i <= lower.length; i++) {
    const is = i < lower.length ? classOf(lower.charCodeAt(i)) : -1
    if (is === word || is === wide) {
      if (from < 0) from = i
    } else if (from >= 0) {
      out += out === '' ? lower.slice(from, i) : ` ${lower.slice(from, i)}`
      from = -1
    }
  }
  return out
}

/** Do two texts say the same words? Asked cheaply first: texts of very unlike length do not. */
export function sameWords(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.abs(a.length - b.length) > 12 + (a.length >> 3)) return false
  return wordsOnly(a) === wordsOnly(b)
}

const closers = '"\'”’»›)]}*_ '
const enders = '.!?…。！？؟।۔'

/** Does the text end like a sentence? Quotation marks and brackets behind the mark are looked through. */
export function endsSentence(text: string): boolean {
  let i = text.length - 1
  for (let looked = 0; i > 0 && looked < 4 && closers.includes(text[i]); looked++) i--
  return i >= 0 && enders.includes(text[i])
}

/** Does the text end in a colon: does it announce what follows? */
export function announces(text: string): boolean {
  return text.endsWith(':') || text.endsWith('：')
}
