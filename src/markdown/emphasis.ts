/**
 * Emphasis that a parser will see as it is meant.
 *
 * The delimiters of a block are put into the algorithm that every CommonMark parser runs. A mark that it would
 * not pair as meant (beside punctuation and letters, or touching another mark) gets, in this order: the other
 * sign, edges without punctuation, nothing. Broken stars are never written.
 *
 * @see https://spec.commonmark.org/0.31.2/#phase-2-inline-structure
 */
import {flanking} from './escape.ts'
import type {WrittenMark} from './marks.ts'

/** What stands in the output from left to right: delimiters of marks, and everything else by its edges. */
export type Item =
  | {readonly mark: WrittenMark; readonly opens: boolean}
  /** First and last character of something that is no delimiter of emphasis. */
  | {readonly mark: undefined; readonly first: string; readonly last: string}

export interface Signs { readonly emphasis: '*' | '_'; readonly strong: '**' | '__' }

interface Piece { readonly mark: WrittenMark; readonly opens: boolean; readonly length: number }
interface Run {
  readonly sign: string
  readonly pieces: Piece[]
  before: string
  after: string
  /** Pieces used up from the left as a closer; from the right as an opener. */
  left: number
  right: number
}

const otherSign: Readonly<Record<string, string>> = {'*': '_', '_': '*', '**': '__', '__': '**', '~~': ''}

/**
 * @param items what the block writes
 * @param again gives the items anew after `shrink` has moved the edges of a mark
 * @returns the sign of each mark of emphasis; those without one are not written
 */
export function emphasisSigns(items: readonly Item[], usual: Signs, {again, shrink}: {again: () => readonly Item[]; shrink: (mark: WrittenMark) => boolean}): Map<WrittenMark, string> {
  const signs = new Map<WrittenMark, string>()
  for (const {mark} of items) if (mark !== undefined) signs.set(mark, usualSign(mark, usual))
  let now = items
  const tried = new Map<WrittenMark, number>()
  for (let round = 0; round < 5; round++) {
    const wrong = misread(now, signs)
    if (wrong.size === 0) return signs
    let isMoved = false
    const hasEm = [...wrong].some(mark => mark.kind === 'em' && !tried.has(mark))
    for (const mark of wrong) {
      const turn = tried.get(mark) ?? 0
      tried.set(mark, turn + 1)
      const sign = signs.get(mark) ?? ''
      // Of two marks that touch one may keep its sign.
      if (turn === 0 && otherSign[sign] !== '' && (mark.kind === 'em' || !hasEm)) signs.set(mark, otherSign[sign])
      else if (turn <= 1 && shrink(mark)) {
        signs.set(mark, usualSign(mark, usual))
        isMoved = true
      } else signs.delete(mark)
    }
    if (isMoved) now = again()
  }
  // What still is wrong is not written, and what it stood beside may be wrong then: without any, none is.
  for (const mark of misread(now, signs)) signs.delete(mark)
  if (misread(now, signs).size > 0) signs.clear()
  return signs
}

function usualSign({kind}: WrittenMark, {emphasis, strong}: Signs): string {
  return kind === 'em' ? emphasis : kind === 'strong' ? strong : '~~'
}

/** The marks that a parser would not pair as they are meant. Linear in the number of items. */
function misread(items: readonly Item[], signs: ReadonlyMap<WrittenMark, string>): Set<WrittenMark> {
  const runs = runsOf(items, signs)
  const wrong = new Set<WrittenMark>()
  if (!isSimple(runs)) pairBothWays(runs, wrong)
  // Emoji are punctuation for the standard, and letters for parsers that look at half of one.
  if (!runs.some(run => isAstral(run.before) || isAstral(run.after))) return wrong
  const again = runs.map(run => ({...run, left: 0, right: 0, before: isAstral(run.before) ? 'a' : run.before, after: isAstral(run.after) ? 'a' : run.after}))
  if (!isSimple(again)) {
    pairBothWays(again, wrong)
  }
  return wrong
}

/** The rule of three counts the signs that a run had in the standard, and those it has left in micromark. */
function pairBothWays(runs: readonly Run[], wrong: Set<WrittenMark>): void {
  for (const countsRest of [false, true]) {
    const other = new Set<WrittenMark>()
    pairUp(runs.map(run => ({...run, left: 0, right: 0})), other, countsRest)
    for (const mark of other) wrong.add(mark)
  }
}

function isAstral(character: string): boolean {
  return character.length > 1
}

/** Every run only opens, or only closes, and so does what it stands for: nothing can go wrong. */
function isSimple(runs: readonly Run[]): boolean {
  return runs.every(run => {
    const {opens, closes} = abilities(run)
    return opens !== closes && run.pieces.every(piece => piece.opens === opens)
  })
}

function runsOf(items: readonly Item[], signs: ReadonlyMap<WrittenMark, string>): Run[] {
  const runs: Run[] = []
  let before = ''
  let open: Run | undefined
  for (const item of items) {
    if (item.mark === undefined) {
      if (open !== undefined) open.after = item.first
      open = undefined
      before = item.last
      continue
    }
    const sign = signs.get(item.mark)
    if (sign === undefined) continue
    if (open !== undefined && open.sign !== sign[0]) {
      open.after = sign[0]
      before = open.sign
      open = undefined
    }
    if (open === undefined) {
      open = {sign: sign[0], pieces: [], before, after: '', left: 0, right: 0}
      runs.push(open)
    }
    open.pieces.push({mark: item.mark, opens: item.opens, length: sign.length})
  }
  return runs
}

function abilities({before, after, sign}: Run): {opens: boolean; closes: boolean} {
  return flanking(before, after, sign)
}

/** CommonMark's pairing of delimiter runs; marks whose delimiters end up with another partner, or none, are wrong. */
function pairUp(runs: readonly Run[], wrong: Set<WrittenMark>, countsRest: boolean): void {
  for (const run of runs) for (const piece of run.pieces) wrong.add(piece.mark)
  const total = (run: Run): number => run.pieces.reduce((sum, piece) => sum + piece.length, 0)
  const facts = runs.map(run => ({...abilities(run), whole: total(run), rest: total(run)}))
  const openers: number[] = []
  /** Height of the stack below which no opener fits this kind of closer. */
  const bottoms = new Map<string, number>()
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at]
    const fact = facts[at]
    while (fact.closes && fact.rest > 0) {
      const key = `${run.sign}${fact.whole % 3}${fact.opens ? 'o' : ''}`
      const bottom = Math.min(bottoms.get(key) ?? 0, openers.length)
      let top = openers.length - 1
      while (top >= bottom && !fits(runs[openers[top]], facts[openers[top]], run, fact)) top--
      if (top < bottom) {
        bottoms.set(key, openers.length)
        break
      }
      openers.length = top + 1
      const opener = facts[openers[top]]
      const used = run.sign === '~' ? 2 : opener.rest >= 2 && fact.rest >= 2 ? 2 : 1
      join(runs[openers[top]], run, used, wrong)
      opener.rest -= used
      fact.rest -= used
      if (countsRest) {
        opener.whole = opener.rest
        fact.whole = fact.rest
      }
      if (opener.rest === 0) openers.pop()
    }
    if (fact.opens && fact.rest > 0) openers.push(at)
  }
}

interface Fact { readonly opens: boolean; readonly closes: boolean; readonly whole: number; readonly rest: number }

function fits(opener: Run, openerFact: Fact, closer: Run, fact: Fact): boolean {
  if (opener.sign !== closer.sign) return false
  if (closer.sign === '~') return openerFact.rest === 2 && fact.rest === 2
  const isOdd = (openerFact.closes || fact.opens) && (openerFact.whole + fact.whole) % 3 === 0
  return !isOdd || (openerFact.whole % 3 === 0 && fact.whole % 3 === 0)
}

function join(opener: Run, closer: Run, used: number, wrong: Set<WrittenMark>): void {
  const open = opener.pieces[opener.pieces.length - 1 - opener.right++]
  const close = closer.pieces[closer.left++]
  if (open !== undefined && close !== undefined && open.mark === close.mark && open.opens && !close.opens && open.length === used) wrong.delete(open.mark)
}
