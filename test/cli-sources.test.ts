/** Archives and records through the built program. */
import {gzipSync} from 'node:zlib'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {response, warcGz, warcRecord} from './archives.ts'
import {Folder, page, rows} from './cli-program.ts'

let folder: Folder
beforeEach(() => { folder = new Folder() })
afterEach(() => { folder.remove() })

const crawl = (): Buffer => warcGz([
  warcRecord({type: 'request', content: 'GET /'}), response(page('first'), {url: 'https://example.org/1'}),
  response('gone', {status: '404 Not Found'}), response(page('second'), {url: 'https://example.org/2'}),
])

describe('an archive', () => {
  it('becomes rows, from a file and from a pipe, and what is no page is counted', async () => {
    folder.write({'crawl.warc.gz': crawl()})
    const out = await folder.run(['crawl.warc.gz'])
    expect(out.code).toBe(0)
    expect(rows(out.stdout)).toMatchObject([
      {ok: true, title: 'The first keeper', url: 'https://example.org/1', url_source: 'row', warc_date: '2026-01-02T03:04:05Z'}, {ok: true, title: 'The second keeper'},
    ])
    expect(out.stderr).toBe('boildown: skipped, being no pages: 1 request, 1 status 404\n')
    expect((await folder.run(['-f', 'warc'], {input: crawl()})).stdout.replaceAll(/"urn[^"]*"/gu, '')).toContain('The second keeper')
    expect((await folder.run(['crawl.warc.gz', '-t', 'markdown'])).stdout).toMatch(/^# The first keeper[^]*# The second keeper/u)
  })

  it('that is damaged costs a row and no more', async () => {
    folder.write({'cut.warc.gz': Buffer.concat([crawl().subarray(0, -20), crawl()])})
    const out = await folder.run(['cut.warc.gz'])
    expect(out.code).toBe(0)
    expect(rows(out.stdout).map(({ok}) => ok)).toEqual([true, false, true, true])
    expect(rows(out.stdout)[1]['error']).toMatch(/^byte \d+: it/u)
  })

  it('of the wrong kind is refused by name', async () => {
    folder.write({'a.warc.gz': gzipSync('no'), 'b.wacz': 'PK', 'c.parquet': 'x', 'd.warc.wat.gz': 'x', 'e.html': crawl()})
    const out = await folder.run(['a.warc.gz', 'b.wacz', 'c.parquet', 'd.warc.wat.gz', 'e.html'])
    expect(out.code).toBe(65)
    expect(out.stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/d\.warc\.wat\.gz: is a WAT file/u), expect.stringMatching(/a\.warc\.gz: holds no WARC records/u),
      expect.stringMatching(/b\.wacz: is no WACZ/u), expect.stringMatching(/c\.parquet: is no Parquet/u), expect.stringMatching(/e\.html: is a WARC file.*--from warc/u),
    ])
  })
})

describe('records', () => {
  it('are mapped by fields and presets, and a wrong one names what there is', async () => {
    folder.write({'a.ndjson': `${JSON.stringify({content: page('first'), meta: {link: 'https://example.org/1'}, n: 1})}\n`})
    const mapped = await folder.run(['a.ndjson', '--html-field', 'content', '--url-field', 'meta.link'])
    expect(rows(mapped.stdout)).toMatchObject([{ok: true, url: 'https://example.org/1', title: 'The first keeper', n: 1}])
    expect(rows(mapped.stdout)[0]).not.toHaveProperty('content')
    expect(rows((await folder.run(['a.ndjson', '--html-field', 'content', '--keep-input'])).stdout)[0]).toHaveProperty('content')
    const wrong = await folder.run(['a.ndjson', '--html-field', 'html'])
    expect(wrong.code).toBe(65)
    expect(wrong.stderr).toContain('no column `html`; found: content, meta, n')
    const preset = await folder.run(['-', '--preset', 'oscar'], {input: JSON.stringify({content: 'The keeper walked along the shore.', warc_headers: {'warc-target-uri': 'https://example.org/'}})})
    expect(rows(preset.stdout)).toMatchObject([{ok: true, url: 'https://example.org/', warc_headers: {'warc-target-uri': 'https://example.org/'}}])
    expect((await folder.run(['--preset', 'c5', '-'])).stderr).toMatch(/did you mean c4\?.*fineweb/u)
  })

  it('are tried with --limit and --dry-run', async () => {
    folder.write({'a.jsonl.gz': gzipSync(['first', 'second', 'third'].map(word => `${JSON.stringify({html: page(word)})}\n`).join('')), 'list': 'a.jsonl.gz\nb.html\n', 'b.html': page('fourth')})
    expect(rows((await folder.run(['a.jsonl.gz', '--limit', '2'])).stdout)).toHaveLength(2)
    const dry = await folder.run(['--dry-run', '--inputs-from', 'list'])
    expect(dry).toMatchObject({code: 0, stderr: ''})
    expect(dry.stdout.split('\n').slice(0, 4)).toEqual(['2 sources: 1 ndjson, 1 page', '  ndjson  a.jsonl.gz', '  page  b.html', 'columns of a.jsonl.gz: page (html)'])
    expect(dry.stdout.match(/characters: /gu)).toHaveLength(3)
    expect((await folder.run(['--inputs-from', '-', '-t', 'ndjson'], {input: 'a.jsonl.gz\0b.html\0'})).stdout.match(/"ok":true/gu)).toHaveLength(4)
    expect((await folder.run(['--dry-run', 'gone.html'])).code).toBe(66)
  })
})
