/**
 * Phone numbers in the ways they are written in running text: with a country code, with a national prefix and
 * groups, as in North America, or after a word that announces one. A bare run of digits is none.
 */
import {namesAnotherNumber, textBefore, type PiiSpan} from './span.ts'

const gap = '[ \\u00a0\\u2009\\u202f./\\u2010\\u2011\\u2013-]'
const left = '(?<![\\p{L}\\p{N}_@#$€£¥%=&?~^])(?<![\\p{L}\\p{N}][./:,+\\u2010-\\u2013-])(?<![\\p{N}] ?[)])'
const right = '(?![\\p{L}\\p{N}_@%€£$]|[./:,\\u2010-\\u2013-]\\p{N}|[ \\u00a0]?(?:€|EUR|USD|%|Euro|Dollar|km|kg|m²|MB|GB)(?!\\p{L}))'

/** Digits follow, some of them in parentheses. */
const next = `(?:${gap}{0,3}(?:\\(\\d{1,5}\\)|\\d))`
/** Not the middle of a longer number in groups. */
const first = '(?<!\\p{N}[ \\u00a0])'

interface Form {
  readonly find: RegExp
  /** Does a number of this form look like a phone's after all? */
  readonly is?: (found: string, digits: string) => boolean
}

const forms: readonly Form[] = [
  {find: form(`\\+[1-9]${next}{6,14}`), is: isInternational},
  {find: form(`00[1-9]\\d{0,2}${gap}{1,2}(?:\\(\\d{1,5}\\)|\\d)${next}{5,12}`, first)},
  // North America: area and exchange begin with 2 to 9.
  {find: form(`(?:1${gap})?(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}${gap})[2-9]\\d{2}${gap}\\d{4}`)},
  {find: form('0[1-9]([ .-])\\d{2}(?:\\1\\d{2}){3}(?!\\1\\d)', '(?<!\\d[ .-])')},
  {find: form(`(?:\\(0[1-9]\\d{0,4}\\)|0[1-9]\\d{0,4})${gap}{1,3}\\d{2,8}(?:${gap}{1,3}\\d{2,7}){0,4}(?:-\\d)?`, first), is: isNational},
  {find: form('\\(\\d{2,3}\\) ?9?\\d{4}[- ]\\d{4}')},
  {find: form('1[3-9]\\d([ -])\\d{4}\\1\\d{4}')},
]

const cue = `(?<![\\p{L}\\p{N}])(?:tel|telefon|telephone|phone|phones|ph|call|fax|telefax|mobile|mobil|mob|cell|whatsapp|sms|text|hotline|handy|tél|téléphone|portable|teléfono|móvil|celular|telefono|cellulare|cell|telefoon|telefone|gsm|телефон|тел|моб|电话|電話|手机|전화|☎|✆|📞|📱)(?![\\p{L}\\p{N}])`
const announced = new RegExp(`${cue}[\\s.:*_()\\u{fe0f}-]{0,5}(?:(?:no|nr|number|nummer|us|me|at|us at|me at|or text|line)(?![\\p{L}\\p{N}])[\\s.:*_]{0,4})?(\\+?(?:\\(\\d{1,5}\\)|\\d)${next}{5,14})${right}`, 'giu')
const linked = /\btel:(\+?\d(?:[().-]{0,2}\d){4,14})/giu

export function phones(text: string): PiiSpan[] {
  const out: PiiSpan[] = []
  for (const found of text.matchAll(linked)) out.push(spanOf(found))
  for (const found of text.matchAll(announced)) if (!isDate(found[1])) out.push(spanOf(found))
  for (const {find, is} of forms) {
    for (const {0: found, index} of text.matchAll(find)) {
      if ((is === undefined || is(found, found.replace(/\D/gu, ''))) && !namesAnotherNumber.test(textBefore(text, index))) out.push({kind: 'phone', from: index, to: index + found.length})
    }
  }
  return out
}

function form(body: string, before = ''): RegExp {
  return new RegExp(`${left}${before}${body}${right}`, 'gu')
}

/** The number behind its cue. */
function spanOf(found: RegExpExecArray): PiiSpan {
  const to = found.index + found[0].length
  return {kind: 'phone', from: to - found[1].length, to}
}

/** Not a gain in figures (+1 250 000), nor a decimal or a coordinate (+40.712776). */
function isInternational(found: string, digits: string): boolean {
  if (/^\+\d{1,3}(?:[ .\u00a0\u2009\u202f]\d{3}){1,5}$/u.test(found)) return digits.length >= 11 && !digits.endsWith('000')
  return /^\+\d{1,4}\.\d+$/u.test(found) ? digits.length >= 11 : true
}

function isNational(found: string, digits: string): boolean {
  return digits.length >= 9 && digits.length <= 12 && !isDate(found)
}

function isDate(found: string): boolean {
  return /^\(?(?:\d{1,2}[./ -]\d{1,2}[./ -](?:19|20)\d\d|(?:19|20)\d\d[./ -]\d{1,2}[./ -]\d{1,2}|(?:19|20)\d\d ?[)–-] ?\(?\d{1,4})/u.test(found)
}
