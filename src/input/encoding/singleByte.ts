/** Single-byte encodings that no decoder at hand reads right everywhere. */

/**
 * 0x80–0x9F of windows-1252; a hole of the table is U+FFFD. Our own, because Node 20's decoder takes
 * windows-1252 for ISO 8859-1 and gives control characters.
 *
 * @see https://encoding.spec.whatwg.org/index-windows-1252.txt
 */
export const windows1252Upper = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ'

/** 0xA0–0xFF of ISO 8859-16, which Node's decoder does not know. */
const latin10 = '\u00a0ĄąŁ€„Š§š©Ș«Ź\u00adźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ'

const above: ReadonlyMap<string, string> = new Map([
  ['windows-1252', windows1252Upper + String.fromCharCode(...Array.from({length: 96}, (_, i) => 0xa0 + i))],
  ['iso-8859-16', windows1252Upper + latin10],
])

/**
 * Bytes that Node 20 reads otherwise than the standard (and Node 24), and what they are. ASCII is always itself.
 *
 * @see https://encoding.spec.whatwg.org/#indexes
 */
const corrected: ReadonlyMap<string, Readonly<Record<number, string>>> = new Map([
  ['koi8-u', {0xae: 'ў', 0xbe: 'Ў'}],
  ['ibm866', {}],
  ['windows-1253', {0xaa: '\ufffd'}],
  ['windows-1255', {0xca: '\u05ba'}],
  ['windows-874', Object.fromEntries([0xdb, 0xdc, 0xdd, 0xde, 0xfc, 0xfd, 0xfe, 0xff].map(byte => [byte, '\ufffd']))],
])

export const singleByteNames: ReadonlySet<string> = new Set([...above.keys(), ...corrected.keys()])

/** UTF-16 code unit of each byte. */
function unitsOf(encoding: string): Uint16Array {
  const table = above.get(encoding)
  const corrections = corrected.get(encoding) ?? {}
  const decoder = table === undefined ? new TextDecoder(encoding) : undefined
  const units = new Uint16Array(256)
  for (let i = 0; i < 256; i++) {
    const sign = corrections[i] ?? table?.[i - 0x80] ?? decoder?.decode(Uint8Array.of(i)) ?? '\ufffd'
    units[i] = i < 0x80 ? i : sign.charCodeAt(0)
  }
  return units
}

/** Bytes turned at once: as many as a call can take as arguments on every engine. */
const chunk = 8192

export function decodeSingleByte(bytes: Uint8Array, encoding: string): string {
  const units = unitsOf(encoding)
  const parts: string[] = []
  const turned = new Uint16Array(chunk)
  for (let at = 0; at < bytes.length; at += chunk) {
    const size = Math.min(chunk, bytes.length - at)
    for (let i = 0; i < size; i++) turned[i] = units[bytes[at + i]]
    parts.push(String.fromCharCode(...(size === chunk ? turned : turned.subarray(0, size))))
  }
  return parts.join('')
}

/** Bytes as the characters of the same numbers: for looking at markup before the encoding is known. */
export function asLatin1(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += chunk) parts.push(String.fromCharCode(...bytes.subarray(at, at + chunk)))
  return parts.join('')
}

/**
 * Text without C1 controls: read as ISO 8859, bytes 0x80–0x9F are controls that nobody means; they were typed
 * as windows-1252, whose signs the other Windows code pages share here.
 *
 * Those of a sequence that is UTF-8, read wrong, stay: they tell the normaliser what it is.
 */
export function withoutControls(text: string): string {
  if (!/[\u0080-\u009f]/u.test(text)) return text
  return text.replace(sequenceOrControl, sign => (sign.length > 1 ? sign : (windows1252Upper[sign.charCodeAt(0) - 0x80] ?? sign)))
}
const sequenceOrControl = /[\u00c2-\u00df][\u0080-\u009f]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}|[\u0080-\u009f]/gu
