/**
 * What markup says to a page: the part that all drivers of HTML share, whether a tokenizer or a tree tells them
 * of start tags, end tags and text.
 */
import {noAttrs, type Builder} from '../page/builder.ts'
import {noClassList, type ClassList} from '../page/classLists.ts'
import {element, keptAttributes, type Element} from '../page/elements.ts'
import {isGutter} from '../page/gutter.ts'
import type {Page} from '../page/page.ts'
import {hiddenBy} from './attributes.ts'
import {breaksOut, Skipped, type Source} from './skipped.ts'
import type {TreeListener} from './tree.ts'
import {emptyElement, headLink, headMeta} from './void.ts'

export interface ReadOptions {
  readonly url?: string | undefined
  readonly maxBlocks?: number
  readonly maxDepth?: number
  readonly normalise?: ((piece: string) => string) | undefined
  /** The input is a fragment to be written as it is. */
  readonly exact?: boolean | undefined
}

/** Which elements are open: worked out from the tags, or known from a tree. */
export interface OpenElements {
  /** Elements were too deep to be opened. */
  readonly overflowed: boolean
  /** @returns false if the element is not opened */
  open(opened: Element): boolean
  /** Something that is no region starts. */
  before(id: number): void
  /** @returns false if nothing is closed */
  close(closed: Element): boolean
}

/** A start tag. One object serves a whole page: it is read at once and not kept. */
export interface Tag {
  element: Element
  /** The attributes in `keptAttributes`, entities decoded. */
  attrs: Record<string, string>
  classes: ClassList
  style: string
}

const inHead = new Set('html head base basefont bgsound link meta title noscript script style template noframes'.split(' '))

/** What MathJax 2 has typeset, or shows until it has. */
const mathJax = /(?:^|\s)(?:MathJax(?:_SVG|_CHTML|_Preview|_Display)?|mjx-chtml)(?:\s|$)/u

/** What classes say of an element that is part of a formula. */
const DISPLAY = 1
const PICTURE = 2
const MATHJAX = 4
const SOURCE = 8

function formulaClasses(classes: string): number {
  return (classes.includes('katex-display') ? DISPLAY : 0) | (classes.includes('katex-html') ? PICTURE : 0) |
    (mathJax.test(classes) ? MATHJAX : 0) | (classes.includes('mwe-math-mathml') ? SOURCE : 0)
}

const notBold = /(?:^|[;\s])font-weight\s{0,9}:\s{0,9}(?:normal|[1-4]00)(?![\w-])/iu
const notItalic = /(?:^|[;\s])font-style\s{0,9}:\s{0,9}normal(?![\w-])/iu

export function newTag(): Tag {
  return {element: element('body'), attrs: noAttrs, classes: noClassList, style: ''}
}

/** Of what leaves no region, no mark and no image, neither classes nor style say anything. */
export function isStyled({does, tag}: Element): boolean {
  return does === 'region' || does === 'mark' || tag === 'img'
}

/** Make the tag ready for the attributes of another one. */
export function clear(tag: Tag): void {
  tag.attrs = noAttrs
  tag.classes = noClassList
  tag.style = ''
}

export class Markup {
  readonly builder: Builder
  /** Regions opened so far: the next one gets this number. */
  regions = 0
  /** What is being passed over, undefined where text counts. */
  skipped: Skipped | undefined
  /** A fragment has no head. */
  isFragment = false
  readonly #source: Source
  readonly #open: OpenElements
  /** Nothing of the body has come yet. */
  #head = true
  /** The next formula stands on a line of its own. */
  #display = false
  /** A formula has just been read: pictures of it may follow. */
  #formula = false
  /** Does the page bring its formulas as TeX in scripts? Asked when the first typeset one comes. */
  #hasTex: boolean | undefined

  /** What class lists say of formulas, by their ids; asked once each. */
  readonly #formulaClasses: number[] = []

  constructor(builder: Builder, source: Source, openElements: (listener: TreeListener) => OpenElements) {
    this.builder = builder
    this.#source = source
    this.#open = openElements({
      closed: () => this.builder.close(),
      opened: row => {
        this.regions++
        this.builder.open(row)
      },
    })
  }

  finish(): Page {
    if (this.#open.overflowed) this.builder.truncated ??= 'depth'
    return this.builder.finish()
  }

  /** Does anybody read the attributes of an element that starts here? */
  readsAttributes(tag: string): boolean {
    return this.skipped === undefined || this.skipped.readsAttributes(tag)
  }

  /** @param end offset of the `>` */
  start(tag: Tag, end: number): void {
    const opened = tag.element
    if (this.skipped !== undefined) {
      if (!(this.skipped.isForeign && breaksOut(opened.tag))) {
        this.skipped.start(opened.tag, tag.attrs)
        return
      }
      this.endSkipped(end)
    }
    if (this.#head) {
      if (opened.tag === 'noscript' && !this.isFragment) return
      if (!inHead.has(opened.tag)) this.#head = false
    }
    switch (opened.does) {
      case 'region': return this.#region(tag, end)
      case 'mark': return this.#mark(tag, end)
      case 'skip': return this.#skip(tag, end)
      case 'void': return this.#void(tag, end)
      case 'inline': if (opened.tag === 'html' && tag.attrs['lang']) this.builder.head.lang ||= tag.attrs['lang']
    }
  }

  /** @param start offset of the `<` */
  end(closed: Element, start: number): void {
    if (this.skipped !== undefined) {
      const isAround = this.skipped.endsWith(closed.tag)
      const isOver = this.skipped.ends(closed.tag)
      if (isOver || isAround) this.endSkipped(start)
      if (isOver || this.skipped !== undefined) return
    }
    if (closed.tag === 'head') this.#head = false
    else if (closed.does === 'region') {
      if (closed.tag === 'noscript' && this.#head && !this.isFragment) return
      // An end tag of a paragraph that is not open makes an empty one: the text before and after it stand apart.
      if (!this.#open.close(closed) && (closed.tag === 'p' || this.#open.overflowed)) this.builder.flush()
    } else if (closed.does === 'mark') this.builder.closeMark(closed)
    else if (closed.tag === 'br') this.builder.lineBreak()
  }

  /** Does white space at this place mean nothing? */
  get skipsBlank(): boolean {
    return this.#head || this.builder.skipsBlank
  }

  /** Text outside of what is skipped, entities decoded. */
  text(value: string, from: number, to: number): void {
    if (this.#head && value.trim() === '') return
    this.#head = false
    this.builder.text(value, from, to)
  }

  /** @param end offset after the content that was skipped */
  endSkipped(end: number): void {
    const {skipped} = this
    this.skipped = undefined
    if (skipped === undefined) return
    skipped.finish(this.builder, this.#source, end)
    this.#formula = skipped.isFormula
    if (this.#formula) this.#display = false
  }

  #region(tag: Tag, end: number): void {
    const {element: opened} = tag
    if (opened.tag === 'option') this.builder.counts.options++
    else if (opened.tag === 'textarea') this.builder.counts.inputs++
    const isShadowRoot = opened.tag === 'template' && tag.attrs['shadowrootmode'] !== undefined
    if ((opened.tag === 'template' && !isShadowRoot) || (opened.tag === 'button' && this.builder.inCode)) {
      // A template's content is never shown; a button in code copies it.
      this.#skip(tag, end)
      return
    }
    if (tag.classes.id !== 0 && this.builder.inCode && isGutter(tag.classes.text.split(' '))) {
      this.#skip(tag, end)
      return
    }
    if (tag.style !== '' && tag.attrs['align'] === undefined && (opened.tag === 'td' || opened.tag === 'th')) {
      const align = /text-align\s{0,9}:\s{0,9}(left|right|center)/iu.exec(tag.style)?.[1]
      if (align !== undefined) setAttribute(tag, 'align', align)
    }
    if (this.#open.open(opened)) {
      this.regions++
      this.builder.open(opened, tag.attrs, tag.classes, hiddenBy(opened.tag, tag.attrs, tag.style))
    } else this.builder.flush()
  }

  #mark(tag: Tag, end: number): void {
    const {element: opened, attrs, classes, style} = tag
    const says = this.#formulas(classes)
    if (classes.id !== 0 && opened.mark === 'span' && this.#isDrawn(classes, says)) {
      this.#skip(tag, end)
      return
    }
    // Some editors wrap all they copy in bold that is not.
    if (style !== '' && ((opened.mark === 'strong' && notBold.test(style)) || (opened.mark === 'em' && notItalic.test(style)))) return
    if (opened.mark === 'link') this.builder.counts.links++
    // Hidden from the eye only: what is seen is a picture of it.
    this.builder.openMark(opened, attrs, classes, (says & SOURCE) !== 0 ? 'no' : hiddenBy(opened.tag, attrs, style))
  }

  #skip({element: opened, attrs}: Tag, end: number): void {
    if (opened.tag === 'script') this.builder.counts.scripts++
    else if (opened.tag === 'iframe') this.builder.counts.frames++
    this.skipped = new Skipped(opened.tag, attrs, {start: end + 1, isDisplay: this.#display})
  }

  /** Is this a picture of what stands beside it in words: line numbers of code, a typeset formula? */
  #isDrawn(classes: ClassList, says: number): boolean {
    if ((says & DISPLAY) !== 0) this.#display = true
    if (this.builder.inCode) return isGutter(classes.text.split(' '))
    if (this.#formula && (says & PICTURE) !== 0) return true
    return (says & MATHJAX) !== 0 && (this.#hasTex ??= this.#source.includes('math/tex'))
  }

  #formulas({id, text}: ClassList): number {
    return this.#formulaClasses[id] ??= formulaClasses(text)
  }

  #void({element: opened, attrs, classes}: Tag, end: number): void {
    const {head} = this.builder
    if (opened.tag === 'meta') headMeta(head, attrs)
    else if (opened.tag === 'link') headLink(head, attrs)
    else if (opened.tag === 'base') head.base ||= attrs['href'] ?? ''
    else {
      // A browser that shows no formulas shows a picture of them.
      if (this.#formula && opened.tag === 'img' && classes.text.includes('mwe-math-fallback')) return
      this.#open.before(opened.id)
      emptyElement(this.builder, opened.tag, {attrs, classes, at: end})
    }
  }
}

/** The attribute's name in lower case if anybody reads it. */
export function attributeName(raw: string): string | undefined {
  if (raw === 'class' || raw === 'style' || keptAttributes.has(raw)) return raw
  const lower = raw.toLowerCase()
  return lower !== raw && (lower === 'class' || lower === 'style' || keptAttributes.has(lower)) ? lower : undefined
}

/** Give the tag an attribute other than its classes; of two with the same name the first counts. */
export function setAttribute(tag: Tag, name: string, value: string): void {
  if (name === 'style') tag.style ||= value
  else {
    if (tag.attrs === noAttrs) tag.attrs = {}
    tag.attrs[name] ??= value
  }
}
