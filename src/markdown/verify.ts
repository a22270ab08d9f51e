/**
 * The self-check: written Markdown is parsed again, and what the parser finds is held against the page, block by
 * block: kind, level, the quotes and items around it, and every character of the text.
 *
 * Knows nothing of how the writer works but the map of where each block stands.
 */
import {without, type Ledger} from '../page/ledger.ts'
import type {Block, Page, Span} from '../page/page.ts'
import type {MapSpan} from '../result.ts'
import {safeTex} from './formula.ts'
import {headingAround} from './headingAround.ts'
import {isHooked, type Hooks} from './hooks.ts'
import {leavesOf, noteSign, type Leaf} from './readBack.ts'
import type {RenderOptions} from './options.ts'
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
  /** Blocks that were to stay out. */
  readonly except?: ReadonlySet<number>
  /** What it was written with: what was asked to be left out, moved or written otherwise is no difference. */
  readonly options?: Pick<RenderOptions, 'links' | 'images' | 'tables' | 'shift' | 'topHeading' | 'hooks'> & Partial<Pick<RenderOptions, 'exact'>>
}
interface Checked {
  readonly page: Page
  readonly ledger: Ledger
  readonly options: Written['options']
  readonly except: ReadonlySet<number> | undefined
  /** What is written for the block. */
  readonly source: string
  /** A fragment in which all hides is written all the same. */
  readonly isAllHidden: boolean
  /** Level of the heading element that it goes on with, undefined if it begins a line. */
  readonly level: number | undefined
}
export type Verify = (written: Written, page: Page, ledger: Ledger) => Difference[]

/** The self-check, if the settings ask for it. */
export async function verifyFor({verify}: {readonly verify: boolean}): Promise<Verify | undefined> {
  return verify ? loadVerify() : undefined
}

/** Loads the Markdown parser. */
export async function loadVerify(): Promise<Verify> {
  const [{fromMarkdown}, {gfmFromMarkdown}, {gfm}] = await Promise.all([import('mdast-util-from-markdown'), import('mdast-util-gfm'), import('micromark-extension-gfm')])
  return ({markdown, map, options, except}, page, ledger) => {
    const leaves = leavesOf(fromMarkdown(markdown, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]}))
    const out: Difference[] = []
    const isAllHidden = page.blocks.every(({hidden}) => hidden === 'attribute' || hidden === 'style')
    let next = 0
    let line: {readonly leaf: Leaf; readonly heading: number; readonly level: number} | undefined
    for (const span of map) {
      if (options?.hooks !== undefined && isHookedAround(options.hooks, page, span.block)) continue
      while (next < leaves.length && leaves[next].to <= span.from) next++
      const inside: Leaf[] = []
      for (let i = next; i < leaves.length && leaves[i].from < span.to; i++) inside.push(leaves[i])
      const heading = ledger.kind(span.block) === 'heading' ? headingAround(page, page.blocks[span.block].region) : -1
      const level = heading >= 0 && line !== undefined && line.leaf === inside[0] && line.heading === heading ? line.level : undefined
      if (heading >= 0 && inside[0] !== undefined) line = {leaf: inside[0], heading, level: level ?? ledger.level(span.block)}
      const difference = compared(span.block, inside, {page, ledger, options, except, source: markdown.slice(span.from, span.to), isAllHidden, level})
      if (difference !== undefined) out.push(difference)
    }
    return out
  }
}

function compared(block: number, found: readonly Leaf[], checked: Checked): Difference | undefined {
  const {page, ledger, options, source} = checked
  const kind = ledger.kind(block)
  const {region} = page.blocks[block]
  const first = found[0]
  if (first === undefined) return kind === 'image' || kind === 'embed' ? undefined : {block, why: 'text', expected: ledger.text(block), found: ''}
  const differs = (why: Difference['why'], expected: string, got: string): Difference => ({block, why, expected, found: got})
  const table = first.kind === 'table' ? tableAround(page, region) : -1
  if (table >= 0 && isAnyHooked(page, page.regions[table], options)) return undefined
  if (first.kind === 'html' && options?.tables === 'html' && tableAround(page, region) >= 0) return undefined
  const expected = table >= 0 ? 'table' : kind === 'heading' || kind === 'code' || kind === 'rule' ? kind : 'paragraph'
  if (first.kind !== expected && kind !== 'math' && !(kind === 'image' && first.kind === 'heading')) return differs('kind', expected, first.kind)
  const level = Math.min(6, Math.max(1, checked.level ?? ledger.level(block)))
  if (kind === 'heading' && table < 0 && !isMoved(options) && first.level !== level) return differs('level', String(level), String(first.level))
  const around = containersOf(page, table >= 0 ? page.regions[table].parent : region)
  const isNote = first.containers.includes('^')
  if (!isNote && !isSameAround(around, first.containers)) return differs('containers', around, first.containers)
  if (kind === 'rule' || kind === 'math' || kind === 'image') return undefined
  if (leavesOut(page, table >= 0 ? page.regions[table] : {from: block, to: block + 1}, options)) return undefined
  const wanted = table >= 0 ? tableText(checked, table) : shownText(block, checked)
  const text = found.map(leaf => leaf.text).join('')
  // A heading of several blocks is one line.
  const isPart = kind === 'heading' && bare(text).includes(bare(wanted))
  // A parser that knows no formulas takes some of their signs for its own, and some of them for links and tags.
  if (hasItsFormulas(page.blocks[block], {text, source, whole: wanted})) return undefined
  const isFormula = (table >= 0 ? cellsOf(checked, table) : page.blocks[block]).marks.some(mark => mark.kind === 'math')
  const [one, other] = isFormula ? [wanted, text].map(each => each.replace(/\\Vert|[\\_*{}`|]+/gu, '')) : table >= 0 ? [wanted, text].map(each => each.replace(/[\\_*{}`]+/gu, '')) : [wanted, text]
  return isPart || isNote || saysImages(table >= 0 ? cellsOf(checked, table) : page.blocks[block], text, kind === 'heading') || isSameText(one, other, kind === 'code' && table < 0) ? undefined : differs('text', wanted, text)
}

/** Do its formulas stand in the source as they are, and the text around them in what was read? */
function hasItsFormulas({text, marks}: Block, {text: found, source, whole}: {text: string; source: string; whole: string}): boolean {
  const formulas = marks.filter(({kind, from, to}) => kind === 'math' && from < to).map(({from, to}) => text.slice(from, to).trim()).filter(tex => tex !== '' && whole.includes(tex))
  if (formulas.length === 0 || !formulas.every(tex => oneLine(source).includes(oneLine(safeTex(tex))))) return false
  const read = bare(found)
  let at = 0
  let rest = whole
  for (const tex of [...formulas, '']) {
    const end = tex === '' ? rest.length : rest.indexOf(tex)
    if (end < 0) return false
    const piece = bare(rest.slice(0, end))
    const start = read.indexOf(piece, at)
    if (start < 0) return false
    at = start + piece.length
    rest = rest.slice(end + tex.length)
  }
  return true
}

/** Whatever line breaks a formula has, or lost, or got when its paragraph was wrapped. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ')
}

/** Without the signs that serve the mouse, which are not written; with the credit of a caption behind it. */
function shownText(block: number, checked: Checked): string {
  const credit = checked.ledger.credits(block)
  return withoutSigns(block, checked) + (credit === undefined ? '' : checked.page.blocks[block].text.slice(credit.from, credit.to))
}

function withoutSigns(block: number, {page, ledger, options}: Checked): string {
  const {text, marks} = page.blocks[block]
  const signs = signSpans(page.blocks[block], options?.exact === true)
  const shown = signs.length === 0 ? '' : without(text, withSpans(ledger.cuts(block), signs))
  // Of a block that has signs and pictures only, the pictures are written.
  const isShown = shown !== '' || (signs.length > 0 && marks.some(({kind}) => kind === 'image'))
  return isShown ? shown : ledger.text(block)
}

/**
 * An image whose address is not written stands as its alt text.
 *
 * @param isPart more than that was found
 */
function saysImages({text, marks}: Pick<Block, 'text' | 'marks'>, found: string, isPart: boolean): boolean {
  const images = marks.filter(({kind, attrs}) => kind === 'image' && attrs['alt'] !== undefined)
  if (images.length === 0) return false
  const read = bare(found)
  // The other blocks of a shared heading stand in its line.
  let places = isPart ? Array.from({length: Math.min(read.length, 256)}, (_, i) => i) : [0]
  let done = 0
  for (const {from, attrs} of images) {
    const alt = bare(attrs['alt'] ?? '')
    const piece = bare(text.slice(done, from))
    places = places.filter(at => read.startsWith(piece, at)).map(at => at + piece.length)
    // Each says its text or does not; few say so little that one could be taken for another.
    places = [...new Set([...places, ...places.filter(at => read.startsWith(alt, at)).map(at => at + alt.length)])].slice(0, 32)
    done = from
  }
  const end = bare(text.slice(done))
  return places.some(at => isPart ? read.startsWith(end, at) : read.slice(at) === end)
}

function isMoved(options: Written['options']): boolean {
  return (options?.shift ?? 0) > 0 || (options?.topHeading ?? 'keep') !== 'keep'
}

/** Has a hook a say in the block, or in the heading that it shares with others? */
function isHookedAround(hooks: Hooks, page: Page, block: number): boolean {
  if (isHooked(hooks, page, page.blocks[block])) return true
  for (let at = page.blocks[block].region; at >= 0; at = page.regions[at].parent) if (/^h[1-6]$/u.test(page.regions[at].tag) && Object.hasOwn(hooks, page.regions[at].tag)) return true
  return false
}

function isAnyHooked(page: Page, {from, to}: Span, options: Written['options']): boolean {
  const hooks = options?.hooks
  return hooks !== undefined && page.blocks.slice(from, to).some(block => isHooked(hooks, page, block))
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

function tableText(checked: Checked, table: number): string {
  return inCells(checked, table).map(i => withoutSigns(i, checked)).join('')
}

/** All cells as one block. */
function cellsOf(checked: Checked, table: number): Pick<Block, 'text' | 'marks'> {
  let text = ''
  const marks: Block['marks'][number][] = []
  for (const i of inCells(checked, table)) {
    const block = checked.page.blocks[i]
    marks.push(...block.marks.map(mark => ({...mark, from: mark.from + text.length, to: mark.to + text.length})))
    text += block.text
  }
  return {text, marks}
}

/** The blocks that are written in cells. */
function inCells({page, ledger, options, except, isAllHidden}: Checked, table: number): number[] {
  const out: number[] = []
  for (let i = page.regions[table].from; i < page.regions[table].to; i++) {
    const {hidden, region} = page.blocks[i]
    if (options?.exact === true && !isAllHidden && (hidden === 'attribute' || hidden === 'style')) continue
    if (ledger.alive(i) && except?.has(i) !== true && ledger.kind(i) !== 'rule' && isInCell(page, region, table)) out.push(i)
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
