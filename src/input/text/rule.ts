/** A line drawn across the page. */
import type {TextDocument} from './document.ts'

export function rule(text: TextDocument, at: number): number {
  if (!text.looks('rule', at) || text.length(at) > 200) return at
  text.builder.rule(text.lines.from[at], text.lines.to[at])
  text.last = {kind: 'rule', words: 0, ends: true}
  return at + 1
}
