/**
 * Numbers a double cannot hold (64-bit ids, mostly) survive the way from JSON to JSON: they are wrapped into
 * marked strings before parsing and unwrapped after writing.
 */

let known: string | undefined

/** Random, so that no page can hold it by design. Made for the first wide number: the engine takes 4 ms to its first random one. */
function marker(): string {
  return known ??= `wide-${Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => byte.toString(16).padStart(2, '0')).join('')}:`
}
const suspicious = /[0-9]{16}|[0-9][eE][+-]?[0-9]{3}/u

/** The JSON text with every inexact number as a marked string; the same text if there is none. Linear. */
export function wrapWideNumbers(json: string): string {
  if (!suspicious.test(json)) return json
  const parts: string[] = []
  let copied = 0
  let at = 0
  const number = /-?[0-9][0-9.eE+-]{0,399}/uy
  while (at < json.length) {
    const code = json.charCodeAt(at)
    if (code === 0x22) at = afterString(json, at)
    else if (code === 0x2d || (code >= 0x30 && code <= 0x39)) {
      number.lastIndex = at
      const token = number.exec(json)?.[0] ?? '-'
      if (!exact(token)) {
        parts.push(json.slice(copied, at), `"${marker()}${token}"`)
        copied = at + token.length
      }
      at += token.length
    } else at++
  }
  return parts.length === 0 ? json : parts.join('') + json.slice(copied)
}

/** An integer as it is, or marked so that it is written with all its digits. */
export function wideNumber(value: bigint): number | string {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : `${marker()}${value}`
}

export function unwrapWideNumbers(json: string): string {
  return known !== undefined && json.includes(known) ? json.replace(new RegExp(`"${known}(-?[0-9.eE+-]{1,400})"`, 'gu'), '$1') : json
}

function afterString(json: string, start: number): number {
  let at = start + 1
  for (;;) {
    const quote = json.indexOf('"', at)
    if (quote < 0) return json.length
    let slashes = 0
    while (json.charCodeAt(quote - 1 - slashes) === 0x5c) slashes++
    if (slashes % 2 === 0) return quote + 1
    at = quote + 1
  }
}

/** Only whole numbers and overflow count: decimals are measured values, and doubles to every reader. */
function exact(token: string): boolean {
  if (!/^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/u.test(token)) return true
  const value = Number(token)
  return /[.eE]/u.test(token) ? Number.isFinite(value) : Number.isSafeInteger(value)
}
