/** Elements whose content is not text of the page: scripts, foreign content, fallbacks. Some leave facts behind. */
import {decodeHTML} from 'entities/decode'
import type {Builder} from '../page/builder.ts'
import type {Attrs} from '../page/page.ts'

/** Tags that end an svg or math element left open. @see https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign */
const outOfForeign = new Set((
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small ' +
  'span strong strike sub sup table tt u ul var').split(' '))
/** In these foreign elements HTML is at home again. */
const integrationPoints = new Set('foreignobject desc annotation-xml'.split(' '))

/** What offsets refer to: the input itself, or what a driver without one has put down. */
export interface Source { slice(from: number, to: number): string }

export function breaksOut(tag: string): boolean {
  return outOfForeign.has(tag)
}

export class Skipped {
  readonly #tag: string
  readonly #attrs: Attrs
  readonly #start: number
  #depth = 1
  #integration = 0
  /** Text spans of a title or a formula. */
  readonly #texts: {from: number; to: number; isTex: boolean}[] = []
  #inTex = false

  constructor(tag: string, attrs: Attrs, start: number) {
    this.#tag = tag
    this.#attrs = attrs
    this.#start = start
  }

  /** How somebody reads its text: as source (a script), as characters (a title, a formula), not at all. */
  get reads(): 'source' | 'characters' | 'nothing' {
    if (this.#tag === 'script') return 'source'
    return this.#tag === 'title' || this.#tag === 'math' ? 'characters' : 'nothing'
  }

  /** svg or math, which a start tag of HTML ends. */
  get isForeign(): boolean {
    return (this.#tag === 'svg' || this.#tag === 'math') && this.#integration === 0
  }

  /** The Tokenizer reads its content as one text. */
  get isRaw(): boolean {
    return this.#tag === 'script' || this.#tag === 'style' || this.#tag === 'title'
  }

  start(tag: string, attrs: Attrs): void {
    if (tag === this.#tag) this.#depth++
    else if (integrationPoints.has(tag)) this.#integration++
    else if (tag === 'annotation' && this.#tag === 'math') this.#inTex = /tex/iu.test(attrs['encoding'] ?? '')
  }

  /** @returns true if this end tag ends the whole */
  ends(tag: string): boolean {
    if (integrationPoints.has(tag)) this.#integration = Math.max(0, this.#integration - 1)
    else if (tag === 'annotation') this.#inTex = false
    return tag === this.#tag && --this.#depth === 0
  }

  text(from: number, to: number): void {
    if (this.#tag === 'title' || this.#tag === 'math') this.#texts.push({from, to, isTex: this.#inTex})
  }

  finish(builder: Builder, source: Source, end: number): void {
    switch (this.#tag) {
      case 'title':
        builder.head.title ||= this.#joined(source, false)
        break
      case 'script':
        this.#script(builder, source, end)
        break
      case 'math':
        this.#math(builder, source, end)
    }
  }

  #joined(source: Source, isTex: boolean): string {
    const text = this.#texts.filter(span => span.isTex === isTex).map(({from, to}) => source.slice(from, to)).join(' ')
    return decodeHTML(text).replace(/\s+/gu, ' ').trim()
  }

  #script(builder: Builder, source: Source, end: number): void {
    const type = (this.#attrs['type'] ?? '').trim().toLowerCase()
    if (type.startsWith('math/tex')) {
      const tex = source.slice(this.#start, end).trim()
      if (tex !== '') writeMath(builder, {tex, isDisplay: type.includes('display'), from: this.#start, to: end})
    } else if (this.#attrs['src'] === undefined && end > this.#start) {
      builder.head.data.push({type, id: this.#attrs['id'] ?? '', from: this.#start, to: end})
    }
  }

  #math(builder: Builder, source: Source, end: number): void {
    const tex = this.#joined(source, true) || (this.#attrs['alttext'] ?? '').trim()
    const isDisplay = this.#attrs['display'] === 'block'
    if (tex !== '') writeMath(builder, {tex, isDisplay, from: this.#start, to: end})
    else {
      const shown = this.#joined(source, false)
      if (shown !== '') builder.text(` ${shown} `, this.#start, end)
    }
  }
}

function writeMath(builder: Builder, {tex, isDisplay, from, to}: {tex: string; isDisplay: boolean; from: number; to: number}): void {
  if (isDisplay) builder.block('math', tex, from, to)
  else builder.math(tex, from, to)
}
