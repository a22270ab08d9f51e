/**
 * Markdown as clean HTML: an allow-list writer. It knows the elements it may write and spells every one itself,
 * so that nothing of the input ever stands in the output as markup: no script, no event handler, no style, no
 * address but http, https, mailto, tel, relative and fragment.
 *
 * It reads the written Markdown rather than the page, so that every option of the Markdown writer holds here too.
 */
import type {AlignType, ListItem, Nodes, Parents, Root, Table} from 'mdast'
import {addresses} from '../markdown/address.ts'
import {tableMarkup} from './tableMarkup.ts'

export interface HtmlOptions {
  /** A whole document with doctype, head and title, instead of the body's content. */
  readonly document?: boolean | undefined
  /** Title of the document, as plain text. */
  readonly title?: string | null | undefined
  /** BCP 47 tag for the document's `lang`. */
  readonly language?: string | null | undefined
}
export type WriteHtml = (markdown: string, options?: HtmlOptions) => string

/** Nodes nested deeper become their text: the writer calls itself. */
const maxDepth = 200
/** Markup that the Markdown writer itself puts into Markdown, for want of a sign; all other markup is text. */
const bareTags = /^<(\/?)(sub|sup|kbd|mark|ins|u|q|small|abbr|br|table|thead|tbody|tfoot|tr|th|td|caption|details|summary)\s{0,3}\/?>$/iu

/** Loads the Markdown parser. The writer it gives never throws. */
export async function loadHtml(): Promise<WriteHtml> {
  const [{fromMarkdown}, {gfmFromMarkdown}, {gfm}] = await Promise.all([import('mdast-util-from-markdown'), import('mdast-util-gfm'), import('micromark-extension-gfm')])
  return htmlWriter(markdown => fromMarkdown(markdown, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]}))
}

/** @param parse Markdown with GFM, without front matter, to its tree */
export function htmlWriter(parse: (markdown: string) => Root): WriteHtml {
  return (markdown, options = {}) => {
    const tree = parse(withoutFrontMatter(markdown))
    const definitions = new Map<string, string>()
    for (const node of tree.children) if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url)
    const body = new Writer(definitions).children(tree, 0)
    return options.document === true ? documentOf(body, options) : body
  }
}

function documentOf(body: string, {title, language}: HtmlOptions): string {
  const lang = language !== undefined && language !== null && /^[a-z0-9-]{2,35}$/iu.test(language) ? ` lang="${language}"` : ''
  return `<!doctype html>\n<html${lang}>\n<head>\n<meta charset="utf-8">\n<title>${escaped(title ?? '')}</title>\n</head>\n<body>\n${body}</body>\n</html>\n`
}

function withoutFrontMatter(markdown: string): string {
  if (!markdown.startsWith('---\n') || markdown[4] === '\n') return markdown
  const end = markdown.indexOf('\n---\n', 3)
  return end < 0 ? markdown : markdown.slice(end + 5)
}

/** Text and attribute values: nothing of them is markup in any context this writer puts them in. */
function escaped(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/gu, '').replace(/[&<>"'`]/gu, sign => `&#${sign.charCodeAt(0)};`)
}

class Writer {
  readonly #addresses = addresses(undefined)
  readonly #definitions: ReadonlyMap<string, string>
  /** Bare tags that are open, so that none is closed that was not opened, and all are. */
  #open: string[] = []

  constructor(definitions: ReadonlyMap<string, string>) {
    this.#definitions = definitions
  }

  children(node: Parents, depth: number): string {
    const outer = this.#open
    this.#open = []
    const inner = node.children.map(child => this.#node(child, depth + 1)).join('')
    const rest = this.#open.reverse().map(tag => `</${tag}>`).join('')
    this.#open = outer
    return inner + rest
  }

  #node(node: Nodes, depth: number): string {
    if (depth > maxDepth) return escaped(textOf(node))
    const inside = (): string => 'children' in node ? this.children(node, depth) : ''
    switch (node.type) {
      case 'text': return escaped(node.value)
      case 'paragraph': return `<p>${inside()}</p>\n`
      case 'heading': return `<h${node.depth}>${inside()}</h${node.depth}>\n`
      case 'blockquote': return `<blockquote>\n${inside()}</blockquote>\n`
      case 'list': return node.ordered === true ? `<ol${node.start === null || node.start === undefined || node.start === 1 ? '' : ` start="${Number(node.start)}"`}>\n${inside()}</ol>\n` : `<ul>\n${inside()}</ul>\n`
      case 'listItem': return `<li>${node.checked === true ? '[x] ' : node.checked === false ? '[ ] ' : ''}${this.#item(node, depth)}</li>\n`
      case 'code': return code(node.value, node.lang ?? '')
      case 'inlineCode': return `<code>${escaped(node.value)}</code>`
      case 'emphasis': return `<em>${inside()}</em>`
      case 'strong': return `<strong>${inside()}</strong>`
      case 'delete': return `<del>${inside()}</del>`
      case 'break': return '<br>\n'
      case 'thematicBreak': return '<hr>\n'
      case 'link': return this.#link(node.url, inside())
      case 'linkReference': return this.#link(this.#definitions.get(node.identifier) ?? '', inside())
      case 'image': return this.#image(node.url, node.alt ?? '')
      case 'imageReference': return this.#image(this.#definitions.get(node.identifier) ?? '', node.alt ?? '')
      case 'table': return this.#table(node, depth)
      case 'html': return this.#markup(node.value)
      case 'footnoteReference': return `<sup>${escaped(node.label ?? node.identifier)}</sup>`
      case 'footnoteDefinition': return `<div><sup>${escaped(node.label ?? node.identifier)}</sup> ${inside()}</div>\n`
      default: return inside()
    }
  }

  /** In a tight list the first paragraph of an item is its text, without an element of its own. */
  #item(item: ListItem, depth: number): string {
    const [first, ...rest] = item.children
    if (first?.type !== 'paragraph' || item.spread === true) return this.children(item, depth)
    return this.children(first, depth + 1) + (rest.length === 0 ? '' : `\n${this.children({...item, children: rest}, depth)}`)
  }

  #link(address: string, inside: string): string {
    const href = this.#addresses.write(address)
    return href === undefined ? inside : `<a href="${escaped(href)}" rel="nofollow noopener">${inside}</a>`
  }

  #image(address: string, alt: string): string {
    const src = /^(?:mailto|tel):/iu.test(address.trim()) ? undefined : this.#addresses.write(address)
    return src === undefined ? escaped(alt) : `<img src="${escaped(src)}" alt="${escaped(alt)}">`
  }

  #table({children, align}: Table, depth: number): string {
    const [head, ...rows] = children
    const row = (cells: Table['children'][number], tag: 'th' | 'td'): string =>
      `<tr>${cells.children.map((cell, i) => `<${tag}${alignment(align?.[i])}>${this.children(cell, depth + 2)}</${tag}>`).join('')}</tr>\n`
    return `<table>\n<thead>\n${head === undefined ? '' : row(head, 'th')}</thead>\n<tbody>\n${rows.map(cells => row(cells, 'td')).join('')}</tbody>\n</table>\n`
  }

  /** A bare tag of the Markdown writer's; anything else is the page's and stands as text. */
  #markup(value: string): string {
    const match = bareTags.exec(value.trim())
    if (match === null) return value.trim().startsWith('<!--') ? '' : (tableMarkup(value, {addresses: this.#addresses, escaped}) ?? escaped(value))
    const tag = match[2].toLowerCase()
    if (tag === 'br') return '<br>'
    if (match[1] === '') {
      this.#open.push(tag)
      return `<${tag}>`
    }
    if (this.#open[this.#open.length - 1] !== tag) return ''
    this.#open.pop()
    return `</${tag}>`
  }
}

function code(value: string, language: string): string {
  const name = /^[\w+#.-]{1,40}$/u.test(language) ? ` class="language-${language.replaceAll('#', 'sharp')}"` : ''
  return `<pre><code${name}>${escaped(value)}\n</code></pre>\n`
}

function alignment(align: AlignType | undefined): string {
  return align === 'left' || align === 'right' || align === 'center' ? ` align="${align}"` : ''
}

/** Text of a node without recursion. */
function textOf(node: Nodes): string {
  const parts: string[] = []
  const rest: Nodes[] = [node]
  while (rest.length > 0) {
    const next = rest.pop() as Nodes
    if ('value' in next && next.type !== 'html') parts.push(next.value)
    if ('children' in next) for (let i = next.children.length - 1; i >= 0; i--) rest.push(next.children[i])
  }
  return parts.join('')
}
