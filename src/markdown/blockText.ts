/** One block as Markdown, without what stands around it. */
import type {Ledger} from '../page/ledger.ts'
import type {Mark, Page} from '../page/page.ts'
import type {Footnotes} from './footnotes.ts'
import {fenced, infoOf, languageOf} from './code.ts'
import {safeTex} from './formula.ts'
import {headingAround} from './headingAround.ts'
import {inline, withSafeStarts} from './inline.ts'
import {hookedBlock} from './hooks.ts'
import type {Cuts, InlineOptions, InlinePlace, RenderOptions} from './options.ts'
import {imageText} from './targets.ts'
import {noSpans, signSpans, withSpans} from './signs.ts'
import {wrapped} from './wrap.ts'

const definition = /^\[(?:[^\]\\\n]|\\.){1,999}\]:/su
export const wholeText: InlinePlace = {inTable: false, inEmphasis: false, oneLine: false, isShared: false}

export class BlockText {
  readonly inline: InlineOptions
  footnotes: Footnotes | undefined
  /** File names of code blocks. */
  codeNames: ReadonlyMap<number, string> = new Map()
  readonly #page: Page
  readonly #ledger: Ledger
  readonly #options: RenderOptions
  /** Added to the level of every heading. */
  readonly #shift: number

  constructor(page: Page, ledger: Ledger, {options, inline: spelling}: {options: RenderOptions; inline: InlineOptions}) {
    this.#page = page
    this.#ledger = ledger
    this.#options = options
    this.inline = spelling
    this.#shift = shiftOf(page, ledger, options)
  }

  /** @returns '' if nothing of the block is to be written */
  write(i: number): string {
    const written = this.#write(i)
    const {hooks} = this.#options
    return hooks === undefined ? written : hookedBlock(hooks, written, {page: this.#page, block: this.#page.blocks[i], index: i})
  }

  #write(i: number): string {
    switch (this.#ledger.kind(i)) {
      case 'heading': return this.heading(this.headingText(i), this.#ledger.level(i), this.#isSharedHeading(i))
      case 'caption': case 'dek': return this.#caption(i)
      case 'code': return this.#code(i)
      case 'image': return this.#isHeadingImage(i) ? this.heading(this.image(i), this.#headingLevel(i), this.#isSharedHeading(i)) : this.image(i)
      case 'math': return this.#formula(this.#ledger.text(i))
      case 'rule': return '---'
      default: return this.#paragraph(i)
    }
  }

  /** Text of no block, on one line. */
  plain(text: string, inEmphasis = false): string {
    const block = {kind: 'heading', level: 1, text, marks: [], region: -1, hidden: 'no', from: -1, to: -1} as const
    return inline(block, {text: [], alt: () => []}, {options: this.inline, place: {...wholeText, oneLine: true, inEmphasis}})
  }

  strong(text: string): string {
    return `${this.#options.strong}${this.plain(text, true)}${this.#options.strong}`
  }

  /** On lines of its own; a blank line would end it. */
  #formula(tex: string): string {
    return tex.trim() === '' ? '' : `$$\n${safeTex(tex).replace(/\n\s{0,99}\n/gu, '\n')}\n$$`
  }

  /** @param isShared other blocks follow in its line, which cannot be underlined then */
  heading(text: string, level: number, isShared = false): string {
    if (text === '') return ''
    const shown = Math.min(6, Math.max(1, level + this.#shift))
    if (this.#options.headings === 'setext' && shown < 3 && !isShared) return `${withSafeStarts(text)}\n${(shown === 1 ? '=' : '-').repeat(Math.min(80, Math.max(3, text.length)))}`
    return `${'#'.repeat(shown)} ${text.replace(/(?<!#)#+$/u, '\\$&')}`
  }

  headingText(i: number): string {
    return this.line(i, {...wholeText, oneLine: true, isShared: this.#isSharedHeading(i)})
  }

  /** A heading of several blocks is one line. */
  #isSharedHeading(i: number): boolean {
    const heading = headingAround(this.#page, this.#page.blocks[i].region)
    return heading >= 0 && this.#page.regions[heading].to - this.#page.regions[heading].from > 1
  }

  line(i: number, place: InlinePlace): string {
    const cuts = this.#cuts(i)
    const block = this.#withoutSelfLink(i)
    // Cuts are told by the characters of the page.
    const written = this.footnotes === undefined || cuts.text.length > 0 ? block : this.footnotes.written(block)
    return inline(written, cuts, {options: this.inline, place})
  }

  /** A heading that is one link to its own place says nothing by it. */
  #withoutSelfLink(i: number): Page['blocks'][number] {
    const block = this.#page.blocks[i]
    if (this.#options.exact || block.marks.length === 0 || this.#ledger.kind(i) !== 'heading') return block
    const isSelf = (mark: Mark): boolean => mark.kind === 'link' && mark.from === 0 && mark.to === block.text.length && isOnPage(mark.attrs['href'] ?? '', this.#page.url)
    return block.marks.some(isSelf) ? {...block, marks: block.marks.filter(mark => !isSelf(mark))} : block
  }

  image(i: number): string {
    if (this.#options.images === 'drop') return ''
    const {marks} = this.#page.blocks[i]
    const index = marks.findIndex(mark => mark.kind === 'image')
    return index < 0 ? '' : imageText({mark: marks[index], index}, this.inline, this.#cuts(i))
  }

  /** A picture alone in a heading is no heading on a page, where it shows a logo. */
  #isHeadingImage(i: number): boolean {
    return this.#options.exact && this.#headingLevel(i) > 0
  }

  #headingLevel(i: number): number {
    const heading = headingAround(this.#page, this.#page.blocks[i].region)
    return heading < 0 ? 0 : Number(this.#page.regions[heading].tag[1])
  }

  #code(i: number): string {
    const text = this.#ledger.text(i)
    const {exact, fence} = this.#options
    return text.trim() === '' && !exact ? '' : fenced(exact ? text : text.replace(/^(?:[ \t]{0,99}\n){1,99}/u, ''), infoOf(languageOf(this.#page, this.#page.blocks[i].region, exact), this.codeNames.get(i)), fence)
  }

  #paragraph(i: number): string {
    const {text: whole, marks} = this.#page.blocks[i]
    if (whole === '' && marks.length > 0) return this.#emptyLink(marks[0].attrs['href'] ?? '')
    if (!this.#options.exact && this.#ledger.cuts(i).length === 0 && isFormula(this.#page.blocks[i])) return this.#formula(whole)
    const term = this.#isTerm(i) ? this.line(i, {...wholeText, inEmphasis: true}) : ''
    const isTerm = term !== '' && !term.includes('**') && !/^\s|\s$/u.test(term)
    const line = isTerm ? term : this.line(i, wholeText)
    // Code that begins a link could make it a definition: the text counts more than the link.
    const isDefinition = marks.length > 0 && line.startsWith('[') && definition.test(line) && marks.some(mark => mark.kind === 'link' && mark.from === 0)
    const text = withSafeStarts(isDefinition ? inline(this.#page.blocks[i], this.#cuts(i), {options: {...this.inline, links: 'text'}, place: wholeText}) : line)
    if (text === '') return ''
    return isTerm ? `${this.#options.strong}${text}${this.#options.strong}` : wrapped(this.#taskSafe(i, text), this.#options.wrap ?? 0)
  }

  /** A fragment that is nothing else. */
  #emptyLink(href: string): string {
    const address = this.#options.links === 'keep' ? this.inline.addresses.write(href === '' ? '?' : href) : undefined
    return address === undefined ? '' : `[](${href === '' ? address.replace(/\?$/u, '') : address})`
  }

  /** The term of a definition list has no Markdown of its own: on a page it is set apart by weight. */
  #isTerm(i: number): boolean {
    const {region} = this.#page.blocks[i]
    return !this.#options.exact && region >= 0 && this.#page.regions[region].tag === 'dt'
  }

  /** `[x] ` at the beginning of an item would be a box; a Markdown source means it so. */
  #taskSafe(i: number, text: string): string {
    if (!text.startsWith('[') || !/^\[[ xX]\](?:\s|\\?$)/u.test(text) || this.#page.origin === 'markdown') return text
    let at = this.#page.blocks[i].region
    while (at >= 0 && this.#page.regions[at].tag !== 'li' && this.#page.regions[at].from === i) at = this.#page.regions[at].parent
    return at >= 0 && this.#page.regions[at].tag === 'li' && this.#page.regions[at].from === i ? `\\${text}` : text
  }

  #caption(i: number): string {
    const {emphasis, exact} = this.#options
    const credit = this.#ledger.credits(i)
    // A caption is no emphasis; on a page it needs something that sets it apart from the text.
    if (exact && credit === undefined) return withSafeStarts(this.line(i, wholeText))
    const text = this.line(i, {...wholeText, inEmphasis: true, oneLine: true})
    const printed = credit === undefined ? '' : ` (${this.#page.blocks[i].text.slice(credit.from, credit.to).trim()})`
    return text === '' ? '' : `${emphasis}${text}${emphasis}${printed}`
  }

  #cuts(i: number): Cuts {
    const block = this.#page.blocks[i]
    const own = block.marks.length === 0 ? noSpans : signSpans(block, this.#options.exact)
    return {text: withSpans(this.#ledger.cuts(i), own), alt: mark => this.#ledger.altCuts(i, mark)}
  }
}

/** How far headings move, so that the highest one written has the level asked for. */
function shiftOf(page: Page, ledger: Ledger, {shift = 0, topHeading = 'keep', except}: RenderOptions): number {
  if (topHeading === 'keep') return shift
  let top = 7
  for (let i = 0; i < page.blocks.length; i++) {
    if (ledger.kind(i) === 'heading' && ledger.alive(i) && !except.has(i)) top = Math.min(top, Math.max(1, ledger.level(i)))
  }
  return top > 6 ? shift : Number(topHeading) - top + shift
}


/** Is the block a formula and nothing else? */
function isFormula({text, marks}: Page['blocks'][number]): boolean {
  return marks.some(({kind, from, to}) => kind === 'math' && from === 0 && to === text.length) && marks.every(({kind}) => kind === 'math' || kind === 'span')
}

/** Does the address lead to a place of this very page? */
function isOnPage(href: string, url: string | undefined): boolean {
  if (/^#./u.test(href)) return true
  const [page] = (url ?? '').split('#')
  return page !== '' && (href === page || href.startsWith(`${page}#`))
}
