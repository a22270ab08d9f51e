/**
 * Footnotes of the usual generators: a short link to an element at the end of the page, which becomes `[^1]` and
 * its definition. Both must be there, and written; else nothing changes.
 */
import type {Block, Mark, Page, Span} from '../page/page.ts'

const definitionId = /^(?:user-content-)?(?:fn|ftn|_ftn|_edn|footnote|endnote|easy-footnote-bottom)[-_:.]?[\w.-]{0,60}$/iu
/** Of an encyclopedia's pages; in a fragment they stay the list they are. */
const citationId = /^cite[_-]note-[^\s#]{1,120}$/iu
const holderClass = /^(?:footnotes?|endnotes|footnotes?-list|footnote-definitions?|wp-block-footnotes|easy-footnotes-wrapper|footnotedef)$/iu
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
    if (block.marks.length === 0 || !isWritten(i)) continue
    for (const mark of block.marks) {
      const id = targetOf(mark, page)
      if (id === undefined || labels.has(id)) continue
      const region = candidates.get(id)
      // A link from inside the note, or to one that came before, is none to it.
      if (region !== undefined && i < page.regions[region].from && referenceText.test(block.text.slice(mark.from, mark.to))) labels.set(id, String(labels.size + 1))
    }
  }
  if (labels.size === 0) return none
  const definitions = new Map<number, string>()
  for (const [id, label] of labels) definitions.set(candidates.get(id) ?? -1, label)
  return {definitions, lists: listsOf(page, definitions), written: block => written(block, page, labels)}
}

function candidatesOf(page: Page, isWritten: (block: number) => boolean, exact: boolean): Map<string, number> {
  const out = new Map<string, number>()
  let holderEnd = -1
  for (let r = 0; r < page.regions.length; r++) {
    const {tag, attrs, classes, from, to, end} = page.regions[r]
    const role = attrs['role'] ?? ''
    if (role === 'doc-endnotes' || role === 'doc-footnote' || classes.some(name => holderClass.test(name))) holderEnd = Math.max(holderEnd, end)
    const id = attrs['id']
    if (id === undefined || from === to || !definitionTags.has(tag) || out.has(id)) continue
    if (!definitionId.test(id) && (exact || !citationId.test(id)) && !(r < holderEnd && tag === 'li')) continue
    // Of nested elements the outer one is the note; one that holds many blocks is the list of them.
    if (to - from > 12 || !isWritten(from) || classes.some(name => holderClass.test(name) && name.endsWith('s'))) continue
    out.set(id, r)
  }
  return out
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

function written(block: Block, page: Page, labels: ReadonlyMap<string, string>): Block {
  if (block.marks.length === 0) return block
  const changes: Change[] = []
  for (const mark of block.marks) {
    const id = targetOf(mark, page)
    if (id === undefined) continue
    const label = labels.get(id)
    const text = block.text.slice(mark.from, mark.to)
    if (label !== undefined && referenceText.test(text)) changes.push({from: mark.from, to: mark.to, write: `[^${label}]`})
    else if (label === undefined && backLink.test(text)) changes.push({from: mark.from, to: mark.to, write: ''})
  }
  return changes.length === 0 ? block : replaced(block, changes)
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
  const marks = block.marks.filter(mark => !isReplaced(mark)).map(mark => ({...mark, from: at(mark.from), to: at(mark.to)}))
  return {...block, text, marks: marks.filter(mark => mark.kind === 'image' || mark.from < mark.to)}
}

/** Number of the last change that begins at or before this offset, -1 if none does. */
function lastBefore(changes: readonly Change[], offset: number): number {
  let low = 0
  let high = changes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (changes[middle].from <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
