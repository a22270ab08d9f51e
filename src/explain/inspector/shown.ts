/** What the inspector shows of each block: its text, its fate and what led to it. Numbers and strings only, so that it goes into JSON. */
import type {Cause} from '../../page/judgement.ts'
import type {Decision, Role} from '../../page/ledger.ts'
import type {Block, Page, Span} from '../../page/page.ts'
import type {Result, Trace} from '../../result.ts'
import {printableLines} from '../printable.ts'
import {fates, type Fate} from '../fates.ts'
import {elementOf} from '../legend.ts'
import {otherLine, why} from '../reasons.ts'

/** `changed` lives, but not as it stood: something was cut, it became another kind, or it was moved. */
export type State = 'kept' | 'changed' | 'dropped'

export interface Shown {
  readonly index: number
  readonly state: State
  readonly role: Role
  /** `paragraph`, `heading 2`, … */
  readonly kind: string
  readonly text: string
  /** Characters left out at the end of `text`. */
  readonly more: number
  /** What was cut out of `text`. */
  readonly cuts: readonly Span[]
  /** Lists, quotes and tables around it, at most 6. */
  readonly depth: number
  readonly hidden: string
  /** The decision that holds, in words; `no decision` where nothing was said. */
  readonly reason: string
  readonly others: readonly string[]
  /** The element that a rule went by, as a start tag; '' if none. */
  readonly element: string
  /** Probability that it is content, 0–1; null where nobody judged. */
  readonly probability: number | null
  /** The three features that moved the judge most. Left out beyond `maxCauses` blocks. */
  readonly causes: readonly Cause[]
}

/** What the page's own script reads. */
export interface InspectorData {
  readonly blocks: readonly Shown[]
  /** From this probability on a block counts as content; null where nobody judged. */
  readonly threshold: number | null
}

/** Blocks of a page that are shown. A browser scrolls no more of them well. */
export const maxBlocks = 20_000
/** Blocks whose causes are worked out: each walks all trees of the judge again. */
const maxCauses = 5000
/** Characters of a block's text. */
const maxText = 4000
const maxDepth = 6
const named = 3

/** @param trace of the same result */
export function shownBlocks(result: Result, trace: Trace): readonly Shown[] {
  const {blocks} = trace.page
  const all = fates(trace.decisions, blocks.length)
  return blocks.slice(0, maxBlocks).map((block, index) => shown({block, index, fate: all[index], result, trace}))
}

interface Seen { readonly block: Block; readonly index: number; readonly fate: Fate; readonly result: Result; readonly trace: Trace }

function shown({block, index, fate, result, trace}: Seen): Shown {
  const {judgement, page} = trace
  const probability = judgement?.probability[index] ?? -1
  const text = textOf(block)
  const alive = result.blocks[index]?.alive ?? fate.holds?.verdict !== 'drop'
  const lines = fate.others.map(decision => printableLines(otherLine(decision, trace)))
  return {
    index, state: !alive ? 'dropped' : fate.others.some(decision => isChange(decision, block)) ? 'changed' : 'kept', role: result.blocks[index]?.role ?? 'content',
    kind: block.kind + (block.level > 0 ? ` ${block.level}` : ''), text: printableLines(text.slice(0, maxText)), more: Math.max(0, text.length - maxText),
    cuts: fate.others.flatMap(decision => decision.verdict === 'cut' && decision.mark === undefined && decision.span.to <= maxText ? [decision.span] : []).sort((a, b) => a.from - b.from),
    depth: depthOf(page, block.region), hidden: block.hidden, reason: fate.holds === undefined ? 'no decision' : `${fate.holds.verdict}  ${why(fate.holds)}`,
    others: fate.unlisted > 0 ? [...lines, `and ${fate.unlisted} more`] : lines,
    element: fate.holds === undefined ? '' : printableLines(elementOf(trace, fate.holds, index)),
    probability: probability < 0 ? null : Math.round(probability * 1000) / 1000,
    causes: probability < 0 || index >= maxCauses ? [] : judgement?.causes(index).slice(0, named) ?? [],
  }
}

/** A heading that is made the title stays what it is. */
function isChange(decision: Decision, {kind, level}: Block): boolean {
  return decision.verdict === 'cut' || decision.verdict === 'lift' || (decision.verdict === 'retype' && (decision.kind !== kind || decision.level !== level))
}

/** Images, embeds and rules have no text of their own. */
function textOf({kind, text, marks}: Block): string {
  if (text !== '') return text
  const mark = marks.find(each => each.kind === 'image' || each.kind === 'link')
  const said = mark?.attrs['alt'] ?? mark?.attrs['src'] ?? mark?.attrs['href'] ?? ''
  return said === '' ? `(${kind})` : `(${kind}: ${said.slice(0, 300)})`
}

const nesting = new Set(['ul', 'ol', 'dl', 'blockquote', 'table', 'details'])

function depthOf({regions}: Page, region: number): number {
  let depth = 0
  for (let at = region; at >= 0 && depth < maxDepth; at = regions[at].parent) if (nesting.has(regions[at].tag)) depth++
  return depth
}
