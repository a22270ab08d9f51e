/** IP addresses of both versions, told from versions of programs, sections of texts and times. */
import {isIPv6} from 'node:net'
import {textBefore, type PiiSpan} from './span.ts'

const four = /(?<![\p{L}\p{N}._-])(?:\d{1,3}\.){3}\d{1,3}(?![\p{L}\p{N}_]|[.-]\p{N})/gu
const six = /(?<![\p{L}\p{N}:._-])(?:[0-9a-f]{0,4}:){2,7}(?:[0-9a-f]{0,4}|(?:\d{1,3}\.){3}\d{1,3})(?![\p{L}\p{N}:]|\.\p{N})/giu

const namesVersion = /(?:\bv|\b(?:ver|version|versions|release|rel|build|firmware|fw|software|update|upgrade|upgraded to|patch|driver|rev|revision|section|sections|chapter|clause|article|figure|table|appendix|rule)|§|[\p{L}\d]\/)[.:]?\s{0,2}$/iu
const namesAddress = /\b(?:ip|ips|ipv4|address|addresses|host|server|dns|ping|inet|from|client|gateway|peer)\b[\s:=(]{0,4}(?:is\s)?$/iu
/** Numbers up to this one are what versions and sections are made of; an address has a larger one almost always. Chosen. */
const small = 20

export function ipAddresses(text: string): PiiSpan[] {
  const out: PiiSpan[] = []
  if (/\d\.\d/u.test(text)) {
    for (const {0: found, index} of text.matchAll(four)) {
      if (isAddress(found, textBefore(text, index))) out.push({kind: 'ip', from: index, to: index + found.length})
    }
  }
  if (text.includes(':')) {
    for (const {0: found, index} of text.matchAll(six)) {
      if (isIPv6(found) && isPersonal6(found)) out.push({kind: 'ip', from: index, to: index + found.length})
    }
  }
  return out
}

function isAddress(found: string, before: string): boolean {
  const parts = found.split('.')
  const numbers = parts.map(Number)
  if (numbers.some(number => number > 255) || parts.some(part => part.length > 1 && part.startsWith('0'))) return false
  // Unspecified, loopback, masks: nobody's address.
  if (numbers[0] === 0 || numbers[0] === 127 || (numbers[0] === 255 && numbers[1] === 255)) return false
  if (namesVersion.test(before)) return false
  return numbers.some(number => number >= small) || namesAddress.test(before)
}

/** A short form must begin as addresses in use do: `a::b` is code. */
function isPersonal6(found: string): boolean {
  if (!found.includes('::')) return true
  return /^(?:[23][0-9a-f]{3}|f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]|64:ff9b|:(?::ffff)?:\d{1,3}\.)/iu.test(found) && /\d/u.test(found)
}
