/** The second stage: what the first one says of a line, of the lines around it and of the page. */
import type {Named, Rows} from '../columns.ts'
import {textIndex, type TextRows} from './textRows.ts'

const carried = [
  'words', 'endsSentence', 'stopwords', 'wholeOdds', 'sectionOdds', 'pairMean', 'wordMean', 'list', 'heading', 'copies', 'earlier', 'place', 'fromTop', 'fromEnd', 'shared',
  'listSize', 'runLength', 'runPlace', 'pageLines', 'pageWords', 'pageProse', 'pageShort', 'lastProse', 'nextProse',
] as const
const offsets = [-4, -3, -2, -1, 1, 2, 3, 4] as const
const decays = [0.6, 0.9] as const
/** From this probability on a line is taken for content, and for content beyond doubt. */
const likely = 0.5
const sure = 0.8
/** What a word of the span must be likely to be content, on average. Chosen. */
const spanLeast = 0.3
const far = 100

export const secondNames: readonly Named[] = [
  ...carried.map((name): Named => [name, `${name}, as in the first stage`]),
  ['p', 'probability from the first stage'],
  ...offsets.map((offset): Named => [`p${offset > 0 ? '+' : ''}${offset}`, `the same of the line ${Math.abs(offset)} ${offset > 0 ? 'on' : 'back'}, −1 if there is none`]),
  ...decays.flatMap((decay): Named[] => [
    [`pBefore${decay * 10}`, `mean over the lines before, each weighing ${decay} of the next`], [`pAfter${decay * 10}`, 'the same of the lines after'],
    [`pWordsBefore${decay * 10}`, 'the same by words'], [`pWordsAfter${decay * 10}`, 'the same by words of the lines after'],
  ]),
  ['pMaxBefore', 'highest before it'], ['pMaxAfter', 'highest after it'],
  ['lastLikely', `lines since one of at least ${likely}`], ['nextLikely', 'lines to the next one'],
  ['lastSure', `lines since one of at least ${sure}`], ['nextSure', 'lines to the next one'],
  ['contentBefore', 'share of the expected words of content that stand before it'],
  ['pageContent', 'expected share of the words that are content'],
  ['pageMean', 'mean over the lines'],
  ['pList', 'mean over the other lines of its list or run of short lines, −1 if it stands alone'],
  ['inSpan', '1 between the two ends of the likeliest stretch'],
  ['spanStart', 'lines since its beginning, negative before it'], ['spanEnd', 'lines to its end, negative behind it'],
  ['spanShare', 'share of the lines that the stretch holds'],
]

export function secondTextRows(first: TextRows, p: Float32Array): Rows {
  const {lines, data: own, stride: ownStride} = first
  const {n} = lines.scan
  const stride = secondNames.length
  const data = new Float32Array(n * stride)
  const from = carried.map(textIndex)
  for (let i = 0; i < n; i++) {
    const k = i * stride
    for (let c = 0; c < from.length; c++) data[k + c] = own[i * ownStride + from[c]]
    data[k + from.length] = p[i]
    for (let c = 0; c < offsets.length; c++) {
      const j = i + offsets[c]
      data[k + from.length + 1 + c] = j < 0 || j >= n ? -1 : p[j]
    }
  }
  const rows = {data, stride}
  const at = fillMeans(first, p, rows, from.length + 1 + offsets.length)
  fillGroups(first, p, rows, fillPage(first, p, rows, at))
  return rows
}

function fillMeans({lines: {scan: {n, words}}}: TextRows, p: Float32Array, {data, stride}: Rows, at: number): number {
  let k = at
  for (const decay of decays) {
    for (const direction of [1, -1]) {
      let mean = 0
      let hits = 0
      let all = 1
      for (let step = 0; step < n; step++) {
        const i = direction > 0 ? step : n - 1 - step
        data[i * stride + k] = mean
        data[i * stride + k + 2] = hits / all
        mean = mean * decay + p[i] * (1 - decay)
        hits = hits * decay + p[i] * words[i]
        all = all * decay + words[i]
        if (all < 1e-3) all = 1e-3
      }
      k++
    }
    k += 2
  }
  return k
}

function fillPage({lines: {scan: {n, words}}}: TextRows, p: Float32Array, {data, stride}: Rows, at: number): number {
  let content = 0
  let all = 0
  let sum = 0
  for (let i = 0; i < n; i++) {
    content += p[i] * words[i]
    all += words[i]
    sum += p[i]
  }
  let before = 0
  let top = 0
  let likelyAt = -far
  let sureAt = -far
  for (let i = 0; i < n; i++) {
    const k = i * stride + at
    data[k] = top
    data[k + 2] = Math.min(far, i - likelyAt)
    data[k + 4] = Math.min(far, i - sureAt)
    data[k + 6] = before / Math.max(1e-3, content)
    data[k + 7] = content / Math.max(1, all)
    data[k + 8] = sum / n
    before += p[i] * words[i]
    top = Math.max(top, p[i])
    if (p[i] >= likely) likelyAt = i
    if (p[i] >= sure) sureAt = i
  }
  top = 0
  likelyAt = n + far
  sureAt = n + far
  for (let i = n - 1; i >= 0; i--) {
    const k = i * stride + at
    data[k + 1] = top
    data[k + 3] = Math.min(far, likelyAt - i)
    data[k + 5] = Math.min(far, sureAt - i)
    top = Math.max(top, p[i])
    if (p[i] >= likely) likelyAt = i
    if (p[i] >= sure) sureAt = i
  }
  return at + 9
}

function fillGroups(first: TextRows, p: Float32Array, {data, stride}: Rows, at: number): void {
  const {lines: {scan: {n}, list}, data: own, stride: ownStride} = first
  const run = textIndex('runLength')
  for (let i = 0; i < n;) {
    const isRun = own[i * ownStride + run] > 0
    let end = i + 1
    let sum = p[i]
    const same = (j: number): boolean => (list[i] >= 0 ? list[j] === list[i] : isRun && list[j] < 0 && own[j * ownStride + run] > 0)
    while (end < n && same(end)) sum += p[end++]
    for (let j = i; j < end; j++) data[j * stride + at] = end - i < 2 ? -1 : (sum - p[j]) / (end - i - 1)
    i = end
  }
  const {from, to} = likeliestSpan(first, p)
  for (let i = 0; i < n; i++) {
    const k = i * stride + at
    data[k + 1] = i >= from && i < to ? 1 : 0
    data[k + 2] = Math.max(-far, Math.min(far, i - from))
    data[k + 3] = Math.max(-far, Math.min(far, to - 1 - i))
    data[k + 4] = (to - from) / n
  }
}

/** The stretch in which content outweighs the rest most: the maximum subarray, in one scan. */
export function likeliestSpan({lines: {scan: {n, words}}}: TextRows, p: Float32Array): {from: number; to: number} {
  let best = {from: 0, to: 0}
  let most = 0
  let from = 0
  let sum = 0
  for (let i = 0; i < n; i++) {
    sum += (p[i] - spanLeast) * Math.min(60, words[i] + 1)
    if (sum <= 0) {
      sum = 0
      from = i + 1
    } else if (sum > most) {
      most = sum
      best = {from, to: i + 1}
    }
  }
  return best
}
