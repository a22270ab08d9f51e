/** `boildown/cheerio`: the caller's document goes the path of every page. */
import {readFileSync, readdirSync} from 'node:fs'
import {load} from 'cheerio'
import {load as loadSlim} from 'cheerio/slim'
import {parseDocument} from 'htmlparser2'
import {describe, expect, it} from 'vitest'
import {clean, createCleaner} from '../src/cheerio.ts'
import {clean as cleanHtml} from '../src/clean.ts'

const fixtures = new URL('../fixtures/', import.meta.url)
const pages = readdirSync(fixtures)
  // Whole pages: a fragment has no html around it in one tree, and has in another.
  .filter(name => readdirSync(new URL(`${name}/`, fixtures)).includes('input.html') && !name.endsWith('-fragment'))
  .map(name => [name, readFileSync(new URL(`${name}/input.html`, fixtures), 'utf8')] as const)

describe('clean', () => {
  it.each(pages)('%s: as from the text, and the document is untouched', async (_name, html) => {
    const expected = await cleanHtml(html, {from: 'html'})
    const document = parseDocument(html)
    expect((await clean(document)).markdown).toBe(expected.markdown)
    const $ = load(html)
    const before = $.html()
    const result = await clean($)
    expect(result.markdown).toBe(expected.markdown)
    expect(result.metadata).toEqual(expected.metadata)
    expect($.html()).toBe(before)
  })

  const html = '<!-- saved from url=(0021)https://example.org/a --><html><body><nav><a href="b">Menu</a></nav><main><p>Some text of the page, with a <a href="c">link</a>.</p></main></body></html>'

  it('takes a $, a selection, a document, nodes', async () => {
    const cleaner = await createCleaner({fragment: true})
    const expected = 'Some text of the page, with a [link](c).\n'
    expect(cleaner.clean(load(html)('main')).markdown).toBe(expected)
    expect(cleaner.clean(loadSlim(html)('main')).markdown).toBe(expected)
    expect(cleaner.clean(load(html)('main')[0]).markdown).toBe(expected)
    expect(cleaner.clean(load(html)('main p').toArray()).markdown).toBe(expected)
    expect(cleaner.clean(load(html)).markdown).toContain('Menu')
  })

  it('reads one document as a fragment among pages', async () => {
    const cleaner = await createCleaner()
    const fragment = '<ul class="nav"><li>First</li></ul>'
    expect(cleaner.clean(load(fragment), {fragment: true}).markdown).toBe('- First\n')
    expect((await cleanHtml(fragment, {fragment: true})).markdown).toBe('- First\n')
    expect(cleaner.clean(load(html)).markdown).toContain('Some text of the page')
    const exact = '<p>Zero\u200bwidth</p>'
    expect(cleaner.clean(load(exact), {fragment: true}).markdown).toBe((await cleanHtml(exact, {fragment: true, from: 'html'})).markdown)
  })

  it('knows the address: from the facts, the options, the page', async () => {
    const cleaner = await createCleaner({url: 'https://example.com/'})
    expect(cleaner.clean(load(html), {url: 'https://example.net/'}).metadata).toMatchObject({url: 'https://example.net/', urlSource: 'option'})
    expect(cleaner.clean(load(html)).metadata).toMatchObject({url: 'https://example.com/', urlSource: 'option'})
    expect((await clean(load(html))).metadata).toMatchObject({url: 'https://example.org/a', urlSource: 'saved-from'})
    expect((await clean(load(html), {url: 'x'})).problems).toMatchObject([{code: 'bad-url'}])
  })

  it('applies selectors', async () => {
    expect((await clean(load(html), {remove: ['main a'], select: ['main']})).markdown).toBe('Some text of the page, with a .\n')
  })

  it('repairs text and counts it', async () => {
    const {trace, markdown} = await clean(load('<p>Zero\u200bwidth words here</p>'), {fragment: true, normalise: true, trace: true})
    expect(markdown).toBe('Zerowidth words here\n')
    expect(trace?.page.repairs).toEqual([{kind: 'zero-width', count: 1}])
  })

  it('refuses what is no document', async () => {
    for (const wrong of [null, undefined, '<p>', 1, {}, [{}]]) await expect(clean(wrong as never)).rejects.toThrow(TypeError)
    await expect(clean(load(html), {selects: []} as never)).rejects.toThrow(/unknown option selects/u)
  })
})
