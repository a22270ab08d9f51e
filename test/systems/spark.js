/**
 * Spark in local mode, with the worker from its archive: by value, by reference and on this machine alone come the same
 * rows, whatever dies on the way. Needs Java 17 or later and a network once; SPARK_PYTHON names an interpreter that
 * has pyspark, pyarrow and pandas. BOILDOWN_SPARK_PAGES names an NDJSON file of pages (id, url, html) to take instead.
 */
import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {gunzipSync, gzipSync} from 'node:zlib'
import {spawn, spawnSync} from 'node:child_process'
import {parquetWriteFile} from 'hyparquet-writer'
import {Missing, check, inTemporaryFolder, root, run} from './system.js'
import {python} from './support/python.js'
import {pageOf} from './support/jobs.js'

const columns = ['ok', 'markdown', 'title', 'author', 'authors', 'date', 'modified', 'language', 'quality', 'problems', 'model', 'error', 'hosts', 'shelf']
const shardCount = 5
const bin = join(root, 'bin', 'boildown.js')

/** @typedef {{id: string, url: string | null, html: string | null, shelf: number}} Page */
/** @typedef {Record<string, unknown> & {id: string, ok: boolean, error: string | null}} Row */

export async function test() {
  if (!/version "(?:1[7-9]|[2-9][0-9])/u.test(spawnSync('java', ['-version'], {encoding: 'utf8'}).stderr ?? '')) throw new Missing('Java 17 or later')
  const interpreter = python('pyspark-4.0.1', {
    variable: 'SPARK_PYTHON', packages: ['pyspark==4.0.1', 'pyarrow', 'pandas', 'setuptools'], check: 'import pyspark, pyarrow, pandas',
  })
  await inTemporaryFolder(async folder => {
    const pages = writePages(folder)
    run(process.execPath, [bin, 'bundle', '-o', join(folder, 'archive.tgz'), '-q'])
    writeSettings(folder, pages.length)
    const local = localRows(folder, pages)
    const twoPass = localRows(folder, pages, ['--two-pass'])
    const changed = [...local.values()].filter(row => row.markdown !== twoPass.get(row.id)?.markdown).length
    check(changed > 100 || process.env.BOILDOWN_SPARK_PAGES !== undefined, `two passes change ${changed} rows only`)
    const program = fileURLToPath(new URL('support/sparkJob.py', import.meta.url))
    await inSpark(interpreter, [program, folder], folder)
    for (const name of ['value', 'reference']) for (const fault of ['', '-kill', '-exit', '-no-end-once']) compare(`${name}${fault}`, sparkRows(folder, `${name}${fault}`), local)
    compare('two-pass', sparkRows(folder, 'two-pass'), twoPass)
    compareArchives(folder)
    checkPoison(sparkRows(folder, 'poison'))
    console.log(`  ${pages.length} pages in ${shardCount} shards: 8 tables equal to the job of this machine, and two passes (${changed} rows changed by what hosts repeat)`)
  })
}

/** Minutes on a machine that has better to do, and what it says is worth seeing as it comes. @param {string} interpreter @param {string[]} args @param {string} cwd */
function inSpark(interpreter, args, cwd) {
  const child = spawn(interpreter, args, {cwd, env: {...process.env, SPARK_LOCAL_IP: '127.0.0.1'}, stdio: ['ignore', 'pipe', 'pipe']})
  let stderr = ''
  child.stdout.on('data', chunk => console.log(String(chunk).trimEnd().replace(/^/gmu, '  ')))
  child.stderr.on('data', chunk => { stderr = (stderr + String(chunk)).slice(-6000) })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => code === 0 ? resolve(undefined) : reject(new Error(`Spark ended with ${code}\n${stderr}`)))
  })
}

/** @param {string} folder @returns {Page[]} */
function writePages(folder) {
  const given = process.env.BOILDOWN_SPARK_PAGES
  const pages = given === undefined ? ownPages() : ndjson(readFileSync(given, 'utf8')).map(({id, url, html}, shelf) => ({id: String(id), url: url ?? null, html, shelf}))
  mkdirSync(join(folder, 'shards'))
  for (let k = 0; k < shardCount; k++) {
    const own = pages.filter((_, i) => i % shardCount === k)
    writeFileSync(join(folder, 'shards', `s${k}.ndjson`), own.map(page => `${JSON.stringify(page)}\n`).join(''))
  }
  mkdirSync(join(folder, 'archives'))
  const some = pages.filter(({html}) => html !== null).slice(0, 20)
  writeFileSync(join(folder, 'archives', 'a.warc.gz'), Buffer.concat(some.map(page => gzipSync(warcRecord(page)))))
  parquetWriteFile({
    filename: join(folder, 'archives', 'b.parquet'),
    columnData: [{name: 'id', data: some.map(({id}) => id), type: 'STRING'}, {name: 'html', data: some.map(({html}) => html ?? ''), type: 'STRING'}],
    rowGroupSize: 8,
  })
  return pages
}

/** Pages in every shape: of one template, those of the fixtures, without an address, without a page, with characters that end lines elsewhere. */
function ownPages() {
  const fixtures = join(root, 'fixtures')
  const saved = readdirSync(fixtures, {recursive: true}).map(String).filter(name => name.endsWith('.html')).sort().map(name => readFileSync(join(fixtures, name), 'utf8'))
  /** @type {Page[]} */
  const pages = Array.from({length: 205}, (_, i) => ({id: `r${i}`, url: i % 9 === 4 ? null : `https://h${i % 7}.example/${i}`, html: saved[i * 3] ?? withTemplate(i), shelf: i}))
  pages[50].html = null
  pages[51].html = ''
  pages[52].html = pageOf(52).replaceAll('until', 'un\u2028til\u0085')
  pages[53].html = pageOf(53).replaceAll('until', '\u{1f600}\ufffd\u0000until')
  return pages
}

/** What a host repeats on its pages, and no page by itself tells from its text. @param {number} i */
function withTemplate(i) {
  return pageOf(i).replace('</article>', `<p>This story was written for the readers of our paper number ${i % 7}, who have carried it through all of its years with their letters.</p></article>`)
}

/** @param {Page} page */
function warcRecord({id, url, html}) {
  const body = Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'), Buffer.from(html ?? '')])
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:${id}>\r\nWARC-Date: 2026-01-02T03:04:05Z\r\nWARC-Target-URI: ${url ?? 'https://example.org/'}\r\n`
    + `Content-Type: application/http; msgtype=response\r\nContent-Length: ${body.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n\r\n')])
}

/** @param {string} folder @param {number} rows */
function writeSettings(folder, rows) {
  const {_hello: {version, model}} = JSON.parse(run(process.execPath, [bin, 'worker', '--no-isolate']).split('\n')[0])
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({version, model, rows, columns: columns.filter(name => name !== 'shelf')}))
  writeFileSync(join(folder, 'poison.mjs'), poison)
}

/** By id, what a job on this machine writes. @param {string} folder @param {Page[]} pages @param {readonly string[]} [flags] */
function localRows(folder, pages, flags = []) {
  const job = join(folder, `job${flags.join('')}`)
  run(process.execPath, [bin, join(folder, 'shards'), '-o', `${job}/`, '-q', '--from', 'ndjson', '--max-error-rate', '100%', ...flags])
  const rows = readdirSync(job).filter(name => name.endsWith('.ndjson.gz')).flatMap(name => ndjson(gunzipSync(readFileSync(join(job, name))).toString()))
  const errors = ndjson(readFileSync(join(job, '_errors.ndjson'), 'utf8')).map(row => ({...row, ok: false}))
  check(rows.length + errors.length === pages.length, `the job has ${rows.length} rows and ${errors.length} errors of ${pages.length} pages`)
  return new Map([...rows, ...errors].map(row => [row.id, row]))
}

/** @param {string} folder @param {string} name @returns {Row[]} */
function sparkRows(folder, name) {
  const table = join(folder, 'out', name)
  return readdirSync(table).filter(file => file.startsWith('part-')).flatMap(file => ndjson(readFileSync(join(table, file), 'utf8'))).map(row => ({...row, id: String(row.id)}))
}

/** @param {string} text */
function ndjson(text) {
  return text.split('\n').filter(line => line !== '').map(line => JSON.parse(line))
}

/** Columns that are JSON in the tables; `shelf` passes through, and stays a number where Spark knows it as one. */
const structured = new Set(['authors', 'quality', 'problems', 'hosts', 'shelf'])

/** A column as both have it. @param {string} column @param {unknown} value */
function cell(column, value) {
  if (value === undefined || value === null) return null
  return structured.has(column) ? JSON.stringify(typeof value === 'string' ? JSON.parse(value) : value) : value
}

/** @param {string} name @param {Row[]} rows @param {Map<string, Row>} local */
function compare(name, rows, local) {
  check(rows.length === local.size && new Set(rows.map(({id}) => id)).size === local.size, `${name}: ${rows.length} rows, and ${local.size} pages`)
  for (const row of rows) {
    const own = local.get(row.id)
    check(own, `${name}: row ${row.id} is none of ours`)
    // What an error row says names the line, which is another one there.
    for (const column of own?.ok ? columns : ['ok']) {
      const is = cell(column, row[column])
      const should = cell(column, own?.[column])
      check(is === should, `${name}: row ${row.id}, ${column}: ${String(is).slice(0, 300)}, and not ${String(should).slice(0, 300)}`)
    }
  }
}

/** @param {string} folder */
function compareArchives(folder) {
  const archives = join(folder, 'archives')
  const local = ['a.warc.gz', 'b.parquet'].flatMap(name => ndjson(run(process.execPath, [bin, join(archives, name), '-q'])).map(row => ({...row, path: join(archives, name)})))
  const rows = sparkRows(folder, 'archives')
  check(rows.length === local.length && rows.length === 40, `archives: ${rows.length} rows, and ${local.length} on this machine`)
  const key = (/** @type {Row} */ row) => JSON.stringify([row.path, row.id, row.ok, row.markdown, row.title, row.url])
  const own = new Set(local.map(key))
  for (const row of rows) check(own.has(key(row)), `archives: row ${row.id} of ${row.path} differs`)
}

/** Each of these pages goes down in its way, and the others do not. */
const poison = `
const ways = {
  p2() { for (;;); },
  p5() { process.exit(0) },
  p7() { const all = []; for (;;) all.push(Buffer.alloc(5e7, 1)) },
  p9() { /^(a+)+$/.test('a'.repeat(64) + 'b') },
}
export default {name: 'poison', about: 'goes down as the page says', run({blocks}) {
  for (const {text} of blocks) ways[/^poison (\\w+)$/.exec(text)?.[1]]?.()
}}
`

/** @param {Row[]} rows */
function checkPoison(rows) {
  const reasons = new Map([['p2', /^deadline/u], ['p5', /^crash \(exit code 0\)/u], ['p7', /memory/u], ['p9', /^deadline/u]])
  check(rows.length === 12, `poison: ${rows.length} rows`)
  for (const {id, ok, error} of rows) {
    const reason = reasons.get(id)
    check(reason ? !ok && reason.test(error ?? '') : ok, `poison ${id}: ${ok ? 'no error' : error}`)
  }
}
