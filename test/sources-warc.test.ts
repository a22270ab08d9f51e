import {createCipheriv} from 'node:crypto'
import {brotliCompressSync, deflateRawSync, deflateSync, gzipSync} from 'node:zlib'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {Entry} from '../src/batch/entry.ts'
import {readShard} from '../src/batch/sources/read.ts'
import {Shelf, jobEntries, planOf, plainOptions, response, said, streamEntries, warcGz, warcRecord, warcinfo} from './archives.ts'

let shelf: Shelf
beforeEach(() => { shelf = new Shelf() })
afterEach(() => { shelf.remove() })

function crawl(): Buffer[] {
  return [
    warcinfo(),
    warcRecord({type: 'request', content: 'GET / HTTP/1.1\r\n\r\n'}),
    response('<p>one</p>', {url: 'https://example.org/1', warc: {'WARC-Record-ID': '<urn:uuid:one>'}}),
    warcRecord({type: 'metadata', content: 'fetchTimeMs: 3'}),
    response('gone', {status: '404 Not Found'}),
    response('', {status: '301 Moved'}),
    response('{"a":1}', {http: {'Content-Type': 'application/json'}}),
    warcRecord({type: 'revisit', content: ''}),
    response('<p>two</p>', {url: 'https://example.org/2'}),
  ]
}
const crawled = [
  'skipped warcinfo', 'skipped request', 'page <p>one</p>', 'skipped metadata', 'skipped status 404', 'skipped status 301',
  'skipped not HTML or text', 'skipped revisit', 'page <p>two</p>',
]

describe('WARC', () => {
  it('is read the same, packed or not, from a file, in a job and from a pipe', async () => {
    const plain = Buffer.concat(crawl())
    const files = {'a.warc': plain, 'b.warc.gz': warcGz(crawl()), 'c.warc.gz': gzipSync(plain)}
    for (const [name, bytes] of Object.entries(files)) {
      const file = shelf.file(name, bytes)
      expect(said(await jobEntries([file])), name).toEqual(crawled)
      expect(said(await streamEntries([file])), name).toEqual(crawled)
      const pieces = Array.from({length: Math.ceil(bytes.length / 100)}, (_, i) => bytes.subarray(i * 100, i * 100 + 100))
      expect(said(await streamEntries(['-'], {from: 'warc'}, pieces)), name).toEqual(crawled)
    }
    // Packed in blocks that know nothing of records.
    const blocks = Array.from({length: Math.ceil(plain.length / 700)}, (_, i) => gzipSync(plain.subarray(i * 700, i * 700 + 700)))
    const packed = Buffer.concat(blocks)
    expect(said(await jobEntries([shelf.file('d.warc.gz', packed)]))).toEqual(crawled)
    expect(said(await streamEntries([shelf.file('d.warc.gz', packed)]))).toEqual(crawled)
    expect(said(await streamEntries(['-'], {from: 'warc'}, [packed.subarray(0, 50), packed.subarray(50)]))).toEqual(crawled)
  })

  it('gives the page what its headers say', async () => {
    const record = response(Buffer.from('caf\xe9', 'latin1'), {
      url: 'https://example.org/1', http: {'content-type': 'text/html; charset=ISO-8859-1', 'X-Robots-Tag': 'noai', Server: 'x'},
      warc: {'WARC-Record-ID': '<urn:uuid:one>', 'WARC-Payload-Digest': 'sha1:ABC'},
    })
    const [page] = await jobEntries([shelf.file('a.warc.gz', warcGz([record]))])
    expect(page).toMatchObject({kind: 'page', at: {offset: 0, record: 0}, item: {
      id: '<urn:uuid:one>', input: Buffer.from('caf\xe9', 'latin1'), problems: [],
      facts: {url: 'https://example.org/1', contentType: 'text/html; charset=ISO-8859-1', headers: {'x-robots-tag': 'noai'}},
      columns: [['warc_date', '2026-01-02T03:04:05Z'], ['warc_payload_digest', 'sha1:ABC']],
    }})
  })

  it('unpacks bodies, whatever the crawler left in the headers', async () => {
    const html = `<p>${'packed '.repeat(300)}</p>`
    const type = {'Content-Type': 'text/html'}
    const chunked = (body: Uint8Array): Buffer => Buffer.concat([Buffer.from(`${body.length.toString(16)};x=1\r\n`), Buffer.from(body), Buffer.from('\r\n0\r\n\r\n')])
    const bodies: [Uint8Array | string, Record<string, string>][] = [
      [gzipSync(html), {'Content-Encoding': 'gzip'}],
      [brotliCompressSync(html), {'Content-Encoding': 'br'}],
      [deflateSync(html), {'Content-Encoding': 'deflate'}],
      [deflateRawSync(html), {'Content-Encoding': 'deflate'}],
      [chunked(gzipSync(html)), {'Content-Encoding': 'gzip', 'Transfer-Encoding': 'chunked'}],
      [gzipSync(gzipSync(html)), {'Content-Encoding': 'gzip, gzip'}],
      [html, {'Content-Encoding': 'gzip', 'Transfer-Encoding': 'chunked'}],
      [html, {'Content-Encoding': 'br'}],
    ]
    const file = shelf.file('a.warc.gz', warcGz(bodies.map(([body, http]) => response(body, {http: {...type, ...http}}))))
    expect(said(await jobEntries([file]))).toEqual(bodies.map(() => `page ${html}`))
  })

  it('says that a page is not whole', async () => {
    const html = '<p>whole</p>'.repeat(500)
    const packed = gzipSync(html, {level: 0})
    const [cut, chunk, archive] = await jobEntries([shelf.file('a.warc.gz', warcGz([
      response(packed.subarray(0, -2000), {http: {'Content-Type': 'text/html', 'Content-Encoding': 'gzip'}}),
      response(`ffff\r\n${html}`, {http: {'Content-Type': 'text/html', 'Transfer-Encoding': 'chunked'}}),
      response(html, {warc: {'WARC-Truncated': 'length'}}),
    ]))])
    for (const [entry, reason] of [[cut, /packed body is cut off/u], [chunk, /chunked body is cut off/u], [archive, /WARC-Truncated: length/u]] as const) {
      expect(entry).toMatchObject({kind: 'page', item: {problems: [{code: 'cut-off', message: expect.stringMatching(reason) as string}]}})
      expect((entry as Extract<Entry, {kind: 'page'}>).item.input.length).toBeGreaterThan(3000)
    }
  })

  it('refuses bombs and reads on', async () => {
    const bomb = gzipSync(Buffer.alloc(3_000_000), {level: 9})
    const file = shelf.file('a.warc.gz', Buffer.concat([
      warcGz([response(bomb, {http: {'Content-Type': 'text/html', 'Content-Encoding': 'gzip'}})]),
      warcGz([response(Buffer.alloc(30_000_000, 32))]), warcGz([response('<p>after</p>')]),
    ]))
    expect(said(await jobEntries([file], {limits: {bytes: 1_000_000}}))).toEqual([
      expect.stringMatching(/^loss byte 0: 2\d\d\d bytes unpack to more than 1000000$/u),
      expect.stringMatching(/^loss byte \d+: it unpacks to more than \d+ bytes, out of all proportion$/u), 'page <p>after</p>',
    ])
  })

  it('reads WET as text, and refuses WAT by name and by content', async () => {
    const wet = warcGz([warcinfo(), warcRecord({type: 'conversion', headers: {'WARC-Target-URI': 'https://example.org/', 'Content-Type': 'text/plain'}, content: 'Flat text'})])
    expect(await jobEntries([shelf.file('a.warc.wet.gz', wet)])).toMatchObject([{kind: 'skipped'}, {kind: 'page', item: {facts: {from: 'text', url: 'https://example.org/'}}}])
    const wat = warcGz([warcinfo(), warcRecord({type: 'metadata', headers: {'Content-Type': 'application/json'}, content: '{"Container":{},"Envelope":{}}'})])
    expect((await planOf([shelf.file('a.warc.wat.gz', wat)])).failures).toMatchObject([{code: 65, message: expect.stringMatching(/a\.warc\.wat\.gz: is a WAT file.*wet\.gz/u) as string}])
    expect(said(await jobEntries([shelf.file('b.warc.gz', wat)]))[1]).toMatch(/^loss .*b\.warc\.gz: is a WAT file/u)
    expect((await planOf([shelf.file('c.warc.gz', gzipSync('<p>'))])).failures).toMatchObject([{message: expect.stringMatching(/holds no WARC records/u) as string}])
  })
})

describe('a damaged WARC', () => {
  const pages = (count: number): Buffer[] => Array.from({length: count}, (_, i) => response(`<p>page ${i}</p>`, {url: `https://example.org/${i}`}))

  it('loses only the member that is broken, and the one that is cut off', async () => {
    const parts = pages(5).map(page => gzipSync(page))
    const broken = Buffer.from(parts[1])
    broken.fill(0x55, 40, 80)
    const wrongSum = Buffer.from(parts[3])
    wrongSum[wrongSum.length - 6] ^= 1
    const file = shelf.file('a.warc.gz', Buffer.concat([parts[0], broken, parts[2], wrongSum, parts[4].subarray(0, -20)]))
    const expected = [
      'page <p>page 0</p>', expect.stringMatching(new RegExp(`^loss byte ${parts[0].length}: it is damaged`, 'u')), 'page <p>page 2</p>',
      expect.stringMatching(/^loss byte \d+: its checksum does not hold$/u), expect.stringMatching(/^loss byte \d+: it is cut off$/u),
    ]
    expect(said(await jobEntries([file]))).toEqual(expected)
    expect(said(await streamEntries([file]))).toEqual(expected)
  })

  it('finds the whole members behind one that was not written to its end', async () => {
    // Stored, not packed: the reader takes what follows for the rest of it.
    const torn = gzipSync(response('x'.repeat(20_000)), {level: 0}).subarray(0, 9000)
    const file = shelf.file('a.warc.gz', Buffer.concat([torn, ...pages(3).map(page => gzipSync(page))]))
    const expected = [expect.stringMatching(/^loss byte 0: it is/u), 'page <p>page 0</p>', 'page <p>page 1</p>', 'page <p>page 2</p>']
    expect(said(await jobEntries([file]))).toEqual(expected)
    const piped = said(await streamEntries(['-'], {from: 'warc'}, [Buffer.concat([torn, ...pages(3).map(page => gzipSync(page))])]))
    expect(piped.filter(line => line.startsWith('page'))).toEqual(expected.slice(1))
  })

  it('goes on behind bytes that are nothing', async () => {
    const [a, b] = pages(2).map(page => gzipSync(page))
    const file = shelf.file('a.warc.gz', Buffer.concat([a, Buffer.from('garbage \x1f\x8b\x08 garbage'), b, Buffer.alloc(512)]))
    expect(said(await jobEntries([file]))).toEqual(['page <p>page 0</p>', `loss byte ${a.length}: no gzip member starts here`, 'page <p>page 1</p>'])
  })

  it('is not led astray by a Content-Length that lies, packed or not', async () => {
    const [a, b, c] = pages(3)
    const short = response('<p>short</p>', {length: 50})
    const long = response('<p>long</p>', {length: 100_000})
    for (const [name, bytes] of [['a.warc.gz', warcGz([a, short, b, long, c])], ['a.warc', Buffer.concat([a, short, b, long, c])]] as const) {
      expect(said(await jobEntries([shelf.file(name, bytes)])), name).toEqual([
        'page <p>page 0</p>', expect.stringMatching(/^loss byte \d+: Content-Length says 50, but the record goes on behind that$/u),
        'page <p>page 1</p>', expect.stringMatching(/^loss byte \d+: Content-Length says 100000, but \d+ bytes are there$/u), 'page <p>page 2</p>',
      ])
    }
    const huge = response('<p>huge</p>', {length: 999_999_999_999})
    expect(said(await jobEntries([shelf.file('b.warc', Buffer.concat([a, huge, c]))]))).toEqual(['page <p>page 0</p>', expect.stringMatching(/^loss .*999999999999/u), 'page <p>page 2</p>'])
  })
})

/** Must not pack well, so that members are large. */
function noise(length: number, seed: number): string {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16, seed), Buffer.alloc(16)).update(Buffer.alloc(length)).toString('base64')
}

describe('a large WARC member', () => {
  it('gives all its records, and only what is damaged is lost', async () => {
    const many = [...Array.from({length: 20}, (_, i) => response(noise(1_500_000, i))), response('<p>last</p>')]
    const one = gzipSync(Buffer.concat(many), {level: 1})
    const both = shelf.file('a.warc.gz', Buffer.concat([one, gzipSync(response('<p>after</p>'))]))
    expect((await jobEntries([both], {limits: {bytes: 3_000_000}})).map(({kind}) => kind)).toEqual(Array.from({length: 22}, () => 'page'))
    const cut = shelf.file('b.warc.gz', Buffer.concat([one.subarray(0, one.length - 100_000), gzipSync(response('<p>after</p>'))]))
    const entries = await jobEntries([cut], {limits: {bytes: 3_000_000}})
    expect(entries.filter(({kind}) => kind === 'page')).toHaveLength(20)
    expect(said(entries)).toContain('page <p>after</p>')
    // The record, and the place in the file that broke it.
    expect(said(entries.filter(({kind}) => kind === 'loss'))).toEqual([expect.stringMatching(/Content-Length says/u), expect.stringMatching(/^loss byte 0: gzip: it is/u)])
  })

  it('of one record beyond the limit gives as much of the page', async () => {
    const [page] = await jobEntries([shelf.file('a.warc.gz', gzipSync(response(noise(30_000_000, 1)), {level: 1}))], {limits: {bytes: 1_000_000}})
    expect((page as Extract<Entry, {kind: 'page'}>).item.input).toHaveLength(1_000_001)
  })
})

describe('ranges of a WARC', () => {
  it.each(['members', 'plain'] as const)('give every record once, broken ones too: %s', async layout => {
    const records = layout === 'plain'
      ? Array.from({length: 6}, () => response('x'.repeat(30_000_000)))
      : Array.from({length: 24}, (_, i) => response(`<p>${i}</p>${noise(30_000 + 9_000 * i, i)}`))
    const parts = layout === 'plain' ? records : records.map(record => gzipSync(record, {level: 1}))
    if (layout === 'members') for (const i of [3, 11, 18]) parts[i].fill(0, i === 11 ? 0 : 30, 400)
    const bytes = Buffer.concat(parts)
    const file = shelf.file(layout === 'plain' ? 'a.warc' : 'a.warc.gz', bytes)
    // Every boundary, whichever part of a member it falls into.
    const {shards} = await planOf([file])
    if (layout === 'plain') {
      expect(shards).toHaveLength(2)
      expect((await jobEntries([file])).map(({kind}) => kind)).toEqual(records.map(() => 'page'))
      return
    }
    const starts = parts.map((_, i) => parts.slice(0, i).reduce((sum, part) => sum + part.length, 0))
    for (const cut of starts.slice(1).flatMap(start => [start - 1, start, start + 1, start + 50])) {
      const all: Entry[] = []
      for (const [start, end] of [[0, cut], [cut, bytes.length]]) {
        for await (const entry of readShard({...shards[0], start, end}, plainOptions)) all.push(entry)
      }
      expect(all.map(({kind, at}) => [kind, at.offset]), String(cut)).toEqual(starts.map((start, i) => [[3, 11, 18].includes(i) ? 'loss' : 'page', start]))
    }
  })

  it('can be read from any mark', async () => {
    for (const [name, bytes] of [['a.warc.gz', warcGz(crawl())], ['b.warc', Buffer.concat(crawl())], ['c.warc.gz', gzipSync(Buffer.concat(crawl()))], ['d.warc.gz', Buffer.concat([gzipSync(Buffer.concat(crawl().slice(0, 4))), gzipSync(Buffer.concat(crawl().slice(4)))])]] as const) {
      const file = shelf.file(name, bytes)
      const {shards: [shard]} = await planOf([file])
      const all = await jobEntries([file])
      expect(said(all)).toEqual(crawled)
      for (const {at} of all) {
        const rest: Entry[] = []
        for await (const entry of readShard(shard, plainOptions, at)) if (entry.at.record >= at.record) rest.push(entry)
        expect(rest.map(entry => entry.at), name).toEqual(all.slice(at.record).map(entry => entry.at))
        expect(said(rest)).toEqual(crawled.slice(at.record))
      }
    }
  })

  it('are the same whatever the number of workers, and named after the file', async () => {
    const file = shelf.file('crawl/CC.warc.gz', Buffer.concat([warcGz(crawl()), Buffer.alloc(70_000_000)]))
    const {shards} = await planOf([file])
    expect(shards.map(({name, kind, start, end}) => [name, kind, start, end])).toEqual([
      ['CC-00001', 'warc', 0, 32_000_000], ['CC-00002', 'warc', 32_000_000, 64_000_000], ['CC-00003', 'warc', 64_000_000, expect.any(Number)],
    ])
  })
})
