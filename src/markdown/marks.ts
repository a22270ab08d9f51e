/** The marks of a block as they will be written: mapped over what was cut, trimmed, merged, and only those Markdown can say. */
import type {Mark, MarkKind, Span} from '../page/page.ts'

export type Written = 'link' | 'strong' | 'em' | 'code' | 'del' | 'image' | 'math' | 'q'
const writtenAs: Partial<Record<MarkKind, Written>> = {
  link: 'link', strong: 'strong', em: 'em', code: 'code', kbd: 'code', del: 'del', image: 'image', math: 'math', q: 'q',
}

export interface WrittenMark {
  readonly kind: Written
  from: number
  to: number
  /** The mark itself and its number in the block: its alt text may have been cut. */
  readonly mark: Mark
  readonly index: number
}

/** Text without the given spans, and where each offset went; white space at the seams collapses as the ledger does it. */
export function withoutSpans(text: string, cuts: readonly Span[]): {text: string; at: (offset: number) => number} {
  if (cuts.length === 0) return {text, at: offset => offset}
  const kept: {from: number; to: number; start: number}[] = []
  let out = ''
  let from = 0
  for (const cut of [...cuts, {from: text.length, to: text.length}]) {
    let piece = text.slice(from, cut.from)
    let start = from
    if (out === '' || /\s$/u.test(out)) {
      const bare = piece.trimStart()
      start += piece.length - bare.length
      piece = bare
    }
    kept.push({from: start, to: start + piece.length, start: out.length})
    out += piece
    from = cut.to
  }
  const whole = out.trimEnd()
  const at = (offset: number): number => {
    let best = 0
    for (const span of kept) if (offset >= span.from) best = span.start + Math.min(offset, span.to) - span.from
    return Math.min(best, whole.length)
  }
  return {text: whole, at}
}

/** Marks to write, sorted, properly nested, nothing inside code, no white space at their edges, touching twins merged. */
export function writtenMarks(text: string, marks: readonly Mark[], at: (offset: number) => number): WrittenMark[] {
  const out: WrittenMark[] = []
  const around: WrittenMark[] = []
  const latest = new Map<Written, {mark: WrittenMark; parent: WrittenMark | undefined}>()
  let codeEnd = -1
  for (let index = 0; index < marks.length; index++) {
    const mark = marks[index]
    const kind = writtenAs[mark.kind]
    if (kind === undefined) continue
    const {from, to} = trimmed(text, kind, {from: at(mark.from), to: at(mark.to)})
    if (from < codeEnd || (from >= to && kind !== 'image')) continue
    while (around.length > 0 && around[around.length - 1].to <= from) around.pop()
    const parent = around[around.length - 1]
    const before = latest.get(kind)
    if (merges.has(kind) && before !== undefined && before.mark.to === from && before.parent === parent) {
      before.mark.to = to
      around.push(before.mark)
      continue
    }
    const written = {kind, from, to, mark, index}
    out.push(written)
    latest.set(kind, {mark: written, parent})
    if (kind === 'code' || kind === 'math') codeEnd = to
    else if (kind !== 'image') around.push(written)
  }
  return out
}

/** Kinds of which two that touch are one. */
const merges: ReadonlySet<Written> = new Set(['strong', 'em', 'del'])

function trimmed(text: string, kind: Written, {from, to}: Span): Span {
  if (kind === 'image') return {from, to: from}
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  return {from, to}
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 10
}
