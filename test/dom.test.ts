/** The DOM driver reads a tree as the HTML driver reads the text the tree was parsed from. */
import {readFileSync, readdirSync} from 'node:fs'
import {load} from 'cheerio'
import fc from 'fast-check'
import {parseDocument} from 'htmlparser2'
import {describe, expect, it} from 'vitest'
import {readDom} from '../src/input/dom.ts'
import {readHtml} from '../src/input/html.ts'
import type {Page} from '../src/page/page.ts'

const fixtures = new URL('../fixtures/', import.meta.url)
const pages = readdirSync(fixtures)
  // Whole pages: a fragment has no html around it in one tree, and has in another.
  .filter(name => readdirSync(new URL(`${name}/`, fixtures)).includes('input.html') && !name.endsWith('-fragment'))
  .map(name => [name, readFileSync(new URL(`${name}/input.html`, fixtures), 'utf8')] as const)

/** A page without what only a source can say; scripts by their bodies. */
function withoutOffsets(page: Page): unknown {
  const {source, head, blocks, ...rest} = page
  return {
    ...rest,
    blocks: blocks.map(({from: _from, to: _to, ...block}) => block),
    head: {...head, data: head.data.map(({from, to, ...script}) => ({...script, body: source.slice(from, to)}))},
  }
}

function fromTree(html: string): Page {
  return readDom(parseDocument(html))
}

describe('against the HTML driver, on htmlparser2 trees', () => {
  it('has fixtures', () => {
    expect(pages.length).toBeGreaterThan(5)
  })
  it.each(pages)('%s', (_name, html) => {
    expect(withoutOffsets(fromTree(html))).toEqual(withoutOffsets(readHtml(html)))
  })

  const cases: Readonly<Record<string, string>> = {
    'a head with all it can say': '<html lang=de><head><title>A &amp; <b></title><meta name=Author content=" A &amp; B "><base href="/x/"><link rel=Canonical href="/y"></head><body><p>x</p></body></html>',
    'a title and a formula that speak of entities': '<title>How to write &amp;amp; and &amp;lt;</title><p><math><annotation encoding="TeX">a &amp;lt; b</annotation></math></p>',
    'scripts by their bodies': '<script type="application/ld+json" id=a>{"a": "&amp; < b"}</script><p>x</p><script>var a = 1</script><script src="x.js">no</script>',
    'TeX in scripts': '<p>Let <script type="math/tex">a &lt; b</script> be</p><script type="math/tex; mode=display">\\sum</script>',
    'MathML': '<p>so <math display=block><mi>x</mi><annotation encoding="application/x-tex">x &amp; y</annotation></math> and <math><mi>z</mi></math></p>',
    'formulas that MathJax has typeset': '<p>so <span class="MathJax_Preview">x</span><span class="MathJax"><span>x</span></span><script type="math/tex">x</script></p>',
    'what looks like MathJax in a page without TeX': '<p>so <span class="MathJax">x</span></p>',
    'formulas of KaTeX': '<p>so <span class="katex-display"><span class=katex><math><mi>x</mi></math><span class="katex-html">x</span></span></span> y</p>',
    'line numbers beside code': '<pre><span class="line-numbers">1</span><code>a</code></pre><table><tr><td class="gutter"><pre>1</pre></td><td><pre>a</pre></td></tr></table>',
    'players': '<p>a</p><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe><video controls><source src="/v.mp4">no video</video>',
    'task lists': '<ul><li><input type=checkbox checked> a</li><li><p><input type=checkbox> b</p></li></ul>',
    'templates': '<p>a</p><template><p>never</p></template><x-y><template shadowrootmode=open><p>shown</p></template></x-y>',
    'noscript in the head and the body': '<head><noscript><link rel=stylesheet href=x><img src=pixel></noscript></head><body><noscript><p>thread</p></noscript></body>',
    'a button in code': '<pre><button>Copy</button><code class="language-js">let a\n  b</code></pre>',
    'a cell without a row': '<table><td>a</td><td>b</td><tr><td>c</td></tr></table>',
    'comments': '<p>a<!-- never --> b</p><!doctype x><?php never ?>',
    'upper case': '<DIV CLASS="A b" HIDDEN>x</DIV>',
    'line breaks and rules': '<p>a<br>b<br><br>c<hr>d',
    'foreign content': '<svg><title>no</title><text>no</text><foreignObject><p>no</p></foreignObject></svg><p>x</p>',
    'hidden in all ways': '<p style="display:none">a</p><div aria-hidden=true>b</div><details><summary>c</summary>d</details><dialog>e</dialog>',
  }
  it.each(Object.entries(cases))('%s', (_name, html) => {
    expect(withoutOffsets(fromTree(html))).toEqual(withoutOffsets(readHtml(html)))
  })

  it('any well-formed page', () => {
    fc.assert(fc.property(body, html => {
      const page = `<!doctype html><html><head><title>t</title></head><body>${html}</body></html>`
      expect(withoutOffsets(fromTree(page))).toEqual(withoutOffsets(readHtml(page)))
    }), {numRuns: 300})
  })

  it('gives the same offsets, where the tree has them', () => {
    for (const [, html] of pages) {
      const page = readDom(parseDocument(html, {withStartIndices: true, withEndIndices: true}), {source: html})
      const expected = readHtml(html)
      expect(page.head.data).toEqual(expected.head.data)
      expect(page.source).toBe(html)
      expect(page.blocks.map(block => block.from)).toEqual(expected.blocks.map(block => block.from))
      // White space after the end of the body belongs to the last block for who has no tree.
      expect(page.blocks.every(({to}, i) => to > 0 && html.slice(to, expected.blocks[i].to).replace(/<[^>]{1,20}>/gu, '').trim() === '')).toBe(true)
    }
  })
})

describe('trees of cheerio (parse5)', () => {
  it.each(pages)('%s has the same words', (_name, html) => {
    expect(words(readDom(load(html).root()[0]))).toEqual(words(readHtml(html)))
  })

  it('reads a noscript that the parser took for text', () => {
    const html = '<head><noscript><style>a{}</style></noscript><title>t</title></head><body><noscript><p>A <b>thread</b></p></noscript></body>'
    expect(withoutOffsets(readDom(load(html).root()[0]))).toEqual(withoutOffsets(readHtml(`<html>${html}</html>`)))
    expect(readDom(load('<noscript>a < b</noscript>').root()[0]).blocks.map(block => block.text)).toEqual(['a < b'])
  })

  it('passes over what is in a template', () => {
    expect(words(readDom(load('<template><p>never</p></template><p>shown</p>').root()[0]))).toEqual(['shown'])
  })
})

describe('any tree', () => {
  it('is left as it was', () => {
    for (const [, html] of pages) {
      const $ = load(html)
      const before = $.html()
      frozen($.root()[0])
      readDom($.root()[0])
      expect($.html()).toBe(before)
    }
  })

  it('may be several nodes', () => {
    const {children} = parseDocument('<p>a</p>b<p>c</p>')
    expect(readDom(children).blocks.map(block => block.text)).toEqual(['a', 'b', 'c'])
    expect(readDom(children.slice(1)).blocks.map(block => block.text)).toEqual(['b', 'c'])
  })

  it('turns elements beyond the depth limit into their text', () => {
    const html = `<div>${'<div>x'.repeat(4)}${'</div>'.repeat(4)}y</div><p>z</p>`
    const options = {maxDepth: 3}
    const page = readDom(parseDocument(html), options)
    expect(page.truncated).toBe('depth')
    expect(page.regions.length).toBe(4)
    expect(withoutOffsets(page)).toEqual(withoutOffsets(readHtml(html, options)))
  })

  it('may be deeper than any stack', () => {
    const root = parseDocument('<div>a</div>')
    let {children: [inner]} = root
    for (let i = 0; i < 100_000; i++) {
      const {children: [next]} = parseDocument('<div>b</div>')
      if (!('children' in inner)) break
      inner.children.push(next)
      next.parent = inner
      inner = next
    }
    const page = readDom(root)
    expect(page.blocks.length).toBe(100_001)
    expect(page.truncated).toBe('depth')
  })
})

function words(page: Page): string[] {
  return page.blocks.flatMap(block => block.text.split(/\s+/u)).filter(word => word !== '')
}

function frozen(node: object): void {
  const nodes: object[] = [node]
  for (let next = nodes.pop(); next !== undefined; next = nodes.pop()) {
    Object.freeze(next)
    if ('children' in next) nodes.push(...(next.children as object[]))
    if ('attribs' in next) Object.freeze(next.attribs)
  }
}

const text = fc.constantFrom('', ' ', 'a', 'Some words.', ' b ', '\n', 'x &amp; y', '&lt;i&gt;', '\u00a0')
const attributes = fc.constantFrom('', ' class="a b"', ' id=x', ' hidden', ' style="display: none"', ' aria-label="c &quot; d"', ' href="/e?f&amp;g"')
const leaf = fc.oneof(text, fc.constantFrom('<br>', '<hr>', '<img src="a.png" alt="b">', '<!-- c -->', '<input>', '<script>a < b && c</script>', '<svg><title>d</title></svg>'))
const inline = fc.letrec(tie => ({
  node: fc.oneof({depthSize: 'small'}, text, fc.constantFrom('<br>', '<img src="a.png" alt="b">'), tie('element')),
  element: fc.tuple(fc.constantFrom('b', 'em', 'span', 'code', 'x-y', 'sub'), attributes, fc.array(tie('node'), {maxLength: 3}))
    .map(([tag, attrs, inside]) => `<${tag}${attrs}>${inside.join('')}</${tag}>`),
})).node as fc.Arbitrary<string>
const body = fc.letrec(tie => ({
  node: fc.oneof({depthSize: 'small'}, leaf, inline, tie('paragraph'), tie('element'), tie('list'), tie('table')),
  paragraph: fc.tuple(fc.constantFrom('p', 'h2', 'pre'), attributes, fc.array(inline, {maxLength: 3}))
    .map(([tag, attrs, inside]) => `<${tag}${attrs}>${inside.join('')}</${tag}>`),
  element: fc.tuple(fc.constantFrom('div', 'section', 'blockquote', 'figure', 'x-card', 'noscript', 'template'), attributes, fc.array(tie('node'), {maxLength: 4}))
    .map(([tag, attrs, inside]) => `<${tag}${attrs}>${inside.join('')}</${tag}>`),
  list: fc.array(tie('node'), {maxLength: 3}).map(items => `<ul>${items.map(item => `<li>${item as string}</li>`).join('')}</ul>`),
  table: fc.array(fc.array(tie('node'), {maxLength: 2}), {maxLength: 2})
    .map(rows => `<table>${rows.map(cells => `<tr>${cells.map(cell => `<td>${cell as string}</td>`).join('')}</tr>`).join('')}</table>`),
})).node as fc.Arbitrary<string>
