/** The judge: which blocks of a page are content, how sure that is, and what type of page it is. */
import type {Cause, Judgement, PageType} from '../page/judgement.ts'
import type {Page} from '../page/page.ts'
import {contributions} from './causes.ts'
import type {Measured, Rows} from './columns.ts'
import {addEvidence, firstColumns, measured, ownRows} from './firstRows.ts'
import {createFirstStage, type FirstStage} from './firstStage.ts'
import {classProbabilities, probabilities} from './forest.ts'
import {unpack, type Model, type PackedModel} from './packed.ts'
import {KeptColumns, secondColumns, secondRows} from './secondRows.ts'
import {createSecondStage, type SecondStage} from './secondStage.ts'
import {isTitle} from './titleLikeness.ts'
import {emptyScore, settledThreshold, unreachable, type Threshold} from './threshold.ts'
import {pageTypes, TypeSums} from './pageType.ts'

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
  const judging = {model, first: createFirstStage(model.first, model.tables), second: createSecondStage(model.second)}
  return {hash: model.hash, judge: page => judgement(page, judging)}
}

/** A model ready to judge. */
interface Judging { readonly model: Model; readonly first: FirstStage; readonly second: SecondStage }

function judgement(page: Page, judging: Judging): Judgement {
  const {model} = judging
  const {row, p, threshold, expected, shares} = staged(page, judging)
  const probability = new Float32Array(page.blocks.length)
  for (let b = 0; b < probability.length; b++) probability[b] = row[b] < 0 ? -1 : p[row[b]]
  const types = new Map(pageTypes.map((type, c) => [type, shares === undefined ? 0 : shares[c]]))
  return {
    probability, threshold, score: scoreOf(threshold, expected, model), type: likeliest(types), types, model: model.hash,
    causes: explainer(page, model, row),
  }
}

/** What the stages leave behind. */
interface Staged extends Threshold { readonly row: Int32Array; readonly p: Float32Array; readonly shares: Float64Array | undefined }

/** A function of its own, so that what the stages worked with goes with it: a closure over it would hold all of that. */
function staged(page: Page, {model, first, second}: Judging): Staged {
  const of = measured(page)
  const {n, row} = of.scan
  const columns = new KeptColumns(n)
  const sums = new TypeSums(of)
  const early = first.judge(of, (rows, from, to, p) => {
    columns.keep(rows, from, to)
    sums.add(rows, p, [from, to])
  })
  const p = second.judge(of, early, columns)
  return {row, p, ...settledThreshold(p, bodyWords(of)), shares: n === 0 ? undefined : classProbabilities(model.type, sums.row())}
}

/** Both stages are run again for the first block that is asked for: only explanations do. */
function explainer(page: Page, model: Model, row: Int32Array): Judgement['causes'] {
  let again: Explained | undefined
  return block => (row[block] < 0 ? [] : causesOf(again ??= explained(page, model), model, row[block]))
}

/** All rows of both stages: what the causes are read from. */
interface Explained { readonly first: Rows; readonly second: Rows }

function explained(page: Page, model: Model): Explained {
  const of = measured(page)
  const first = ownRows(of)
  addEvidence(of, model.tables, first)
  return {first, second: secondRows(of, {rows: first, p: probabilities(model.first, first, of.scan.n)})}
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
function causesOf({first, second}: Explained, model: Model, row: number): Cause[] {
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
