/**
 * Three signs of damage in one look: UTF-8 that was read as another encoding, half of a surrogate pair, and U+FFFD.
 *
 * Each is looked for properly only where this finds something. Nearly all pages are read through once and not three
 * times: a page has some 300,000 characters, and next to none of them is such.
 */
import {mojibakeSign} from './mojibake.ts'

/**
 * What may be one. Without the `u` flag, which would have the engine ask at every surrogate whether it is half of
 * a pair: the text is read three times as fast as units.
 */
const sign = /[\u00c2-\u00c5\u00cb\u00ce-\u00d1\u00d7-\u00d9\u00e2-\u00f0](?=[\u0080-\u2122])|[\ud800-\udfff\ufffd]/g
const mojibakeHere = new RegExp(mojibakeSign.source, 'uy')
/** Emoji and accents before punctuation that are looked at one by one. Chosen: text full of them is asked as a whole. */
const honestSigns = 64

/** Must the text be looked at for damage? False is sure, true is not. Linear. */
export function mayBeDamaged(text: string): boolean {
  sign.lastIndex = 0
  for (let seen = 0; seen <= honestSigns; seen++) {
    if (!sign.test(text)) return false
    const at = sign.lastIndex - 1
    const unit = text.charCodeAt(at)
    if (unit >= 0xd800) {
      if (unit > 0xdbff || !isLow(text.charCodeAt(at + 1))) return true
      sign.lastIndex = at + 2
    } else {
      mojibakeHere.lastIndex = at
      if (mojibakeHere.test(text)) return true
    }
  }
  return true
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
