/** Decisions in words, one line each, for the terminal and the inspector alike. */
import type {Decision} from '../page/ledger.ts'
import type {Trace} from '../result.ts'
import {printable} from './printable.ts'

/** How the parts are painted. The core knows no terminal: who has one passes its colours in. */
export interface Colours {
  readonly kept: (text: string) => string
  readonly dropped: (text: string) => string
  /** Cuts, retypes, lifts and credits. */
  readonly changed: (text: string) => string
  /** Overruled decisions and counts. */
  readonly faint: (text: string) => string
}

export const plain: Colours = {kept: same, dropped: same, changed: same, faint: same}
function same(text: string): string {
  return text
}

/** Characters of a block's text shown, chosen so that a line fits 120 columns. */
const excerptLength = 56

/** A decision besides the one that holds. */
export function otherLine(decision: Decision, trace: Trace, colours: Colours = plain): string {
  const reason = why(decision)
  switch (decision.verdict) {
    case 'drop':
    case 'keep':
      return colours.faint(`overruled: ${decision.verdict}  ${reason}`)
    case 'cut':
      return `${colours.changed('cut')}  ${reason}  ${quoted(cutText(decision, trace))}`
    case 'credit':
      return `${colours.changed('credit')}  ${reason}  ${quoted(spanText(trace.page.blocks[decision.block].text, decision.span))}`
    case 'retype':
      return `${colours.changed('retype')} to ${decision.kind}${decision.level > 0 ? ` ${decision.level}` : ''}  ${reason}`
    case 'lift':
      return `${colours.changed('lift')} before block ${decision.before}  ${reason}`
  }
}

/** Who decided, by which rule, how sure. */
export function why({pass, rule, strength, value, role}: Decision): string {
  const measured = value === undefined ? '' : ` ${Number(value.toFixed(3))}`
  return printable(`${pass}: ${rule} (${strength}${measured})${role === undefined ? '' : ` ${role}`}`)
}

function cutText(decision: Extract<Decision, {verdict: 'cut'}>, trace: Trace): string {
  const block = trace.page.blocks[decision.block]
  if (decision.mark === undefined) return spanText(block.text, decision.span)
  return spanText(block.marks[decision.mark]?.attrs['alt'] ?? '', decision.span)
}

function spanText(text: string, {from, to}: {readonly from: number; readonly to: number}): string {
  return text.slice(from, Math.min(to, from + 4 * excerptLength))
}

/** In one line and in quotation marks, shortened. */
export function quoted(text: string): string {
  return `"${printable(clipped(text))}"`
}

/** The first characters in one line; never half a surrogate pair. */
export function clipped(text: string): string {
  const line = text.slice(0, 4 * excerptLength).replace(/\s+/gu, ' ')
  const points = [...line]
  return points.length > excerptLength ? `${points.slice(0, excerptLength - 1).join('')}…` : line
}
