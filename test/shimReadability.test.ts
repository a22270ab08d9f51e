/** `boildown/readability` beside Readability itself. */
import {Readability as Theirs, isProbablyReaderable as theirLook} from '@mozilla/readability'
import {JSDOM} from 'jsdom'
import {parseHTML} from 'linkedom'
import {describe, expect, it} from 'vitest'
import {Readability, isProbablyReaderable} from '../src/shims/readability/index.ts'

const sentence = 'Green tea is picked early in the year, dried quickly and poured with water that has cooled for a while. '
const ld = '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "How tea is made", "datePublished": "2021-05-04", "author": {"@type": "Person", "name": "Ada Brown"}}'
const html = `<!doctype html><html lang="en" dir="ltr"><head><title>How tea is made | Leaf Weekly</title><meta property="og:site_name" content="Leaf Weekly">
<meta name="description" content="From bush to cup."><script type="application/ld+json">${ld}</script></head><body>
<nav><a href="/">Home</a> <a href="/shop">Shop</a></nav><article><h1>How tea is made</h1><p class="lead">${sentence.repeat(3)}</p><h2>Water</h2>
<p onclick="x()">${sentence.repeat(3)}<a href="/pots">Pots</a> &lt;b&gt; <a href="javascript:x()">no</a></p><img src="/leaf.jpg" alt="A leaf"><script>x()</script>
<pre><code class="language-js">a &lt; b</code></pre></article><footer>All rights reserved</footer></body></html>`
const url = 'https://leaf.example/tea'
const page = (source = html): Document => new JSDOM(source, {url}).window.document

describe('parse', () => {
  const article = new Readability(page()).parse()
  it('gives what Readability gives', () => {
    const theirs = new Theirs(page()).parse()
    expect(Object.keys(article ?? {}).sort()).toEqual(Object.keys(theirs ?? {}).sort())
    const {title, byline, lang, siteName, excerpt, publishedTime, dir} = theirs ?? {}
    expect(article).toMatchObject({title, byline, lang, siteName, excerpt, publishedTime, dir})
  })
  it('gives the content, and nothing around it', () => {
    expect(article?.content).toContain(`<h2>Water</h2>`)
    expect(article?.content).toContain('<a href="https://leaf.example/pots"')
    expect(article?.content).toContain('<img src="https://leaf.example/leaf.jpg" alt="A leaf">')
    expect(article?.content).not.toMatch(/Home|rights|<h1|script|onclick|How tea/u)
    expect(article?.content).toMatch(/^<div id="readability-page-1" class="page">[^]*<\/div>$/u)
  })
  it('gives its text', () => {
    expect(article?.textContent).toContain('Pots <b> no')
    expect(article?.length).toBe(article?.textContent.length)
  })
  it('leaves the document as it was', () => {
    const document = page()
    const before = document.documentElement.outerHTML
    new Readability(document).parse()
    expect(document.documentElement.outerHTML).toBe(before)
  })
  it('is the same with another DOM', () => {
    const {document} = parseHTML(html.replace('<head>', `<head><base href="${url}">`))
    expect(new Readability(document).parse()?.textContent).toBe(article?.textContent)
  })
  it('is null where nothing is content', () => {
    expect(new Readability(page('<title>x</title>')).parse()).toBeNull()
  })
  it('has the first paragraph as excerpt where nothing describes the page', () => {
    expect(new Readability(page(html.replace(/<meta name="description"[^>]*>/u, ''))).parse()?.excerpt).toBe(sentence.repeat(3).trim())
  })
})

describe('options', () => {
  it('serializer', () => {
    const content = new Readability(page(), {serializer: node => (node as Element).querySelectorAll('p').length}).parse()?.content
    expect(content).toBeGreaterThanOrEqual(2)
  })
  it('maxElemsToParse', () => {
    expect(() => new Readability(page(), {maxElemsToParse: 5}).parse()).toThrow(/Aborting parsing document; \d+ elements found/u)
    expect(() => new Theirs(page(), {maxElemsToParse: 5}).parse()).toThrow(/Aborting parsing document; \d+ elements found/u)
  })
  it('disableJSONLD', () => {
    expect(new Readability(page(), {disableJSONLD: true}).parse()).toMatchObject({byline: null, publishedTime: null})
  })
  it('refuses what is no document', () => {
    expect(() => new Readability(null as never)).toThrow('should be a document')
    expect(() => new Readability('<p>' as never)).toThrow('should be a document')
  })
})

describe('isProbablyReaderable', () => {
  const p = `<p>${sentence.repeat(5)}</p>`
  it.each([
    ['running text', p.repeat(3)],
    ['text with line breaks', `<div>${sentence.repeat(8)}<br>${sentence.repeat(8)}</div>`],
    ['hidden text', `<p style="display: none">${sentence.repeat(9)}</p><p hidden>${sentence.repeat(9)}</p>`],
    ['a list', `<ul>${`<li>${p}</li>`.repeat(9)}</ul>`],
    ['a footer', `<div class="footer"><p class="footer">${sentence.repeat(9)}</p></div>`],
    ['little', `<p>${sentence}</p>`],
    ['nothing', ''],
  ])('%s', (_name, body) => {
    expect(isProbablyReaderable(page(body))).toBe(theirLook(page(body)))
  })
  it('options', () => {
    const document = page(`<p>${sentence}</p>`)
    expect(isProbablyReaderable(document, {minContentLength: 20, minScore: 5})).toBe(true)
    expect(isProbablyReaderable(page(p.repeat(3)), () => false)).toBe(false)
  })
})
