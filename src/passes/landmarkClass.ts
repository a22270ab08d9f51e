/**
 * Reads class names and ids with the table of landmark names.
 *
 * A page has thousands of names, most of which say nothing, so no string is made for their words: each word
 * is hashed where it stands, and the first word that no table knows ends the reading.
 */
import {joining, landmarks, neutral, states} from '../rules/landmarks.ts'
import type {LandmarkRow} from '../rules/row.ts'
import {classWords} from './classWords.ts'

interface Entry { word: string; row: LandmarkRow | undefined; half: boolean; neutral: boolean; joins: boolean }

const entries = new Map<number, Entry>()
const byPair = new Map<string, LandmarkRow>()
for (const row of landmarks) {
  for (const word of row.words) entry(word).row = row
  for (const pair of row.pairs) {
    byPair.set(pair, row)
    for (const half of pair.split(' ')) entry(half).half = true
  }
}
for (const word of [...neutral, ...joining]) entry(word).neutral = true
for (const word of joining) entry(word).joins = true

/** More words than that make a sentence, not a name; a longer name is a hash or a utility with values. */
const maxWords = 6
const maxLength = 60

/** The landmark that one of the names tells; undefined if none does. */
export function landmarkOf(names: readonly string[]): LandmarkRow | undefined {
  for (let i = 0; i < names.length; i++) {
    const row = landmarkNamed(names[i])
    if (row !== undefined) return row
  }
  return undefined
}

export function landmarkNamed(name: string): LandmarkRow | undefined {
  return name.length <= maxLength && mayName(name) ? read(classWords(name)) : undefined
}

/** The words are read as they stand ("sign in form"), then without those that only join ("back to top"). */
function read(all: readonly string[]): LandmarkRow | undefined {
  if (all.length === 0 || all.length > maxWords || states.has(all[0])) return undefined
  return told(all) ?? (all.some(word => joining.has(word)) ? told(all.filter(word => !joining.has(word))) : undefined)
}

function told(words: readonly string[]): LandmarkRow | undefined {
  let found: LandmarkRow | undefined
  for (let i = 0; i < words.length; i++) {
    const pair = i + 1 < words.length ? byPair.get(`${words[i]} ${words[i + 1]}`) : undefined
    const row = pair ?? known(hashOf(words[i]), words[i])?.row
    // "content-sidebar" names a layout, "sidebar-content" a part of a sidebar.
    if (row === undefined && ((i === 0 && words.length > 1 && words[0] === 'content') || !saysNothing(words[i]))) return undefined
    if (pair !== undefined) i++
    found ??= row
  }
  return found
}

/** Are all words of the name known or without meaning, and is one of them a landmark's? */
function mayName(name: string): boolean {
  let hash = 0
  let length = 0
  let digits = false
  let upperBefore = true
  let tells = false
  let halfBefore = false
  for (let i = 0; i <= name.length; i++) {
    const c = i < name.length ? name.charCodeAt(i) : 45
    const upper = c >= 65 && c <= 90
    const digit = c >= 48 && c <= 57
    const sign = !upper && !digit && !(c >= 97 && c <= 122) && c < 128
    if (length > 0 && (sign || (upper && !upperBefore))) {
      const it = entries.get(hash)
      if (it === undefined) {
        if (length > 3 && !digits) return false
        halfBefore = false
      } else {
        tells ||= it.row !== undefined || (it.half && halfBefore)
        if (!it.joins) halfBefore = it.half
      }
      hash = length = 0
      digits = false
    }
    if (!sign) {
      hash = (Math.imul(hash, 31) + (upper ? c + 32 : c)) | 0
      length++
      digits ||= digit
    }
    upperBefore = upper
  }
  return tells
}

/** Known words without meaning, prefixes of one to three letters, and what build tools add: anything with a digit. */
function saysNothing(word: string): boolean {
  return word.length <= 3 || known(hashOf(word), word)?.neutral === true || /\d/u.test(word)
}

function entry(word: string): Entry {
  const hash = hashOf(word)
  const made = entries.get(hash) ?? {word, row: undefined, half: false, neutral: false, joins: false}
  entries.set(hash, made)
  return made
}

function known(hash: number, word: string): Entry | undefined {
  const it = entries.get(hash)
  return it?.word === word ? it : undefined
}

function hashOf(word: string): number {
  let hash = 0
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) | 0
  return hash
}
