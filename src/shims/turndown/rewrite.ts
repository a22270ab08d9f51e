/**
 * A document in which rules of the caller have a say: what a rule writes becomes a word of the document, the rest
 * is written as ever. Where a rule replaces items of a list or parts of a table, pieces are joined as turndown does.
 */
import type {ToMarkdown} from './fragment.ts'
import type {Replacing, RuleList} from './ruleList.ts'
import {joined, newlinesAfter, newlinesBefore} from './joining.ts'
import {elementsOf, isBlock, isElement, isInCode, isVoid} from './tree.ts'
import {Tokens} from './tokens.ts'

export interface Rewriting {
  readonly rules: RuleList
  readonly toMarkdown: ToMarkdown
  /** An escape of the caller's own, instead of the writer's. */
  readonly escape: ((text: string) => string) | undefined
}

/** A child: HTML for the writer, or Markdown that a rule wrote, with the white space around it. */
type Piece = {readonly html: string; readonly node: Node} | {readonly markdown: string; readonly before: string; readonly after: string; readonly node: Node}

/** Rules are not asked for elements nested deeper: what is below is written as ever. */
const maxDepth = 512

export function rewrite(root: Node, rewriting: Rewriting): string {
  return new Rewriter(root, rewriting).write()
}

class Rewriter {
  readonly #root: Node
  readonly #rewriting: Rewriting
  readonly #tokens: Tokens
  readonly #ruled = new Map<Node, Replacing>()
  /** Elements around those that a rule replaces. */
  readonly #around = new Set<Node>()

  constructor(root: Node, rewriting: Rewriting) {
    this.#root = root
    this.#rewriting = rewriting
    this.#tokens = new Tokens(`${root.textContent ?? ''}\n${htmlOf(root)}`)
  }

  write(): string {
    for (const element of elementsOf(this.#root)) {
      const rule = this.#rewriting.rules.of(element)
      if (rule === undefined) continue
      this.#ruled.set(element, rule)
      for (let at = element.parentNode; at !== null && !this.#around.has(at); at = at.parentNode) this.#around.add(at)
    }
    return this.#markdown(this.#html(this.#pieces(this.#root, 0)))
  }

  #markdown(html: string): string {
    return this.#tokens.resolved(this.#rewriting.toMarkdown(html))
  }

  #pieces(node: Node, depth: number): Piece[] {
    return [...node.childNodes].map(child => this.#piece(child, depth + 1))
  }

  #piece(node: Node, depth: number): Piece {
    if (node.nodeType === 3 || node.nodeType === 4) return {html: this.#text(node), node}
    if (!isElement(node)) return {html: '', node}
    const rule = this.#ruled.get(node)
    const isLooked = rule !== undefined || this.#around.has(node) || this.#rewriting.escape !== undefined
    if (!isLooked || depth > maxDepth) return {html: node.outerHTML, node}
    const pieces = this.#pieces(node, depth)
    const isJoined = partsOf[node.nodeName] !== undefined && pieces.some(piece => isReplacedPart(piece, node))
    if (rule !== undefined) return flanked(node, rule(this.#content(node, pieces, isJoined), described(node)))
    if (!isJoined) return {html: element(node, this.#html(pieces)), node}
    const content = this.#joined(pieces)
    const isLast = isList(node) && node.parentNode?.nodeName === 'LI' && node.nextSibling === null
    return {markdown: isLast ? `\n${content}` : `\n\n${content}\n\n`, before: '', after: '', node}
  }

  #text(node: Node): string {
    const text = node.nodeValue ?? ''
    const {escape} = this.#rewriting
    if (escape === undefined || text.trim() === '' || isInCode(node)) return escaped(text)
    const core = text.trim()
    const from = text.indexOf(core)
    return text.slice(0, from) + this.#tokens.of(escape(core)) + text.slice(from + core.length)
  }

  #html(pieces: readonly Piece[]): string {
    return pieces.map(piece => {
      if ('html' in piece) return piece.html
      const {markdown, before, after} = piece
      const [first, last] = [newlinesBefore(markdown), newlinesAfter(markdown)]
      if (markdown.trim() === '' && (markdown === '' || first > 1)) return first > 1 ? '<div></div>' : before + after
      // Two line ends set it apart; a single one stays where it stands.
      const text = markdown.slice(first > 1 ? first : 0, last > 1 ? markdown.length - last : undefined)
      const word = this.#tokens.of(text)
      if (first > 1 && last > 1) return `<div>${word}</div>`
      return `${first > 1 ? '<div></div>' : before}${word}${last > 1 ? '<div></div>' : after}`
    }).join('')
  }

  /** The Markdown of what is in an element, for its rule. */
  #content(node: HTMLElement, pieces: readonly Piece[], isJoined: boolean): string {
    if (isVoid(node)) return ''
    if (isInCode(node)) return pieces.map(piece => ('html' in piece ? (piece.node.textContent ?? '') : piece.markdown)).join('')
    if (isJoined || rowParts.has(node.nodeName)) return this.#joined(pieces)
    const html = this.#html(pieces)
    if (isList(node) || node.nodeName === 'TABLE') return this.#markdown(element(node, html))
    if (isBlock(node)) return this.#padded(this.#markdown(html), pieces)
    return this.#inline(node, html)
  }

  /** As turndown hands it over: blocks at the edges with their blank lines. */
  #padded(markdown: string, pieces: readonly Piece[]): string {
    const filled = pieces.filter(piece => !('html' in piece) || piece.html.trim() !== '')
    if (filled.length === 0) return markdown
    return (isBlock(filled[0].node) ? '\n\n' : '') + markdown + (isBlock(filled[filled.length - 1].node) ? '\n\n' : '')
  }

  /** Inside a line nothing needs the backslash of a line's beginning. */
  #inline(node: HTMLElement, html: string): string {
    if (isFirstInBlock(node) || /<(?:p|div|h[1-6]|ul|ol|dl|pre|blockquote|table|hr|section|article)[\s>]/iu.test(html)) return this.#markdown(html).trim()
    const {edge} = this.#tokens
    const written = this.#markdown(`<p>${edge} ${html} ${edge}</p>`)
    return written.startsWith(edge) && written.endsWith(edge) ? written.slice(edge.length, -edge.length).trim() : this.#markdown(html).trim()
  }

  #joined(pieces: readonly Piece[]): string {
    return joined(pieces.map(piece => {
      if (!('html' in piece)) return piece.before + piece.markdown + piece.after
      const {node, html} = piece
      if (html.trim() === '') return ''
      if (node.nodeName === 'LI') return `${this.#item(node, html)}${node.nextSibling === null ? '' : '\n'}`
      const markdown = this.#markdown(node.nodeName === 'TD' || node.nodeName === 'TH' ? `<div>${html}</div>` : html)
      return isBlock(node) ? `\n\n${markdown}\n\n` : markdown
    }))
  }

  /** An item that no rule replaces, among others. */
  #item(node: Node, html: string): string {
    const list = node.parentNode as HTMLElement
    if (list.nodeName !== 'OL') return this.#markdown(`<ul>${html}</ul>`)
    const start = Number(list.getAttribute('start') ?? 1)
    return this.#markdown(`<ol start="${(Number.isSafeInteger(start) ? start : 1) + [...list.children].indexOf(node as HTMLElement)}">${html}</ol>`)
  }
}

/** What a list or a table consists of: replaced, the whole is no list and no table any more. */
const partsOf: Readonly<Record<string, ReadonlySet<string> | undefined>> = {
  UL: new Set(['LI']), OL: new Set(['LI']), DL: new Set(['DT', 'DD', 'DIV']),
  TABLE: new Set(['THEAD', 'TBODY', 'TFOOT', 'TR']), THEAD: new Set(['TR']), TBODY: new Set(['TR']), TFOOT: new Set(['TR']), TR: new Set(['TD', 'TH']),
}
const rowParts: ReadonlySet<string> = new Set(['THEAD', 'TBODY', 'TFOOT', 'TR'])

function isReplacedPart(piece: Piece, {nodeName}: Node): boolean {
  return !('html' in piece) && piece.markdown.trim() !== '' && partsOf[nodeName]?.has(piece.node.nodeName) === true
}

function isList({nodeName}: Node): boolean {
  return nodeName === 'UL' || nodeName === 'OL' || nodeName === 'DL'
}

/** White space at the edges of an inline element stands outside of what its rule writes. */
function flanked(node: HTMLElement, markdown: string): Piece {
  const text = isBlock(node) || isInCode(node) ? '' : (node.textContent ?? '')
  return {markdown, before: /^\s/u.test(text) ? ' ' : '', after: text.trim() !== '' && /\s$/u.test(text) ? ' ' : '', node}
}

/** Rules of others ask the node for these. */
function described(node: HTMLElement): HTMLElement {
  return Object.assign(node, {isBlock: isBlock(node), isCode: isInCode(node) && node.nodeName !== 'PRE', isBlank: false})
}

/** Does no text stand before it in its block? */
function isFirstInBlock(node: Node): boolean {
  for (let at: Node = node; !isBlock(at); at = at.parentNode) {
    for (let before = at.previousSibling; before !== null; before = before.previousSibling) {
      if (isBlock(before) || before.nodeName === 'BR') return true
      if ((before.textContent ?? '').trim() !== '' || before.nodeName === 'IMG') return false
    }
    if (at.parentNode === null) return true
  }
  return true
}

function element(node: HTMLElement, inside: string): string {
  const name = node.nodeName.toLowerCase()
  const attributes = [...node.attributes].map(({name: key, value}) => ` ${key}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`).join('')
  return isVoid(node) ? `<${name}${attributes}>` : `<${name}${attributes}>${inside}</${name}>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The inner HTML of an element, document or fragment. */
export function htmlOf(root: Node): string {
  if (isElement(root)) return root.innerHTML
  return [...root.childNodes].map(child => (isElement(child) ? child.outerHTML : child.nodeType === 3 ? escaped(child.nodeValue ?? '') : '')).join('')
}
