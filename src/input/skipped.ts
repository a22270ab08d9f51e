/** Elements whose content is not text of the page: scripts, foreign content, fallbacks. Some leave facts behind. */
import {decodeHTML} from 'entities/decode'
import type {Builder} from '../page/builder.ts'
import {verbatim} from '../page/collapsed.ts'
import {element} from '../page/elements.ts'
import type {Attrs} from '../page/page.ts'
import {embedTitle, playerAddress} from './embeds.ts'
import {texOf, type MathEvent} from './mathml.ts'

/** Tags that end an svg or math element left open. @see https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign */
const outOfForeign = new Set((
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small ' +
  'span strong strike sub sup table tt u ul var').split(' '))
/** Elements whose content is parsed like any other: what stands around them can end them. */
const ordinary = new Set('video audio canvas map datalist span td div button'.split(' '))
/** In these foreign elements HTML is at home again. */
const integrationPoints = new Set('foreignobject desc annotation-xml'.split(' '))

/** Elements whose attributes say something about what stands around them. */
const tellers = new Set(['annotation', 'source', 'mfrac'])

/** What offsets refer to: the input itself, or what a driver without one has put down. */
export interface Source {
  slice(from: number, to: number): string
  /** Does the page say this anywhere, in the type of a script at least? */
  includes(text: string): boolean
}

export function breaksOut(tag: string): boolean {
  return outOfForeign.has(tag)
}

export class Skipped {
  readonly #tag: string
  readonly #attrs: Attrs
  readonly #start: number
  #depth = 1
  #integration = 0
  /** Elements opened inside, by tag. */
  readonly #inside = new Map<string, number>()
  /** Text spans of a title or a formula. */
  readonly #texts: {from: number; to: number; isTex: boolean}[] = []
  #inTex = false
  /** Elements and texts of a formula, in order. */
  readonly #formula: ({opens: string; isThin?: boolean} | {closes: string} | {from: number; to: number})[] = []
  /** First address that a player names in its sources. */
  #address: string
  /** A formula that stands on a line of its own. */
  readonly #isDisplay: boolean

  constructor(tag: string, attrs: Attrs, {start, isDisplay = false}: {start: number; isDisplay?: boolean}) {
    this.#tag = tag
    this.#attrs = attrs
    this.#start = start
    this.#isDisplay = isDisplay || attrs['display'] === 'block'
    this.#address = (tag === 'video' || tag === 'audio' ? (attrs['src'] ?? attrs['data-src']) : undefined) ?? ''
  }

  /**
   * An ordinary element whose own end tag is missing ends with the element around it, as in any other place.
   *
   * @param tag end tag of an element that may stand around this one
   */
  endsWith(tag: string): boolean {
    return ordinary.has(this.#tag) && element(tag).does === 'region' && (this.#inside.get(tag) ?? 0) === 0
  }

  /** How somebody reads its text: as source (a script), as characters (a title, a formula), not at all. */
  get reads(): 'source' | 'characters' | 'nothing' {
    if (this.#tag === 'script') return 'source'
    return this.#tag === 'title' || this.#tag === 'math' ? 'characters' : 'nothing'
  }

  get isFormula(): boolean {
    return this.#tag === 'math'
  }

  /** svg or math, which a start tag of HTML ends. */
  get isForeign(): boolean {
    return (this.#tag === 'svg' || this.#tag === 'math') && this.#integration === 0
  }

  /** The Scanner reads its content as one text. */
  get isRaw(): boolean {
    return this.#tag === 'script' || this.#tag === 'style' || this.#tag === 'title'
  }

  /** Does anybody read the attributes of an element that starts in here? One that ends svg or math is no longer inside. */
  readsAttributes(tag: string): boolean {
    return tellers.has(tag) || (this.isForeign && breaksOut(tag))
  }

  start(tag: string, attrs: Attrs): void {
    if (ordinary.has(this.#tag)) this.#inside.set(tag, (this.#inside.get(tag) ?? 0) + 1)
    if (tag === this.#tag) this.#depth++
    else if (integrationPoints.has(tag)) this.#integration++
    else if (tag === 'annotation' && this.#tag === 'math') this.#inTex = /tex/iu.test(attrs['encoding'] ?? '')
    else if (tag === 'source') this.#address ||= attrs['src'] ?? ''
    if (this.#tag === 'math') this.#formula.push({opens: tag, isThin: tag === 'mfrac' && /^0(?:\.0{1,9})?(?:[a-z%]|$)/iu.test(attrs['linethickness'] ?? '')})
  }

  /** @returns true if this end tag ends the whole */
  ends(tag: string): boolean {
    if (integrationPoints.has(tag)) this.#integration = Math.max(0, this.#integration - 1)
    else if (tag === 'annotation') this.#inTex = false
    if (this.#tag === 'math') this.#formula.push({closes: tag})
    const open = this.#inside.get(tag) ?? 0
    if (open > 0) this.#inside.set(tag, open - 1)
    return tag === this.#tag && --this.#depth === 0
  }

  text(from: number, to: number): void {
    if (this.#tag !== 'title' && this.#tag !== 'math') return
    this.#texts.push({from, to, isTex: this.#inTex})
    if (this.#tag === 'math') this.#formula.push({from, to})
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
        break
      case 'iframe': {
        const address = playerAddress(this.#attrs['src'] || (this.#attrs['data-src'] ?? ''))
        if (address !== undefined) builder.embed(address, embedTitle('iframe', this.#attrs), this.#start, end)
        break
      }
      case 'video': case 'audio':
        if (this.#address !== '' && !/^\s{0,9}(?:blob|data):/iu.test(this.#address)) builder.embed(this.#address.trim(), embedTitle(this.#tag, this.#attrs), this.#start, end)
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
    const given = this.#joined(source, true) || (this.#attrs['alttext'] ?? '').trim()
    const tex = given !== '' ? given.replace(/^\{\\displaystyle\s{0,9}([\s\S]{0,5000})\}$/u, '$1').trim() : texOf(this.#events(source))
    if (tex !== '') writeMath(builder, {tex, isDisplay: this.#isDisplay, from: this.#start, to: end})
  }

  #events(source: Source): MathEvent[] {
    return this.#formula.map(event => ('from' in event ? {text: decodeHTML(source.slice(event.from, event.to))} : event))
  }
}

function writeMath(builder: Builder, {tex: raw, isDisplay, from, to}: {tex: string; isDisplay: boolean; from: number; to: number}): void {
  const tex = verbatim(raw).trim()
  if (tex === '') return
  if (isDisplay) builder.block('math', tex, from, to)
  else builder.math(tex, from, to)
}
