/** Rules of the user for sites, from the address pattern to the Markdown and its explanation. */
import {load} from 'cheerio'
import {describe, expect, it} from 'vitest'
import {clean as cleanDocument} from '../src/cheerio.ts'
import {clean, createCleaner, explain} from '../src/index.ts'
import {settle} from '../src/options.ts'
import {addressPattern, matchesGlob} from '../src/sites/addressPattern.ts'
import {chooser} from '../src/sites/choose.ts'
import {checkSiteRules, type SiteRules} from '../src/sites/siteRules.ts'

const sentence = 'The river had been rising for three days when the council met for the first time, and nobody spoke against the dam. '
const page = `<title>Dam | Example</title><nav><a href="/a">Home</a> <a href="/b">Shop</a></nav>
<main><h1>Site name</h1><div class="headline">The dam that nobody wanted</div><p>${sentence.repeat(5)}</p><p class="line">The minister, who had promised the dam for a decade, could not be reached on Friday evening, and her office gave no comment.</p>
<p>${sentence.repeat(4)}</p></main><footer class="note"><p>Corrected on Monday: the dam is old.</p></footer>`
const url = 'https://www.example.org/news/dam?id=1#top'

async function markdown(rules: SiteRules, more: {url?: string; html?: string} = {}): Promise<string> {
  return (await clean(more.html ?? page, {rules, url: more.url ?? url})).markdown
}

describe('address patterns', () => {
  const cases: readonly (readonly [pattern: string, url: string, matches: boolean])[] = [
    ['example.org', 'https://example.org/', true],
    ['example.org', 'http://example.org/a/b?c=d', true],
    ['example.org', 'https://www.example.org/', false],
    ['example.org', 'https://notexample.org/', false],
    ['*.example.org', 'https://example.org/a', true],
    ['*.example.org', 'https://a.b.example.org/', true],
    ['*.example.org', 'https://notexample.org/', false],
    ['*.example.org', 'https://example.org.evil.net/', false],
    ['EXAMPLE.org', 'https://example.org/', true],
    ['münchen.de', 'https://xn--mnchen-3ya.de/', true],
    ['news-*.example.org', 'https://news-7.example.org/', true],
    ['example.org/blog/*', 'https://example.org/blog/2024/a', true],
    ['example.org/blog/*', 'https://example.org/about', false],
    ['example.org/blog/', 'https://example.org/blog/a', false],
    ['example.org/*?page=*', 'https://example.org/list?page=2', true],
    ['http://example.org', 'https://example.org/', false],
    ['*://example.org', 'https://example.org/', true],
    ['example.org:8080', 'https://example.org:8080/', true],
    ['example.org:8080', 'https://example.org/', false],
    ['example.org', 'https://example.org:8080/', true],
    ['https://*', 'https://any.where/', true],
    ['example.org', 'https://example.org@evil.net/', false],
  ]
  it.each(cases)('%s on %s: %s', (pattern, address, matches) => {
    expect(addressPattern(pattern).matches(address)).toBe(matches)
  })

  it('know no page without an address, but for the star', () => {
    expect(addressPattern('example.org').matches(undefined)).toBe(false)
    expect(addressPattern('*').matches(undefined)).toBe(true)
  })

  it.each(['', ' ', 'https:///a', 'a b.org', 'https://', 'ftp://example.org', 'user:word@example.org', 'example.org#top', '/blog/*'])('%j is none', text => {
    expect(() => addressPattern(text)).toThrow(TypeError)
  })

  it('are found among many', () => {
    const many = Object.fromEntries(Array.from({length: 2000}, (_, i) => [`${i % 2 ? '*.' : ''}host${i}.org`, {}]))
    const rules = checkSiteRules({'*': {}, ...many, 'www.host5.org': {}, 'www.*.org': {}})
    const chosen = chooser(rules)('https://www.host5.org/a').map(i => rules[i].pattern.text)
    expect(chosen).toEqual(['*', '*.host5.org', 'www.host5.org', 'www.*.org'])
    expect(chooser(rules)('https://www.host4.org/a').map(i => rules[i].pattern.text)).toEqual(['*', 'www.*.org'])
  })

  it('take no more than pattern times text', () => {
    expect(matchesGlob('*a'.repeat(200) + 'b', 'a'.repeat(8000))).toBe(false)
    expect(matchesGlob('a*b*c', 'a--b--b--c')).toBe(true)
    expect(matchesGlob('a*b', 'a--b-')).toBe(false)
  })
})

describe('rules', () => {
  it('remove, on their site only', async () => {
    expect(await markdown({'*.example.org': {remove: ['.line']}})).not.toContain('The minister')
    expect(await markdown({'example.net': {remove: ['p']}})).toContain('The river')
  })

  it('select: only that is content', async () => {
    const text = await markdown({'*.example.org': {select: '.note'}})
    expect(text).toContain('Corrected on Monday')
    expect(text).not.toContain('The river')
  })

  it('keep: that, besides what the judge keeps', async () => {
    expect(await markdown({})).not.toContain('Corrected')
    const text = await markdown({'*.example.org/news/*': {keep: 'footer'}})
    expect(text).toContain('Corrected on Monday')
    expect(text).toContain('The river')
  })

  it('remove wins over keep and select', async () => {
    expect(await markdown({'*.example.org': {select: 'main', keep: '.line', remove: '.line'}})).not.toContain('The minister')
  })

  it('title: a block becomes the heading on top, and the fact', async () => {
    const result = await clean(page, {url, rules: {'*.example.org': {title: '.headline'}}})
    expect(result.metadata.title).toBe('The dam that nobody wanted')
    expect(result.markdown.startsWith('# The dam that nobody wanted\n')).toBe(true)
    expect(result.markdown.match(/nobody wanted/gu)).toHaveLength(1)
    expect((await clean(page, {url, title: 'drop', rules: {'*.example.org': {title: '.headline'}}})).markdown).not.toContain('nobody wanted')
  })

  it('title: words in a block are the fact, and stay', async () => {
    const html = page.replace('<p>The', '<p><b class="t">Flood watch</b> The')
    const result = await clean(html, {url, rules: {'*.example.org': {title: '.t'}}})
    expect(result.metadata.title).toBe('Flood watch')
    expect(result.markdown.startsWith('# Flood watch\n')).toBe(true)
  })

  it('title: of several rules the last; one that matches nothing changes nothing', async () => {
    const two = {'*': {title: 'h1'}, '*.example.org': {title: '.headline'}}
    expect((await clean(page, {url, rules: two})).metadata.title).toBe('The dam that nobody wanted')
    expect((await clean(page, {url, rules: {'*': {title: '.none'}}})).metadata.title).toBe((await clean(page, {url})).metadata.title)
  })

  it('all that match hold, and the options with them', async () => {
    const rules = {'*': {remove: '.line'}, 'www.example.org': {keep: '.note'}}
    const text = (await clean(page, {url, rules, remove: ['.headline']})).markdown
    expect(text).toContain('Corrected')
    expect(text).not.toMatch(/The minister|nobody wanted/u)
  })

  it('hold for the address the page gives itself', async () => {
    const html = `<link rel="canonical" href="${url}">${page}`
    const rules = {'*.example.org': {remove: ['.line']}}
    const result = await clean(html, {rules})
    expect(result.metadata.urlSource).toBe('canonical')
    expect(result.markdown).not.toContain('The minister')
    expect((await clean(page, {rules})).markdown).toContain('The minister')
    expect((await clean(html, {rules, url: 'https://example.net/'})).markdown).toContain('The minister')
  })

  it('hold page by page in one cleaner, and for parsed documents', async () => {
    const rules = {'a.org': {remove: '.line'}, 'b.org': {select: '.note'}}
    const cleaner = await createCleaner({rules})
    expect(cleaner.clean(page, {url: 'https://a.org/'}).markdown).not.toContain('The minister')
    expect(cleaner.clean(page, {url: 'https://b.org/'}).markdown).not.toContain('The river')
    expect(cleaner.clean(page, {url: 'https://c.org/'}).markdown).toContain('The minister')
    const document = `<link rel="canonical" href="https://a.org/x">${page}`
    expect((await cleanDocument(load(document), {rules})).markdown).not.toContain('The minister')
  })

  it('are named by explain, and nothing overrules them', async () => {
    const rules = {'*.example.org': {keep: '.note', remove: '.line', title: '.headline'}}
    const result = await clean(page, {url, rules, trace: true})
    const told = explain(result)
    expect(told).toContain('*.example.org: remove .line (user)')
    expect(told).toContain('*.example.org: keep .note (user)')
    expect(told).toContain('*.example.org: title .headline (user)')
    const removed = result.trace!.decisions.find(each => each.rule === '*.example.org: remove .line')
    expect(removed).toMatchObject({verdict: 'drop', strength: 'user'})
  })
})

describe('rules that are none', () => {
  const wrong: readonly (readonly [rules: unknown, message: RegExp])[] = [
    [[], /option rules: an array is not allowed; allowed: an object/u],
    [{'a b': {}}, /option rules\["a b"\]: 'a b' is no address pattern; allowed: example\.org/u],
    [{'a.org': []}, /option rules\["a\.org"\]: an array is not allowed; allowed: an object with select, remove, keep, title/u],
    [{'a.org': {selct: 'p'}}, /option rules\["a\.org"\]: unknown field "selct"; allowed: select/u],
    [{'a.org': {remove: 5}}, /option rules\["a\.org"\]\.remove: 5 is not allowed; allowed: a CSS selector, or an array/u],
    [{'a.org': {remove: ['p', 5]}}, /\.remove: an array is not allowed/u],
    [{'a.org': {title: ['h1']}}, /\.title: an array is not allowed; allowed: a CSS selector$/u],
    [JSON.parse('{"__proto__": {"polluted": true}}'), /\["__proto__"\]: unknown field "polluted"/u],
    [JSON.parse('{"a.org": {"__proto__": {"polluted": true}}}'), /unknown field "__proto__"/u],
    [JSON.parse('{"a.org": {"constructor": "p"}}'), /unknown field "constructor"/u],
  ]
  it.each(wrong)('%j', (rules, message) => {
    expect(() => settle({rules: rules as SiteRules})).toThrow(message)
    expect(() => settle({rules: rules as SiteRules})).toThrow(TypeError)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('say which selector cannot be read', async () => {
    await expect(createCleaner({rules: {'a.org': {keep: ['p', 'p[']}}})).rejects.toThrow(/rules\["a\.org"\]\.keep: 'p\[' is not a CSS selector/u)
  })
})
