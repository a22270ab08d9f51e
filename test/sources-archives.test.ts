import {readFileSync} from 'node:fs'
import {gzipSync} from 'node:zlib'
import {parquetWriteBuffer} from 'hyparquet-writer'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {Entry} from '../src/batch/entry.ts'
import {describeSources} from '../src/batch/sources/sample.ts'
import {findInputs} from '../src/batch/sources/inputs.ts'
import {readShard} from '../src/batch/sources/read.ts'
import {Failure} from '../src/exit.ts'
import {writeRow} from '../src/rows/write.ts'
import {Shelf, jobEntries, planOf, plainOptions, response, said, streamEntries, warcGz, warcinfo, zip} from './archives.ts'

let shelf: Shelf
beforeEach(() => { shelf = new Shelf() })
afterEach(() => { shelf.remove() })

const pages = (from: number, to: number): Buffer => warcGz([warcinfo(), ...Array.from({length: to - from}, (_, i) => response(`<p>${from + i}</p>`))])

describe('WACZ', () => {
  it('gives the pages of its archives, stored or deflated', async () => {
    const file = shelf.file('a.wacz', zip([
      {name: 'datapackage.json', data: Buffer.from('{}'), deflate: true},
      {name: 'archive/1.warc.gz', data: pages(0, 2)},
      {name: 'pages/pages.jsonl', data: Buffer.from('{"format":"json-pages-1.0"}\n')},
      {name: 'archive/2.warc.gz', data: pages(2, 4), deflate: true},
      {name: 'archive/3.warc', data: response('<p>4</p>'), deflate: true},
    ]))
    const expected = ['skipped warcinfo', 'page <p>0</p>', 'page <p>1</p>', 'skipped warcinfo', 'page <p>2</p>', 'page <p>3</p>', 'page <p>4</p>']
    const entries = await jobEntries([file])
    expect(said(entries)).toEqual(expected)
    expect(said(await streamEntries([file]))).toEqual(expected)
    const {shards} = await planOf([file])
    expect(shards.map(({name, kind}) => [name, kind])).toEqual([['a-00001', 'wacz'], ['a-00002', 'wacz'], ['a-00003', 'wacz']])
    for (const shard of shards) {
      const rest: Entry[] = []
      for await (const entry of readShard(shard, plainOptions, {record: 1, offset: shard.start + 1})) rest.push(entry)
      expect(rest.every(({at}) => at.record >= 1)).toBe(true)
    }
  })

  it('is refused if its directory lies', async () => {
    const data = pages(0, 1)
    const lies = {
      overlap: zip([{name: 'archive/1.warc.gz', data}, {name: 'archive/2.warc.gz', data, offset: 0, directoryName: 'archive/1.warc.gz'}]),
      otherName: zip([{name: 'archive/1.warc.gz', data, directoryName: 'archive/9.warc.gz'}]),
      nothing: zip([{name: 'index.html', data}]),
      outside: zip([{name: 'archive/1.warc.gz', data, offset: 1_000_000}]),
      cut: zip([{name: 'archive/1.warc.gz', data}]).subarray(0, -40),
    }
    const reasons = {overlap: /runs into/u, otherName: /another entry stands/u, nothing: /holds no archive/u, outside: /a\.wacz: /u, cut: /no WACZ/u}
    for (const [name, bytes] of Object.entries(lies)) {
      const {failures, shards} = await planOf([shelf.file('a.wacz', bytes)])
      expect(shards, name).toEqual([])
      expect(failures, name).toMatchObject([{code: 65, message: expect.stringMatching(reasons[name as keyof typeof reasons]) as string}])
    }
  })

  it('reads no more of an entry than its directory says', async () => {
    const [longer, shorter] = [10, 1_000_000].map(size => zip([{name: 'archive/1.warc', data: Buffer.concat([response('<p>0</p>'), response('<p>1</p>')]), deflate: true, size}]))
    expect(said(await jobEntries([shelf.file('a.wacz', longer)])).at(-1)).toMatch(/longer than the directory says/u)
    expect(said(await jobEntries([shelf.file('b.wacz', shorter)]))).toEqual(['page <p>0</p>', 'page <p>1</p>', expect.stringMatching(/shorter than the directory says/u)])
  })
})

describe('Parquet', () => {
  const count = 30
  const numbers = Array.from({length: count}, (_, i) => i)
  function table(codec: 'SNAPPY' | 'UNCOMPRESSED'): Buffer {
    return Buffer.from(parquetWriteBuffer({
      codec, rowGroupSize: 10,
      columnData: [
        {name: 'text', data: numbers.map(i => `page ${i} ä`), type: 'STRING'},
        {name: 'url', data: numbers.map(i => `https://example.org/${i}`), type: 'STRING'},
        {name: 'wide', data: numbers.map(i => 9_007_199_254_740_993n + BigInt(i)), type: 'INT64'},
        {name: 'small', data: numbers.map(BigInt), type: 'INT64'},
        {name: 'score', data: numbers.map(i => i / 2), type: 'DOUBLE'},
        {name: 'when', data: numbers.map(() => new Date('2026-01-02T03:04:05Z')), type: 'TIMESTAMP'},
      ],
    }))
  }

  it('is read by row groups, all values as they are', async () => {
    const file = shelf.file('a.parquet', table('SNAPPY'))
    const entries = await jobEntries([file], {preset: 'fineweb'})
    expect(said(entries)).toEqual(numbers.map(i => `page page ${i} ä`))
    expect(said(await streamEntries([file]))).toEqual(said(entries))
    const {item} = entries[0] as Extract<Entry, {kind: 'page'}>
    expect(item.facts).toEqual({url: 'https://example.org/0', from: 'text'})
    const written = writeRow(item, {error: 'not cleaned'})
    expect(written).toContain('"wide":9007199254740993,')
    expect(JSON.parse(written)).toMatchObject({small: 0, score: 0, when: '2026-01-02T03:04:05.000Z'})
    const [shard] = (await planOf([file])).shards
    const all: Entry[] = []
    for await (const entry of readShard({...shard, start: 1, end: 2}, plainOptions, {record: 3, offset: 0})) all.push(entry)
    expect(all.map(({at}) => [at.record, at.offset])).toEqual([3, 4, 5, 6, 7, 8, 9].map(record => [record, record + 10]))
  })

  it('says which columns there are before it reads a row', async () => {
    const file = shelf.file('a.parquet', table('SNAPPY'))
    expect((await planOf([file], {fields: {html: 'html'}})).failures).toMatchObject([{code: 65, message: expect.stringMatching(/a\.parquet: no column `html`; found: text, url, wide, small, score, when$/u) as string}])
    expect((await planOf([shelf.file('b.parquet', 'PAR1 and no more')])).failures).toMatchObject([{message: expect.stringMatching(/b\.parquet: is no Parquet file/u) as string}])
  })

  it('loses the rows of a damaged row group, and no others', async () => {
    const file = shelf.file('a.parquet', table('SNAPPY'))
    const bytes = readFileSync(file)
    const at = bytes.indexOf('page 10 ')
    bytes.fill(0xff, at - 30, at + 20)
    const entries = await jobEntries([shelf.file('b.parquet', bytes)])
    expect(entries.map(({kind}) => kind)).toEqual(numbers.map(i => i >= 10 && i < 20 ? 'loss' : 'page'))
  })
})

describe('a dry run', () => {
  it('tells sources, columns and three samples', async () => {
    const words = [shelf.file('a.jsonl.gz', gzipSync('{"id":1,"url":"u","html":"<p>one</p>","lang":"en"}\n{bad\n')), shelf.file('b.warc.gz', pages(0, 5))]
    async function* none(): AsyncGenerator<Uint8Array> {}
    const lines: string[] = []
    for await (const line of describeSources(await findInputs(words), plainOptions, none())) lines.push(line instanceof Failure ? line.message : line)
    expect(lines).toEqual([
      '2 sources: 1 ndjson, 1 warc', `  ndjson  ${words[0]}`, `  warc  ${words[1]}`,
      `columns of ${words[0]}: id, url, page (html), lang`, '  1: 10 characters: <p>one</p>', expect.stringMatching(/a\.jsonl\.gz at 51: cannot be read: line 2: not JSON/u),
      expect.stringMatching(/^columns of .*b\.warc\.gz: id, url, page \(sniffed\), warc_date$/u), expect.stringMatching(/<urn:uuid:\d+>: 8 bytes: <p>0<\/p>$/u),
    ])
  })
})
