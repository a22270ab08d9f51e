/**
 * The self-check: written Markdown is parsed again, and what the parser finds is held against the page, block by
 * block: kind, level, the quotes and items around it, and every character of the text.
 *
 * Knows nothing of how the writer works but the map of where each block stands.
 */
import type {Nodes, Parents} from 'mdast'
import {without, type Ledger} from '../page/ledger.ts'
import type {Page, Span} from '../page/page.ts'
import type {MapSpan} from '../result.ts'
import {isHooked} from './hooks.ts'
import type {RenderOptions} from './render.ts'
import {signSpans, withSpans} from './signs.ts'

export interface Difference {
  /** Number of the block in the page. */
  readonly block: number
  readonly why: 'kind' | 'level' | 'containers' | 'text'
  readonly expected: string
  readonly found: string
}
export interface Written {
  readonly markdown: string
  readonly map: readonly MapSpan[]
  /** What it was written with: what was asked to be left out, moved or written otherwise is no difference. */
  readonly options?: Pick<RenderOptions, 'links' | 'images' | 'tables' | 'shift' | 'topHeading' | 'hooks'> & Partial<Pick<RenderOptions, 'exact'>>
}
interface Checked { readonly page: Page; readonly ledger: Ledger; readonly options: Written['options'] }
export type Verify = (written: Written, page: Page, ledger: Ledger) => Difference[]

/** What the parser found at a place of the Markdown. */
interface Leaf { readonly kind: string; readonly level: number; readonly containers: string; readonly text: string; readonly from: number; readonly to: number }

/** The self-check, if the settings ask for it. */
export async function verifyFor({verify}: {readonly verify: boolean}): Promise<Verify | undefined> {
  return verify ? loadVerify() : undefined
}

/** Loads the Markdown parser. */
export async function loadVerify(): Promise<Verify> {
  const [{fromMarkdown}, {gfmFromMarkdown}, {gfm}] = await Promise.all([import('mdast-util-from-markdown'), import('mdast-util-gfm'), import('micromark-extension-gfm')])
  return ({markdown, map, options}, page, ledger) => {
    const leaves = leavesOf(fromMarkdown(markdown, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]}))
    const out: Difference[] = []
    let next = 0
    for (const span of map) {
      if (options?.hooks !== undefined && isHooked(options.hooks, page, page.blocks[span.block])) continue
      while (next < leaves.length && leaves[next].to <= span.from) next++
      const inside: Leaf[] = []
      for (let i = next; i < leaves.length && leaves[i].from < span.to; i++) inside.push(leaves[i])
      const difference = compared(span.block, inside, {page, ledger, options})
      if (difference !== undefined) out.push(difference)
    }
    return out
  }
}

function compared(block: number, found: readonly Leaf[], {page, ledger, options}: Checked): Difference | undefined {
  const kind = ledger.kind(block)
  const {region} = page.blocks[block]
  const first = found[0]
  if (first === undefined) return kind === 'image' || kind === 'embed' ? undefined : {block, why: 'text', expected: ledger.text(block), found: ''}
  const differs = (why: Difference['why'], expected: string, got: string): Difference => ({block, why, expected, found: got})
  const table = first.kind === 'table' ? tableAround(page, region) : -1
  if (first.kind === 'html' && options?.tables === 'html' && tableAround(page, region) >= 0) return undefined
  const expected = table >= 0 ? 'table' : kind === 'heading' || kind === 'code' || kind === 'rule' ? kind : 'paragraph'
  if (first.kind !== expected && kind !== 'math' && !(kind === 'image' && first.kind === 'heading')) return differs('kind', expected, first.kind)
  if (kind === 'heading' && table < 0 && !isMoved(options) && first.level !== Math.min(6, Math.max(1, ledger.level(block)))) return differs('level', String(ledger.level(block)), String(first.level))
  const around = containersOf(page, table >= 0 ? page.regions[table].parent : region)
  const isNote = first.containers.includes('^')
  if (!isNote && !isSameAround(around, first.containers)) return differs('containers', around, first.containers)
  if (kind === 'rule' || kind === 'math' || kind === 'image') return undefined
  if (leavesOut(page, table >= 0 ? page.regions[table] : {from: block, to: block + 1}, options)) return undefined
  const wanted = table >= 0 ? tableText({page, ledger, options}, table) : shownText(block, {page, ledger, options})
  const text = found.map(leaf => leaf.text).join('')
  // A heading of several blocks is one line.
  const isPart = kind === 'heading' && bare(text).includes(bare(wanted))
  // A parser that knows no formulas takes some of their signs for its own.
  const isFormula = page.blocks[block].marks.some(mark => mark.kind === 'math')
  const [one, other] = isFormula || table >= 0 ? [wanted, text].map(each => each.replace(/[\\_*{}`]+/gu, '')) : [wanted, text]
  return isPart || isNote || saysImages(block, text, page) || isSameText(one, other, kind === 'code' && table < 0) ? undefined : differs('text', wanted, text)
}

/** Without the signs that serve the mouse, which are not written; with the credit of a caption behind it. */
function shownText(block: number, {page, ledger, options}: Checked): string {
  const {text} = page.blocks[block]
  const signs = signSpans(page.blocks[block], options?.exact === true)
  const credit = ledger.credits(block)
  const shown = signs.length === 0 ? '' : without(text, withSpans(ledger.cuts(block), signs))
  return (shown === '' ? ledger.text(block) : shown) + (credit === undefined ? '' : text.slice(credit.from, credit.to))
}

/** An image whose address is not written stands as its alt text. */
function saysImages(block: number, found: string, {blocks}: Page): boolean {
  const {text, marks} = blocks[block]
  if (!marks.some(({kind, attrs}) => kind === 'image' && attrs['alt'] !== undefined)) return false
  let said = ''
  let at = 0
  for (const {kind, from, attrs} of marks) {
    if (kind !== 'image' || from < at) continue
    said += text.slice(at, from) + (attrs['alt'] ?? '')
    at = from
  }
  return bare(said + text.slice(at)) === bare(found)
}

function isMoved(options: Written['options']): boolean {
  return (options?.shift ?? 0) > 0 || (options?.topHeading ?? 'keep') !== 'keep'
}

/** Does some of the text of these blocks stay out, or stand in the place of an image, because the options say so? */
function leavesOut({blocks}: Page, {from, to}: Span, options: Written['options']): boolean {
  if (options === undefined || (options.links !== 'drop' && options.images !== 'alt')) return false
  return blocks.slice(from, to).some(({marks}) => marks.some(({kind}) => (kind === 'link' && options.links === 'drop') || (kind === 'image' && options.images === 'alt')))
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s"()¶#§$↩−-]+/gu, '').replace(/\[[ xX]\]|\[!\w{1,9}\]/gu, '')
}

/** White space apart, and the few signs a writer adds or leaves out: quotes, dollars, credits in brackets, permalinks, raised digits. */
function isSameText(wanted: string, found: string, isCode: boolean): boolean {
  if (isCode) return wanted.trim() === found.trim()
  if (bare(found) === bare(wanted)) return true
  return found.includes(noteSign) && isBetween(bare(wanted), bare(found).split(noteSign))
}

/** Stands in the place of a reference to a footnote, whatever the page wrote there. */
const noteSign = '\u{e000}'
/** Characters of such a reference at most. */
const longestReference = 8

/** Is it these pieces, with no more than a reference between two of them? */
function isBetween(wanted: string, pieces: readonly string[]): boolean {
  let at = 0
  for (const [i, piece] of pieces.entries()) {
    const found = i === pieces.length - 1 && piece === '' ? wanted.length : wanted.indexOf(piece, at)
    if (found < 0 || found - at > (i === 0 ? 0 : longestReference)) return false
    at = found + piece.length
  }
  return wanted.length - at <= longestReference
}

function tableAround({regions}: Page, region: number): number {
  let at = region
  while (at >= 0 && regions[at].tag !== 'table') at = regions[at].parent
  return at
}

function tableText({page, ledger, options}: Checked, table: number): string {
  let out = ''
  for (let i = page.regions[table].from; i < page.regions[table].to; i++) {
    const {hidden} = page.blocks[i]
    if (options?.exact === true && (hidden === 'attribute' || hidden === 'style')) continue
    if (ledger.alive(i) && ledger.kind(i) !== 'rule' && isInCell(page, page.blocks[i].region, table)) out += ledger.text(i)
  }
  return out
}

const lists: ReadonlySet<string> = new Set(['ul', 'ol', 'menu', 'dir'])

/** Captions, and what a page left between the cells, stand outside of the table. */
function isInCell({regions}: Page, region: number, table: number): boolean {
  for (let at = region; at > table; at = regions[at].parent) if (regions[at].tag === 'td' || regions[at].tag === 'th') return true
  return false
}

/** Items around a region, one sign each; quotes are told by `>`, lists right inside lists by `+`: they stand in an item that is not theirs, or in none. */
function containersOf({regions}: Page, region: number): string {
  let out = ''
  let isInItem = false
  let isInList = false
  for (let at = region; at >= 0; at = regions[at].parent) {
    const {tag} = regions[at]
    // An item without a list around it is written as one of its own.
    if (isInItem && (tag === 'blockquote' || tag === 'li')) out = `*${out}`
    if (tag === 'blockquote') out = `>${out}`
    else if (lists.has(tag)) out = isInItem ? `${tag === 'ol' ? '1' : '*'}${out}` : isInList ? `+${out}` : out
    else if (tag !== 'li') continue
    isInItem = tag === 'li'
    isInList = lists.has(tag)
  }
  return isInItem ? `*${out}` : out
}

function isSameAround(expected: string, found: string): boolean {
  const own = expected.replaceAll('>', '')
  const got = found.replaceAll('>', '')
  if (own === got || own.length > 32) return true
  let places = new Set([0])
  for (const sign of own) {
    const next = new Set<number>(sign === '+' ? places : [])
    for (const at of places) if (at < got.length && (sign === '+' || sign === got[at])) next.add(at + 1)
    places = next
  }
  return places.has(got.length)
}

/** Blocks of the tree in order, without recursion. */
function leavesOf(root: Nodes): Leaf[] {
  const out: Leaf[] = []
  const open: {node: Nodes; containers: string}[] = [{node: root, containers: ''}]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const {node, containers} = next
    const leaf = leafKind(node)
    const from = node.position?.start.offset ?? 0
    const to = node.position?.end.offset ?? 0
    if (leaf !== undefined) out.push({kind: leaf, level: node.type === 'heading' ? node.depth : 0, containers, text: textOf(node), from, to})
    else if ('children' in node) {
      const sign = node.type === 'blockquote' ? '>' : node.type === 'footnoteDefinition' ? '^' : ''
      for (let i = node.children.length - 1; i >= 0; i--) {
        const item = node.type === 'list' ? (node.ordered === true ? '1' : '*') : ''
        open.push({node: node.children[i], containers: containers + sign + item})
      }
    }
  }
  return out
}

function leafKind({type}: Nodes): string | undefined {
  switch (type) {
    case 'paragraph': case 'heading': case 'code': case 'table': return type
    case 'thematicBreak': return 'rule'
    case 'html': return 'html'
    default: return undefined
  }
}

function textOf(node: Nodes): string {
  let out = ''
  const open: Nodes[] = [node]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type === 'text' || next.type === 'inlineCode' || next.type === 'code') out += next.value
    else if (next.type === 'html') out += /^<\/?(?:br|sub|sup)>$/u.test(next.value) ? '' : next.value
    else if (next.type === 'footnoteReference') out += noteSign
    else if ('children' in next) for (let i = next.children.length - 1; i >= 0; i--) open.push((next as Parents).children[i])
  }
  return out
}
