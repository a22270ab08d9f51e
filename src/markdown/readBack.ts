/** What a Markdown parser finds in a document, as a list: for the self-check. */
import type {Nodes, Parents} from 'mdast'

/** What the parser found at a place of the Markdown. */
export interface Leaf { readonly kind: string; readonly level: number; readonly containers: string; readonly text: string; readonly from: number; readonly to: number }

/** Stands in the place of a reference to a footnote, whatever the page wrote there. */
export const noteSign = '\u{e000}'
/** Blocks of the tree in order, without recursion. */
export function leavesOf(root: Nodes): Leaf[] {
  const out: Leaf[] = []
  const open: {node: Nodes; containers: string}[] = [{node: root, containers: ''}]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const {node, containers} = next
    const leaf = leafKind(node)
    const from = node.position?.start.offset ?? 0
    const to = node.position?.end.offset ?? 0
    if (leaf !== undefined) out.push({kind: leaf, level: node.type === 'heading' ? node.depth : 0, containers, text: textOf(node), from, to})
    else if ('children' in node) {
      const sign = node.type === 'blockquote' ? '>' : node.type === 'footnoteDefinition' ? '^' : ''
      for (let i = node.children.length - 1; i >= 0; i--) {
        const item = node.type === 'list' ? (node.ordered === true ? '1' : '*') : ''
        open.push({node: node.children[i], containers: containers + sign + item})
      }
    }
  }
  return out
}

function leafKind({type}: Nodes): string | undefined {
  switch (type) {
    case 'paragraph': case 'heading': case 'code': case 'table': return type
    case 'thematicBreak': return 'rule'
    case 'html': return 'html'
    default: return undefined
  }
}

function textOf(node: Nodes): string {
  let out = ''
  const open: Nodes[] = [node]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type === 'text' || next.type === 'inlineCode' || next.type === 'code') out += next.value
    else if (next.type === 'html') out += /^<\/?(?:br|sub|sup)>$/u.test(next.value) ? '' : next.value
    else if (next.type === 'footnoteReference') out += noteSign
    else if ('children' in next) for (let i = next.children.length - 1; i >= 0; i--) open.push((next as Parents).children[i])
  }
  return out
}
