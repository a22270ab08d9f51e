/** The report of a job: counts that add up whatever their order, samples that do not depend on it, and a page nothing can break out of. */
import {parse} from 'parse5'
import {describe, expect, it} from 'vitest'
import {createFilters, filtered} from '../src/batch/filters/filters.ts'
import {Facts} from '../src/batch/job/facts.ts'
import {escaped, html} from '../src/output/markup.ts'
import {reportPage} from '../src/batch/report/report.ts'
import {ReportCounts, samplesShown, type ReportData} from '../src/batch/report/reportCounts.ts'
import type {Totals} from '../src/batch/report/totals.ts'
import {Tops} from '../src/batch/report/tops.ts'
import {createCleaner} from '../src/index.ts'
import type {Result} from '../src/result.ts'
import type {PageEntry} from '../src/batch/entry.ts'

const sentence = 'The river had been rising for three days when the council met for the first time, and nobody spoke against the dam. '
function page(i: number, more = ''): string {
  return `<title>Dam ${i}</title><nav><a href="/">Home</a> <a href="/shop">Shop</a></nav><main><h1>Dam ${i}</h1><p>${sentence.repeat(4)}${more}</p></main><footer>All rights reserved, Example</footer>`
}
function entry(i: number, input: string): PageEntry {
  return {kind: 'page', bytes: input.length, at: {file: 'crawl.ndjson', offset: i * 1000, record: i}, item: {id: i, input, facts: {url: `https://h${i % 7}.example.org/${i}`}, columns: [], problems: []}}
}
const cleaner = await createCleaner({trace: true})
const pages = Array.from({length: 60}, (_, i) => entry(i, page(i))).map(each => ({item: each.item, at: each.at, result: cleaner.clean(each.item.input, each.item.facts)}))
const totals: Totals = {ok: 60, empty: 0, rejected: 2, duplicate: 0, error: 1, skipped: 3, why: {rejected: {'language de': 2}, error: {deadline: 1}, skipped: {request: 3}}}

function counted(seen: typeof pages): ReportData {
  const counts = new ReportCounts()
  for (const each of seen) counts.add(each)
  return counts.data()
}

describe('counts of a report', () => {
  it('add up in any order and any parts', () => {
    const whole = counted(pages)
    const parts = new ReportCounts()
    for (const part of [pages.slice(40), pages.slice(0, 13), pages.slice(13, 40).reverse()]) parts.merge(JSON.parse(JSON.stringify(counted(part))) as ReportData)
    expect(parts.data()).toEqual(whole)
    expect(whole).toMatchObject({pages: 60, verdicts: {counts: {ok: 60}, others: 0}, languages: {counts: {en: 60}}})
    expect(Object.keys(whole.hosts.counts)).toHaveLength(7)
    expect(whole.scores.reduce((sum, count) => sum + count, 0)).toBe(60)
    expect(whole.removed.counts['Shop'] ?? whole.removed.counts['Home Shop']).toBe(60)
  })

  it('show the same samples, whoever counted', () => {
    const ranks = counted(pages).samples.map(({rank}) => rank)
    expect(ranks).toHaveLength(samplesShown)
    expect([...ranks].sort()).toEqual(ranks)
    expect(counted([...pages].reverse()).samples.map(({rank}) => rank)).toEqual(ranks)
  })

  it('go through a journal in pieces, samples not more often than needed', () => {
    const facts = new Facts()
    const total = new ReportCounts()
    let handed = 0
    for (const [i, {item, at, result}] of pages.entries()) {
      facts.add({kind: 'page', bytes: 0, item, at}, {kind: 'ok', result})
      if (i % 4 !== 3) continue
      const data = facts.take()!
      handed += data.samples.length
      total.merge(JSON.parse(JSON.stringify(data)) as ReportData)
    }
    expect(facts.take()).toBeUndefined()
    expect(total.data()).toEqual(counted(pages))
    expect(handed).toBeLessThan(60)
  })

  it('stay small: rare names are given up, their number is not', () => {
    const tops = new Tops(3)
    for (let i = 0; i < 100; i++) tops.add(i % 2 ? 'often' : `once ${i}`)
    expect(tops.sorted()[0]).toEqual(['often', 50])
    expect(tops.total).toBe(100)
    expect(tops.data(1)).toEqual({counts: {often: 50}, others: 50})
    const odd = new Tops(3)
    odd.add('__proto__')
    expect(odd.sorted()).toEqual([['__proto__', 1]])
    const merged = new Tops(3)
    merged.merge(JSON.parse(JSON.stringify(odd.data())))
    expect(merged.sorted()).toEqual([['__proto__', 1]])
  })

  it('hold no identifier where they are masked', () => {
    const each = entry(1, page(1, ' Write to dam@example.org.').replace('reserved', 'reserved by boss@example.org'))
    const answer = filtered(createFilters({maskPii: true, minWords: 10_000}), each.item, cleaner.clean(each.item.input, each.item.facts))
    const counts = new ReportCounts()
    counts.add({item: each.item, at: each.at, result: answer.result, rejected: 'words'})
    expect(JSON.stringify(counts.data())).not.toContain('@example.org')
    expect(counts.data().masked.counts).toEqual({email: 1})
  })
})

describe('the page', () => {
  const hostile = `</bdi></pre></script><script>document.title='ran'</script><img src=x onerror="document.title='ran'"><svg onload=alert(1)>"'\`--><!--]]>&lt;\u202e\u0000\ud800`
  const result: Result = {
    ...pages[0].result, markdown: `${hostile}\n`, metadata: {...pages[0].result.metadata, title: hostile, url: `https://example.org/${hostile}`, hostname: hostile, language: hostile, detectedLanguage: hostile},
    quality: {score: 2, verdict: 'ok', type: hostile as 'article', reasons: []}, problems: [{code: hostile as 'no-content', message: hostile}],
  }
  const counts = new ReportCounts()
  counts.add({item: {id: hostile, input: hostile, facts: {}, columns: [], problems: []}, at: {file: hostile, offset: 0, record: 0}, result, rejected: hostile})
  const trace = result.trace!
  counts.add({...pages[1], result: {...result, blocks: [{role: 'debris', alive: false, kind: 'paragraph'}], trace: {...trace, page: {...trace.page, blocks: [{...trace.page.blocks[0], text: hostile}]}}}})
  const text = reportPage({folder: hostile, version: hostile, totals: {...totals, why: {rejected: {[hostile]: 2}}}, data: JSON.parse(JSON.stringify(counts.data())) as ReportData, ended: hostile, seconds: 2})

  it('is HTML without a script, a handler or an address, whatever pages hold', () => {
    const elements: {tag: string; attrs: string[]}[] = []
    const errors: string[] = []
    const walk = (node: {nodeName: string; childNodes?: unknown[]; attrs?: {name: string; value: string}[]}): void => {
      elements.push({tag: node.nodeName, attrs: (node.attrs ?? []).map(({name, value}) => `${name}=${value}`)})
      for (const child of node.childNodes ?? []) walk(child as typeof node)
    }
    walk(parse(text, {onParseError: error => errors.push(error.code)}) as Parameters<typeof walk>[0])
    expect(errors).toEqual([])
    const tags = new Set(elements.map(({tag}) => tag))
    for (const tag of ['script', 'img', 'iframe', 'object', 'link', 'base', '#comment']) expect(tags.has(tag), tag).toBe(false)
    const attrs = elements.flatMap(each => each.attrs)
    expect(attrs.filter(attr => /^on|^style=|^src=/u.test(attr))).toEqual([])
    expect(attrs.filter(attr => attr.startsWith('href=') && !/^href=#[a-z]+$/u.test(attr))).toEqual([])
    expect(text).not.toMatch(/[\u0000\u202e\ud800]/u)
  })

  it('forbids in its policy whatever else there could be', () => {
    expect(text).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-[\w+/=]{44}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;">/u)
    expect(text.indexOf('Content-Security-Policy')).toBeLessThan(text.indexOf('<style'))
  })

  it('says what became of the records, and that it adds up', () => {
    const plain = reportPage({folder: 'clean', version: '1', totals, data: counted(pages)})
    expect(plain).toContain('66 = 60 clean + 0 empty + 2 rejected + 0 duplicates + 1 errors + 3 skipped.')
    expect(plain).toContain('language de')
    expect(plain.match(/<details>/gu)).toHaveLength(20)
    expect(plain).toContain('h3.example.org')
    expect(reportPage({folder: 'clean', version: '1', totals, data: counted([...pages].reverse())})).toBe(plain)
  })

  it('is whole where there is nothing', () => {
    const none = reportPage({folder: 'x', version: '1', totals: {ok: 0, empty: 0, rejected: 0, duplicate: 0, error: 0, skipped: 0, why: {}}, data: new ReportCounts().data()})
    expect(none).toContain('No page was cleaned')
    expect(none).not.toMatch(/NaN|undefined|Infinity/u)
  })

  it('escapes in text and in attributes', () => {
    expect(html`<a title="${'"><script>'}">${'<b>'}${html`<i>${1234}</i>`}</a>`.text).toBe('<a title="&quot;&gt;&lt;script&gt;">&lt;b&gt;<i>1,234</i></a>')
    expect(escaped('a\u0007b\tc\n')).toBe('a\ufffdb\tc\n')
  })
})
