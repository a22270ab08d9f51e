/**
 * What the user's selectors matched, as intervals: of blocks where an element holds blocks, of characters where
 * it stands inside one.
 *
 * The page is the same as without selectors, with two exceptions. An inline element that holds block-level ones,
 * or is an image to be kept, becomes a region of its own. An image to be removed, and what is to be removed
 * inside code, has no characters that could be cut: it is not read.
 */
import type {Element as Node} from 'domhandler'
import {noAttrs} from '../page/builder.ts'
import {element, type Element} from '../page/elements.ts'
import type {Selected} from '../page/pass.ts'
import type {Attrs, Block, Page, Span} from '../page/page.ts'
import {newTag, type Markup, type Tag} from './markup.ts'

/** A selector of the user: `keep` from `select`, `drop` from `remove`, `spare` and `title` from rules for a site. */
export type Selector = Pick<Selected, 'verdict' | 'selector' | 'site'>

/** A match inside a block: characters of block `from`. */
export interface SelectedText extends Selected { readonly span: Span }

export interface Matches {
  /** All selectors, those without a match too. */
  readonly selectors: readonly Selector[]
  of(node: Node): readonly Selector[] | undefined
  /** Does it hold a block-level element? */
  holdsBlocks(node: Node): boolean
}

/** How a matched element ends; 'unread' if it is not even begun. */
export type Ending = 'unread' | 'region' | 'wrapped' | 'marked' | 'unread-marked'

const span = element('span')
/** Ends the region that was put around an inline element. */
const wrapper: Element = {tag: 'div', id: element('div').id, does: 'region', level: 0}
const facts = new Set(['meta', 'link', 'base'])

export class Selection {
  /** Number of open inline elements that are removed: images in them, and their code, are not read. */
  unread = 0
  readonly #matches: Matches
  readonly #regions: {readonly region: number; readonly selectors: readonly Selector[]}[] = []
  /** The marks that stand for inline matches, told by the identity of their attributes. */
  readonly #marks = new Map<Attrs, readonly Selector[]>()
  readonly #wrapper: Tag = {...newTag(), element: wrapper}

  constructor(matches: Matches) {
    this.#matches = matches
  }

  /** An element starts. undefined if nothing of it is asked for. */
  enter(node: Node, {element: opened, around, markup}: {element: Element; around: number; markup: Markup}): Ending | undefined {
    if (this.unread > 0 && opened.tag === 'img') return 'unread'
    const selectors = this.#matches.of(node)
    if (selectors === undefined || facts.has(opened.tag)) return undefined
    const isRemoved = selectors.some(({verdict}) => verdict === 'drop')
    if (opened.does === 'region') return 'region'
    if (isRemoved && (opened.does === 'void' || opened.does === 'skip')) return opened.tag === 'script' || opened.tag === 'title' ? undefined : 'unread'
    if (opened.tag === 'img' || (opened.does !== 'void' && this.#matches.holdsBlocks(node))) {
      this.#wrap(selectors, markup)
      return 'wrapped'
    }
    if (opened.does === 'void') return undefined
    if (markup.builder.inCode) {
      if (!isRemoved) this.#regions.push({region: around, selectors})
    } else this.#mark(selectors, markup)
    if (!isRemoved) return 'marked'
    this.unread++
    return 'unread-marked'
  }

  /** A matched element has become a region. */
  opened(node: Node, region: number): void {
    const selectors = this.#matches.of(node)
    if (selectors !== undefined) this.#regions.push({region, selectors})
  }

  leave(ending: Ending, markup: Markup): void {
    if (ending === 'wrapped') markup.end(wrapper, -1)
    else if (ending === 'marked' || ending === 'unread-marked') {
      markup.builder.closeMark(span)
      if (ending === 'unread-marked') this.unread--
    }
  }

  /** The page without the marks of ours, and what they and the regions say. */
  finish(page: Page): {page: Page; selected: readonly Selected[]} {
    // A selector without a match is an empty interval: that it was asked is known.
    const selected: Selected[] = this.#matches.selectors.map(selector => ({...selector, from: 0, to: 0}))
    for (const {region, selectors} of this.#regions) {
      const {from, to} = region < 0 ? {from: 0, to: page.blocks.length} : page.regions[region]
      for (const selector of selectors) if (from < to) selected.push({...selector, from, to})
    }
    if (this.#marks.size === 0) return {page, selected: outermost(selected)}
    const blocks = page.blocks.map((block, i) => this.#unmarked(block, i, selected))
    return {page: {...page, blocks}, selected: outermost(selected)}
  }

  #wrap(selectors: readonly Selector[], markup: Markup): void {
    const before = markup.regions
    markup.start(this.#wrapper, -1)
    if (markup.regions > before) this.#regions.push({region: markup.regions - 1, selectors})
  }

  #mark(selectors: readonly Selector[], markup: Markup): void {
    const attrs: Attrs = {...noAttrs}
    this.#marks.set(attrs, selectors)
    // A span without a class says nothing, and would leave no mark.
    markup.builder.openMark(span, attrs, 'selected')
  }

  #unmarked(block: Block, at: number, selected: Selected[]): Block {
    if (!block.marks.some(mark => this.#marks.has(mark.attrs))) return block
    for (const {attrs, from, to} of block.marks) {
      for (const selector of this.#marks.get(attrs) ?? []) {
        const isWhole = block.text.slice(0, from).trim() === '' && block.text.slice(to).trim() === ''
        const entry: Selected | SelectedText = {...selector, from: at, to: at + 1, ...(isWhole ? {} : {span: {from, to}})}
        selected.push(entry)
      }
    }
    return {...block, marks: block.marks.filter(mark => !this.#marks.has(mark.attrs))}
  }
}

/** Without the intervals that stand in another one of the same verdict: a match in a match says nothing new. */
function outermost(selected: readonly Selected[]): Selected[] {
  const out: Selected[] = []
  for (const verdict of ['keep', 'drop', 'spare', 'title'] as const) {
    const whole = selected.filter(each => each.verdict === verdict && !('span' in each)).sort((a, b) => a.from - b.from || b.to - a.to)
    let end = 0
    const kept: Selected[] = []
    for (const each of whole) {
      if (each.to > end || each.from === each.to) kept.push(each)
      end = Math.max(end, each.to)
    }
    out.push(...kept, ...selected.filter(each => each.verdict === verdict && 'span' in each))
  }
  return out
}
