/** Dates as people write them, in many languages. */
import {monthLanguages, moreMonths} from '../rules/dates.ts'
import {dateOf, isPossible, type Iso} from './dateValue.ts'

export interface DateHit { readonly date: Iso; readonly from: number; readonly to: number }

const named = /(?<![\p{L}\d])(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª|°)?[\s.,/-]{0,3}(?:de |of |d’|d')?([\p{L}\p{M}]{2,12})\.?,?[\s,./'-]{0,3}(?:de |del |of )?((?:19|20)\d\d)(?!\d)/gu
const monthFirst = /(?<![\p{L}\d])([\p{L}\p{M}]{2,12})\.?\s{0,2}(\d{1,2})(?:st|nd|rd|th|\.)?,?\s{1,3}(?:at \d{1,2}:\d\d[ap ]?m?,?\s)?((?:19|20)\d\d)(?!\d)/gu
const yearFirst = /(?<![\p{L}\d])((?:19|20)\d\d)\.?\s{1,2}([\p{L}\p{M}]{2,12})\.?\s{1,2}(\d{1,2})(?!\d)/gu
const numbers = /(?<![\d/.-])(?:((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})|(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\5\s?((?:19|20)\d\d|\d\d(?=[\s,;:|)]|$)))(?![\d/-]|\.\d)/gu
const hangul = /(?<!\d)((?:19|20)\d\d)년\s?(\d{1,2})월\s?(\d{1,2})일/gu

/**
 * Dates in a text, in its order. Linear; at most the first 400 characters are read.
 *
 * @param language BCP 47 tag of the page, '' if unknown: says whether 3/4 is in March or in April.
 */
export function datesIn(text: string, language: string, now = Date.now()): readonly DateHit[] {
  const read = text.length > 400 ? text.slice(0, 400) : text
  if (!/(?:19|20)\d\d|\d[./-]\d{1,2}[./-]\d\d/u.test(read)) return []
  const hits: DateHit[] = []
  const add = (match: RegExpExecArray | RegExpMatchArray, date: Iso | undefined): void => {
    if (date !== undefined && isPossible(date, now)) hits.push({date, from: match.index ?? 0, to: (match.index ?? 0) + match[0].length})
  }
  for (const match of read.matchAll(named)) add(match, withName(match[3], match[2], match[1]))
  for (const match of read.matchAll(monthFirst)) add(match, withName(match[3], match[1], match[2]))
  for (const match of read.matchAll(yearFirst)) add(match, withName(match[1], match[2], match[3]))
  for (const match of read.matchAll(numbers)) add(match, ofNumbers(match, language))
  if (read.includes('년')) for (const match of read.matchAll(hangul)) add(match, dateOf(Number(match[1]), Number(match[2]), Number(match[3])))
  return hits.sort((a, b) => a.from - b.from)
}

function withName(year: string, name: string, day: string): Iso | undefined {
  const month = monthOf(name)
  return month === undefined ? undefined : dateOf(Number(year), month, Number(day))
}

function ofNumbers([, year, month, day, first, sign, second, last]: RegExpMatchArray, language: string): Iso | undefined {
  if (year !== undefined) return dateOf(Number(year), Number(month), Number(day))
  const full = last.length === 4 ? Number(last) : Number(last) + (Number(last) > 70 ? 1900 : 2000)
  // Only Americans put the month first, and only with a slash or a hyphen; what cannot be a month is the day.
  const monthFirst = sign !== '.' && (/^en(?!-(?:gb|au|nz|ie|in|za))/iu.test(language) || language === '')
  return monthFirst ? dateOf(full, Number(first), Number(second)) ?? dateOf(full, Number(second), Number(first)) : dateOf(full, Number(second), Number(first)) ?? (sign === '.' ? undefined : dateOf(full, Number(first), Number(second)))
}

let months: ReadonlyMap<string, number> | undefined
const englishMonths = new Map('january february march april may june july august september october november december'.split(' ').flatMap((name, i): [string, number][] => [[name, i + 1], [name.slice(0, 3), i + 1]]))

/** @returns 1–12; undefined if the word is no month in any language we know. */
export function monthOf(name: string): number | undefined {
  const word = name.toLowerCase()
  return englishMonths.get(word) ?? (Object.hasOwn(moreMonths, word) ? moreMonths[word] : undefined) ?? (months ??= localMonths()).get(word)
}

/** Names of months as the engine's locale data spell them: alone and in a date, long and short. */
function localMonths(): ReadonlyMap<string, number> {
  const out = new Map<string, number>()
  for (const language of monthLanguages) {
    for (const options of [{month: 'long', day: 'numeric'}, {month: 'long'}, {month: 'short', day: 'numeric'}] as const) {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {...options, timeZone: 'UTC'})
      for (let month = 0; month < 12; month++) {
        const name = format.formatToParts(new Date(Date.UTC(2023, month, 15))).find(part => part.type === 'month')?.value.toLowerCase().replace(/\.$/u, '') ?? ''
        if (/^[\p{L}\p{M}]{2,12}$/u.test(name) && !out.has(name)) out.set(name, month + 1)
      }
    }
  }
  return out
}
