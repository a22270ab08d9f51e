import fc from 'fast-check'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {toHast} from 'mdast-util-to-hast'
import {gfm} from 'micromark-extension-gfm'
import {describe, expect, it} from 'vitest'
import {readHtml} from '../src/input/html.ts'
import {render, type RenderOptions} from '../src/markdown/render.ts'
import {Ledger} from '../src/page/ledger.ts'

const usual: RenderOptions = {
  links: 'keep', images: 'keep', bullet: '-', emphasis: '*', strong: '**', fence: '```', exact: true, heading: undefined, except: new Set(),
}

function write(html: string, options: Partial<RenderOptions> = {}): string {
  const page = {...readHtml(html), url: 'https://example.org/dir/page'}
  return render(page, new Ledger(page), {...usual, ...options}).markdown
}

const cases: readonly (readonly [string, string, string])[] = [
  ['headings keep their level', '<h1>A</h1><h4>B</h4>', '# A\n\n#### B'],
  ['closing signs of a heading are text', '<h2>C#</h2><h2>a #</h2>', '## C\\#\n\n## a \\#'],
  ['paragraphs', '<p>a<p>b', 'a\n\nb'],
  ['line breaks', '<p>a<br>b', 'a\\\nb'],
  ['a line break in a heading is a space', '<h2>a<br>b</h2>', '## a b'],
  ['a list', '<ul><li>a<li>b</ul>', '- a\n- b'],
  ['a list of paragraphs is loose', '<ul><li><p>a</p><li><p>b</p></ul>', '- a\n\n- b'],
  ['a nested list', '<ul><li>a<ul><li>b<li>c</ul><li>d</ul>', '- a\n  - b\n  - c\n- d'],
  ['an ordered list keeps its start', '<ol start=9><li>a<li>b<ul><li>c</ul></ol>', '9. a\n10. b\n    - c'],
  ['the value of an item counts', '<ol><li>a<li value=7>b<li>c</ol>', '1. a\n7. b\n8. c'],
  ['lists next to each other stay two', '<ul><li>a</ul><ul><li>b</ul><ol><li>c</ol><ol><li>d</ol>', '- a\n\n* b\n\n1. c\n\n1) d'],
  ['several blocks in an item', '<ul><li>a<p>b</p><pre>c\n  d</pre><li>e</ul>', '- a\n\n  b\n\n  ```\n  c\n    d\n  ```\n\n- e'],
  ['a quote in a list in a quote', '<blockquote><p>a</p><ul><li>b<blockquote>c</blockquote></ul></blockquote>', '> a\n>\n> - b\n>\n>   > c'],
  ['code knows its language', '<pre><code class="language-js">let a = `b`</code></pre>', '```js\nlet a = `b`\n```'],
  ['a fence is longer than those inside', '<pre>````\nx</pre>', '`````\n````\nx\n`````'],
  ['code spans', '<p><code>a</code> <code>`b</code> <code>a``b</code>', '`a` `` `b `` `a``b`'],
  ['emphasis', '<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em> <del>d</del>', '*a* **b** ***c*** ~~d~~'],
  ['white space leaves emphasis', '<p>a<b> b </b>c', 'a **b** c'],
  ['emphasis that touches is one', '<p><b>a</b><b>b</b>', '**ab**'],
  ['emphasis that no parser would see is left out', '<p>a<b>(b)</b>c', 'a(b)c'],
  ['emphasis beside punctuation with space around', '<p>a <b>(b)</b> c', 'a **(b)** c'],
  ['links are absolute', '<p><a href="../x?a=b&amp;c">a</a> <a href="//e.org/y">b</a>', '[a](https://example.org/x?a=b&c) [b](https://e.org/y)'],
  ['link text is safe', '<p><a href=x>[a] *b*</a>', '[\\[a\\] \\*b*](https://example.org/dir/x)'],
  ['an exclamation mark before a link', '<p>Hey!<a href=/x>a</a>', 'Hey\\![a](https://example.org/x)'],
  ['addresses with parentheses', '<p><a href="/a(b)c">a</a> <a href="/a)b">b</a>', '[a](https://example.org/a(b)c) [b](https://example.org/a%29b)'],
  ['images', '<p><img src=a.png alt="An [image]">', '![An \\[image\\]](https://example.org/dir/a.png)'],
  ['an image in a link', '<a href=/x><img src=a.png alt=b></a>', '[![b](https://example.org/dir/a.png)](https://example.org/x)'],
  ['an image at the end of its link', '<p><a href=/x>a <img src=a.png></a>', '[a](https://example.org/x) [![](https://example.org/dir/a.png)](https://example.org/x)'],
  ['a figure', '<figure><img src=a.png alt=b><figcaption>c</figcaption></figure>', '![b](https://example.org/dir/a.png)\n\n*c*'],
  ['a table', '<table><tr><th>a<th align=right>b<tr><td>c|d<td>e<br>f</table>', '| a | b |\n| --- | ---: |\n| c\\|d | e<br>f |'],
  ['a table with a caption', '<table><caption>t</caption><tr><th>a<th>b<tr><td>c<td>d</table>', '*t*\n\n| a | b |\n| --- | --- |\n| c | d |'],
  ['a spanning cell leaves room', '<table><tr><th colspan=2>a<th>b<tr><td>c<td>d<td>e</table>', '| a |  | b |\n| --- | --- | --- |\n| c | d | e |'],
  ['a layout table is none', '<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>', 'a\n\nb\n\nc\n\nd'],
  ['a thematic break', '<p>a<hr><p>b', 'a\n\n---\n\nb'],
  ['definition terms', '<dl><dt>a<dd>b</dl>', '**a**\n\nb'],
  ['text that looks like markup', '<p>1986. A *star* and _under_ a_b_c # [x] &lt;b&gt; &amp;copy; \\* `a` `b` [a](b)', '1986\\. A \\*star* and \\_under_ a_b_c # [x] \\<b> \\&copy; \\\\* \\`a\\` \\`b` \\[a](b)'],
  ['line starts', '<p># a<p>- a<p>+ a<p>&gt; a<p>1) a<p>---<p>===<p>~~~<p>[a]: b', '\\# a\n\n\\- a\n\n\\+ a\n\n\\> a\n\n1\\) a\n\n\\---\n\n===\n\n\\~~~\n\n\\[a]: b'],
  ['later lines', '<p>a<br>1. b<br>2. c<br>===', 'a\\\n1\\. b\\\n2. c\\\n\\==='],
  ['stars without a partner', '<p>5 * 3, 2*x, [Abu Bakr], a ~ b', '5 * 3, 2*x, [Abu Bakr], a ~ b'],
]

describe('the Markdown writer', () => {
  for (const [name, html, want] of cases) {
    it(name, () => {
      const got = write(html)
      expect(got).toBe(`${want}\n`)
      expect(words(got)).toBe(wordsOfHtml(html))
    })
  }

  it('writes only safe addresses', () => {
    const page = readHtml('<p><a href="javascript:x">a</a> <a href="java\nscript:x">b</a> <a href=" &#1;javascript:x">c</a> <a href="data:text/html,x">d</a> <a href="vbscript:x">e</a> <img src="file:///x" alt=f> <a href="mailto:a@b.c">g</a>')
    const {markdown, addresses} = render(page, new Ledger(page), usual)
    expect(markdown).toBe('a b c d e f [g](mailto:a@b.c)\n')
    expect(addresses.unsafe).toBe(6)
  })

  it('writes no control characters', () => {
    expect(write('<p>a\u0007b\u009bc<a href="x\u0001y">d\u001b[31m</a><pre>e\u0000f\u0008</pre>')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u)
  })

  it('relative addresses stay so without a base, and are counted', () => {
    const page = readHtml('<p><a href="x y">a</a>')
    expect(render(page, new Ledger(page), usual)).toMatchObject({markdown: '[a](x%20y)\n', addresses: {relative: 1}})
  })

  it('links and images as asked', () => {
    const html = '<p>a <a href=/x>b</a> <img src=i alt=c> d'
    expect(write(html, {links: 'text', images: 'alt'})).toBe('a b c d\n')
    expect(write(html, {links: 'drop', images: 'drop'})).toBe('a d\n')
  })

  it('spells as asked', () => {
    const html = '<ul><li><em>a</em> <b>b</b><pre>c</pre></ul>'
    expect(write(html, {bullet: '*', emphasis: '_', strong: '__', fence: '~~~'})).toBe('* _a_ __b__\n\n  ~~~\n  c\n  ~~~\n')
  })

  it('maps its output to blocks', () => {
    const page = readHtml('<h1>a</h1><ul><li>b<li>c</ul>')
    const {markdown, map} = render(page, new Ledger(page), usual)
    expect(map.map(({from, to, block}) => [markdown.slice(from, to), page.blocks[block].text])).toEqual([['# a', 'a'], ['b', 'b'], ['c', 'c']])
  })

  it('writes cuts, lifts, retypes and credits', () => {
    const page = readHtml('<p>Reuters A boat.<p>Title<p>Text {{x}} here.')
    const ledger = new Ledger(page)
    const why = {rule: 'test', strength: 'certain'} as const
    ledger.retype(1, {kind: 'heading', level: 1}, why)
    ledger.retype(0, {kind: 'caption'}, why)
    ledger.credit(0, {from: 0, to: 7}, why)
    ledger.lift(0, 1, {...why, before: 2})
    ledger.cut(2, {from: 5, to: 10}, why)
    expect(render(page, ledger, usual).markdown).toBe('# Title\n\n*A boat.* (Reuters)\n\nText here.\n')
  })
})

/** Any text in any place comes back as it was: nothing becomes markup, nothing is lost. */
describe('text survives', () => {
  const sign = fc.constantFrom('*', '_', '`', '[', ']', '(', ')', '<', '>', '&', '~', '#', '-', '+', '.', '1', '|', '\\', '!', ' ', 'a', 'é', '中', '"', ':', 'b', '=')
  const text = fc.array(sign, {minLength: 1, maxLength: 14}).map(signs => signs.join(''))
  const places: Readonly<Record<string, (inner: string) => string>> = {
    paragraph: inner => `<p>${inner}</p>`, heading: inner => `<h2>${inner}</h2>`, item: inner => `<ul><li>${inner}</li></ul>`, strong: inner => `<p>x <b>${inner}</b> y</p>`,
    'after emphasis': inner => `<p><em>x</em>${inner}<em>y</em></p>`, link: inner => `<p><a href="/x">${inner}</a></p>`, cell: inner => `<table><tr><th>a<th>b<tr><td>${inner}<td>x</table>`,
    'second line': inner => `<p>x<br>${inner}</p>`, code: inner => `<p>x <code>${inner}</code> y</p>`, caption: inner => `<figure><figcaption>${inner}</figcaption></figure>`,
    'after a link': inner => `<p>${inner}<a href="/x">y</a>${inner}</p>`,
  }
  for (const [name, place] of Object.entries(places)) {
    it(`in ${name}`, () => {
      fc.assert(fc.property(text, inner => {
        const html = place(inner.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
        expect(words(write(html))).toBe(wordsOfHtml(html))
      }), {numRuns: 1500})
    })
  }
})

interface Node { readonly type?: string; readonly value?: string; readonly children?: readonly Node[] }

/** The text that a Markdown parser sees, white space apart; raw HTML but for `<br>` would be a leak. */
function words(markdown: string): string {
  const tree = toHast(fromMarkdown(markdown, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]}), {allowDangerousHtml: true})
  return squeezed(textOf(tree as Node))
}

function textOf(node: Node): string {
  if (node.type === 'raw') return node.value === '<br>' ? '' : `RAW ${node.value}`
  return node.value ?? (node.children ?? []).map(textOf).join('')
}

function wordsOfHtml(html: string): string {
  return squeezed(readHtml(html).blocks.map(block => block.text).join(''))
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, '')
}
