/** Is a text a notice that asks for JavaScript, cookies or another browser? */
import {scripting} from '../rules/scripting.ts'
import type {TestRow} from '../rules/row.ts'

/** UTF-16 code units; a longer text talks about the matter. Chosen: 30 long words. */
export const maxNotice = 300

/** The row that fits, undefined if the text is no notice. */
export function noticeIn(text: string): TestRow | undefined {
  if (text.length > maxNotice || text.length < 12 || !(text.includes('cript') || ('YSUPysup'.includes(text[0]) && text.includes('rowser')))) return undefined
  const lower = text.toLowerCase()
  for (const row of scripting) if (lower.includes(row.hint) && row.test.test(text)) return row
  return undefined
}
