import fc from 'fast-check'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {toHast} from 'mdast-util-to-hast'
import {gfm} from 'micromark-extension-gfm'
import {describe, expect, it} from 'vitest'
import {readHtml} from '../src/input/html.ts'
import type {RenderOptions} from '../src/markdown/options.ts'
import {render} from '../src/markdown/render.ts'
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
  ['a line break after an address that GFM links', '<p>https://a.example/x<br>www.b.example<br>c', 'https://a.example/x  \nwww.b.example  \nc'],
  ['a line break after a link', '<p><a href="https://a.example/x">a</a><br>b', '[a](https://a.example/x)\\\nb'],
  ['an address with signs in it', '<p>see https://a.example/*b*/#:~:text=x and https://c.example/#:~:y', 'see https\\://a.example/\\*b*/#:\\~:text=x and https://c.example/#:~:y'],
  ['a tag right after an address', '<p>src="https://a.example/x">&lt;/script>', 'src="https\\://a.example/x">\\</script>'],
  ['an address without such signs', '<p>https://a.example/b_c_d', 'https://a.example/b_c_d'],
  ['text in a list but in no item', '<ul><li>a<ul><form>b</form><li>c</ul><li>d</ul>', '- a\n\n  b\n\n  - c\n- d'],
  ['a heading with a picture in a box of its own', '<h3><div><img src=/i.png></div><a href=/x>a</a></h3>', '### ![](https://example.org/i.png) [a](https://example.org/x)'],
  ['odd names of languages', '<pre><code class="language-;">a</code></pre>', '```;\na\n```'],
  ['a line break in code is a space', '<p>a <code>b<br>c</code> d', 'a `b c` d'],
  ['items without a list are one list', '<li>a</li><li>b</li>', '- a\n\n- b'],
  ['code elements after each other are lines', '<pre><code>a</code><code>b</code></pre><pre>$ <code>c</code> d</pre>', '```\na\nb\n```\n\n```\n$ c d\n```'],
  ['a brush with further settings', '<pre class="brush: js; toolbar: false">a</pre>', '```js\na\n```'],
  ['bold that is not', '<b style="font-weight:normal"><p>a <b>b</b></p></b>', 'a **b**'],
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
  ['punctuation leaves emphasis that no parser would see', '<p>a<b>(b)</b>c <b>Note:</b>word, 他说<b>「好」</b>了', 'a(**b**)c **Note**:word, 他说「**好**」了'],
  ['emphasis that no parser would see is left out', '<p>a<b>(…)</b>c', 'a(…)c'],
  ['emphasis that touches another kind', '<p><b>a</b><i>b</i> <i>c</i><b>d</b><i>e</i>', '**a***b* *c***d***e*'],
  ['emphasis of a whole link joins the emphasis beside it', '<p><em>see </em><a href=/x><em>this</em></a><em>, too</em>', '*see* *[this](https://example.org/x), too*'],
  ['code spans that touch stay apart', '<p><code>a</code><code>b</code>', '`a` `b`'],
  ['raised and lowered text', '<p>10<sup>6</sup> H<sub>2</sub>O', '10<sup>6</sup> H<sub>2</sub>O'],
  ['a link over all of some code', '<p><code><a href=/x>f()</a></code>', '[`f()`](https://example.org/x)'],
  ['tasks', '<ul><li><input type=checkbox checked> a<li><label><input type=checkbox> b</label><li>[x] c</ul>', '- [x] a\n- [ ] b\n- \\[x] c'],
  ['a list between items belongs to the item before', '<ol><li>a</li><ul><li>b</ul><li>c</ol><ul><ul><li>d</ul></ul>', '1. a\n   - b\n2. c\n\n- - d'],
  ['a reversed list counts down', '<ol reversed><li>a<li>b<li>c</ol>', '3. a\n2. b\n1. c'],
  ['empty items, quotes and code', '<ul><li>a<li></ul><blockquote></blockquote><pre></pre>', '- a\n-\n\n>\n\n```\n```'],
  ['a rule in an item', '<ul><li><hr></ul>', '- ___'],
  ['a heading of several blocks is one', '<h2><div>a</div><div>b</div></h2>', '## a b'],
  ['a permalink at the end of a heading is none of it', '<h2>a<a href="#a">¶</a></h2>', '## a'],
  ['blank lines at the beginning of code', '<pre><code>\n\n a</code></pre><pre>\nb</pre>', '```\n\n\n a\n```\n\n```\nb\n```'],
  ['a table without a header names its first row', '<table><tr><td>a<td>b<tr><td>c<td>d</table>', '| a | b |\n| --- | --- |\n| c | d |'],
  ['keys and values', '<table><tr><th>a<td>b<tr><th>c<td>d</table>', '|  |  |\n| --- | --- |\n| a | b |\n| c | d |'],
  ['a cell over two rows leaves room', '<table><tr><th>a<th>b<tr><td rowspan=2>c<td>d<tr><td>e</table>', '| a | b |\n| --- | --- |\n| c | d |\n|  | e |'],
  ['alignment from styles', '<table><tr><th style="text-align: right">a<th>b<tr><td>c<td style="text-align:center">d</table>', '| a | b |\n| ---: | :---: |\n| c | d |'],
  ['one column under a header', '<table><thead><tr><th>a<tbody><tr><td>b</table>', '| a |\n| --- |\n| b |'],
  ['line numbers are not code', '<table class=highlighttable><tr><td class=linenos><pre>1\n2</pre><td class=code><pre>a\nb</pre></table><pre><span class=lineno>1</span>c</pre>', '```\na\nb\n```\n\n```\nc\n```'],
  ['code an editor draws', '<div class="CodeMirror-code"><div><pre>a</pre></div><div><pre>  b</pre></div></div>', '```\na\n  b\n```'],
  ['the language of a wrapper', '<div class="highlight highlight-source-rust"><pre>a</pre></div><pre class="brush: js notranslate">b</pre>', '```rust\na\n```\n\n```js\nb\n```'],
  ['a copy button is not content', '<div><span>js</span><button>Copy</button><pre><code class=language-js>a</code></pre></div>', '```js\na\n```'],
  ['an image that waits, and its copy for those who run no scripts', '<img src="/blank.gif" data-src="/a.png" alt=b><noscript><img src="/a.png" alt=b></noscript>', '![b](https://example.org/a.png)'],
  ['a tag that a break of ours would end', '<table><tr><th>a<th>b<tr><td>&lt;!c<br>d<td>e</table>', '| a | b |\n| --- | --- |\n| \\<!c<br>d | e |'],
  ['signs that would make the line of an item a rule', '<ul><li><ul><li>--</ul><li>**</ul>', '- - \\--\n- **'],
  ['lists that cannot begin under a line of text', '<ul><li>a<ol start=5><li>b</ol></ul>', '- a\n\n  5. b'],
  ['footnotes', '<p>a<sup id=fnref1><a href="#fn1">1</a></sup> b<sup><a href="#fn2">[2]</a></sup></p><section class=footnotes><ol><li id=fn1><p>c <a href="#fnref1">↩</a></p><p>d</p></li><li id=fn2><p>e <a href="#fnref2" class=footnote-backref>↩︎</a></p></li></ol></section>', 'a[^1] b[^2]\n\n[^1]: c\n\n    d\n\n[^2]: e'],
  ['a note that nothing refers to is a list item', '<p>a <a href="#x">1</a></p><ol class=footnotes><li id=fn1>b</ol>', 'a [1](https://example.org/dir/page#x)\n\n1. b'],
  ['an alert', '<div class="markdown-alert markdown-alert-note"><p class="markdown-alert-title">Note</p><p>a</p></div>', '> [!NOTE]\n> a'],
  ['formulas', '<p>a <math><mfrac><mi>x</mi><msup><mn>2</mn><mi>n</mi></msup></mfrac></math><span class=katex-display><math><semantics><mi>y</mi><annotation encoding="application/x-tex">y_1</annotation></semantics></math><span class=katex-html>y</span></span>', 'a $\\frac{x}{2^{n}}$\n\n$$\ny_1\n$$'],
  ['players', '<p>a<iframe src="https://www.youtube-nocookie.com/embed/abc123?x=1" title=T></iframe><iframe src="https://ads.example/x"></iframe><video><source src=/v.mp4>old</video>', 'a\n\n[T](https://www.youtube.com/watch?v=abc123)\n\n[Video](https://example.org/v.mp4)'],
  ['what is hidden', '<p>a<span hidden>b</span> c<p style="display:none">d', 'a c'],
  ['emphasis beside punctuation with space around', '<p>a <b>(b)</b> c', 'a **(b)** c'],
  ['links are absolute', '<p><a href="../x?a=b&amp;c">a</a> <a href="//e.org/y">b</a>', '[a](https://example.org/x?a=b&c) [b](https://e.org/y)'],
  ['link text is safe', '<p><a href=x>[a] *b*</a>', '[\\[a\\] \\*b*](https://example.org/dir/x)'],
  ['an exclamation mark before a link', '<p>Hey!<a href=/x>a</a>', 'Hey\\![a](https://example.org/x)'],
  ['addresses with parentheses', '<p><a href="/a(b)c">a</a> <a href="/a)b">b</a>', '[a](https://example.org/a(b)c) [b](https://example.org/a%29b)'],
  ['images', '<p><img src=a.png alt="An [image]">', '![An \\[image\\]](https://example.org/dir/a.png)'],
  ['an image in a link', '<a href=/x><img src=a.png alt=b></a>', '[![b](https://example.org/dir/a.png)](https://example.org/x)'],
  ['an image at the end of its link', '<p><a href=/x>a <img src=a.png></a>', '[a](https://example.org/x) [![](https://example.org/dir/a.png)](https://example.org/x)'],
  ['a figure', '<figure><img src=a.png alt=b><figcaption>c</figcaption></figure>', '![b](https://example.org/dir/a.png)\n\nc'],
  ['a table', '<table><tr><th>a<th align=right>b<tr><td>c|d<td>e<br>f</table>', '| a | b |\n| --- | ---: |\n| c\\|d | e<br>f |'],
  ['a table with a caption', '<table><caption>t</caption><tr><th>a<th>b<tr><td>c<td>d</table>', 't\n\n| a | b |\n| --- | --- |\n| c | d |'],
  ['a spanning cell leaves room', '<table><tr><th colspan=2>a<th>b<tr><td>c<td>d<td>e</table>', '| a |  | b |\n| --- | --- | --- |\n| c | d | e |'],
  ['a layout table is none', '<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>', 'a\n\nb\n\nc\n\nd'],
  ['a thematic break', '<p>a<hr><p>b', 'a\n\n---\n\nb'],
  ['definition terms', '<dl><dt>a<dd>b</dl>', 'a\n\nb'],
  ['text that looks like markup', '<p>1986. A *star* and _under_ a_b_c # [x] &lt;b&gt; &amp;copy; \\* `a` `b` [a](b)', '1986\\. A \\*star* and \\_under_ a_b_c # [x] \\<b> \\&copy; \\\\* \\`a\\` \\`b` \\[a](b)'],
  ['line starts', '<p># a<p>- a<p>+ a<p>&gt; a<p>1) a<p>---<p>===<p>~~~<p>[a]: b', '\\# a\n\n\\- a\n\n\\+ a\n\n\\> a\n\n1\\) a\n\n\\---\n\n===\n\n\\~~~\n\n\\[a]: b'],
  ['later lines', '<p>a<br>1. b<br>2. c<br>===', 'a\\\n1\\. b\\\n2. c\\\n\\==='],
  ['stars without a partner', '<p>5 * 3, 2*x, [Abu Bakr], a ~ b', '5 * 3, 2*x, [Abu Bakr], a ~ b'],
]

/** Cases in which words are left out or added on purpose, or stand outside of the blocks. */
const changesWords = new Set(['tasks', 'footnotes', 'line numbers are not code', 'a copy button is not content', 'an alert', 'formulas', 'what is hidden', 'a permalink at the end of a heading is none of it', 'raised and lowered text'])

describe('the Markdown writer', () => {
  for (const [name, html, want] of cases) {
    it(name, () => {
      expect(write(html)).toBe(`${want}\n`)
      if (!changesWords.has(name)) expect(words(write(html))).toBe(wordsOfHtml(html))
    })
  }

  it('sets captions and terms apart on a page', () => {
    expect(write('<figure><img src=a><figcaption>b</figcaption></figure><dl><dt>c<dd>d</dl>', {exact: false})).toBe('![](https://example.org/dir/a)\n\n*b*\n\n**c**\n\nd\n')
  })

  it('raises digits on a page, where 10⁶ must not become 106', () => {
    expect(write('<p>10<sup>6</sup> CO<sub>2</sub> 1<sup>st</sup>', {exact: false})).toBe('10⁶ CO₂ 1st\n')
  })

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

  it('underlines headings, moves and levels them as asked', () => {
    expect(write('<h1>a<h2>b</h2><h3>c', {headings: 'setext'})).toBe('a\n===\n\nb\n---\n\n### c\n')
    expect(write('<h3>a<h5>b</h5>', {topHeading: '1'})).toBe('# a\n\n### b\n')
    expect(write('<h1>a<h6>b</h6>', {shift: 1})).toBe('## a\n\n###### b\n')
  })

  it('collects targets as asked, and text is no reference to them', () => {
    expect(write('<p><a href=/x title=t>a</a> <a href=/y>b</a> <a href=/x title=t>c</a> [1]', {linkStyle: 'referenced'})).toBe('[a][1] [b][2] [c][1] \\[1]\n\n[1]: https://example.org/x "t"\n[2]: https://example.org/y\n')
  })

  it('wraps paragraphs where no word begins a block', () => {
    expect(write('<p>one two - three 4. <b>four</b> `x', {wrap: 8})).toBe('one two -\nthree 4.\n**four** `x\n')
  })

  it('writes tables that GFM cannot say as HTML, if asked', () => {
    const html = '<table><tr><th colspan=2>a &lt;b&gt;<tr><td>c<td><pre>d\n\ne</pre></table>'
    expect(write(html)).toBe('| a \\<b> |  |\n| --- | --- |\n| c | d<br><br>e |\n')
    expect(write(html, {tables: 'html'})).toBe('<table>\n<tr><th colspan="2">a &#60;b&#62;</th></tr>\n<tr><td>c</td><td><pre><code>d&#10;&#10;e</code></pre></td></tr>\n</table>\n')
  })

  it('lets a hook write an element', () => {
    expect(write('<h1>a</h1><p>b<aside>c</aside>', {hooks: {p: markdown => `${markdown}!`, aside: () => ''}})).toBe('# a\n\nb!\n')
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
