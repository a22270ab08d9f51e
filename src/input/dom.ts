/**
 * The DOM driver: a tree of domhandler nodes (htmlparser2, or parse5 through cheerio) to a page.
 *
 * The tree is read and never written; it is walked with a stack of our own, so that no depth overflows. With
 * `source` the offsets of the page are those of the nodes in it. Without, blocks have none, and `page.source`
 * is a transcript of script bodies, titles, formulas and the comment of who saved the page, so that `page.head.data` can be read as ever.
 */
import type {AnyNode, ChildNode, Comment, Element as Node, ParentNode, Text} from 'domhandler'
import {parseDocument} from 'htmlparser2'
import {Builder} from '../page/builder.ts'
import {element, knownElement, type Element} from '../page/elements.ts'
import type {Page} from '../page/page.ts'
import {attributeName, clear, isStyled, Markup, newTag, setAttribute, type ReadOptions} from './markup.ts'
import {Nesting} from './nesting.ts'
import {nestsDeeper} from './nestsDeeper.ts'
import type {Ending, Selection} from './selection.ts'
import {Transcript} from './transcript.ts'

export interface DomOptions extends ReadOptions {
  /** The text the tree was parsed from, with start and end indices on every node. */
  readonly source?: string | undefined
  /** Learns which blocks stand in the elements it asks for. */
  readonly selection?: Selection | undefined
}

/** Nodes beside each other, and the element they stand in. */
interface Frame {
  readonly nodes: readonly AnyNode[]
  at: number
  /** undefined if leaving it ends nothing. */
  readonly owner: Node | undefined
  readonly element: Element
  readonly ending: Ending | undefined
  /** Innermost region around the nodes, -1 at top level. */
  readonly region: number
}

/** Read a tree, or several nodes as if they stood in one, into a page. Never throws; linear in the number of nodes. */
export function readDom(document: AnyNode | readonly AnyNode[], options: DomOptions = {}): Page {
  const driver = new DomDriver(options)
  return driver.read(Array.isArray(document) ? document as readonly AnyNode[] : [document as AnyNode])
}

const none = element('')
/** Deeper markup in a noscript that a parser took for text is not read: parsing costs quadratic time in depth. */
const maxNoscriptDepth = 512

class DomDriver {
  readonly #source: string | undefined
  readonly #transcript = new Transcript()
  readonly #selection: Selection | undefined
  readonly #builder: Builder
  readonly #markup: Markup
  readonly #tag = newTag()
  readonly #frames: Frame[] = []

  constructor({source, selection, url, normalise, exact, maxBlocks, maxDepth = 512}: DomOptions) {
    this.#source = source
    this.#selection = selection
    this.#builder = new Builder({origin: 'html', source: source ?? '', url, normalise, exact, ...(maxBlocks === undefined ? {} : {maxBlocks})})
    this.#markup = new Markup(this.#builder, source ?? this.#transcript, listener => new Nesting(listener, maxDepth))
    this.#markup.isFragment = exact === true
  }

  read(nodes: readonly AnyNode[]): Page {
    this.#transcript.includes = text => hasScript(nodes, text)
    this.#frames.push({nodes, at: 0, owner: undefined, element: none, ending: undefined, region: -1})
    while (this.#frames.length > 0) {
      const frame = this.#frames[this.#frames.length - 1]
      if (frame.at < frame.nodes.length) this.#node(frame.nodes[frame.at++], frame)
      else {
        this.#frames.pop()
        if (frame.owner !== undefined) this.#leave(frame.owner, frame)
      }
    }
    const page = this.#markup.finish()
    return this.#source === undefined ? {...page, source: this.#transcript.toString()} : page
  }

  #node(node: AnyNode, around: Frame): void {
    switch (node.type) {
      case 'text': return this.#text(node as Text)
      case 'comment':
        // A browser that saved the page says so on top of it.
        if (this.#frames.length === 2 && this.#source === undefined && /^\s{0,9}saved from url=/u.test((node as Comment).data)) this.#transcript.add(`<!--${(node as Comment).data}-->`)
        return
      case 'tag': case 'script': case 'style': return this.#enter(node as Node, around)
      // A template holds a document of its own.
      case 'root': case 'cdata':
        this.#frames.push({nodes: (node as ParentNode).children, at: 0, owner: undefined, element: none, ending: undefined, region: around.region})
    }
  }

  #text(node: Text): void {
    const {skipped} = this.#markup
    const {from, to} = this.#interval(node)
    if (skipped === undefined) {
      if (this.#selection === undefined || this.#selection.unread === 0 || !this.#builder.inCode) this.#markup.text(node.data, from, to)
    } else if (skipped.reads !== 'nothing') {
      const at = this.#source === undefined ? this.#transcript.add(skipped.reads === 'source' ? node.data : node.data.replaceAll('&', '&amp;')) : {from, to}
      skipped.text(at.from, at.to)
    }
  }

  #enter(node: Node, around: Frame): void {
    const tag = this.#tag
    const opened = knownElement(node.name) ?? element(node.name.toLowerCase())
    this.#builder.counts.elements++
    const ending = this.#markup.skipped === undefined ? this.#selection?.enter(node, {element: opened, around: around.region, markup: this.#markup}) : undefined
    if (ending === 'unread') return
    tag.element = opened
    clear(tag)
    // Class attributes are numbered as they are met: those that nobody reads do not count.
    const hasClasses = isStyled(opened) && this.#markup.readsAttributes(opened.tag)
    for (const name in node.attribs) {
      const known = attributeName(name)
      if (known === undefined) continue
      if (known !== 'class') setAttribute(tag, known, node.attribs[name])
      else if (hasClasses && tag.classes.id === 0) tag.classes = this.#builder.classes.of(node.attribs[name])
    }
    const before = this.#markup.regions
    this.#markup.start(tag, this.#startOf(node, opened))
    const isRegion = this.#markup.regions > before
    const region = isRegion ? this.#markup.regions - 1 : around.region
    if (ending !== undefined && isRegion) this.#selection?.opened(node, region)
    this.#frames.push({nodes: this.#childrenOf(node), at: 0, owner: node, element: opened, ending, region})
  }

  #leave(node: Node, {element: closed, ending}: Frame): void {
    if (closed.does !== 'void') this.#markup.end(closed, this.#endOf(node))
    if (ending !== undefined) this.#selection?.leave(ending, this.#markup)
  }

  /** With scripts on, a parser takes what stands in a noscript for text; here it is markup again. */
  #childrenOf(node: Node): readonly ChildNode[] {
    const {children} = node
    if (node.name !== 'noscript' || node.namespace === undefined || children.length !== 1 || children[0].type !== 'text') return children
    const {data} = children[0] as Text
    if (!/<[a-z!/]/iu.test(data)) return children
    return nestsDeeper(data, maxNoscriptDepth) ? [] : parseDocument(data).children
  }

  #interval(node: ChildNode): {from: number; to: number} {
    if (this.#source === undefined || node.startIndex === null || node.endIndex === null) return {from: -1, to: -1}
    return {from: node.startIndex, to: node.endIndex + 1}
  }

  /** Offset of the last character before the content. */
  #startOf(node: Node, {does}: Element): number {
    if (this.#source === undefined) return does === 'void' ? -1 : this.#transcript.length - 1
    const first = node.children.length > 0 ? node.children[0].startIndex : null
    return first === null ? node.endIndex ?? -1 : first - 1
  }

  /** Offset after the content. */
  #endOf(node: Node): number {
    if (this.#source === undefined) return this.#transcript.length
    const last = node.children.length > 0 ? node.children[node.children.length - 1].endIndex : null
    return (last ?? node.endIndex ?? -1) + 1
  }
}

/** Is there a script whose type names this? */
function hasScript(roots: readonly AnyNode[], type: string): boolean {
  const waiting: AnyNode[] = [...roots]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'script' && (node as Node).attribs['type']?.includes(type)) return true
    if ('children' in node) for (const child of node.children) if (child.type !== 'text') waiting.push(child)
  }
  return false
}
