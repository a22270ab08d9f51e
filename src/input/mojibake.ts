/** Reading a text's characters as the bytes they were, and the bytes as UTF-8. */

/**
 * Byte of each character of windows-1252 above ASCII. The five holes of the table (81 8D 8F 90 9D) stand for
 * the C1 control of the same number, as browsers read them. Our own table: Node 20's decoder takes
 * windows-1252 for ISO 8859-1.
 */
export const windows1252: ReadonlyMap<number, number> = new Map([
  ...Array.from({length: 0x60}, (_, i): [number, number] => [0xa0 + i, 0xa0 + i]),
  ...('\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
    '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178')
    .split('').map((character, i): [number, number] => [character.charCodeAt(0), 0x80 + i]),
])

/** A character above ASCII, its UTF-8 read as windows-1252 or ISO 8859-1. */
export const mojibakeSign = /[\u00c2-\u00c5\u00cb\u00ce\u00cf\u00d0\u00d1\u00d7-\u00d9][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122]|[\u00e2-\u00ef\u00f0][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122]{2}/u

/** Smallest code point that needs that many continuation bytes: shorter spellings are invalid. */
const least = [0, 0x80, 0x800, 0x10000]

/**
 * The text whose UTF-8 bytes, read by the given table, gave `text`.
 *
 * @returns undefined if a character is no byte of the table or the bytes are not valid UTF-8; `sequences` counts
 *   the characters above ASCII. One pass, leaves at the first contradiction.
 */
export function decodedTwice(text: string, bytes: ReadonlyMap<number, number>): {text: string; sequences: number} | undefined {
  const parts: string[] = []
  let done = 0
  let sequences = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) continue
    const lead = bytes.get(code)
    if (lead === undefined || lead < 0xc2 || lead > 0xf4) return undefined
    const more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3
    let point = lead & (0x3f >> more)
    for (let k = 1; k <= more; k++) {
      const byte = bytes.get(text.charCodeAt(i + k))
      if (byte === undefined || byte > 0xbf) return undefined
      point = (point << 6) | (byte & 0x3f)
    }
    if (point < least[more] || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return undefined
    parts.push(text.slice(done, i), String.fromCodePoint(point))
    i += more
    done = i + 1
    sequences++
  }
  parts.push(text.slice(done))
  return {text: parts.join(''), sequences}
}
