/** Walks a Markdown tree and tells it to the Builder; no recursion, whatever the depth. */
import type {Blockquote, Definition, List, ListItem, Nodes, Root} from 'mdast'
import {noAttrs, type Builder} from '../../page/builder.ts'
import {element, type Element} from '../../page/elements.ts'
import type {Attrs} from '../../page/page.ts'
import {closesElement, htmlBlock, inlineTag, isElement} from './rawHtml.ts'

interface Frame {
  readonly node: Nodes
  /** Next child to visit. */
  next: number
  /** What leaving the node closes. */
  readonly closes: 'region' | 'nothing' | Element
}
const elements = {
  p: element('p'), a: element('a'), em: element('em'), strong: element('strong'), del: element('del'), code: element('code'),
  blockquote: element('blockquote'), pre: element('pre'), ul: element('ul'), ol: element('ol'), li: element('li'),
  table: element('table'), tr: element('tr'), td: element('td'), th: element('th'), thead: element('thead'), tbody: element('tbody'),
}

export class MarkdownWalk {
  readonly #builder: Builder
  readonly #offset: (offset: number) => number
  readonly #maxDepth: number
  readonly #stack: Frame[] = []
  readonly #definitions = new Map<string, Definition>()
  /** Element whose content is no text, while the walk is inside it. */
  #skipped: Element | undefined

  /** @param offset from an offset in the Markdown that was parsed to one in the source of the page */
  constructor(builder: Builder, offset: (offset: number) => number, maxDepth: number) {
    this.#builder = builder
    this.#offset = offset
    this.#maxDepth = maxDepth
  }

  run(root: Root): void {
    this.#collect(root)
    this.#stack.push({node: root, next: 0, closes: 'nothing'})
    for (let frame = this.#stack.at(-1); frame !== undefined; frame = this.#stack.at(-1)) {
      const {node} = frame
      const children: readonly Nodes[] = 'children' in node ? node.children : []
      if (frame.next >= children.length || this.#builder.truncated === 'blocks') this.#leave()
      else this.#enter(children[frame.next++])
    }
  }

  /** Definitions may stand anywhere, before or after what refers to them; the first of a name holds. */
  #collect(root: Root): void {
    const open: Nodes[] = [root]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (node.type === 'definition' && !this.#definitions.has(node.identifier)) this.#definitions.set(node.identifier, node)
      // Leaves of text hold none.
      if ('children' in node && node.type !== 'paragraph' && node.type !== 'table' && node.type !== 'heading') {
        for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i])
      }
    }
  }

  #leave(): void {
    const {node, closes} = this.#stack.pop()!
    if (closes === 'region') this.#builder.close()
    else if (closes !== 'nothing') this.#builder.closeMark(closes)
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') this.#skipped = undefined
    if (node.type === 'paragraph' && closes === 'nothing') this.#builder.flush()
  }

  #enter(node: Nodes): void {
    if (this.#skipped !== undefined && node.type !== 'html') return
    switch (node.type) {
      case 'paragraph': return this.#paragraph(node)
      case 'heading': return this.#region(node, element(`h${node.depth}`))
      case 'blockquote': return this.#region(node, elements.blockquote, noAttrs, alertClasses(node))
      case 'list': return this.#list(node)
      case 'listItem': return this.#item(node)
      case 'table': return this.#region(node, elements.table)
      case 'tableRow': return this.#region(node, elements.tr)
      case 'tableCell': return this.#cell(node)
      case 'footnoteDefinition': return this.#footnote(node)
      case 'emphasis': return this.#mark(node, elements.em)
      case 'strong': return this.#mark(node, elements.strong)
      case 'delete': return this.#mark(node, elements.del)
      case 'link': return this.#link(node, node)
      case 'linkReference': return this.#link(node, this.#definitions.get(node.identifier))
      default: this.#leaf(node)
    }
  }

  /** Nodes without children. */
  #leaf(node: Nodes): void {
    const builder = this.#builder
    const {from, to} = this.#span(node)
    switch (node.type) {
      case 'text': return builder.text(node.value, from, to)
      case 'inlineCode':
        builder.openMark(elements.code)
        builder.text(node.value, from, to)
        return builder.closeMark(elements.code)
      case 'break': return builder.lineBreak()
      case 'code':
        builder.open(elements.pre, noAttrs, languageClass(node.lang))
        // The Builder takes a line end at the start of code for the one after `<pre>`.
        builder.text(/^[\r\n]/u.test(node.value) ? `\n${node.value}` : node.value, from, to)
        return builder.close()
      case 'thematicBreak': return builder.rule(from, to)
      case 'image': return this.#image(node, node.alt ?? '', node)
      case 'imageReference': return this.#image(node, node.alt ?? '', this.#definitions.get(node.identifier))
      case 'footnoteReference': return builder.text(`[^${node.label ?? node.identifier}]`, from, to)
      case 'html': return this.#html(node.value, from)
    }
  }

  #region(node: Nodes, opens: Element, attrs: Attrs = noAttrs, classes = ''): void {
    if (this.#builder.depth >= this.#maxDepth) {
      this.#builder.truncated ??= 'depth'
      this.#stack.push({node, next: 0, closes: 'nothing'})
      return
    }
    this.#builder.open(opens, attrs, classes)
    this.#stack.push({node, next: 0, closes: 'region'})
  }

  #mark(node: Nodes, opens: Element, attrs: Attrs = noAttrs): void {
    this.#builder.openMark(opens, attrs)
    this.#stack.push({node, next: 0, closes: opens})
  }

  /** In a tight list the item itself holds the text. */
  #paragraph(node: Nodes): void {
    const around = this.#stack.at(-1)!.node
    if (around.type === 'listItem' && !this.#isLoose(around)) this.#stack.push({node, next: 0, closes: 'nothing'})
    else this.#region(node, elements.p)
  }

  #isLoose(item: ListItem): boolean {
    const list = this.#stack.at(-2)?.node
    return item.spread === true || (list?.type === 'list' && list.spread === true)
  }

  #list(node: List): void {
    const start = node.start ?? 1
    this.#region(node, node.ordered === true ? elements.ol : elements.ul, start === 1 ? noAttrs : {start: String(start)})
  }

  #item(node: ListItem): void {
    this.#region(node, elements.li)
    if (typeof node.checked === 'boolean') this.#builder.task(node.checked)
  }

  #cell(node: Nodes): void {
    const [table, row] = [this.#stack.at(-2), this.#stack.at(-1)]
    const isHead = table?.next === 1
    const align = table?.node.type === 'table' && row !== undefined ? table.node.align?.[row.next - 1] : undefined
    this.#region(node, isHead ? elements.th : elements.td, align ? {align} : noAttrs)
  }

  /** Footnotes stay as they are written: a label in front of the text. */
  #footnote(node: Nodes & {type: 'footnoteDefinition'}): void {
    this.#stack.push({node, next: 0, closes: 'nothing'})
    const label = `[^${node.label ?? node.identifier}]: `
    const first = node.children[0]
    if (first?.type === 'paragraph') first.children.unshift({type: 'text', value: label})
    else this.#builder.block('paragraph', label.trim())
  }

  #link(node: Nodes, target: {url: string; title?: string | null | undefined} | undefined): void {
    this.#builder.counts.links++
    if (target === undefined) this.#stack.push({node, next: 0, closes: 'nothing'})
    else this.#mark(node, elements.a, {href: target.url, ...titleOf(target)})
  }

  #image(node: Nodes, alt: string, target: {url: string; title?: string | null | undefined} | undefined): void {
    const {from, to} = this.#span(node)
    this.#builder.counts.images++
    if (target === undefined) this.#builder.text(alt, from, to)
    else this.#builder.image({src: target.url, alt, ...titleOf(target)}, '', from, to)
  }

  #html(value: string, from: number): void {
    const around = this.#stack.at(-1)!.node.type
    const isBlock = around !== 'paragraph' && around !== 'heading' && around !== 'tableCell' && !inlineParents.has(around)
    if (isBlock) return htmlBlock(this.#builder, value, from)
    if (this.#skipped !== undefined) {
      if (closesElement(value, this.#skipped)) this.#skipped = undefined
    } else if (value.startsWith('<!') || value.startsWith('<?')) return
    // `Array<T>` in prose is a word of the page.
    else if (!isElement(value)) this.#builder.text(value, from, from + value.length)
    else this.#skipped = inlineTag(this.#builder, value)
  }

  #span({position}: Nodes): {from: number; to: number} {
    const from = position?.start.offset
    const to = position?.end.offset
    return {from: from === undefined ? -1 : this.#offset(from), to: to === undefined ? -1 : this.#offset(to)}
  }
}

const inlineParents: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference'])

/** GitHub's alerts: `[!NOTE]` on a line of its own at the head of a quote. The line is taken out. */
function alertClasses({children}: Blockquote): string {
  const first = children[0]
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || text?.type !== 'text') return ''
  const match = /^\[!(note|tip|important|warning|caution)\][ \t]{0,99}(?:\n|$)/iu.exec(text.value)
  const next = first.children[1]
  // Other text in the line makes it a quote like any other.
  if (match === null || (children.length === 1 && first.children.length === 1 && match[0].length === text.value.length) || (match[0] === text.value && !match[0].endsWith('\n') && next !== undefined && next.type !== 'break')) return ''
  text.value = text.value.slice(match[0].length)
  if (text.value === '') first.children.splice(0, next?.type === 'break' ? 2 : 1)
  if (first.children.length === 0) children.shift()
  return `markdown-alert markdown-alert-${match[1].toLowerCase()}`
}

function titleOf({title}: {title?: string | null | undefined}): {title?: string} {
  return typeof title === 'string' && title !== '' ? {title} : {}
}

function languageClass(language: string | null | undefined): string {
  const word = /^[\p{L}\p{N}+#._-]{1,30}/u.exec(language ?? '')?.[0]
  return word === undefined ? '' : `language-${word}`
}
