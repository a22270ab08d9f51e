/** Asks the table of line rules. */
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

const wideCharacter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu
const wideOnce = new RegExp(wideCharacter.source, 'u')

/** Words of a piece of text; two characters of a script without spaces count as one. */
export function countWords(text: string): number {
  const spaced = text.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu)?.length ?? 0
  if (!wideOnce.test(text)) return spaced
  return spaced + Math.floor((text.match(wideCharacter)?.length ?? 0) / 2)
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
