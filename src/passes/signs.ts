/** Which signs stand in a text, as bits: one walk over it tells which of many rows may know it. */

/** All within Latin-1, but for the euro. */
const signs = '{%[<#$*«_@:.(£¥=>€'
const euro = 1 << signs.indexOf('€')
const latin = new Int32Array(0x100)
for (let i = 0; i < signs.length - 1; i++) latin[signs.charCodeAt(i)] = 1 << i

/** The bits of the signs in a text; of other characters none. */
export function signsOf(text: string): number {
  let bits = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x100) bits |= latin[unit]
    else if (unit === 0x20ac) bits |= euro
  }
  return bits
}
