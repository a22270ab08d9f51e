/** The language of a page: the one it declares, and the one its text is in. */
import {functionWords, scriptLanguages} from '../rules/languages.ts'
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
  const tag = value.trim().split(/[,;\s]/u)[0].replaceAll('_', '-')
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}$/iu.test(tag)) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

/** Characters of text that are looked at, and that are needed. Chosen. */
const looked = 6000
const needed = 120
/** Share of words that must be function words of the language: texts have .25 to .5. */
const minShare = 0.1
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
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  for (const [script, language] of scriptLanguages) {
    const share = (text.match(script)?.length ?? 0) / Math.max(1, letters)
    if (language === 'ja' ? share > 0.1 : share > 0.5) return language === 'ar' && /[پچگژ]/u.test(text) && /\b?(?:است|این|را|که)\b?/u.test(text) ? 'fa' : language
  }
  return byWords(text)
}

let languagesOf: ReadonlyMap<string, readonly string[]> | undefined

function byWords(text: string): string | undefined {
  languagesOf ??= rowsByWord()
  const words = text.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? []
  const scores = new Map<string, number>()
  for (const word of words) for (const language of languagesOf.get(word) ?? []) scores.set(language, (scores.get(language) ?? 0) + 1)
  const [best, next] = [...scores].sort((a, b) => b[1] - a[1])
  if (best === undefined || words.length < 15 || best[1] < words.length * minShare) return undefined
  return next !== undefined && best[1] < next[1] * minLead && !areSiblings(best[0], next[0]) ? undefined : best[0]
}

/** Danish and Norwegian, Czech and Slovak are close; the better one is still the better guess. */
function areSiblings(a: string, b: string): boolean {
  return ['da nb', 'cs sk', 'hr sl', 'ru bg', 'es ca', 'es pt'].some(pair => pair.includes(a) && pair.includes(b))
}

function rowsByWord(): ReadonlyMap<string, readonly string[]> {
  const out = new Map<string, string[]>()
  for (const {language, words} of functionWords) {
    for (const word of new Set(words.split(' '))) {
      const list = out.get(word)
      if (list === undefined) out.set(word, [language])
      else list.push(language)
    }
  }
  return out
}

/** Direction of the page's text: as declared by its language; undefined if that is not known. */
export function directionOf(language: string | undefined): 'ltr' | 'rtl' | undefined {
  if (language === undefined) return undefined
  return /^(?:ar|he|iw|fa|ur|ps|yi|sd|ug|dv|ku-arab|ckb|arc|syr)(?:-|$)/iu.test(language) ? 'rtl' : 'ltr'
}
