/**
 * The self-check: written Markdown is parsed again, and what the parser finds is held against the page, block by
 * block: kind, level, the quotes and items around it, and every character of the text.
 *
 * Knows nothing of how the writer works but the map of where each block stands.
 */
import type {Nodes, Parents} from 'mdast'
import type {Ledger} from '../page/ledger.ts'
import type {Page} from '../page/page.ts'
import type {MapSpan} from '../result.ts'

export interface Difference {
  /** Number of the block in the page. */
  readonly block: number
  readonly why: 'kind' | 'level' | 'containers' | 'text'
  readonly expected: string
  readonly found: string
}
export interface Written {
  readonly markdown: string
  readonly map: readonly MapSpan[]
}
export type Verify = (written: Written, page: Page, ledger: Ledger) => Difference[]

/** What the parser found at a place of the Markdown. */
interface Leaf { readonly kind: string; readonly level: number; readonly containers: string; readonly text: string; readonly from: number; readonly to: number }

/** Loads the Markdown parser. */
export async function loadVerify(): Promise<Verify> {
  const [{fromMarkdown}, {gfmFromMarkdown}, {gfm}] = await Promise.all([import('mdast-util-from-markdown'), import('mdast-util-gfm'), import('micromark-extension-gfm')])
  return ({markdown, map}, page, ledger) => {
    const leaves = leavesOf(fromMarkdown(markdown, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]}))
    const out: Difference[] = []
    let next = 0
    for (const span of map) {
      while (next < leaves.length && leaves[next].to <= span.from) next++
      const inside: Leaf[] = []
      for (let i = next; i < leaves.length && leaves[i].from < span.to; i++) inside.push(leaves[i])
      const difference = compared(span.block, inside, {page, ledger})
      if (difference !== undefined) out.push(difference)
    }
    return out
  }
}

function compared(block: number, found: readonly Leaf[], {page, ledger}: {page: Page; ledger: Ledger}): Difference | undefined {
  const kind = ledger.kind(block)
  const {region} = page.blocks[block]
  const first = found[0]
  if (first === undefined) return kind === 'image' || kind === 'embed' ? undefined : {block, why: 'text', expected: ledger.text(block), found: ''}
  const differs = (why: Difference['why'], expected: string, got: string): Difference => ({block, why, expected, found: got})
  const table = first.kind === 'table' ? tableAround(page, region) : -1
  const expected = table >= 0 ? 'table' : kind === 'heading' || kind === 'code' || kind === 'rule' ? kind : 'paragraph'
  if (first.kind !== expected && kind !== 'math' && !(kind === 'image' && first.kind === 'heading')) return differs('kind', expected, first.kind)
  if (kind === 'heading' && first.level !== Math.min(6, Math.max(1, ledger.level(block)))) return differs('level', String(ledger.level(block)), String(first.level))
  const around = containersOf(page, table >= 0 ? page.regions[table].parent : region)
  if (around.length <= 32 && first.containers.replaceAll('>', '') !== around.replaceAll('>', '')) return differs('containers', around, first.containers)
  if (kind === 'rule' || kind === 'math') return undefined
  const wanted = table >= 0 ? tableText(page, ledger, table) : ledger.text(block)
  const text = found.map(leaf => leaf.text).join('')
  // A heading of several blocks is one line.
  const isPart = kind === 'heading' && bare(text).includes(bare(wanted))
  return isPart || isSameText(wanted, text, kind === 'code') ? undefined : differs('text', wanted, text)
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s"()¶#§−-]+/gu, '').replace(/\[[ xX]\]|\[!\w{1,9}\]/gu, '')
}

/** White space apart, and the few signs a writer adds or leaves out: quotes, credits in brackets, permalinks, raised digits. */
function isSameText(wanted: string, found: string, isCode: boolean): boolean {
  if (isCode) return wanted.trim() === found.trim()
  return bare(found) === bare(wanted)
}

function tableAround({regions}: Page, region: number): number {
  let at = region
  while (at >= 0 && regions[at].tag !== 'table') at = regions[at].parent
  return at
}

function tableText(page: Page, ledger: Ledger, table: number): string {
  let out = ''
  for (let i = page.regions[table].from; i < page.regions[table].to; i++) {
    if (ledger.alive(i) && ledger.kind(i) !== 'caption' && ledger.kind(i) !== 'rule') out += ledger.text(i)
  }
  return out
}

/** Items around a region, one sign each; quotes are told by `>`. */
function containersOf({regions}: Page, region: number): string {
  let out = ''
  for (let at = region; at >= 0; at = regions[at].parent) {
    const {tag, parent} = regions[at]
    if (tag === 'blockquote') out = `>${out}`
    else if (tag === 'li') out = `${parent >= 0 && regions[parent].tag === 'ol' ? '1' : '*'}${out}`
  }
  return out
}

/** Blocks of the tree in order, without recursion. */
function leavesOf(root: Nodes): Leaf[] {
  const out: Leaf[] = []
  const open: {node: Nodes; containers: string}[] = [{node: root, containers: ''}]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const {node, containers} = next
    const leaf = leafKind(node)
    const from = node.position?.start.offset ?? 0
    const to = node.position?.end.offset ?? 0
    if (leaf !== undefined) out.push({kind: leaf, level: node.type === 'heading' ? node.depth : 0, containers, text: textOf(node), from, to})
    else if ('children' in node) {
      const sign = node.type === 'blockquote' ? '>' : ''
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
    else if (next.type === 'footnoteReference') out += `[^${next.identifier}]`
    else if ('children' in next) for (let i = next.children.length - 1; i >= 0; i--) open.push((next as Parents).children[i])
  }
  return out
}
