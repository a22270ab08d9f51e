/** The judge: which blocks of a page are content, how sure that is, and what type of page it is. */
import type {Cause, Judgement, PageType} from '../page/judgement.ts'
import type {Page} from '../page/page.ts'
import {contributions} from './causes.ts'
import type {Measured, Rows} from './columns.ts'
import {addEvidence, firstColumns, measured, ownRows} from './firstRows.ts'
import {classProbabilities, probabilities} from './forest.ts'
import {unpack, type Model, type PackedModel} from './packed.ts'
import {secondColumns, secondRows} from './secondRows.ts'
import {isTitle} from './textShape.ts'
import {emptyScore, settledThreshold, unreachable} from './threshold.ts'
import {pageTypes, typeRow} from './pageType.ts'

export interface Judge {
  /** First characters of the SHA-256 of the model. */
  readonly hash: string
  judge(page: Page): Judgement
}

/** Causes named for a block. */
const named = 3

/** @throws {RangeError} if the model was made for other columns */
export function createJudge(packed: PackedModel): Judge {
  for (const [i, columns] of [firstColumns, secondColumns].entries()) {
    if (packed.columns[i] !== columns.map(([name]) => name).join(' ')) throw new RangeError('the model was made for other features: train it again')
  }
  const model = unpack(packed)
  const scratch = {first: new Float32Array(0), second: new Float32Array(0)}
  return {hash: model.hash, judge: page => judgement(page, model, scratch)}
}

/** Arrays that serve page after page. */
interface Scratch { first: Float32Array; second: Float32Array }

/** Rows of a page beyond which the scratch arrays are let go again: one giant page must not hold memory for ever. */
const mostKept = 4_000

/** A page on its way through both stages. */
interface Staging { readonly of: Measured; readonly first: Rows; readonly p1: Float32Array; readonly second: Rows; readonly p2: Float32Array }

function staged(page: Page, model: Model, scratch?: Scratch): Staging {
  const of = measured(page)
  const {n} = of.scan
  const first = ownRows(of, scratch?.first)
  addEvidence(of, model.tables, first)
  const p1 = probabilities(model.first, first, n)
  const second = secondRows(of, {rows: first, p: p1}, scratch?.second)
  if (scratch !== undefined && n <= mostKept) {
    scratch.first = first.data
    scratch.second = second.data
  }
  return {of, first, p1, second, p2: probabilities(model.second, second, n)}
}

function judgement(page: Page, model: Model, scratch: Scratch): Judgement {
  const {of, first, p1, p2} = staged(page, model, scratch)
  const {n, row} = of.scan
  const {threshold, expected} = settledThreshold(p2, bodyWords(of))
  const probability = new Float32Array(page.blocks.length)
  for (let b = 0; b < probability.length; b++) probability[b] = row[b] < 0 ? -1 : p2[row[b]]
  const shares = n === 0 ? undefined : classProbabilities(model.type, typeRow(of, first, p1))
  const types = new Map(pageTypes.map((type, c) => [type, shares === undefined ? 0 : shares[c]]))
  let again: Staging | undefined
  return {
    probability, threshold, score: scoreOf(threshold, expected, model), type: likeliest(types), types, model: model.hash,
    causes: block => (row[block] < 0 ? [] : causesOf(again ??= staged(page, model), model, row[block])),
  }
}

/** Words of each row that count for the threshold: the title's do not. */
function bodyWords({scan}: Measured): Float64Array {
  const out = scan.words.slice()
  for (let i = 0; i < scan.n; i++) if (isTitle(scan, i)) out[i] = 0
  return out
}

/** Expected word F1, three digits; an empty answer has the score of its kind. */
function scoreOf(threshold: number, expected: number, {calibration}: Model): number {
  return threshold === unreachable ? emptyScore : Math.round(calibrated(expected, calibration) * 1000) / 1000
}

function likeliest(shares: ReadonlyMap<PageType, number>): PageType {
  let best: PageType = 'article'
  for (const [type, share] of shares) if (share > (shares.get(best) ?? 0)) best = type
  return best
}

/** On the line through the points; beyond its ends as at them. */
export function calibrated(expected: number, points: PackedModel['calibration']): number {
  if (points.length === 0) return expected
  let at = 0
  while (at < points.length && points[at][0] < expected) at++
  if (at === 0) return points[0][1]
  if (at === points.length) return points[at - 1][1]
  const [x0, y0] = points[at - 1]
  const [x1, y1] = points[at]
  return x1 === x0 ? y1 : y0 + (y1 - y0) * (expected - x0) / (x1 - x0)
}

/** What the second stage owes to the first stage's own probability goes to the first one's columns. */
function causesOf({first, second}: Staging, model: Model, row: number): Cause[] {
  const late = contributions(model.second, second, row)
  const early = contributions(model.first, first, row)
  const p = secondColumns.findIndex(([name]) => name === 'p')
  const earlySum = early.reduce((sum, value) => sum + Math.abs(value), 0)
  const odds = new Map<string, Cause>()
  early.forEach((value, c) => {
    const share = earlySum === 0 ? 0 : value / earlySum * Math.abs(late[p])
    note(odds, {name: firstColumns[c][0], meaning: firstColumns[c][1], value: first.data[row * first.stride + c], odds: share})
  })
  late.forEach((value, c) => {
    if (c !== p) note(odds, {name: secondColumns[c][0], meaning: secondColumns[c][1], value: second.data[row * second.stride + c], odds: value})
  })
  return [...odds.values()].sort((a, b) => Math.abs(b.odds) - Math.abs(a.odds)).slice(0, named)
}

function note(to: Map<string, Cause>, cause: Cause): void {
  const before = to.get(cause.name)
  to.set(cause.name, before === undefined ? cause : {...before, odds: before.odds + cause.odds})
}
