/** Asks the table of line rules. */
import {classOf, other, wide, word} from '../../page/scripts.ts'
import {lineRules, type LineRole, type LineRule} from '../../rules/lines.ts'

const byRole = new Map<LineRole, LineRule[]>()
for (const rule of lineRules) byRole.set(rule.is, [...(byRole.get(rule.is) ?? []), rule])

/** Characters of a line that its shape is read from: enough for any mark, and no line is too long for a regex. */
export const shapeLength = 200

/** The first rule of the role that hits the line. */
export function ruleFor(role: LineRole, line: string): LineRule | undefined {
  return byRole.get(role)?.find(rule => rule.test.test(line))
}

export function looksLike(role: LineRole, line: string): boolean {
  return ruleFor(role, line) !== undefined
}

/** What the first rule of the role finds in the line. */
export function matchOf(role: LineRole, line: string): RegExpExecArray | null {
  return ruleFor(role, line)?.test.exec(line) ?? null
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
