/**
 * Footnotes of the usual generators: a short link to an element at the end of the page, which becomes `[^1]` and
 * its definition. Both must be there, and written; else nothing changes.
 */
import {without} from '../page/ledger.ts'
import type {Block, Mark, Page, Span} from '../page/page.ts'
import {headingAround} from './headingAround.ts'
import {signSpans} from './signs.ts'
import {citationId, noteHolder, noteId, structureOf} from './structure.ts'

const referenceText = /^[[(]?(?:\d{1,3}|[*†‡§]{1,3}|[a-z])[\])]?$/iu
const backLink = /^[\s\ufe0e]*(?:[↩↑⤴⏎^←]|back|return|jump up)[\s\ufe0e\ufe0fa-z0-9.,]{0,12}$/iu
const definitionTags: ReadonlySet<string> = new Set(['li', 'div', 'p', 'aside', 'section', 'dd'])

interface Change extends Span { readonly write: string }

export interface Footnotes {
  /** Label of the footnote that a region defines, by its number. */
  readonly definitions: ReadonlyMap<number, string>
  /** Lists that hold footnotes and nothing else: the definitions need none. */
  readonly lists: ReadonlySet<number>
  /** The block with its references as they are written; the block itself if it has none. */
  written(block: Block): Block
}

const none: Footnotes = {definitions: new Map(), lists: new Set(), written: block => block}

/** @param isWritten is this block written? */
export function footnotesOf(page: Page, isWritten: (block: number) => boolean, exact: boolean): Footnotes {
  const candidates = candidatesOf(page, isWritten, exact)
  if (candidates.size === 0) return none
  const labels = new Map<string, string>()
  for (let i = 0; i < page.blocks.length; i++) {
    const block = page.blocks[i]
    if (block.marks.length === 0 || !isWritten(i) || isInSharedHeading(block, page)) continue
    const code = codeSpans(block)
    for (const mark of block.marks) {
      const id = targetOf(mark, page)
      if (id === undefined || labels.has(id) || isInCode(mark, code)) continue
      const region = candidates.get(id)
      // A link from inside the note, or to one that came before, is none to it.
      if (region !== undefined && i < page.regions[region].from && referenceText.test(block.text.slice(mark.from, mark.to))) labels.set(id, String(labels.size + 1))
    }
  }
  if (labels.size === 0) return none
  const definitions = new Map<number, string>()
  for (const [id, label] of labels) definitions.set(candidates.get(id) ?? -1, label)
  return {definitions, lists: listsOf(page, definitions), written: block => written(block, page, {labels, definitions})}
}

function candidatesOf(page: Page, isWritten: (block: number) => boolean, exact: boolean): Map<string, number> {
  const out = new Map<string, number>()
  let holderEnd = -1
  for (const r of structureOf(page).notes) {
    const {tag, attrs, classes, from, to, end} = page.regions[r]
    const role = attrs['role'] ?? ''
    if (role === 'doc-endnotes' || role === 'doc-footnote' || classes.some(name => noteHolder.test(name))) holderEnd = Math.max(holderEnd, end)
    const id = attrs['id']
    if (id === undefined || from === to || !definitionTags.has(tag) || out.has(id)) continue
    if (!noteId.test(id) && (exact || !citationId.test(id)) && !(r < holderEnd && tag === 'li')) continue
    // Of nested elements the outer one is the note; one that holds many blocks is the list of them.
    if (to - from > 12 || !isWritten(from) || !page.blocks.slice(from, to).some((block, i) => isWritten(from + i) && !isBackLink(block, exact)) || classes.some(name => noteHolder.test(name) && name.endsWith('s'))) continue
    out.set(id, r)
  }
  return out
}

/** In the line of several blocks all brackets are text. */
function isInSharedHeading({kind, region}: Block, page: Page): boolean {
  const heading = kind === 'heading' ? headingAround(page, region) : -1
  return heading >= 0 && page.regions[heading].to - page.regions[heading].from > 1
}

/** Where nothing is marked up, ascending and apart from each other. */
function codeSpans({marks}: Block): readonly Span[] {
  const out: {from: number; to: number}[] = []
  const code = marks.filter(({kind}) => kind === 'code' || kind === 'kbd' || kind === 'math')
  for (const {from, to} of code.sort((a, b) => a.from - b.from)) {
    const before = out[out.length - 1]
    if (before !== undefined && from < before.to) before.to = Math.max(before.to, to)
    else out.push({from, to})
  }
  return out
}

/** Is it a part of code, in which a reference would be text? */
function isInCode({from, to}: Mark, code: readonly Span[]): boolean {
  if (code.length === 0) return false
  const around = code[lastBefore(code, from)]
  return around !== undefined && from < around.to && to <= around.to && (around.from < from || to < around.to)
}

/** Does it say nothing but where the text goes on? */
function isBackLink(block: Block, exact: boolean): boolean {
  const {text, marks} = block
  if (text !== '' && without(text, signSpans(block, exact)) === '') return true
  return marks.some(({kind, from, to}) => kind === 'link' && backLink.test(text.slice(from, to)) && text.slice(0, from).trim() === '' && text.slice(to).trim() === '')
}

function targetOf({kind, attrs}: Mark, page: Page): string | undefined {
  const href = kind === 'link' ? attrs['href'] : undefined
  if (href === undefined) return undefined
  const at = href.indexOf('#')
  return at >= 0 && (at === 0 || href.slice(0, at) === page.url) ? href.slice(at + 1) : undefined
}

function listsOf({regions}: Page, definitions: ReadonlyMap<number, string>): ReadonlySet<number> {
  const out = new Set<number>()
  for (const region of definitions.keys()) {
    const {parent} = regions[region]
    if (parent < 0 || !/^[ou]l$/u.test(regions[parent].tag) || out.has(parent)) continue
    let isAll = true
    for (let r = parent + 1; r < regions[parent].end && isAll; r = regions[r].end) isAll = definitions.has(r)
    if (isAll) out.add(parent)
  }
  return out
}

function written(block: Block, page: Page, {labels, definitions}: {labels: ReadonlyMap<string, string>; definitions: ReadonlyMap<number, string>}): Block {
  if (block.marks.length === 0 || isInSharedHeading(block, page)) return block
  const changes: Change[] = []
  const code = codeSpans(block)
  for (const mark of block.marks) {
    const id = targetOf(mark, page)
    if (id === undefined || isInCode(mark, code)) continue
    const label = labels.get(id)
    const text = block.text.slice(mark.from, mark.to)
    if (label !== undefined && referenceText.test(text)) changes.push({from: mark.from, to: mark.to, write: `[^${label}]`})
    else if (label === undefined && backLink.test(text) && isIn(definitions, page, block.region)) changes.push({from: mark.from, to: mark.to, write: ''})
  }
  return changes.length === 0 ? block : replaced(block, changes)
}

/** Does a region stand in a footnote? */
function isIn(definitions: ReadonlyMap<number, string>, {regions}: Page, region: number): boolean {
  let at = region
  while (at >= 0 && !definitions.has(at)) at = regions[at].parent
  return at >= 0
}

/** The block with other text at these places, and without the marks over nothing else. */
function replaced(block: Block, changes: readonly Change[]): Block {
  let text = ''
  let done = 0
  /** Per change: how far the text after it has moved. */
  const shifts: number[] = []
  for (const {from, to, write} of changes) {
    text += block.text.slice(done, from) + write
    done = to
    shifts.push(text.length - to)
  }
  text = (text + block.text.slice(done)).trimEnd()
  const at = (offset: number): number => {
    const change = lastBefore(changes, offset)
    const by = change < 0 ? 0 : offset >= changes[change].to ? shifts[change] : (shifts[change - 1] ?? 0)
    return Math.min(text.length, Math.max(0, offset + by))
  }
  const isReplaced = ({from, to, kind}: Mark): boolean => {
    const around = lastBefore(changes, from)
    if (around >= 0 && to <= changes[around].to) return true
    // A raised mark around a reference raises nothing else.
    const inside = changes[around >= 0 && changes[around].from >= from ? around : around + 1]
    return kind === 'sup' && inside !== undefined && inside.to <= to && to - from <= inside.to - inside.from + 2
  }
  const marks = block.marks.filter(mark => !isReplaced(mark)).map(mark => ({...mark, ...outside(mark, changes, at)}))
  return {...block, text, marks: marks.filter(mark => mark.kind === 'image' || mark.from < mark.to)}
}

/** A reference stands outside of emphasis that begins or ends with it, whose signs could move into its brackets. */
function outside({from, to}: Mark, changes: readonly Change[], at: (offset: number) => number): Span {
  let [start, end] = [from, to]
  for (let i = lastBefore(changes, start); i >= 0 && changes[i].from === start && start < end; i = lastBefore(changes, start)) start = changes[i].to
  for (let i = lastBefore(changes, end - 1); i >= 0 && changes[i].to === end && start < end; i = lastBefore(changes, end - 1)) end = changes[i].from
  return {from: at(start), to: at(Math.max(start, end))}
}

/** Number of the last span that begins at or before this offset, -1 if none does. */
function lastBefore(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle].from <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
