/** The language of a page: the one it declares, and the one its text is in. */
import {functionWords, scriptRanges} from '../rules/languages.ts'
import type {Page} from '../page/page.ts'
import type {Sources} from './sources.ts'

/** BCP 47 tag the page declares, in its usual spelling (`en-GB`); undefined if it declares none that is well-formed. */
export function declaredLanguage(sources: Sources): string | undefined {
  for (const value of [sources.page.head.lang, sources.meta('content-language', 'language', 'dc.language', 'dcterms.language'), sources.meta('og:locale')]) {
    const tag = wellFormed(value ?? '')
    if (tag !== undefined) return tag
  }
  return undefined
}

function wellFormed(value: string): string | undefined {
  const match = /^\s{0,20}([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_][a-z0-9]{1,8}){0,4}(?=$|[\s,;])/iu.exec(value)
  if (match === null) return undefined
  const [, language, script, region] = match
  return [language.toLowerCase(), script === undefined ? undefined : script[0].toUpperCase() + script.slice(1).toLowerCase(), region?.toUpperCase()].filter(part => part !== undefined).join('-')
}

/** Characters of text that are looked at, and that are needed. Chosen. */
const looked = 1000
const needed = 120
/** Share of words that must be function words of the language: texts have .25 to .5. */
const minShare = 0.1
/** Words that are counted. Chosen. */
const maxWords = 120
/** By how much it must lead the next language. */
const minLead = 1.15

/**
 * Primary language of the longest texts of the page; undefined where there is little text or the words do not say.
 *
 * @param alive says which blocks are content; all if left out.
 */
export function detectedLanguage({blocks}: Page, alive: (block: number) => boolean = () => true): string | undefined {
  let text = ''
  for (let i = 0; i < blocks.length && text.length < looked; i++) {
    if (blocks[i].kind !== 'code' && blocks[i].text.length > 40 && alive(i)) text += `${blocks[i].text.slice(0, 1000)}\n`
  }
  return text.length < needed ? undefined : languageOf(text.slice(0, looked))
}

/** Primary language of a text, undefined if its words do not say. */
export function languageOf(text: string): string | undefined {
  const counts = new Uint32Array(scriptRanges.length)
  let letters = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x370) {
      if ((code | 0x20) >= 0x61 && code !== 0xa0) letters++
      continue
    }
    letters++
    for (let k = 0; k < scriptRanges.length; k++) if (code >= scriptRanges[k].from && code <= scriptRanges[k].to) counts[k]++
  }
  for (const [k, {language}] of scriptRanges.entries()) {
    // Japanese mixes its own letters with Chinese ones.
    if (counts[k] <= letters * (language === 'ja' ? 0.1 : 0.5)) continue
    return language === 'ar' && /[پچگژ]/u.test(text) && /است|این|را/u.test(text) ? 'fa' : language
  }
  return byWords(text)
}

let languagesOf: ReadonlyMap<string, readonly number[]> | undefined

function byWords(text: string): string | undefined {
  languagesOf ??= rowsByWord()
  const words = wordsOf(text.toLowerCase())
  const scores = new Uint32Array(functionWords.length)
  /** Languages in the order in which their words appear: of two with the same score the first one leads. */
  const seen: number[] = []
  for (let i = 0; i < words.length; i++) {
    const languages = languagesOf.get(words[i])
    if (languages === undefined) continue
    for (let k = 0; k < languages.length; k++) if (scores[languages[k]]++ === 0) seen.push(languages[k])
  }
  seen.sort((a, b) => scores[b] - scores[a])
  const [best, next] = seen
  if (best === undefined || words.length < 15 || scores[best] < words.length * minShare) return undefined
  const {language} = functionWords[best]
  return next !== undefined && scores[best] < scores[next] * minLead && !areSiblings(language, functionWords[next].language) ? undefined : language
}

/** Per unit below U+0250: is it part of a word (a letter, a mark, an apostrophe)? */
const inWord = Uint8Array.from({length: 0x250}, (_, unit) => Number(/[\p{L}\p{M}'’]/u.test(String.fromCharCode(unit))))
const beyondLatin = /[^\p{L}\p{M}'’]+/u

/** The first words of a text, cut at what is no letter, mark or apostrophe. Latin text, the common case, is cut by a table. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = []
  let from = 0
  let isInside = true
  for (let i = 0; i < text.length && words.length < maxWords; i++) {
    const unit = text.charCodeAt(i)
    // Quotes and dashes stand in Latin text, too; other scripts are left to the engine's tables.
    if (unit >= 0x250 && (unit < 0x2010 || unit > 0x203a)) return text.split(beyondLatin, maxWords)
    if (unit < 0x250 ? inWord[unit] === 1 : unit === 0x2019) {
      if (!isInside) from = i
      isInside = true
    } else {
      if (isInside) words.push(text.slice(from, i))
      isInside = false
    }
  }
  if (words.length < maxWords) words.push(isInside ? text.slice(from) : '')
  return words
}

/** Danish and Norwegian, Czech and Slovak are close; the better one is still the better guess. */
function areSiblings(a: string, b: string): boolean {
  return ['da nb', 'cs sk', 'hr sl', 'ru bg', 'es ca', 'es pt'].some(pair => pair.includes(a) && pair.includes(b))
}

/** Rows of the table that a word speaks for. */
function rowsByWord(): ReadonlyMap<string, readonly number[]> {
  const out = new Map<string, number[]>()
  for (const [row, {words}] of functionWords.entries()) {
    for (const word of new Set(words.split(' '))) {
      const list = out.get(word)
      if (list === undefined) out.set(word, [row])
      else list.push(row)
    }
  }
  return out
}

/** Direction of the page's text: as declared by its language; undefined if that is not known. */
export function directionOf(language: string | undefined): 'ltr' | 'rtl' | undefined {
  if (language === undefined) return undefined
  return /^(?:ar|he|iw|fa|ur|ps|yi|sd|ug|dv|ku-arab|ckb|arc|syr)(?:-|$)/iu.test(language) ? 'rtl' : 'ltr'
}
