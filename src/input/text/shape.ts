/** Asks the table of line rules. */
import {classOf, other, wide, word} from '../../page/scripts.ts'
import {lineRules, type LineRole, type LineRule} from '../../rules/lines.ts'

/** A rule with what is asked before its test. */
interface Asked {
  readonly rule: LineRule
  /** Bits of its signs, 0 if it has none. */
  readonly mask: number
}

/** Signs have a bit each; where there are more than bits, the rest share the last one. */
const bits = 31
/** By UTF-16 code unit: the bit of a sign. No rule has signs between the two ranges. */
const low = new Int32Array(0x3100)
const high = new Int32Array(0x100)
const highFrom = 0xff00
const byRole = rulesByRole()

function rulesByRole(): ReadonlyMap<LineRole, readonly Asked[]> {
  const known = [...new Set(lineRules.flatMap(({signs = ''}) => [...signs].map(sign => isDigit(sign.charCodeAt(0)) ? '0' : sign)))]
  for (const [i, sign] of known.entries()) {
    const unit = sign.charCodeAt(0)
    const bit = 1 << Math.min(i, bits - 1)
    if (sign === '0') low.fill(bit, 0x30, 0x3a)
    else if (unit < low.length) low[unit] = bit
    else high[unit - highFrom] = bit
  }
  const out = new Map<LineRole, Asked[]>()
  for (const rule of lineRules) out.set(rule.is, [...(out.get(rule.is) ?? []), {rule, mask: signsOf(rule.signs ?? '')}])
  return out
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

/** Which signs of the rules stand in a line, as bits. */
export function signsOf(line: string): number {
  let signs = 0
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i)
    if (unit < low.length) signs |= low[unit]
    else if (unit >= highFrom) signs |= high[unit - highFrom]
  }
  return signs
}

/** Characters of a line that its shape is read from: enough for any mark, and no line is too long for a regex. */
export const shapeLength = 200

/**
 * The first rule of the role that hits the line.
 *
 * @param signs of the line, if they are known
 */
export function ruleFor(role: LineRole, line: string, signs = signsOf(line)): LineRule | undefined {
  const asked = byRole.get(role) ?? []
  for (let i = 0; i < asked.length; i++) {
    const {rule, mask} = asked[i]
    if (mask !== 0 && (mask & signs) === 0) continue
    if (rule.starts !== undefined && (line === '' || !rule.starts.includes(line[0]))) continue
    if (rule.test.test(line)) return rule
  }
  return undefined
}

export function looksLike(role: LineRole, line: string, signs?: number): boolean {
  return ruleFor(role, line, signs) !== undefined
}

/** What the first rule of the role finds in the line. */
export function matchOf(role: LineRole, line: string, signs?: number): RegExpExecArray | null {
  return ruleFor(role, line, signs)?.test.exec(line) ?? null
}

/** Words of a piece of text; two characters of a script without spaces count as one. Hangul puts spaces between its words. */
export function countWords(text: string): number {
  let words = 0
  let wideCharacters = 0
  let inWord = false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const is = unit >= 0xac00 && unit <= 0xd7af ? word : unit === 0x5f || (unit >= 0xd800 && unit <= 0xdfff) ? other : classOf(unit)
    if (is === word) {
      if (!inWord && unit !== 0x27 && unit !== 0x2019) {
        words++
        inWord = true
      }
      continue
    }
    inWord = false
    if (is === wide) wideCharacters++
  }
  return words + (wideCharacters >> 1)
}

/** Does the text end as a sentence does? */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？।؟۔:：]["'”’»」』)\]]{0,3}$/u.test(text.slice(-8))
}

/** Do two lines join without a space: is the script around the seam written without? */
export function joinsWithoutSpace(before: string, after: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]$/u.test(before.slice(-2)) &&
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u.test(after)
}
