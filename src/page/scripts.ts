/** What a UTF-16 code unit is to someone who counts words: one look-up for ASCII, ranges beyond. */

export const other = 0
/** Part of a word in a script that puts spaces between words. */
export const word = 1
/** A character of a script that writes without spaces. */
export const wide = 2
/** A mark that ends a sentence or a clause. */
export const stop = 3

const ascii = new Uint8Array(128)
for (let c = 0; c < 128; c++) {
  const sign = String.fromCharCode(c)
  if (/[0-9A-Za-z_]/u.test(sign)) ascii[c] = word
  else if (/[.!?,;]/u.test(sign)) ascii[c] = stop
}
// An apostrophe stays inside its word.
ascii[0x27] = word

/** Scripts without spaces: Thai to Burmese, Khmer, Kana, Han, Hangul is spaced but dense and counts by character. */
const wideRanges = [0x0e00, 0x0eff, 0x1000, 0x109f, 0x1780, 0x17ff, 0x2e80, 0x2fdf, 0x3005, 0x3007, 0x3040, 0x9fff, 0xac00, 0xd7af, 0xf900, 0xfaff]
const stops = new Set([0x3002, 0xff01, 0xff1f, 0xff0c, 0xff1b, 0x3001, 0xff0e, 0xff61, 0x060c, 0x061b, 0x061f, 0x06d4, 0x0964, 0x0965, 0x2026, 0x37e])

/** Class of a UTF-16 code unit. A surrogate counts as a word's part: emoji and rare scripts. */
export function classOf(unit: number): number {
  return unit < classes.length ? classes[unit] : classBeyond(unit)
}

function classBeyond(unit: number): number {
  if (unit < 128) return ascii[unit]
  if (unit < 0xaa) return other
  if (unit < 0x0e00) return unit === 0xd7 || unit === 0xf7 || unit === 0xab || unit === 0xbb ? other : stops.has(unit) ? stop : word
  for (let i = 0; i < wideRanges.length; i += 2) {
    if (unit < wideRanges[i]) break
    if (unit <= wideRanges[i + 1]) return wide
  }
  if (stops.has(unit)) return stop
  if (unit >= 0x2000 && unit <= 0x2e7f) return unit === 0x2019 ? word : other
  if (unit >= 0x3000 && unit <= 0x303f) return other
  if (unit >= 0xfe10 && unit <= 0xfe6f) return other
  return unit >= 0xff01 && unit <= 0xff0f ? other : word
}

/** Alphabets and the punctuation that texts in them use: most of what is ever asked for. */
const classes = Uint8Array.from({length: 0x2100}, (_, unit) => classBeyond(unit))
