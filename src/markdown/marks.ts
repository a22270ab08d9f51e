/** The marks of a block as they will be written: mapped over what was cut, trimmed, hoisted, merged, and only those Markdown can say. */
import type {Mark, MarkKind, Span} from '../page/page.ts'
import {hookName, type Hooks} from './hooks.ts'

export type Written = 'link' | 'strong' | 'em' | 'code' | 'del' | 'image' | 'math' | 'q' | 'sub' | 'sup' | 'hooked'
const writtenAs: Partial<Record<MarkKind, Written>> = {
  link: 'link', strong: 'strong', em: 'em', code: 'code', kbd: 'code', del: 'del', image: 'image', math: 'math', q: 'q', sub: 'sub', sup: 'sup',
}

export interface WrittenMark {
  readonly kind: Written
  from: number
  to: number
  /** The mark itself and its number in the block: its alt text may have been cut. */
  readonly mark: Mark
  readonly index: number
}

function unmoved(offset: number): number {
  return offset
}

/** Text without the given spans, and where each offset went; white space at the seams collapses as the ledger does it. */
export function withoutSpans(text: string, cuts: readonly Span[]): {text: string; at: (offset: number) => number} {
  if (cuts.length === 0) return {text, at: unmoved}
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

/** Of marks over the same characters the one with the lower number stands outside: emphasis of a whole link goes around it. */
const rank: Readonly<Record<Written, number>> = {em: 0, strong: 1, del: 2, q: 3, sub: 4, sup: 4, link: 5, hooked: 5, code: 6, math: 6, image: 7}

/** Marks to write, sorted, properly nested, nothing inside code, no white space at their edges, touching twins merged. */
export function writtenMarks(text: string, marks: readonly Mark[], {at, exact, hooks}: {at: (offset: number) => number; exact: boolean; hooks?: Hooks | undefined}): WrittenMark[] {
  const found: WrittenMark[] = []
  let code: WrittenMark | undefined
  const kept = exact ? codeEdges(text, marks, at) : nowhere
  for (let index = 0; index < marks.length; index++) {
    const mark = marks[index]
    const kind = kindOf(mark, hooks)
    if (kind === undefined) continue
    let from = at(mark.from)
    let to = kind === 'image' ? from : at(mark.to)
    if (!exact || kind !== 'code') {
      while (from < to && isSpace(text.charCodeAt(from)) && !kept.has(from)) from++
      while (to > from && isSpace(text.charCodeAt(to - 1)) && !kept.has(to - 1)) to--
    }
    if (from >= to && kind !== 'image') continue
    // Nothing is marked up inside code, but a link over all of it can stand around it.
    if (code !== undefined && from < code.to && !(kind === 'link' && from === code.from && to === code.to)) continue
    const written = {kind, from, to, mark, index}
    found.push(written)
    if (kind === 'code' || kind === 'math') code = written
  }
  return found.length < 2 ? found : merged(sorted(found))
}

/** Raised text has a form of its own only sometimes, and other kinds have none: a hook gets them as they are. */
function kindOf({kind}: Mark, hooks: Hooks | undefined): Written | undefined {
  const usual = writtenAs[kind]
  return hooks !== undefined && (usual === undefined || usual === 'sub' || usual === 'sup') && hookName(hooks, kind) !== undefined ? 'hooked' : usual
}

/** By where they begin, the longer first. An image has no length: it keeps its place among the marks that begin where it stands. */
function sorted(found: readonly WrittenMark[]): WrittenMark[] {
  const spans = found.filter(mark => mark.kind !== 'image')
  spans.sort((a, b) => a.from - b.from || b.to - a.to || rank[a.kind] - rank[b.kind] || a.index - b.index)
  if (spans.length === found.length) return spans
  const out: WrittenMark[] = []
  let next = 0
  for (const image of found) {
    if (image.kind !== 'image') continue
    let last = next
    for (let i = next; i < spans.length && spans[i].from <= image.from; i++) if (spans[i].from < image.from || spans[i].index < image.index) last = i + 1
    while (next < last) out.push(spans[next++])
    out.push(image)
  }
  while (next < spans.length) out.push(spans[next++])
  return out
}

function merged(marks: readonly WrittenMark[]): WrittenMark[] {
  const out: WrittenMark[] = []
  const around: WrittenMark[] = []
  const latest = new Map<Written, {mark: WrittenMark; parent: WrittenMark | undefined}>()
  for (const written of marks) {
    const {kind, from, to, mark} = written
    while (around.length > 0 && around[around.length - 1].to <= from) around.pop()
    const parent = around[around.length - 1]
    const before = latest.get(kind)
    if (before !== undefined && before.mark.to === from && before.parent === parent && from < to && isTwin(kind, before.mark.mark, mark)) {
      before.mark.to = to
      around.push(before.mark)
      continue
    }
    out.push(written)
    latest.set(kind, {mark: written, parent})
    if (kind !== 'image' && kind !== 'code' && kind !== 'math') around.push(written)
  }
  return out
}

/** Are two marks that touch one? Emphasis is, and the halves of a link that crossed another element. */
function isTwin(kind: Written, one: Mark, other: Mark): boolean {
  return kind === 'strong' || kind === 'em' || kind === 'del' || (kind === 'link' && one.element === other.element)
}

const nowhere: ReadonlySet<number> = new Set<number>()

/** Offsets of the white space at the edges of code, which belongs to the code. */
function codeEdges(text: string, marks: readonly Mark[], at: (offset: number) => number): ReadonlySet<number> {
  const out = new Set<number>()
  for (const mark of marks) {
    if (writtenAs[mark.kind] !== 'code') continue
    let from = at(mark.from)
    let to = at(mark.to)
    while (from < to && isSpace(text.charCodeAt(from))) out.add(from++)
    while (to > from && isSpace(text.charCodeAt(to - 1))) out.add(--to)
  }
  return out
}

/** White space that cannot stand at the inner edge of emphasis, NBSP with it. */
function isSpace(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 0xa0 || unit === 0x3000 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x202f
}
