/** Signs that a page puts beside its text for the mouse: permalinks of headings and definitions, edit links. */
import type {Block, Span} from '../page/page.ts'

const sign = /^(?:(?:[#¶§∞\s]|\u{1f517}|\u{2693}|\u{fe0e}|\u{fe0f}){1,4}|permalink(?: to this \w{1,20})?|(?:direct )?link to (?:this )?(?:heading|section|headline|definition)|anchor(?: link)?|copy link)$/iu
const editSection = /^mw-(?:editsection|cite-backlink)$/u

export const noSpans: readonly Span[] = []

/** Spans of these signs, sorted. In a fragment edit links and signs before a heading stay: they are text of it. */
export function signSpans({kind, text, marks, level}: Block, exact: boolean): readonly Span[] {
  const isHeading = kind === 'heading' || level > 0
  let out: Span[] | undefined
  for (const mark of marks) {
    if (mark.kind !== 'link' && mark.hidden === 'no' && (exact || mark.kind !== 'span' || mark.classes.length === 0)) continue
    if (exact && (mark.hidden === 'attribute' || mark.hidden === 'style') && (mark.from > 0 || mark.to < text.length)) (out ??= []).push(mark)
    else if (mark.kind === 'link' && (isHeading || text[mark.from] === '¶') && isPermalink(text.slice(mark.from, mark.to), mark.attrs['href'] ?? '', isHeading) && !(exact && mark.to < text.length)) (out ??= []).push(mark)
    else if (!exact && mark.kind === 'span' && mark.classes.some(name => editSection.test(name))) (out ??= []).push(mark)
  }
  return out ?? noSpans
}

function isPermalink(text: string, href: string, isHeading: boolean): boolean {
  if (text.length > 40 || !href.includes('#') || !sign.test(text)) return false
  return isHeading || text.trim() === '¶'
}

/** Both lists of spans as one, sorted, none touching another. */
export function withSpans(one: readonly Span[], other: readonly Span[]): readonly Span[] {
  if (other.length === 0) return one
  const out: {from: number; to: number}[] = []
  for (const {from, to} of [...one, ...other].sort((a, b) => a.from - b.from)) {
    const last = out[out.length - 1]
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else out.push({from, to})
  }
  return out
}
