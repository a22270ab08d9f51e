/** Dates as captions and bylines write them. */
import {months} from '../rules/months.ts'

const month = `(?:${[...months].sort((a, b) => b.length - a.length).join('|')})\\.?`
const day = '\\d{1,2}(?:st|nd|rd|th|\\.|º)?'
const date = `(?:${month},? (?:${day},? )?(?:19|20)\\d\\d|(?:19|20)\\d\\d年\\d{1,2}月\\d{1,2}日|\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)\\d\\d|(?:19|20)\\d\\d-\\d\\d-\\d\\d)`
const atEnd = new RegExp(`(?<![\\p{L}\\d])${date}[.)]{0,2}$`, 'iu')
/** A day, a word and a year: a date in any language. */
const inAnyLanguage = /^\d{1,2}\.? (?:de )?[\p{L}\p{M}]{2,14}\.?,? (?:de )?(?:19|20)\d\d(?!\d)|^(?:19|20)\d\d[.년] ?\d{1,2}[.월] ?\d{1,2}[.일]?(?!\d)/u
const anywhere = new RegExp(`(?<![\\p{L}\\d])${date}(?!\\d)|${inAnyLanguage.source}`, 'iu')
/** Characters at the end of a text in which its date stands. */
const looked = 40

/** Does the text end with a date: "November 24, 1996."? A year alone is none. */
export function endsWithDate(text: string): boolean {
  return atEnd.test(text.slice(-looked))
}

/** Is the last sign a digit, but for a full stop or bracket? Asked first, because it is cheap. */
export function mayEndWithDate(text: string): boolean {
  let i = text.length - 1
  if (text[i] === '.' || text[i] === ')') i--
  const c = text.charCodeAt(i)
  return (c >= 48 && c <= 57) || text[i] === ')' || text[i] === '日'
}

/** Every date has a year: asked first, because it is cheap. */
const year = /(?:19|20)\d\d/u

const opening = /^(?:by|von|par|por|di|door|av|af|autor|author|written by|posted|published|updated|last updated|veröffentlicht|publié|publicado|pubblicato|gepubliceerd|опубликовано|作者|发布时间|来源)\b|^(?:作者|发布|来源)/iu
/** Words of a line that only says who and when. Chosen. */
const maxWords = 14

const nameBehind = /^(?:(?:written |posted |published )?by|von|par|por|di|door|av|af|автор:?|作者[:：]?)\s?[\p{Lu}\p{Lo}]/iu

/** Does a short line say who or when, and not only that somebody did? */
export function saysWhoOrWhen(text: string, words: number): boolean {
  return words <= maxWords && ((year.test(text) && anywhere.test(text)) || nameBehind.test(text))
}

/** Does a short line name the author or the date? */
export function isByline(text: string, words: number): boolean {
  return words <= maxWords && (opening.test(text) || (year.test(text) && anywhere.test(text)) || /^\d{1,3} min(?:ute)?s?\b.{0,12}$/iu.test(text))
}
