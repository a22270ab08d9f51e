/**
 * Tells at a glance that no word of a class name or id is one of a set, as is true of most.
 *
 * Each word is hashed where it stands, in the one walk over the name: no string is made for it. Only a name of which a
 * hash is among those of the set is read word by word.
 */
import {classWords} from './classWords.ts'

/** Places for hashes; a set has some dozens of words. A power of two. */
const places = 8192

export class NameWords {
  readonly #hashes = new Uint8Array(places)

  /** @param words of small letters, as `classWords` gives them */
  constructor(words: Iterable<string>) {
    for (const word of words) this.#hashes[hashOf(word) & (places - 1)] = 1
  }

  /** The words of the name if one of them may be of the set, undefined if none is. */
  read(name: string): readonly string[] | undefined {
    return this.#mayHold(name) ? classWords(name) : undefined
  }

  /** Divides the name as `classWords` does. What is not ASCII has other small letters: there the words are read. */
  #mayHold(name: string): boolean {
    const hashes = this.#hashes
    let hash = 0
    let upperBefore = true
    for (let i = 0; i < name.length; i++) {
      const c = name.charCodeAt(i)
      if (c >= 97 && c <= 122) {
        hash = (Math.imul(hash, 31) + c) | 0
        upperBefore = false
        continue
      }
      if (c >= 128) return true
      const upper = c >= 65 && c <= 90
      const sign = !upper && (c < 48 || c > 57)
      if ((sign || (upper && !upperBefore)) && hash !== 0) {
        if (hashes[hash & (places - 1)] === 1) return true
        hash = 0
      }
      if (!sign) hash = (Math.imul(hash, 31) + (upper ? c + 32 : c)) | 0
      upperBefore = upper
    }
    return hash !== 0 && hashes[hash & (places - 1)] === 1
  }
}

function hashOf(word: string): number {
  let hash = 0
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) | 0
  return hash
}
