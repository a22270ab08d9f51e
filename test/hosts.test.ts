/** What hosts repeat: keys, files, learning, and the pass that leaves it out. */
import {describe, expect, it} from 'vitest'
import {load} from 'cheerio'
import {createCleaner as createDocumentCleaner} from '../src/cheerio.ts'
import {createCleaner, learnHosts} from '../src/index.ts'
import {blockKeys, distinct, pageKey, textKey} from '../src/hosts/blockKey.ts'
import {HostCounts, pagesPerHost} from '../src/hosts/hostCounts.ts'
import {hostOf} from '../src/hosts/hostOf.ts'
import {HostsFile, byKey, packHosts} from '../src/hosts/hostsFile.ts'
import {LearntHosts} from '../src/hosts/learnHosts.ts'
import {Ledger} from '../src/page/ledger.ts'
import {measure} from '../src/page/measure.ts'
import type {Page} from '../src/page/page.ts'
import {hostRepeats} from '../src/passes/hostRepeats.ts'
import {readHtml} from '../src/input/html.ts'
import {settle} from '../src/options.ts'

describe('keys', () => {
  it('leave case, figures and white space aside', () => {
    expect(textKey('Read 12 comments')).toBe(textKey('read  7\u00a0COMMENTS'))
    expect(textKey('Étage 2')).toBe(textKey('étage 14'))
    expect(textKey('Read comments')).not.toBe(textKey('Read 12 comments'))
    expect(textKey('Home')).not.toBe(textKey('Shop'))
  })
  it('are none for figures and signs', () => {
    expect([textKey('12 – 14 €'), textKey('***'), textKey('')]).toEqual([0, 0, 0])
    expect([textKey('第3章'), textKey('глава'), textKey('फिर')]).not.toContain(0)
  })
  it('are whole numbers that a double holds, and differ', () => {
    const keys = Array.from({length: 20_000}, (_, i) => textKey(`line ${[...i.toString(26)].map(c => String.fromCharCode(97 + Number.parseInt(c, 26))).join('')}`))
    expect(keys.every(Number.isSafeInteger)).toBe(true)
    expect(new Set(keys).size).toBe(keys.length)
  })
  it('name a page by the order of its blocks', () => {
    const [a, b] = ['<p>One</p><p>Two</p><p>Two</p>', '<p>Two</p><p>One</p>'].map(html => blockKeys(readHtml(html)))
    expect(distinct(a)).toEqual(distinct(b))
    expect(pageKey(a)).not.toBe(pageKey(b))
  })
})

it('a host is its name without www.', () => {
  expect(hostOf('https://WWW.Example.org:8080/a?b')).toBe('example.org')
  expect([hostOf('/a'), hostOf('mailto:a@b.c'), hostOf(undefined), hostOf('https://')]).toEqual([undefined, undefined, undefined, undefined])
})

const record = (name: string, keys: number[], counts: number[], pages = 9): {name: string; pages: number; keys: Float64Array; counts: Uint16Array} =>
  ({name, pages, keys: Float64Array.from(keys), counts: Uint16Array.from(counts)})

describe('a hosts file', () => {
  const records = [record('b.example', [3, 2 ** 52], [9, 70_000]), record('a.example', [], []), record('xn--p1ai.example', [5], [2], 4)].sort(byKey)
  const bytes = packHosts(records, 22)

  it('gives back what went in', () => {
    const file = new HostsFile(bytes)
    expect([file.generation, file.size]).toEqual([22, 3])
    expect(file.of('b.example')?.count(3)).toBe(9)
    expect([file.of('b.example')?.count(4), file.of('c.example')]).toEqual([0, undefined])
    expect(file.of('xn--p1ai.example')?.pages).toBe(4)
    expect([...file.records()].map(({name}) => name)).toEqual(records.map(({name}) => name))
    expect(packHosts([...file.records()], 22)).toEqual(bytes)
  })
  it('stands anywhere in a buffer', () => {
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    expect(new HostsFile(shifted.subarray(3)).of('b.example')?.count(3)).toBe(9)
  })
  it('is refused if it is none, cut off or changed, as an option too', () => {
    expect(() => new HostsFile(new Uint8Array(3))).toThrow(TypeError)
    expect(() => new HostsFile(bytes.subarray(0, -1))).toThrow(/damaged/u)
    const changed = Uint8Array.from(bytes)
    changed[40] ^= 1
    expect(() => new HostsFile(changed)).toThrow(/damaged/u)
    for (const [at, value] of [[16, 0xffff_ffff], [16, 2], [16, 4]] as const) {
      const lying = Uint8Array.from(bytes)
      new DataView(lying.buffer).setUint32(at, value, true)
      expect(() => new HostsFile(lying)).toThrow(TypeError)
    }
    expect(() => settle({hosts: changed})).toThrow(/option hosts: a damaged hosts file/u)
    expect(() => settle({hosts: 'hosts.bin' as unknown as Uint8Array})).toThrow(/option hosts: 'hosts.bin' is not allowed; allowed: the bytes/u)
  })
})

describe('counting', () => {
  it('adds pages, each once', () => {
    const counts = new HostCounts()
    expect([counts.add(Float64Array.of(1, 5), 1), counts.add(Float64Array.of(1, 7), 2), counts.add(Float64Array.of(1, 7), 2)]).toEqual([true, true, false])
    expect([counts.pages, [...counts.keys], [...counts.counts]]).toEqual([2, [1, 5, 7], [2, 1, 1]])
    counts.addCounts(record('', [5, 9], [3, 1], 4))
    expect([counts.pages, [...counts.keys], [...counts.counts]]).toEqual([6, [1, 5, 7, 9], [2, 4, 1, 1]])
    counts.prune(2)
    expect([...counts.keys]).toEqual([1, 5])
  })
  it('forgets the host that was seen longest ago, and half of what it knows of a large one', () => {
    const hosts = new LearntHosts(2)
    const page = (url: string, text: string): Page => ({...readHtml(`<p>All rights reserved</p><p>${text}</p>`), url})
    for (const name of ['a', 'b', 'a', 'c']) hosts.add(page(`https://${name}.example/`, `only ${name}${hosts.generation}x`))
    expect([hosts.of('a.example')?.pages, hosts.of('b.example'), hosts.of('c.example')?.pages]).toEqual([1, undefined, 1])
    for (let i = 0; i < pagesPerHost + 5; i++) hosts.add(page('https://c.example/', `text ${'x'.repeat(i + 1)}`))
    expect(hosts.of('c.example')?.pages).toBeLessThan(pagesPerHost)
    expect(hosts.of('c.example')?.count(textKey('All rights reserved'))).toBe(hosts.of('c.example')?.pages)
    expect(hosts.of('c.example')?.count(textKey(`text x`))).toBe(0)
  })
  it('stays small whatever a host sends', () => {
    const hosts = new LearntHosts(1)
    for (let i = 0; i < 12; i++) {
      const lines = Array.from({length: 1500}, (_, k) => `<p>${[...`${i}-${k}`].map(c => String.fromCharCode(c.charCodeAt(0) + 60)).join('')} end</p>`)
      hosts.add({...readHtml(`<p>All rights reserved</p>${lines.join('')}`), url: 'https://a.example/'})
    }
    expect(hosts.snapshot().length).toBeLessThan(4096 * 10 + 100)
    expect(hosts.of('a.example')?.count(textKey('All rights reserved'))).toBeGreaterThan(1)
  })
})

/** A page as its judge sees it: text, what the judge gives it, and on how many of ten pages it stands. */
function passed(lines: readonly (readonly [text: string, probability: number, on: number])[], {pages = 10, head = ''} = {}): string[] {
  const page = readHtml(`${head}${lines.map(([text]) => text.startsWith('<') ? text : `<p>${text}</p>`).join('')}`)
  const ledger = new Ledger(page)
  const probability = Float32Array.from(lines, ([, p]) => p)
  hostRepeats.run(page, ledger, {
    settings: settle(), measure: measure(page), selected: [], repeats: {pages, on: Uint16Array.from(lines, ([, , on]) => on)},
    judgement: {probability, threshold: 0.4, score: 1, type: 'article', types: new Map(), model: '', causes: () => []},
  })
  return page.blocks.filter((_, i) => !ledger.alive(i)).map(({text}) => text)
}
const prose = 'The keeper walked along the shore in the morning, counted the boats, and wrote the number into the old book that lay there, as he had done on every other day of that long and quiet summer, and as his father before him had done for all of forty years without ever asking what it was for.'

describe('the pass', () => {
  it('drops what all pages have, outside of the text', () => {
    expect(passed([['Free shipping on all orders', 0.55, 10], [prose, 0.9, 1], ['All rights reserved', 0.45, 9]])).toEqual(['Free shipping on all orders', 'All rights reserved'])
  })
  it('keeps a line in the text that stands alone, and drops a run of them that the judge doubts', () => {
    expect(passed([[prose, 0.9, 1], ['Overview', 0.5, 10], [prose, 0.9, 1]])).toEqual([])
    const run: [string, number, number][] = ['Finance', 'Pay later', 'Delivery', 'Returns'].map(text => [text, 0.5, 10])
    expect(passed([[prose, 0.9, 1], ...run, [prose, 0.9, 1]])).toHaveLength(4)
    expect(passed([[prose, 0.9, 1], ...run.slice(1), [prose, 0.9, 1]])).toEqual([])
    expect(passed([[prose, 0.9, 1], ...run.map(([text]): [string, number, number] => [text, 0.7, 10]), [prose, 0.9, 1]])).toEqual([])
  })
  it('never drops a teaser from its own article, its title or its lead', () => {
    const article: [string, number, number][] = [['A keeper counts his boats', 0.3, 3], ['By Jane Doe', 0.2, 3], ['What he saw in forty years.', 0.6, 3], [prose, 0.9, 1], [prose, 0.9, 1]]
    expect(passed(article)).toEqual([])
    expect(passed([['Menu', 0.1, 10], ...article, ['About us', 0.3, 10]])).toEqual(['Menu', 'About us'])
    // Even as an only page's headline that every page of a small host shows.
    expect(passed([['A keeper counts his boats', 0.3, 10], [prose, 0.9, 1]], {head: '<title>A keeper counts his boats | Shore</title>'})).toEqual([])
  })
  it('drops a teaser far from the text, where the judge doubts it', () => {
    const menu = Array.from({length: 7}, (_, i): [string, number, number] => [`Menu ${'abcdefg'[i]}`, 0.2, 1])
    expect(passed([[prose, 0.9, 1], ...menu, ['A keeper counts his boats', 0.3, 3]])).toEqual(['A keeper counts his boats'])
    expect(passed([[prose, 0.9, 1], ...menu, ['A keeper counts his boats', 0.4, 3]])).toEqual([])
  })
  it('says nothing of few pages, code, or a page that is made of what all have', () => {
    expect(passed([['All rights reserved', 0.1, 2], [prose, 0.9, 1]], {pages: 2})).toEqual([])
    expect(passed([['<pre>npm install</pre>', 0.3, 10], [prose, 0.9, 1]])).toEqual([])
    expect(passed([[prose, 0.3, 10], ['Blue', 0.9, 1]])).toEqual([])
  })
})

describe('the library', () => {
  const page = (i: number): string => `<html><head><title>Story ${'abcdefgh'[i]}</title></head><body><nav><a href="/">Home</a></nav><article><h1>Story ${'abcdefgh'[i]}</h1>${
    Array.from({length: 4}, (_, k) => `<p>${'abcdefgh'[i]}${'abcd'[k]} ${prose}</p>`).join('')}<p>The Shore Gazette has told the news of our coast to its readers, with care and with patience, since the year of the great storm.</p></article></body></html>`
  const facts = (i: number): {url: string} => ({url: `https://shore.example/${i}`})

  it('learns from pages, and cleans others with it', async () => {
    const hosts = await learnHosts({from: 'html'})
    for (let i = 0; i < 5; i++) expect(hosts.add(page(i), facts(i))).toBe(true)
    expect(hosts.add(page(4), facts(4))).toBe(false)
    expect(hosts.add(page(5))).toBe(false)
    expect(hosts.of('shore.example')?.pages).toBe(5)
    const cleaner = await createCleaner({from: 'html', hosts: hosts.snapshot(), trace: true})
    const {hosts: known, markdown} = cleaner.clean(page(6), facts(6))
    expect(known).toEqual({generation: 5, pages: 5})
    expect(markdown).toContain('gd The keeper')
    expect(markdown).not.toContain('Shore Gazette')
    expect((await createCleaner({from: 'html'})).clean(page(6), facts(6)).markdown).toContain('Shore Gazette')
    expect(cleaner.clean(page(6), {url: 'https://other.example/'}).hosts).toEqual({generation: 5, pages: 0})
    expect((await createCleaner({from: 'html'})).clean(page(6), facts(6)).hosts).toBeUndefined()
  })

  it('takes pages that were read before', async () => {
    const hosts = await learnHosts()
    const {trace} = (await createCleaner({trace: true})).clean(page(0), facts(0))
    expect(hosts.add(trace?.page as Page)).toBe(true)
    expect(() => hosts.add(7 as unknown as string)).toThrow(TypeError)
    await expect(learnHosts({maxHosts: 0})).rejects.toThrow(/maxHosts: 0 is not allowed/u)
  })

  it('learns while it cleans, and marks results with what it knew', async () => {
    const cleaner = await createCleaner({learn: true})
    const known = [0, 1, 2, 2].map(i => cleaner.clean(page(i), facts(i)).hosts)
    expect(known).toEqual([0, 1, 2, 3].map(n => ({generation: n, pages: n})))
    expect(cleaner.clean(page(7), {...facts(7), fragment: true}).hosts).toBeUndefined()
    const parsed = await createDocumentCleaner({learn: true})
    expect([0, 1].map(i => parsed.clean(load(page(i)), facts(i)).hosts?.pages)).toEqual([0, 1])
    await expect(createCleaner({learn: true, hosts: packHosts([], 0)})).rejects.toThrow(/leave it out where hosts are given/u)
  })
})
