/**
 * Personal identifiers masked by their kind: `[email]`, `[ip]`, `[phone]`, `[iban]`, `[card]`.
 *
 * This is no anonymisation: names, places and what only its context makes personal stay.
 */
import type {Metadata, Result} from '../../../result.ts'
import {cards} from './card.ts'
import {emails} from './email.ts'
import {ibans} from './iban.ts'
import {ipAddresses} from './ip.ts'
import {phones} from './phone.ts'
import {piiKinds, type PiiKind, type PiiSpan} from './span.ts'

export type PiiCounts = Readonly<Record<PiiKind, number>>

/** What stands in the place of an identifier. */
const masks: Readonly<Record<PiiKind, string>> = {email: '[email]', ip: '[ip]', phone: '[phone]', iban: '[iban]', card: '[card]'}

export class PiiMasker {
  readonly #counts = {email: 0, ip: 0, phone: 0, iban: 0, card: 0}

  /** The text with masks in it; they are counted. Linear in its length. */
  mask(text: string): string {
    const spans = identifiers(text)
    if (spans.length === 0) return text
    let out = ''
    let at = 0
    for (const {kind, from, to} of spans) {
      out += text.slice(at, from) + masks[kind]
      at = to
      this.#counts[kind]++
    }
    return out + text.slice(at)
  }

  counts(): PiiCounts {
    return {...this.#counts}
  }
}

/** Not overlapping, in order. Where two kinds claim the same place, the one with a check digit has it. */
export function identifiers(text: string): readonly PiiSpan[] {
  if (!/[@\d]|[[(] ?(?:at|ät|arroba)/iu.test(text)) return []
  const targets = /\d{5}/u.test(text) || /\d[./ -]\d/u.test(text) ? targetsOf(text) : []
  const numbers = [...ibans(text), ...cards(text)].filter(span => !isIn(targets, span))
  const addresses = [...emails(text), ...ipAddresses(text)]
  const calls = phones(text).filter(span => !isIn(targets, span))
  const taken: PiiSpan[] = []
  // Stable: of spans that begin at one place the earlier kind comes first.
  const all = [...numbers, ...addresses, ...calls].map((span, rank) => ({span, rank}))
  all.sort((a, b) => a.span.from - b.span.from || a.rank - b.rank)
  for (const {span} of all) {
    const last = taken.at(-1)
    if (last === undefined || span.from >= last.to) taken.push(span)
    else if (last.kind === 'phone' && (span.kind !== 'phone' || span.to - span.from > last.to - last.from)) taken[taken.length - 1] = span
  }
  return taken
}

interface Target { readonly from: number; readonly to: number }

/** Addresses of links are full of numbers that are nobody's; a `tel:` link is somebody's. */
function targetsOf(text: string): readonly Target[] {
  const out: Target[] = []
  for (const {0: found, index} of text.matchAll(/(?:https?:\/\/|www\.)[^\s<>)\]]{1,2000}|\]\((?!tel:)[^\s)]{1,2000}/giu)) out.push({from: index, to: index + found.length})
  return out
}

function isIn(targets: readonly Target[], {from, to}: PiiSpan): boolean {
  let low = 0
  let high = targets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (targets[middle].to <= from) low = middle + 1
    else high = middle
  }
  return low < targets.length && targets[low].from < to
}

/** A result whose text and facts are masked, and how often. Columns that pass through are not. */
export function maskResult(result: Result): {readonly result: Result; readonly counts: PiiCounts} {
  const masker = new PiiMasker()
  const markdown = masker.mask(result.markdown)
  const other = new PiiMasker()
  const text = (value: string | null): string | null => value === null ? null : other.mask(value)
  const {metadata} = result
  const masked: Metadata = {
    ...metadata, title: text(metadata.title),
    // The authors once more: not counted again.
    author: metadata.author === null ? null : new PiiMasker().mask(metadata.author), authors: metadata.authors.map(each => other.mask(each)),
    ...(metadata.description !== undefined && {description: text(metadata.description)}),
  }
  return {result: {...result, markdown, metadata: masked}, counts: sum(masker.counts(), other.counts())}
}

function sum(a: PiiCounts, b: PiiCounts): PiiCounts {
  const out = {...a}
  for (const kind of piiKinds) out[kind] += b[kind]
  return out
}
