/** Card numbers: as cards are numbered and grouped, with a right check digit. */
import {namesAnotherNumber, textBefore, type PiiSpan} from './span.ts'

const candidate = /(?<![\p{L}\p{N}_])(?<![\p{N}][ .,:/-])\d{4}(?:([ -])(?:\d{4}\1\d{4}\1\d{4}|\d{6}\1\d{4,5})|\d{10,12})(?![\p{L}\p{N}_]|[ .,:/-]\p{N})/gu

/** Issuers by their first digits, with the lengths they use. */
const issuers: readonly {readonly digits: RegExp; readonly lengths: readonly number[]}[] = [
  {digits: /^4/u, lengths: [16]},
  {digits: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/u, lengths: [16]},
  {digits: /^3[47]/u, lengths: [15]},
  {digits: /^3(?:0[0-5]|[689])/u, lengths: [14]},
  {digits: /^(?:6011|64[4-9]|65|35(?:2[89]|[3-8])|62|81|9792|220[0-4]|60[68]|50[0189]|5[678]|6[37])/u, lengths: [16]},
]

export function cards(text: string): PiiSpan[] {
  const out: PiiSpan[] = []
  for (const {0: found, index} of text.matchAll(candidate)) {
    const digits = found.replace(/\D/gu, '')
    if (!issuers.some(issuer => issuer.lengths.includes(digits.length) && issuer.digits.test(digits)) || !isLuhn(digits)) continue
    if (!namesAnotherNumber.test(textBefore(text, index))) out.push({kind: 'card', from: index, to: index + found.length})
  }
  return out
}

/** @see ISO/IEC 7812-1: the check digit of card numbers. */
export function isLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 1 : 2)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}
