import {mkdirSync, symlinkSync} from 'node:fs'
import path from 'node:path'
import {gzipSync} from 'node:zlib'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {Entry} from '../src/batch/entry.ts'
import {readInputList} from '../src/batch/sources/inputList.ts'
import {findInputs} from '../src/batch/sources/inputs.ts'
import {readShard} from '../src/batch/sources/read.ts'
import {presets} from '../src/rows/presets.ts'
import type {PresetName} from '../src/rows/presets.ts'
import {readRow} from '../src/rows/read.ts'
import {columnsOf} from '../src/rows/columns.ts'
import {Shelf, jobEntries, planOf, plainOptions, said, streamEntries} from './archives.ts'

let shelf: Shelf
beforeEach(() => { shelf = new Shelf() })
afterEach(() => { shelf.remove() })

const row = (html: string): string => JSON.stringify({html})
const rows = (count: number): string => Array.from({length: count}, (_, i) => `${row(`<p>${i}</p>`)}\n`).join('')

describe('files', () => {
  it('are pages, packed or not', async () => {
    shelf.file('a.html', '<p>a')
    shelf.file('deep/b.html.gz', gzipSync('<p>b'))
    shelf.file('notes.md.gz', gzipSync('# c'))
    shelf.file('style.css.gz', gzipSync('p {}'))
    const entries = await jobEntries([shelf.path])
    expect(said(entries)).toEqual(['page <p>a', 'page <p>b', 'page # c'])
    expect(entries[2]).toMatchObject({item: {facts: {from: 'markdown'}, id: path.join(shelf.path, 'notes.md.gz')}})
    expect(said(await streamEntries([shelf.path]))).toEqual(said(entries))
  })

  it('hold what can be read of a damaged one, and no more than the limit of a bomb', async () => {
    const packed = gzipSync(`<p>start ${'x y '.repeat(20_000)}`, {level: 0})
    expect(await jobEntries([shelf.file('cut.html.gz', packed.subarray(0, -30_000))])).toMatchObject([
      {kind: 'page', item: {problems: [{code: 'cut-off', message: expect.stringContaining('cut off') as string}]}},
    ])
    const [bomb] = await jobEntries([shelf.file('bomb.html.gz', gzipSync(Buffer.alloc(100_000_000, 60), {level: 9}))], {limits: {bytes: 1000}})
    expect((bomb as Extract<Entry, {kind: 'page'}>).item.input).toHaveLength(1001)
    expect(said(await jobEntries([shelf.file('unknown.bin', Buffer.alloc(3000, Buffer.from([1, 0, 0, 7, 200])))]))).toEqual([expect.stringMatching(/unknown\.bin: is no text/u)])
    expect(said(await jobEntries([shelf.file('utf16.html', Buffer.from('<p>wide text</p>', 'utf16le'))]))).toHaveLength(1)
    expect((await jobEntries([shelf.file('wide.html', Buffer.from('<p>wide text</p>', 'utf16le'))]))[0].kind).toBe('page')
    expect(said(await jobEntries([shelf.file('no.html.gz', gzipSync('%PDF-1.7'))]))).toEqual([expect.stringMatching(/^loss .*no\.html\.gz: is a PDF file/u)])
  })

  it('go together in shards that others do not change', async () => {
    for (let i = 0; i < 300; i++) shelf.file(`p/${String(i).padStart(3, '0')}.html`, '<p>')
    const {shards} = await planOf([path.join(shelf.path, 'p')])
    expect(shards.map(({kind, files, end}) => [kind, files.length, end])).toEqual([['files', 256, 256], ['files', 44, 44]])
    expect(new Set(shards.map(({name}) => name)).size).toBe(2)
    expect((await planOf([path.join(shelf.path, 'p')])).shards).toEqual(shards)
    const rest: Entry[] = []
    for await (const entry of readShard(shards[1], plainOptions, {record: 42, offset: 0})) rest.push(entry)
    expect(rest.map(({at}) => [at.record, path.basename(at.file)])).toEqual([[42, '298.html'], [43, '299.html']])
  })

  it('that vanish are losses', async () => {
    const plan = await planOf([shelf.file('a.html', 'x'), shelf.file('b.html', 'y')])
    const [shard] = plan.shards
    const all: Entry[] = []
    for await (const entry of readShard({...shard, files: [`${shard.files[0]}.gone`, shard.files[1]]}, plainOptions)) all.push(entry)
    expect(said(all)).toEqual([expect.stringMatching(/^loss .*cannot be read: no such file/u), 'page y'])
  })
})

describe('inputs', () => {
  it('are found by name, and refused by name with the way out', async () => {
    for (const name of ['a.ndjson', 'b.jsonl.gz', 'c.jl', 'd.json.zst', 'e.warc', 'f.warc.wet.gz', 'g.wacz', 'h.parquet', 'i.html', 'j.json', 'k.css']) shelf.file(name, '')
    const found = await findInputs([shelf.path])
    expect(found.sources.map(({name, container}) => [path.basename(name), container])).toEqual([
      ['a.ndjson', 'ndjson'], ['b.jsonl.gz', 'ndjson'], ['c.jl', 'ndjson'], ['d.json.zst', 'ndjson'], ['e.warc', 'warc'],
      ['f.warc.wet.gz', 'warc'], ['g.wacz', 'wacz'], ['h.parquet', 'parquet'], ['i.html', 'page'],
    ])
    expect(found.skipped).toEqual(new Map([['.json', 1], ['.css', 1]]))
    expect((await findInputs([shelf.path], {preset: 'crawlee'})).sources.map(({container}) => container)).toContain('json')
    for (const [name, reason] of [['a.pdf', /PDF.*pdftotext/u], ['a.warc.wat.gz', /WAT/u], ['a.tar.gz', /archive/u], ['a.csv.gz', /NDJSON/u], ['a.html.xz', /unpack/u]] as const) {
      const {failures} = await findInputs([shelf.file(name, 'x')])
      expect(failures, name).toMatchObject([{code: 65, message: expect.stringMatching(reason) as string}])
    }
    await expect(findInputs(['-'], {from: 'parquet'})).rejects.toThrow(/save it to a file/u)
  })

  it('come from a list, by lines or by NUL', async () => {
    async function* none(): AsyncGenerator<Uint8Array> {}
    async function* stdin(): AsyncGenerator<Uint8Array> { yield Buffer.from('a b.html\r\n\nc\n') }
    expect(await readInputList('-', stdin())).toEqual(['a b.html', 'c'])
    expect(await readInputList(shelf.file('list', 'a\nb\0c\0'), none())).toEqual(['a\nb', 'c'])
    await expect(readInputList(shelf.file('empty', '\n'), none())).rejects.toThrow(/names no inputs/u)
    await expect(readInputList(path.join(shelf.path, 'gone'), none())).rejects.toMatchObject({code: 66})
  })

  it('give shards names that stay in the output folder', async () => {
    mkdirSync(path.join(shelf.path, 'in'))
    symlinkSync(shelf.file('in/_errors.ndjson', rows(1)), path.join(shelf.path, 'in/..x\u0007y.jsonl'))
    shelf.file('in/CON.ndjson', rows(1))
    shelf.file('in/a.ndjson', rows(1))
    shelf.file('in/A.jsonl', rows(1))
    shelf.file('in/sub/a.ndjson', rows(1))
    const words = ['_errors.ndjson', '..x\u0007y.jsonl', 'CON.ndjson', 'a.ndjson', 'A.jsonl', 'sub/a.ndjson'].map(name => path.join(shelf.path, 'in', name))
    expect((await planOf(words)).shards.map(({name}) => name)).toEqual(['errors', 'x_y', 'x-CON', 'a', 'A~2', 'sub/a'])
  })
})

describe('NDJSON', () => {
  it('is read the same plain, packed with gzip and with zstd, from a file and from a pipe', async () => {
    const text = Buffer.from(`${row('<p>ä')}\n\n{bad\n[1]\n${row('<p>2')}`)
    const expected = ['page <p>ä', 'loss line 3: not JSON (syntax error)', expect.stringMatching(/^loss line 4: not a JSON object, but an array/u), 'page <p>2']
    // One frame of one raw block (RFC 8878).
    const frame = Buffer.concat([Buffer.from('28b52ffd20', 'hex'), Buffer.of(text.length), Buffer.of((text.length << 3 | 1) & 255, text.length >> 5, 0), text])
    for (const [name, bytes] of [['a.ndjson', text], ['a.jsonl.gz', gzipSync(text)], ['a.jsonl.zst', frame]] as const) {
      const file = shelf.file(name, bytes)
      expect(said(await jobEntries([file])), name).toEqual(expected)
      expect(said(await streamEntries([file])), name).toEqual(expected)
      expect(said(await streamEntries(['-'], {from: 'ndjson'}, [bytes.subarray(0, 1), bytes.subarray(1)])), name).toEqual(expected)
    }
  })

  it('says where one packed with zstd is cut off', async () => {
    const text = Buffer.from(rows(30))
    const frame = Buffer.concat([Buffer.from('28b52ffd60', 'hex'), sized(text.length - 256), Buffer.of((text.length << 3 | 1) & 255, text.length >> 5, 0), text])
    const file = shelf.file('a.jsonl.zst', Buffer.concat([frame, frame.subarray(0, -100)]))
    const entries = await jobEntries([file])
    expect(said(entries).slice(0, 30)).toEqual(Array.from({length: 30}, (_, i) => `page <p>${i}</p>`))
    expect(said(entries).at(-1)).toMatch(/^loss byte \d+: zstd: it is cut off/u)
  })

  function sized(length: number): Buffer {
    const bytes = Buffer.alloc(2)
    bytes.writeUInt16LE(length)
    return bytes
  }

  it('loses only what is damaged of a packed one', async () => {
    const members = [rows(50), rows(50), rows(50)].map(text => gzipSync(text, {level: 0}))
    const broken = Buffer.from(members[1])
    broken.fill(0xff, 100, 110)
    const entries = await jobEntries([shelf.file('a.jsonl.gz', Buffer.concat([members[0], broken, members[2].subarray(0, -300)]))])
    const losses = entries.filter(({kind}) => kind === 'loss')
    expect(said(losses)).toEqual([
      'loss line 55: not JSON (syntax error)', expect.stringMatching(new RegExp(`^loss byte ${members[0].length}: gzip: its checksum does not hold`, 'u')), expect.stringMatching(/gzip: it is cut off/u),
    ])
    expect(entries.filter(({kind}) => kind === 'page').length).toBeGreaterThan(120)
    expect(said(entries).at(-1)).toMatch(/cut off/u)
    expect(entries.map(({at}) => at.record)).toEqual(entries.map((_, i) => i))
  })

  it('gives every line of a large file once, whatever range it starts in', async () => {
    const text = Buffer.from(`${rows(40)}${row('long '.repeat(300))}\n${rows(3)}`)
    const file = shelf.file('a.ndjson', text)
    const whole = await jobEntries([file])
    const [shard] = (await planOf([file])).shards
    for (let cut = 1; cut < text.length; cut += 7) {
      const all: Entry[] = []
      for (const [start, end] of [[0, cut], [cut, text.length]]) for await (const entry of readShard({...shard, start, end}, plainOptions)) all.push(entry)
      expect(all.map(({at}) => at.offset), String(cut)).toEqual(whole.map(({at}) => at.offset))
    }
    const rest: Entry[] = []
    for await (const entry of readShard(shard, plainOptions, whole[41].at)) rest.push(entry)
    expect(rest).toEqual(whole.slice(41))
  })

  it('is parted into fixed ranges, unless it is packed, which is said', async () => {
    const large = shelf.file('a.ndjson', Buffer.alloc(130_000_000, 10))
    expect((await planOf([large])).shards.map(({name, start, end}) => [name, start, end])).toEqual([
      ['a-00001', 0, 64_000_000], ['a-00002', 64_000_000, 128_000_000], ['a-00003', 128_000_000, 130_000_000],
    ])
    const packed = await planOf([shelf.file('b.jsonl.gz', Buffer.concat([gzipSync('\n'), Buffer.alloc(70_000_000)]))])
    expect(packed.shards).toHaveLength(1)
    expect(packed.notes).toEqual([expect.stringMatching(/b\.jsonl\.gz: is compressed as one piece, so one worker reads all of it/u)])
  })

  it('passes over a line that is too long', async () => {
    const file = shelf.file('a.jsonl.gz', gzipSync(Buffer.concat([Buffer.from(`${row('a')}\n`), Buffer.alloc(140_000_000, 120), Buffer.from(`\n${row('b')}\n`)]), {level: 1}))
    expect(said(await jobEntries([file]))).toEqual(['page a', 'loss line 2: longer than a line may be', 'page b'])
  })

  it('of a Crawlee data set is read file by file, many together', async () => {
    for (let i = 1; i <= 3; i++) shelf.file(`set/00000000${i}.json`, JSON.stringify({url: `https://example.org/${i}`, html: `<p>${i}`}))
    shelf.file('set/000000004.json', '[{"html":"a"},{"html":"b"}]')
    const {shards} = await planOf([path.join(shelf.path, 'set')], {preset: 'crawlee'})
    expect(shards.map(({kind, files, name}) => [kind, files.length, name.slice(0, 12)])).toEqual([['items', 4, 'items-00001-']])
    expect(said(await jobEntries([shelf.path], {preset: 'crawlee'}))).toEqual(['page <p>1', 'page <p>2', 'page <p>3', expect.stringMatching(/^loss holds more than one item/u)])
    const all: Entry[] = []
    for await (const entry of readShard(shards[0], {...plainOptions, preset: 'crawlee'}, {record: 2, offset: 0})) all.push(entry)
    expect(all.map(({at}) => at.record)).toEqual([2, 3])
    // As an error row names it.
    for await (const entry of readShard({...shards[0], files: [shards[0].files[2]]}, {...plainOptions, preset: 'crawlee'}, {record: 2, offset: 0})) expect(entry).toMatchObject({kind: 'page', at: {record: 2}})
  })

  it('in a .json file may be one item, an array, or lines after all', async () => {
    const item = {url: 'https://example.org/', html: '<p>x'}
    const files = {'1.json': JSON.stringify(item, undefined, 2), '2.json': JSON.stringify([item, {a: 1}, item]), '3.json': `${JSON.stringify(item)}\n${JSON.stringify(item)}\n`, '4.json': '{'}
    for (const [name, text] of Object.entries(files)) shelf.file(name, text)
    expect(said(await jobEntries([shelf.path], {preset: 'crawlee'}))).toEqual([
      'page <p>x', 'page <p>x', expect.stringMatching(/^loss item 2: no page.*found: a$/u), 'page <p>x', 'page <p>x', 'page <p>x', 'loss not JSON (syntax error)',
    ])
  })
})

describe('columns', () => {
  const read = (value: object, ...args: Parameters<typeof columnsOf>): unknown => readRow({number: 1, text: JSON.stringify(value), damaged: false}, {keepInput: false, columns: columnsOf(...args)})

  it('are named by the user, by dotted paths', () => {
    expect(read({doc: {body: '<p>', lang: 'en'}, link: 'u', key: 7, 'a.b': 1}, {html: 'doc.body', url: 'link', id: 'key'})).toMatchObject({
      id: 7, input: '<p>', facts: {url: 'u', from: 'html'}, columns: [['doc', {lang: 'en'}], ['link', 'u'], ['key', 7], ['a.b', 1]],
    })
    expect(read({'a.b': 'dotted'}, {text: 'a.b'})).toMatchObject({input: 'dotted', facts: {from: 'text'}})
  })

  it('that are not there are named beside those that are', () => {
    expect(read({content: 'x', url: 'u'}, {html: 'html'})).toMatchObject({error: 'line 1: no column `html`; found: content, url', facts: {url: 'u'}})
    expect(read({html: 'x', url: 'u'}, {url: 'link'})).toMatchObject({error: 'line 1: no column `link`; found: html, url'})
    expect(read({html: null}, {html: 'html'})).toMatchObject({error: expect.stringMatching(/^line 1: no page/u) as string})
    expect(read({html: 'x', url: null}, {url: 'url'})).toMatchObject({input: 'x', facts: {from: 'html'}})
  })

  it('hold headers if they are headers', () => {
    expect(read({html: 'x', headers: {'X-Robots-Tag': 'noai'}})).toMatchObject({facts: {headers: {'X-Robots-Tag': 'noai'}}})
    expect(read({html: 'x', headers: ['a']})).not.toHaveProperty('facts.headers')
  })

  const samples: Readonly<Record<Exclude<PresetName, 'warc' | 'wet'>, {row: object; id: unknown; url: string | undefined; from: string | undefined; passes: readonly string[]}>> = {
    c4: {row: {text: 'PAGE', timestamp: '2019-04-25T12:57:54Z', url: 'https://example.org/'}, id: null, url: 'https://example.org/', from: 'text', passes: ['timestamp']},
    fineweb: {
      row: {text: 'PAGE', id: '<urn:uuid:1>', dump: 'CC-MAIN-2024-10', url: 'https://example.org/', date: '2024-02-01', file_path: 's3://x', language: 'en', language_score: 0.9, token_count: 12},
      id: '<urn:uuid:1>', url: 'https://example.org/', from: 'text', passes: ['dump', 'date', 'file_path', 'language', 'language_score', 'token_count'],
    },
    dolma: {row: {id: 'd', text: 'PAGE', source: 'cc', added: 'x', created: 'y', metadata: {url: 'https://example.org/'}}, id: 'd', url: 'https://example.org/', from: 'text', passes: ['source', 'added', 'created', 'metadata']},
    oscar: {
      row: {content: 'PAGE', warc_headers: {'warc-record-id': '<urn:uuid:2>', 'warc-target-uri': 'https://example.org/', 'warc-type': 'conversion'}, metadata: {identification: {label: 'de', prob: 0.9}}},
      id: '<urn:uuid:2>', url: 'https://example.org/', from: 'text', passes: ['warc_headers', 'metadata'],
    },
    datatrove: {row: {text: 'PAGE', id: 'x/1', media: [], metadata: {url: 'https://example.org/', dump: 'd'}}, id: 'x/1', url: 'https://example.org/', from: 'text', passes: ['media', 'metadata']},
    crawlee: {row: {request: {url: 'https://example.org/', uniqueKey: 'k'}, body: 'PAGE', title: 't'}, id: 'k', url: 'https://example.org/', from: undefined, passes: ['request', 'title']},
    scrapy: {row: {link: 'https://example.org/', html: 'PAGE', spider: 's'}, id: null, url: 'https://example.org/', from: 'html', passes: ['link', 'spider']},
  }

  it.each(Object.entries(samples))('of %s are known', (preset, sample) => {
    expect(read(sample.row, {}, preset as PresetName)).toMatchObject({id: sample.id, input: 'PAGE', facts: {url: sample.url}, columns: sample.passes.map(name => [name, expect.anything() as unknown])})
    expect((read(sample.row, {}, preset as PresetName) as {facts: {from?: string}}).facts.from).toBe(sample.from)
    expect(presets).toHaveProperty(preset)
  })
})
