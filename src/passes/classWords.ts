/** Words of a class name: `siteFooter__nav-2` is site, footer, nav, 2. */

/** Longer names are hashes or utility classes with values. */
const maxLength = 60

const none: readonly string[] = []

export function classWords(name: string): readonly string[] {
  if (name.length > maxLength) return none
  const out: string[] = []
  let from = 0
  let upperBefore = true
  for (let i = 0; i <= name.length; i++) {
    const c = i < name.length ? name.charCodeAt(i) : 45
    const upper = c >= 65 && c <= 90
    const sign = !upper && !(c >= 97 && c <= 122) && !(c >= 48 && c <= 57) && c < 128
    if (sign || (upper && !upperBefore)) {
      if (i > from) out.push(name.slice(from, i).toLowerCase())
      from = sign ? i + 1 : i
    }
    upperBefore = upper
  }
  return out
}
