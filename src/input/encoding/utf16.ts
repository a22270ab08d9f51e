/** UTF-16 without a byte order mark: markup is ASCII, so every other byte is NUL. */

/** Bytes looked at; chosen. */
const looked = 4096
/** Share of NULs on one side that makes it UTF-16; ASCII text gives 1, a Chinese page with markup 0.5 and more. Chosen. */
const minShare = 0.3

export function utf16Pattern(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const size = Math.min(bytes.length, looked) & ~1
  if (size < 4) return undefined
  let even = 0
  let odd = 0
  for (let i = 0; i < size; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const pairs = size / 2
  // NULs on both sides are binary data.
  if (odd >= pairs * minShare && even < odd / 10) return 'utf-16le'
  if (even >= pairs * minShare && odd < even / 10) return 'utf-16be'
  return undefined
}
