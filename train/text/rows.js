/** Feature server of the text judge's training: the protocol of ../rows.js, for flattened texts. */
import {closeSync, createReadStream, openSync, readFileSync, writeFileSync, writeSync} from 'node:fs'
import {resolve} from 'node:path'
import {createInterface} from 'node:readline'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {foldsOf} from '../sites.js'
import {labelled} from './pages.js'
import {fitTables} from './tables.js'
import {variantsOf} from './variants.js'

const base = pathToFileURL(`${resolve(process.argv[2] ?? fileURLToPath(new URL('../../dist', import.meta.url)))}/`)
const modules = await Promise.all(
  ['input/text.js', 'input/normalise.js', 'judge/forest.js', 'judge/packed.js', 'judge/text/textRows.js', 'judge/text/textEvidence.js', 'judge/text/secondColumns.js']
    .map(file => import(new URL(file, base).href)))
const judge = Object.assign({}, ...modules)

/** @type {any[]} */
const pages = []
/** First row of each page, one longer than the pages. */
const start = [0]
/** @type {Record<string, any>} */
const tables = {}

/** @param {any} page @param {string} name */
function withEvidence(page, name) {
  if (page.evidence !== name) judge.addTextEvidence(page.rows, tables[name])
  page.evidence = name
  return page.rows
}

/** @type {Record<string, (request: any) => unknown>} */
const answers = {
  async load({data, folds}) {
    for await (const line of createInterface({input: createReadStream(data)})) {
      const whole = JSON.parse(line)
      for (const text of [whole, ...variantsOf(whole)]) {
        const page = {...labelled(judge, text), isVariant: text !== whole}
        pages.push(page)
        start.push(start[start.length - 1] + page.rows.lines.scan.n)
      }
    }
    const byFold = foldsOf(pages.map(page => page.site), folds)
    return {
      columns: judge.textColumns, second: judge.secondNames, start, folds: byFold,
      pages: pages.map(({id, site, type, isVariant}) => ({set: 'wcxb-dev', id, site, type, fold: byFold[site], variant: isVariant})),
    }
  },
  /** Labels, words, and 1 for copies: three columns of floats. */
  labels({out}) {
    const all = new Float32Array(start[start.length - 1] * 3)
    pages.forEach(({label, isCopy, rows: {lines: {scan}}}, p) => {
      for (let i = 0; i < scan.n; i++) all.set([label[i], scan.words[i], isCopy[i]], (start[p] + i) * 3)
    })
    writeFileSync(out, all)
  },
  tables({name, of}) {
    tables[name] = fitTables(of.map((/** @type {number} */ at) => pages[at]).filter((/** @type {any} */ page) => !page.isVariant), judge)
    return Object.fromEntries(Object.entries(tables[name]).map(([key, table]) => [key, Buffer.from(table.buffer).toString('base64')]))
  },
  first({name, of, rows, out}) {
    const picked = rows === undefined ? undefined : ints(rows)
    const file = openSync(out, 'w')
    for (const p of of) writePicked(file, withEvidence(pages[p], name), p, picked)
    closeSync(file)
  },
  second({name, of, p: probabilityFile, rows, out}) {
    const picked = rows === undefined ? undefined : ints(rows)
    const probability = floats(probabilityFile)
    const file = openSync(out, 'w')
    for (const p of of) writePicked(file, judge.secondTextRows(withEvidence(pages[p], name), probability.slice(start[p], start[p + 1])), p, picked)
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
  const answer = await answers[what](request)
  process.stdout.write(`${JSON.stringify(answer ?? {})}\n`)
}
