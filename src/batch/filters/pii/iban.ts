/** International bank account numbers: as long as their country says, with right check digits. */
import type {PiiSpan} from './span.ts'

/** Characters by country. @see ISO 13616 registry. */
const lengths: Readonly<Record<string, number>> = {
  AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BI: 27, BR: 29, BY: 28, CH: 21, CR: 22, CY: 28, CZ: 24, DE: 22, DJ: 27, DK: 18, DO: 28,
  EE: 20, EG: 29, ES: 24, FI: 18, FK: 18, FO: 18, FR: 27, GB: 22, GE: 22, GI: 23, GL: 18, GR: 27, GT: 28, HR: 21, HU: 28, IE: 22, IL: 23, IQ: 23, IS: 26, IT: 27,
  JO: 30, KW: 30, KZ: 20, LB: 28, LC: 32, LI: 21, LT: 20, LU: 20, LV: 21, LY: 25, MC: 27, MD: 24, ME: 22, MK: 19, MN: 20, MR: 27, MT: 31, MU: 30, NI: 28, NL: 18,
  NO: 15, OM: 23, PK: 24, PL: 28, PS: 29, PT: 25, QA: 29, RO: 24, RS: 22, RU: 33, SA: 24, SC: 31, SD: 18, SE: 24, SI: 19, SK: 24, SM: 27, SO: 23, ST: 25, SV: 28,
  TL: 23, TN: 24, TR: 26, UA: 29, VA: 22, VG: 24, XK: 20, YE: 30,
}
const start = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?=[ \u00a0-]?[A-Z0-9])/gu

export function ibans(text: string): PiiSpan[] {
  const out: PiiSpan[] = []
  for (const {0: found, index} of text.matchAll(start)) {
    const length = lengths[found.slice(0, 2)]
    if (length === undefined) continue
    const read = readNumber(text, index, length)
    if (read !== undefined && hasRightCheck(read.number)) out.push({kind: 'iban', from: index, to: read.to})
  }
  return out
}

/** So many letters and digits, one space or hyphen between them at most; undefined if there are fewer or more. */
function readNumber(text: string, from: number, length: number): {number: string; to: number} | undefined {
  let number = ''
  let at = from
  for (; number.length < length; at++) {
    const sign = text[at] ?? ''
    if (/[A-Z0-9]/u.test(sign)) number += sign
    else if (!/[ \u00a0-]/u.test(sign) || !/[A-Z0-9]/u.test(text[at - 1])) return undefined
  }
  return /[\p{L}\p{N}]/u.test(text[at] ?? '') ? undefined : {number, to: at}
}

/** @see ISO 7064, MOD 97-10. */
export function hasRightCheck(number: string): boolean {
  let rest = 0
  for (const sign of number.slice(4) + number.slice(0, 4)) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}
