/** Hand-made pages for the tests of passes: built through the Builder, frozen, run through a list of passes. */
import {element} from '../src/page/elements.ts'
import {Builder} from '../src/page/builder.ts'
import {Ledger} from '../src/page/ledger.ts'
import {measure} from '../src/page/measure.ts'
import {settle} from '../src/options.ts'
import type {Pass} from '../src/page/pass.ts'
import type {Attrs, HiddenBy, Origin, Page} from '../src/page/page.ts'

export interface Node { readonly tag: string; readonly attrs: Attrs; readonly hidden: HiddenBy; readonly children: readonly (Node | string)[] }
type Given = Readonly<Record<string, string>> & {readonly by?: HiddenBy}

/** An element; `class` as written, `by` how it hides. */
export function el(tag: string, ...rest: readonly (Given | Node | string)[]): Node {
  const [first, ...others] = rest
  const given = typeof first === 'object' && !('tag' in first) ? first : undefined
  const {by, ...attrs} = given ?? {}
  return {tag, attrs, hidden: (by ?? 'no') as HiddenBy, children: (given === undefined ? rest : others) as (Node | string)[]}
}

export interface Making { readonly origin?: Origin; readonly title?: string; readonly metas?: readonly {key: string; content: string}[] }

/** A frozen page of these nodes. A string at the top is a paragraph. */
export function page(nodes: readonly (Node | string)[], {origin = 'html', title = '', metas = []}: Making = {}): Page {
  const builder = new Builder({origin, source: ''})
  builder.head.title = title
  builder.head.metas.push(...metas)
  for (const node of nodes) write(builder, typeof node === 'string' ? el('p', node) : node)
  return frozen(builder.finish())
}

/** The same paragraphs as the text driver gives them: no region is open but lists' own. */
export const textPage = (nodes: readonly (Node | string)[]): Page => page(nodes, {origin: 'text'})

function write(builder: Builder, node: Node | string): void {
  if (typeof node === 'string') {
    builder.text(node)
    return
  }
  const {class: classes = '', ...attrs} = node.attrs
  const known = element(node.tag)
  if (node.tag === 'img') builder.image(attrs, classes)
  else if (node.tag === 'br') builder.lineBreak()
  else if (known.does === 'mark') {
    builder.openMark(known, attrs, classes, node.hidden)
    for (const child of node.children) write(builder, child)
    builder.closeMark(known)
  } else {
    builder.open(known, attrs, classes, node.hidden)
    for (const child of node.children) write(builder, child)
    builder.close()
  }
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const inner of Object.values(value)) frozen(inner)
  return value
}

/** Run passes in order; the pages are frozen, so a pass that writes to them throws. */
export function run(of: Page, ...passes: readonly Pass[]): Ledger {
  const ledger = new Ledger(of)
  const context = {settings: settle(), measure: measure(of), selected: []}
  for (const pass of passes) {
    if (pass.origins !== undefined && !pass.origins.includes(of.origin)) continue
    ledger.pass = pass.name
    pass.run(of, ledger, context)
  }
  return ledger
}

/** Texts of what lives, in page order; images as their alt text in brackets. */
export function left(ledger: Ledger): string[] {
  return ledger.page.blocks.flatMap((block, i) =>
    !ledger.alive(i) ? [] : [block.kind === 'image' ? `[${block.marks[0].attrs['alt'] ?? ''}]` : ledger.text(i)])
}

/** Names of the rules that decided, in order. */
export function rules(ledger: Ledger): string[] {
  return ledger.decisions.map(({rule}) => rule)
}

/** n words of prose in sentences of ten, unlike each other by `seed`. */
export function prose(words: number, seed = 'river'): string {
  const pool = ['water', 'stone', 'harbour', 'winter', 'garden', 'letter', 'morning', 'village', 'bridge', 'market', 'window']
  let out = `The ${seed}`
  for (let i = 2; i < words; i++) out += (i % 10 === 0 ? '. The ' : ' ') + pool[(i * 7 + seed.length) % pool.length]
  return `${out} stood.`
}
