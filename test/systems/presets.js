/**
 * A sample of every schema that has a preset, read by it and written again: rows for Python's json, and where a schema
 * comes as Parquet, from and to pyarrow. What we write can be read again as FineWeb.
 *
 * Needs python3, and pyarrow as the test `readers` does.
 */
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {check, inTemporaryFolder, run} from './system.js'
import {finish, pageOf, statsOf} from './support/jobs.js'
import {environment} from './readers.js'

const count = 12
const address = (/** @type {number} */ i) => `https://h${i}.example/page/${i}`
const text = (/** @type {number} */ i) => `Page ${i}\n\nThe keeper number ${i} walked along the shore in the morning, counted the boats, and wrote the number into the old book.\n\nThen he went home, put the kettle on, and slept until the afternoon.`

/**
 * Rows as these corpora and crawlers write them; `id` and `passes` are what must come out.
 * @type {Record<string, {row: (i: number) => Record<string, unknown>, id?: (i: number) => string, passes: string[]}>}
 */
const schemas = {
  c4: {row: i => ({text: text(i), timestamp: '2019-04-25T12:57:54Z', url: address(i)}), passes: ['timestamp']},
  fineweb: {
    row: i => ({text: text(i), id: `<urn:uuid:${i}>`, dump: 'CC-MAIN-2024-10', url: address(i), date: '2024-02-01T00:00:00Z', file_path: 's3://commoncrawl/x', language: 'en', language_score: 0.91, token_count: 40 + i}),
    id: i => `<urn:uuid:${i}>`, passes: ['dump', 'file_path', 'language_score', 'token_count'],
  },
  dolma: {row: i => ({id: `d${i}`, text: text(i), source: 'common-crawl', added: '2023-01-01', created: '2022-01-01', metadata: {url: address(i), length: 200}}), id: i => `d${i}`, passes: ['source', 'added', 'created', 'metadata']},
  oscar: {
    row: i => ({content: text(i), warc_headers: {'warc-record-id': `<urn:uuid:${i}>`, 'warc-date': '2022-11-26T09:45:47Z', 'content-type': 'text/plain', 'warc-type': 'conversion', 'warc-target-uri': address(i), 'content-length': '200'}, metadata: {identification: {label: 'en', prob: 0.93}, annotation: null, sentence_identifications: [{label: 'en', prob: 0.93}, null]}}),
    id: i => `<urn:uuid:${i}>`, passes: ['warc_headers', 'metadata'],
  },
  datatrove: {row: i => ({text: text(i), id: `x/${i}`, media: [], metadata: {url: address(i), dump: 'CC', date: '2024'}}), id: i => `x/${i}`, passes: ['media', 'metadata']},
  crawlee: {row: i => ({request: {url: address(i), loadedUrl: address(i), uniqueKey: `k${i}`}, body: pageOf(i), '#debug': {statusCode: 200}}), id: i => `k${i}`, passes: ['#debug']},
  scrapy: {row: i => ({link: address(i), html: pageOf(i), spider: 'news', depth: 2, meta: {proxy: null}}), passes: ['spider', 'depth', 'meta']},
}

export async function test() {
  await inTemporaryFolder(async folder => {
    /** @type {unknown[]} */
    const wanted = []
    for (const [preset, {row, id, passes}] of Object.entries(schemas)) {
      const rows = Array.from({length: count}, (_, i) => row(i))
      writeFileSync(join(folder, `${preset}.jsonl`), rows.map(each => JSON.stringify(each)).join('\n'))
      await finish([`${preset}.jsonl`, '-o', `${preset}/`, '--preset', preset], {cwd: folder})
      check(statsOf(join(folder, preset)).ok === count, `${preset}: not all rows are read`)
      wanted.push({preset, passes, rows: rows.map((each, i) => ({id: id?.(i) ?? null, url: address(i), passes: Object.fromEntries(passes.map(name => [name, each[name]]))}))})
    }
    for (const [preset, bytes] of Object.entries(archives())) {
      writeFileSync(join(folder, `${preset}.gz`), bytes)
      await finish([`${preset}.gz`, '-o', `${preset}/`, '--preset', preset], {cwd: folder})
      wanted.push({preset, passes: ['warc_date'], rows: Array.from({length: count}, (_, i) => ({id: `<urn:uuid:${i}>`, url: address(i), passes: {warc_date: '2026-01-01T00:00:00Z'}}))})
    }
    writeFileSync(join(folder, 'wanted.json'), JSON.stringify(wanted))
    writeFileSync(join(folder, 'rows.py'), readRows)
    check(run('python3', ['rows.py'], {cwd: folder}) === 'same\n', 'Python reads other rows')
    await tables(folder)
  })
}

/** @param {string} folder */
async function tables(folder) {
  const python = environment(folder)
  writeFileSync(join(folder, 'make.py'), makeTables)
  run(python, ['make.py'], {cwd: folder})
  for (const preset of ['fineweb', 'c4']) {
    await finish([`${preset}.parquet`, '-o', `${preset}-rows/`, '--preset', preset], {cwd: folder})
    await finish([`${preset}.parquet`, '-o', `${preset}-table/`, '--preset', preset, '-t', 'parquet'], {cwd: folder})
    // What was written is a corpus of FineWeb itself.
    await finish([`${preset}-table/${preset}.parquet`, '-o', `${preset}-again/`, '--preset', 'fineweb'], {cwd: folder})
    for (const kind of ['rows', 'table', 'again']) check(statsOf(join(folder, `${preset}-${kind}`)).ok === count, `${preset}-${kind}: not all rows are read`)
  }
  writeFileSync(join(folder, 'tables.py'), readTables)
  check(run(python, ['tables.py'], {cwd: folder}) === 'same\n', 'pyarrow reads other rows')
}

function archives() {
  const record = (/** @type {string} */ type, /** @type {number} */ i, /** @type {{kind: string, content: string}} */ {kind, content}) => gzipSync(
    `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:uuid:${i}>\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nWARC-Target-URI: ${address(i)}\r\nContent-Type: ${kind}\r\nContent-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}\r\n\r\n`)
  const all = Array.from({length: count}, (_, i) => i)
  return {
    warc: Buffer.concat(all.map(i => record('response', i, {kind: 'application/http; msgtype=response', content: `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${pageOf(i)}`}))),
    wet: Buffer.concat(all.map(i => record('conversion', i, {kind: 'text/plain', content: text(i)}))),
  }
}

const readRows = String.raw`
import glob, gzip, json
for want in json.load(open('wanted.json', encoding='utf8')):
    lines = [line for name in sorted(glob.glob(want['preset'] + '/*.ndjson.gz')) for line in gzip.open(name, 'rt', encoding='utf8', newline='').read().splitlines()]
    rows = [json.loads(line) for line in lines]
    assert len(rows) == len(want['rows']), (want['preset'], len(rows))
    for row, theirs in zip(rows, want['rows']):
        assert row['ok'] is True and 'Page' in (row['title'] or '') + row['markdown'], (want['preset'], row)
        assert theirs['id'] is None or row['id'] == theirs['id'], (want['preset'], row['id'])
        assert row['url'] == theirs['url'], (want['preset'], row['url'])
        for name, value in theirs['passes'].items():
            assert row[name] == value, (want['preset'], name, row[name])
print('same')
`

const makeTables = String.raw`
import json
import pyarrow as pa, pyarrow.parquet as pq
for name in ('fineweb', 'c4'):
    pq.write_table(pa.Table.from_pylist([json.loads(line) for line in open(name + '.jsonl', encoding='utf8')]), name + '.parquet', compression='zstd', row_group_size=5)
`

const readTables = String.raw`
import glob, gzip, json
import pyarrow.parquet as pq
for name in ('fineweb', 'c4'):
    theirs = pq.read_table(name + '.parquet').to_pylist()
    ours = pq.read_table(name + '-table/' + name + '.parquet').to_pylist()
    rows = [json.loads(line) for file in sorted(glob.glob(name + '-rows/*.ndjson.gz')) for line in gzip.open(file, 'rt', encoding='utf8', newline='')]
    again = [json.loads(line) for file in sorted(glob.glob(name + '-again/*.ndjson.gz')) for line in gzip.open(file, 'rt', encoding='utf8', newline='')]
    assert len(ours) == len(theirs) == len(rows) == len(again), name
    for their, our, row, next in zip(theirs, ours, rows, again):
        assert our['url'] == row['url'] == next['url'] == their['url'], (name, our['url'])
        assert our['text'] == row['markdown'] and our['id'] == (their.get('id') or our['id']), (name, our)
        assert next['markdown'].strip() != '' and next['id'] == our['id'], (name, next)
        for column in ('dump', 'file_path', 'language_score'):
            assert our[column] == their.get(column), (name, column, our[column])
        for column in ('timestamp', 'token_count'):
            assert column not in their or row[column] == their[column], (name, column)
print('same')
`
