/** Contexts of crawlers and of fetch as rows. The crawlers themselves run in `npm run test:systems -- crawlee`. */
import {load} from 'cheerio'
import {describe, expect, it} from 'vitest'
import {cleanContext, cleanResponse, type CrawlContext, type CrawlPool} from '../src/adapters/crawlee.ts'
import {clean} from '../src/clean.ts'
import type {Facts} from '../src/rows/item.ts'

const prose = 'The ferry leaves from the old pier at seven, and the café on board opens when the last rope is in. '.repeat(8)
const html = (text = prose): string => `<!doctype html><html lang="en"><head><title>Ferries</title></head><body><nav><a href="/">Home</a> <a href="/all">All</a></nav><main><h1>Ferries</h1><p>${text}</p><p><a href="piers">Piers</a></p></main></body></html>`
const url = 'https://example.org/sea/ferries'
const request = {id: 'r7', url: 'https://example.org/f', loadedUrl: url}
const headers = {'content-type': 'text/html', 'x-robots-tag': 'noai', 'set-cookie': ['a=1', 'b=2']}
const node = {statusCode: 200, headers, url: ''}
const browser = {status: () => 200, headers: () => ({'content-type': 'text/html', 'x-robots-tag': 'noai'})}
const bytes = new TextEncoder().encode(html())

const contexts: readonly (readonly [string, () => CrawlContext])[] = [
  ['CheerioCrawler', () => ({request, response: node, body: html(), $: load(html())})],
  ['HttpCrawler', () => ({request, response: node, body: Buffer.from(bytes)})],
  ['PlaywrightCrawler', () => ({request, response: browser, page: {content: () => Promise.resolve(html())}})],
  ['fetch', () => ({url, response: new Response(bytes, {headers: {'Content-Type': 'text/html', 'X-Robots-Tag': 'noai'}})})],
]

describe('a context', () => {
  it.each(contexts)('of %s becomes a row', async (name, context) => {
    const row = await cleanContext(context())
    expect(row).toMatchObject({id: name === 'fetch' ? null : 'r7', url, ok: true, title: 'Ferries', language: 'en', error: null, problems: []})
    expect(row.markdown).toMatch(/^The ferry leaves/u)
    expect(row.markdown).toContain('[Piers](https://example.org/sea/piers)')
    expect(row.markdown).not.toContain('Home')
    // What the headers say is used.
    expect(row.reservations).toMatchObject({noai: true})
    expect(JSON.parse(JSON.stringify(row))).toEqual(row)
  })
  it('takes the status', async () => {
    expect(await cleanContext({request, response: {statusCode: 404, headers: {}}, $: load(html())})).toMatchObject({quality: {verdict: 'error-page'}})
  })
  it('leaves `$` as it was, and does not parse again', async () => {
    const $ = load(html())
    $('p').first().remove()
    const before = $.html()
    const row = await cleanContext({request, body: html(), $}, {fragment: true})
    expect($.html()).toBe(before)
    expect(row.markdown).not.toContain('The ferry')
    expect(row.markdown).toContain('Piers')
  })
  it('takes options, and has a cleaner for each', async () => {
    const context: CrawlContext = {request, body: html()}
    expect((await cleanContext(context, {title: 'top'})).markdown).toMatch(/^# Ferries/u)
    expect((await cleanContext(context, {links: 'drop'})).markdown).not.toContain('Piers')
    expect((await cleanContext(context)).markdown).toMatch(/^The ferry/u)
    // @ts-expect-error no such option
    await expect(cleanContext(context, {titel: 'top'})).rejects.toThrow('unknown option titel')
  })
  it('without a page is refused with what is missing', async () => {
    await expect(cleanContext({request})).rejects.toThrow('the context holds no page: `$`, `body`, `page` or the `response` of fetch is needed; found: none of them')
  })
  it('of another kind than text is an error row', async () => {
    const response = {statusCode: 200, headers: {'content-type': 'application/pdf'}}
    expect(await cleanContext({request, response, body: Buffer.from('%PDF-1.4')})).toMatchObject({id: 'r7', ok: false, markdown: '', error: 'application/pdf is not HTML or text'})
    for (const type of ['application/xhtml+xml; charset=utf-8', 'application/rss+xml', 'text/plain', 'application/octet-stream', '']) {
      expect((await cleanContext({request, response: {headers: {'content-type': type}}, body: html()})).ok, type).toBe(true)
    }
  })
})

describe('damage', () => {
  it('by a crawler that decoded wrongly is told, whichever way the page comes', async () => {
    const damaged = new TextDecoder().decode(Buffer.from(html(), 'latin1'))
    for (const context of [{body: damaged, $: load(damaged)}, {body: damaged}]) {
      const {problems} = await cleanContext({request, ...context})
      expect(problems).toMatchObject([{code: 'decode-damage', count: 8}])
    }
    expect((await cleanContext({request, body: Buffer.from(html(), 'latin1')})).markdown).toContain('the café on board')
  })
  it('that can be undone is undone, though `$` has it', async () => {
    const misread = Buffer.from(html()).toString('latin1')
    const {markdown, problems} = await cleanContext({request, body: misread, $: load(misread)})
    expect(markdown).toContain('the café on board')
    expect(problems).toMatchObject([{code: 'mojibake'}])
  })
})

describe('fetch', () => {
  it('gives bytes and the address at its end', async () => {
    const response = Object.defineProperty(new Response(Buffer.from(html(), 'latin1'), {headers: {'content-type': 'text/html; charset=iso-8859-1'}}), 'url', {value: url})
    const row = await cleanResponse(response, {url: 'https://example.org/before-redirects', links: 'text'})
    expect(row).toMatchObject({url, id: null, ok: true, encoding: 'windows-1252'})
    expect(row.markdown).toContain('café')
    expect(row.markdown).not.toContain('](')
  })
})

describe('a pool', () => {
  const failing = (code: string): CrawlPool => ({clean: () => Promise.reject(Object.assign(new Error(`it ended: ${code}`), {code}))})
  it('gets strings or bytes with what is known of them', async () => {
    const seen: [string | Uint8Array, Facts | undefined][] = []
    const pool: CrawlPool = {clean: (input, facts) => (seen.push([input, facts]), clean(input, {url}))}
    for (const [, context] of contexts) await cleanContext(context(), {pool})
    expect(seen.map(([input]) => typeof input)).toEqual(['string', 'object', 'string', 'object'])
    for (const [, facts] of seen) expect(facts).toMatchObject({url, status: 200, contentType: 'text/html', headers: {'x-robots-tag': 'noai'}})
  })
  it.each(['deadline', 'memory', 'crash'])('that ends with %s gives an error row', async code => {
    expect(await cleanContext({request, $: load(html()), body: html()}, {pool: failing(code)})).toMatchObject({id: 'r7', url, ok: false, markdown: '', error: `it ended: ${code}`})
  })
  it.each(['closed', 'busy', 'aborted'])('that is %s rejects', async code => {
    await expect(cleanContext({request, body: html()}, {pool: failing(code)})).rejects.toThrow(code)
  })
  it('takes options with each page', async () => {
    const seen: unknown[] = []
    const pool: CrawlPool = {clean: (input, facts) => (seen.push(facts?.options), clean(input, {url}))}
    await cleanContext({request, body: html()}, {pool, images: 'drop'})
    expect(seen).toEqual([{title: 'drop', images: 'drop'}])
  })
})
