/**
 * Markdown as plain text: marks of formatting go, structure that reads as text stays (bullets, numbers, cells).
 *
 * It reads the written Markdown rather than the page, so that every option of the writer holds here too.
 */
import type {Nodes, Parents, List, Table} from 'mdast'

export type Plain = (markdown: string) => string

/** Loads the Markdown parser. */
export async function plainText(): Promise<Plain> {
  const [{fromMarkdown}, {gfmFromMarkdown}, {gfm}] = await Promise.all([
    import('mdast-util-from-markdown'), import('mdast-util-gfm'), import('micromark-extension-gfm'),
  ])
  return markdown => {
    const text = blocks(fromMarkdown(withoutFrontMatter(markdown), {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]}), '\n\n')
    return text === '' ? '' : text + '\n'
  }
}

/** YAML or TOML on top. A rule on top is told from it by the blank line that follows every block. */
function withoutFrontMatter(markdown: string): string {
  const fence = markdown.slice(0, 4)
  if ((fence !== '---\n' && fence !== '+++\n') || markdown[4] === '\n') return markdown
  const end = markdown.indexOf(`\n${fence}`, 3)
  return end < 0 ? markdown : markdown.slice(end + 5)
}

function blocks(node: Parents, between: string): string {
  return node.children.map(child => block(child)).filter(text => text !== '').join(between)
}

function block(node: Nodes): string {
  switch (node.type) {
    case 'list': return list(node)
    case 'table': return table(node)
    case 'code': return node.value
    case 'blockquote':
    case 'footnoteDefinition': return blocks(node, '\n\n')
    case 'thematicBreak':
    case 'definition':
    case 'html': return ''
    default: return inline(node).trim()
  }
}

function list(node: List): string {
  const start = node.start ?? 1
  const loose = node.spread === true || node.children.some(item => item.spread === true)
  return node.children.map((item, i) => {
    const sign = node.ordered ? `${start + i}. ` : '- '
    const text = blocks(item, loose ? '\n\n' : '\n')
    return sign + text.replaceAll('\n', `\n${' '.repeat(sign.length)}`).replace(/\n +(?=\n)/gu, '\n')
  }).join(loose ? '\n\n' : '\n')
}

/** A line a row, cells separated by tabs, as spreadsheets paste them. */
function table(node: Table): string {
  return node.children.map(row => row.children.map(cell => inline(cell).trim()).join('\t')).join('\n')
}

function inline(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode': return node.value
    case 'image':
    case 'imageReference': return node.alt ?? ''
    case 'break': return '\n'
    case 'html': return /^<br\b/iu.test(node.value) ? '\n' : ''
    case 'footnoteReference': return `[${node.identifier}]`
    default: return 'children' in node ? node.children.map(child => inline(child)).join('') : ''
  }
}
