/**
 * Feature server of the training: keeps all labelled pages measured and answers requests, one JSON a line.
 *
 * All features come from the product's own code, so that training and judging cannot differ.
 */
import {closeSync, openSync, readFileSync, writeFileSync, writeSync} from 'node:fs'
import {createInterface} from 'node:readline'
import {loadJudge} from './judge.js'
import {labelled} from './pages.js'
import {pagesOf} from './sets.js'
import {foldsOf} from './sites.js'
import {fitTables} from './tables.js'

/** @type {import('./pages.js').Labelled[]} */
const pages = []
/** First row of each page, one longer than the pages. */
const start = [0]
/** @type {Record<string, any>} */
const tables = {}
/** @type {any} */
let judge

/** @param {Int32Array | number[]} chosen */
const chosenPages = chosen => [...chosen].map(at => pages[at])

/** @param {any} page @param {string} name */
function withEvidence(page, name) {
  if (page.evidence !== name) judge.addEvidence(page.measured, tables[name], page.rows)
  page.evidence = name
  return page.rows
}

/** @type {Record<string, (request: any) => unknown>} */
const answers = {
  async load({sets, data, folds, overlay = false}) {
    judge = await loadJudge(process.argv[2])
    for (const set of sets) {
      for await (const {gold, html} of pagesOf(set, data)) {
        const page = labelled(judge, {gold, html, set, overlay})
        pages.push(page)
        start.push(start[start.length - 1] + page.measured.scan.n)
      }
    }
    const byFold = foldsOf(pages.map(page => page.site), folds)
    return {
      columns: judge.firstColumns, second: judge.secondColumns, start, folds: byFold,
      pages: pages.map(({set, id, site, type}) => ({set, id, site, type, fold: byFold[site]})),
    }
  },
  /** Labels, words and weights of all rows: three columns of floats. */
  labels({out}) {
    const all = new Float32Array(start[start.length - 1] * 3)
    pages.forEach(({label, title, measured: {scan}}, p) => {
      for (let i = 0; i < scan.n; i++) all.set([label[i], scan.words[i], title[i]], (start[p] + i) * 3)
    })
    writeFileSync(out, all)
  },
  tables({name, of}) {
    tables[name] = fitTables(chosenPages(of), judge)
    return Object.fromEntries(Object.entries(tables[name]).map(([key, table]) => [key, Buffer.from(table.buffer).toString('base64')]))
  },
  /** Rows of the first stage for pages; `rows` picks some of each page's rows. */
  first({name, of, rows, out}) {
    const picked = rows === undefined ? undefined : ints(rows)
    const file = openSync(out, 'w')
    for (const p of of) writePicked(file, withEvidence(pages[p], name), p, picked)
    closeSync(file)
  },
  /** Rows of the second stage; `p` is a file of one float a row of all pages. */
  second({name, of, p: probabilityFile, rows, out}) {
    const picked = rows === undefined ? undefined : ints(rows)
    const probability = floats(probabilityFile)
    const file = openSync(out, 'w')
    for (const p of of) {
      const first = withEvidence(pages[p], name)
      writePicked(file, judge.secondRows(pages[p].measured, {rows: first, p: probability.slice(start[p], start[p + 1])}), p, picked)
    }
    closeSync(file)
  },
  /** Page F1 at the page's own threshold, expected F1, threshold, F1 of the best threshold, F1 of the labels. */
  score({p: probabilityFile, of, offset = 0}) {
    const probability = floats(probabilityFile)
    return of.map((/** @type {number} */ p) => {
      const {bags, aligned, title, measured: {scan}} = pages[p]
      const own = probability.slice(start[p], start[p + 1])
      const words = scan.words.map((/** @type {number} */ each, /** @type {number} */ i) => (title[i] ? 0 : each))
      const {threshold, expected} = judge.settledThreshold(own, words)
      return [bags.f1(i => own[i] >= threshold + offset && !title[i]), expected, threshold, bags.f1(i => aligned[i] >= 0.5 && !title[i])]
    })
  },
  /** One row a page for the type head; `p` as above, from the first stage. */
  types({name, of, p: probabilityFile, out}) {
    const probability = floats(probabilityFile)
    const file = openSync(out, 'w')
    for (const p of of) {
      const {measured, rows} = {measured: pages[p].measured, rows: withEvidence(pages[p], name)}
      const row = measured.scan.n > 0 ? judge.typeRow(measured, rows, probability.slice(start[p], start[p + 1])).data : new Float32Array(judge.typeColumns.length)
      writeSync(file, row)
    }
    closeSync(file)
  },
  /** What the product's trees say of rows in a file. */
  trees({forest, x, width, out}) {
    const data = floats(x)
    writeFileSync(out, judge.probabilities(judge.unpackForest(forest), {data, stride: width}, data.length / width))
  },
}

/** @param {number} file @param {{data: Float32Array, stride: number}} rows @param {number} p @param {Int32Array | undefined} picked sorted rows of all pages */
function writePicked(file, {data, stride}, p, picked) {
  if (picked === undefined) {
    if (data.length > 0) writeSync(file, data)
    return
  }
  const from = lowerBound(picked, start[p])
  const to = lowerBound(picked, start[p + 1])
  const out = new Float32Array((to - from) * stride)
  for (let k = from; k < to; k++) out.set(data.subarray((picked[k] - start[p]) * stride, (picked[k] - start[p] + 1) * stride), (k - from) * stride)
  if (out.length > 0) writeSync(file, out)
}

/** @param {Int32Array} sorted @param {number} value */
function lowerBound(sorted, value) {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Nothing can be trained on this, and the message says why. @param {unknown} error */
function refused(error) {
  if (!(error instanceof Error) || error instanceof TypeError) throw error
  return {refused: error.message}
}

/** @param {string} path */
function floats(path) {
  const bytes = readFileSync(path)
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)
}

/** @param {string} path */
function ints(path) {
  const bytes = readFileSync(path)
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)
}

for await (const line of createInterface({input: process.stdin})) {
  const {do: what, ...request} = JSON.parse(line)
  const answer = what === 'load' ? await answers.load(request).catch(refused) : await answers[what](request)
  process.stdout.write(`${JSON.stringify(answer ?? {})}\n`)
}
