/**
 * The ledger: what passes decided about a page, with reasons.
 *
 * The page itself never changes. A pass appends decisions; the fate of a block is computed from them: the
 * strongest drop or keep wins, ties go to the later one; cuts add up; of retypes and lifts the last holds.
 */
import type {Kind, Page, Span} from './page.ts'

export type Strength = 'user' | 'certain' | 'likely' | 'weak'
export type Role =
  | 'content' | 'title' | 'navigation' | 'related' | 'comment' | 'byline' | 'caption' | 'dek' | 'consent'
  | 'advert' | 'debris' | 'duplicate' | 'footer'

/** Why a decision was made. `rule` names a row or a named threshold of the pass; `value` is what it measured. */
export interface Why {
  readonly rule: string
  readonly strength: Strength
  readonly value?: number
  readonly role?: Role
}

export type Decision = {readonly pass: string} & Why & (
  | {readonly verdict: 'drop' | 'keep'; readonly from: number; readonly to: number}
  /** Characters of the block's text, or, with `mark`, of that image's alt text, are taken out. */
  | {readonly verdict: 'cut'; readonly block: number; readonly span: Span; readonly mark?: number}
  | {readonly verdict: 'retype'; readonly block: number; readonly kind: Kind; readonly level: number}
  /** Blocks from … to are written before block `before`. */
  | {readonly verdict: 'lift'; readonly from: number; readonly to: number; readonly before: number}
  /** The characters are taken out and written after the block, in parentheses. */
  | {readonly verdict: 'credit'; readonly block: number; readonly span: Span}
)

const rank: Readonly<Record<Strength, number>> = {weak: 1, likely: 2, certain: 3, user: 4}

export class Ledger {
  readonly page: Page
  readonly decisions: Decision[] = []
  /** Name of the pass that speaks; set by who runs the passes. */
  pass = ''
  /** Per block: rank of the deciding drop or keep, negative for a drop, 0 = nothing decided (alive). */
  readonly #fate: Int8Array
  /** Per block: index of the deciding decision, -1 if none. */
  readonly #by: Int32Array
  readonly #cuts = new Map<number, Span[]>()
  readonly #altCuts = new Map<number, Map<number, Span[]>>()
  readonly #kinds = new Map<number, {kind: Kind; level: number}>()
  readonly #credits = new Map<number, Span>()
  readonly #texts = new Map<number, string>()

  constructor(page: Page) {
    this.page = page
    this.#fate = new Int8Array(page.blocks.length)
    this.#by = new Int32Array(page.blocks.length).fill(-1)
  }

  /** The ledger in which these decisions stand. */
  static of(page: Page, decisions: readonly Decision[]): Ledger {
    const ledger = new Ledger(page)
    for (const decision of decisions) ledger.#write(decision)
    return ledger
  }

  /** Drop blocks from … to (half-open). */
  drop(from: number, to: number, why: Why): void {
    this.#decide('drop', from, to, why)
  }

  /** Keep blocks from … to (half-open). */
  keep(from: number, to: number, why: Why): void {
    this.#decide('keep', from, to, why)
  }

  /** Take characters out of a block's text, or out of the alt text of its mark number `mark`. */
  cut(block: number, span: Span, why: Why & {mark?: number}): void {
    this.decisions.push({pass: this.pass, verdict: 'cut', block, span, ...why})
    if (why.mark === undefined) this.#cut(block, span)
    else {
      const ofBlock = this.#altCuts.get(block) ?? new Map<number, Span[]>()
      ofBlock.set(why.mark, merged([...(ofBlock.get(why.mark) ?? []), span]))
      this.#altCuts.set(block, ofBlock)
    }
  }

  /** Make a block another kind of block; `level` counts for headings only. */
  retype(block: number, to: {kind: Kind; level?: number}, why: Why): void {
    const level = to.level ?? 0
    this.decisions.push({pass: this.pass, verdict: 'retype', block, kind: to.kind, level, ...why})
    this.#kinds.set(block, {kind: to.kind, level})
  }

  /** Write blocks from … to before block `before`, which stands outside of them. */
  lift(from: number, to: number, why: Why & {before: number}): void {
    this.decisions.push({pass: this.pass, verdict: 'lift', from, to, ...why})
  }

  /** Take a credit out of the block's text and print it after the block. */
  credit(block: number, span: Span, why: Why): void {
    this.decisions.push({pass: this.pass, verdict: 'credit', block, span, ...why})
    this.#credits.set(block, span)
    this.#cut(block, span)
  }

  alive(block: number): boolean {
    return this.#fate[block] >= 0
  }

  /** The decision that holds for this block; undefined if none was made (the block lives). */
  reason(block: number): Decision | undefined {
    const at = this.#by[block]
    return at < 0 ? undefined : this.decisions[at]
  }

  /** Strength of the drop or keep that holds; undefined if none was made. */
  strength(block: number): Strength | undefined {
    return this.reason(block)?.strength
  }

  /** The block's text without what was cut, white space at the seams collapsed. */
  text(block: number): string {
    const cuts = this.#cuts.get(block)
    if (!cuts) return this.page.blocks[block].text
    const known = this.#texts.get(block)
    if (known !== undefined) return known
    const text = without(this.page.blocks[block].text, cuts)
    this.#texts.set(block, text)
    return text
  }

  /** Kind after retypes. */
  kind(block: number): Kind {
    return this.#kinds.get(block)?.kind ?? this.page.blocks[block].kind
  }

  /** Heading level after retypes, 0 if the block is no heading. */
  level(block: number): number {
    return this.#kinds.get(block)?.level ?? this.page.blocks[block].level
  }

  /** Spans cut from the block's text, sorted, not touching each other. */
  cuts(block: number): readonly Span[] {
    return this.#cuts.get(block) ?? []
  }

  /** Spans cut from the alt text of one of the block's image marks. */
  altCuts(block: number, mark: number): readonly Span[] {
    return this.#altCuts.get(block)?.get(mark) ?? []
  }

  credits(block: number): Span | undefined {
    return this.#credits.get(block)
  }

  #write(decision: Decision): void {
    this.pass = decision.pass
    switch (decision.verdict) {
      case 'drop': case 'keep': return this.#decide(decision.verdict, decision.from, decision.to, whyOf(decision))
      case 'cut': return this.cut(decision.block, decision.span, {...whyOf(decision), ...(decision.mark === undefined ? {} : {mark: decision.mark})})
      case 'retype': return this.retype(decision.block, decision, whyOf(decision))
      case 'lift': return this.lift(decision.from, decision.to, {...whyOf(decision), before: decision.before})
      case 'credit': return this.credit(decision.block, decision.span, whyOf(decision))
    }
  }

  #decide(verdict: 'drop' | 'keep', from: number, to: number, why: Why): void {
    if (from >= to) return
    const at = this.decisions.push({pass: this.pass, verdict, from, to, ...why}) - 1
    const r = rank[why.strength]
    for (let i = from; i < to; i++) {
      if (r < Math.abs(this.#fate[i])) continue
      this.#fate[i] = verdict === 'drop' ? -r : r
      this.#by[i] = at
    }
  }

  #cut(block: number, span: Span): void {
    const cuts = this.#cuts.get(block)
    const last = cuts?.[cuts.length - 1]
    // Cuts come in order most of the time: then nothing is sorted again.
    if (cuts !== undefined && last !== undefined && last.to < span.from) cuts.push(span)
    else this.#cuts.set(block, merged([...(cuts ?? []), span]))
    this.#texts.delete(block)
  }
}

function whyOf({rule, strength, value, role}: Decision): Why {
  return {rule, strength, ...(value === undefined ? {} : {value}), ...(role === undefined ? {} : {role})}
}

/** Text without the given sorted spans; a seam leaves at most one space, and none at the ends. */
export function without(text: string, cuts: readonly Span[]): string {
  let out = ''
  let at = 0
  for (const {from, to} of cuts) {
    out = join(out, text.slice(at, from))
    at = to
  }
  return join(out, text.slice(at)).trim()
}

function join(left: string, right: string): string {
  return /\s$/.test(left) || left === '' ? left + right.replace(/^\s+/, '') : left + right
}

function merged(spans: Span[]): Span[] {
  spans.sort((a, b) => a.from - b.from)
  const out: Span[] = []
  for (const span of spans) {
    const last = out[out.length - 1]
    if (last && span.from <= last.to) out[out.length - 1] = {from: last.from, to: Math.max(last.to, span.to)}
    else out.push(span)
  }
  return out
}
