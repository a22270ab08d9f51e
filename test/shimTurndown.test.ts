/** `boildown/turndown` beside turndown itself: the same, or different for a reason that is written down. */
import {gfm} from '@joplin/turndown-plugin-gfm'
import {JSDOM} from 'jsdom'
import Turndown from 'turndown'
import {describe, expect, it} from 'vitest'
import {TurndownService, type Options, type Rule} from '../src/shims/turndown/index.ts'

const atx = {headingStyle: 'atx', codeBlockStyle: 'fenced'} as const

/** What both write alike, letter by letter. */
const same: readonly (readonly [html: string, options?: Options])[] = [
  ['<p>Green tea</p>'], ['<p>Green</p><p>black</p>'], ['<h1>Tea</h1><p>Green <em>tea</em> is <strong>good</strong>.</p>'], ['<h2>Tea</h2>'], ['<h3>Tea</h3>'],
  ['<h1>Tea</h1><h2>Green</h2>', atx], ['<hr>'], ['<p>a</p><hr><p>b</p>', {hr: '---'}], ['<p>a<br>b</p>'], ['<p>a<br>b</p>', {br: '\\'}],
  ['<p><b>a</b> <i>b</i></p>', {emDelimiter: '*', strongDelimiter: '__'}], ['<p> a <b> b </b>c</p>'], ['<p></p><p>x</p>'], ['<div>a<div>b</div></div>'], ['<div>a</div>b'],
  ['<a href="https://example.org/">x</a>'], ['<a href="/x"></a>'], ['<a>x</a>'], ['<p><a href="/x" title="T">x</a></p>'],
  ['<p><a href="/x">x</a> and <a href="/y">y</a></p>', {linkStyle: 'referenced'}], ['<img src="a.png" alt="A b" title="t">'], ['<img alt="A">'],
  ['<p>1. no list</p>'], ['<p>- no list</p>'], ['<p># no heading</p>'], ['<p>+ no list</p>'], ['<p>&gt; no quote</p>'],
  ['<code>a</code>'], ['<code>a ` b</code>'], ['<pre><code>x\n  y</code></pre>'], ['<p>a</p><pre><code>x\n  y</code></pre><p>b</p>'],
  ['<pre><code class="language-js">let a = 1\n\nlet b</code></pre>', atx], ['<pre><code>```\nx\n```</code></pre>', {...atx, fence: '~~~'}],
  ['<blockquote>a</blockquote>'], ['<p>caf\u00e9 &amp; cr\u00e8me</p>'], ['<p>a&nbsp;b</p>'], ['<p><strong>a</strong><em>b</em></p>', {emDelimiter: '*'}], ['<p><a href="/x"><img src="y.png" alt="z"></a></p>'], ['<h1>a <code>b</code></h1>', atx],
]

/** Where ours is another, and why. */
const different: readonly (readonly [why: string, html: string, ours: string, options?: Options])[] = [
  ['items are indented by their marker', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', '* a\n* b\n  * c'],
  ['items are indented by their marker', '<ol start="3"><li>a</li><li>b</li></ol>', '3. a\n4. b'],
  ['lines of a quote have no white space at the end', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
  ['escapes only where they are needed', '<p>a * b, snake_case [x], 2 &lt; 3</p>', 'a * b, snake_case [x], 2 < 3'],
  ['text that looks like HTML stays text', '<p>&lt;b&gt;</p>', '\\<b>'],
  ['text that looks like an entity stays text', '<p>&amp;lt;</p>', '\\&lt;'],
  ['tables are GFM', '<table><tr><th>a</th></tr><tr><td>b</td></tr></table>', '| a |\n| --- |\n| b |'],
  ['what is struck out is GFM', '<del>x</del>', '~~x~~'],
  ['emphasis that no parser would see moves', '<p>a<b>(b)</b>c</p>', 'a(**b**)c'],
  ['addresses are written without spaces', '<a href="/a b">x</a>', '[x](/a%20b)'],
  ['code without `code` is code', '<pre>x\n y</pre>', '```\nx\n y\n```', atx],
  ['code behind a list is fenced: indented it would be of the list', '<ul><li>a</li></ul><pre><code>b</code></pre>', '* a\n\n```\nb\n```'],
  ['scripts are no text', '<script>x()</script><p>a</p>', 'a'],
  ['an address that runs a script is none', '<a href="javascript:x()">a</a>', 'a'],
]

describe('without rules', () => {
  it.each(same.map(([html, options]) => ({html, options})))('$html', ({html, options}) => {
    expect(new TurndownService(options).turndown(html)).toBe(new Turndown(options as never).turndown(html))
  })
  it.each(different.map(([why, html, ours, options]) => ({why, html, ours, options})))('$why: $html', ({html, ours, options}) => {
    expect(new TurndownService(options).turndown(html)).toBe(ours)
    expect(new Turndown(options as never).turndown(html)).not.toBe(ours)
  })
  it('takes signs of other dialects', () => {
    expect(new TurndownService({strongDelimiter: '*', emDelimiter: '/'}).turndown('<p><b>a</b> <i>b</i></p>')).toBe('*a* /b/')
  })
  it.each([{headingStyle: 'none'}, {bulletListMarker: 'o'}, {fence: '~'}, {linkStyle: 'inline'}, {hr: 1}])('refuses %o', options => {
    expect(() => new TurndownService(options as never)).toThrow(TypeError)
  })
  it.each([null, undefined, 1, {}])('refuses %s as input', input => {
    expect(() => new TurndownService().turndown(input as never)).toThrow(TypeError)
  })
  it('reads options at each call', () => {
    const service = new TurndownService()
    service.options.headingStyle = 'atx'
    expect(service.turndown('<h1>a</h1>')).toBe('# a')
  })
})

const attribute = (node: {getAttribute(name: string): string | null}, name: string): string => node.getAttribute(name) ?? ''

/** Rules of all sorts; the same of both unless `ours` says otherwise. */
const ruled: readonly {readonly name: string; readonly rule: Rule; readonly html: string; readonly ours?: string}[] = [
  {name: 'inline', rule: {filter: 'mark', replacement: content => `==${content}==`}, html: '<p>a <mark>b <em>c</em></mark> d</p><blockquote><p>x <mark>y</mark></p></blockquote>'},
  {name: 'inline beside letters', rule: {filter: ['em', 'i'], replacement: content => `//${content}//`}, html: '<h1><em>a</em> b</h1><p><b><i>x</i></b></p>'},
  {name: 'by a function', rule: {filter: node => node.nodeName === 'SPAN' && node.style.fontWeight === 'bold', replacement: content => `**${content}**`}, html: '<p>a <span style="font-weight: bold">b</span> c <span>d</span></p>'},
  {name: 'links', rule: {filter: 'a', replacement: (content, node) => `[[${content}|${attribute(node, 'href')}]]`}, html: '<p>see <a href="/x">1. foo <b>bar</b></a>.</p>', ours: 'see [[1. foo **bar**|/x]].'},
  {name: 'images as blocks', rule: {filter: 'img', replacement: (_, node) => `\n\n{{${attribute(node, 'src')}}}\n\n`}, html: '<p>a <img src="q"> b</p>', ours: 'a\n\n{{q}}\n\nb'},
  {name: 'blocks in items and quotes', rule: {filter: node => node.className === 'note', replacement: content => `\n\n:::\n${content}\n:::\n\n`}, html: '<ul><li>x<div class="note">y</div></li></ul><blockquote><div class="note">q</div></blockquote>', ours: '* x\n\n  :::\n  y\n  :::\n\n> :::\n> q\n> :::'},
  {name: 'headings', rule: {filter: ['h1', 'h2'], replacement: (content, node) => `\n\n${'='.repeat(Number(node.nodeName[1]))} ${content}\n\n`}, html: '<h1>a <em>b</em></h1><h2>c</h2><p>x</p>'},
  {name: 'paragraphs in one line', rule: {filter: 'p', replacement: content => `${content}\n`}, html: '<p>a</p><p>b</p>'},
  {name: 'line breaks', rule: {filter: 'br', replacement: () => '\n'}, html: '<p>a<br>b</p><blockquote>x<br>y</blockquote>'},
  {name: 'items', rule: {filter: 'li', replacement: (content, node) => `* ${content}${node.nextSibling ? '\n' : ''}`}, html: '<p>0</p><ul><li>a</li><li><b>b</b></li></ul><p>c</p>'},
  {name: 'some items', rule: {filter: node => node.nodeName === 'LI' && node.className === 'x', replacement: content => `~ ${content}\n`}, html: '<ul><li class="x">a</li><li>b</li></ul>', ours: '~ a\n* b'},
  {name: 'code', rule: {filter: 'pre', replacement: content => `\n\n~~~\n${content}\n~~~\n\n`}, html: '<pre><code>1\n *2 &lt;b&gt;</code></pre>'},
  {name: 'cells', rule: {filter: ['td', 'th'], replacement: content => `| ${content} `}, html: '<table><tr><td>a</td><td>b</td></tr></table>'},
  {name: 'in cells', rule: {filter: 'mark', replacement: content => `=${content}\n=`}, html: '<table><tr><th>a</th></tr><tr><td><mark>b</mark></td></tr></table>', ours: '| a |\n| --- |\n| =b<br>= |'},
  {name: 'nothing', rule: {filter: 'aside', replacement: () => ''}, html: '<p>a</p><aside><p>b</p></aside><p>c</p>'},
  {name: 'not what is blank', rule: {filter: 'span', replacement: () => '!'}, html: '<p>a<span> </span>b<span>c</span></p>'},
  {name: 'at the end', rule: {filter: 'mark', replacement: content => content, append: () => '\n\nEnd'}, html: '<p><mark>a</mark></p>'},
]

describe('rules', () => {
  it.each(ruled)('$name', ({rule, html, ours}) => {
    const expected = new Turndown(atx).addRule('own', rule as never).turndown(html)
    const found = new TurndownService(atx).addRule('own', rule).turndown(html)
    expect(found).toBe(ours ?? expected)
    if (ours !== undefined) expect(expected).not.toBe(ours)
  })
  it('ask the last one added first', () => {
    const service = new TurndownService().addRule('a', {filter: 'mark', replacement: () => 'first'}).addRule('b', {filter: 'mark', replacement: () => 'second'})
    expect(service.turndown('<mark>x</mark>')).toBe('second')
  })
  it('see a tree of their own: the node given stays as it was', () => {
    const {document} = new JSDOM('<main><p>a\n <mark>b</mark></p></main>').window
    const main = document.querySelector('main') as HTMLElement
    const before = main.outerHTML
    const service = new TurndownService().addRule('m', {filter: 'mark', replacement: (content, node) => { node.remove(); return `=${content}=` }})
    expect(service.turndown(main)).toBe('a =b=')
    expect(main.outerHTML).toBe(before)
  })
  it('are asked in plenty without losing their place', () => {
    const service = new TurndownService().addRule('m', {filter: 'mark', replacement: (content, node) => `${attribute(node, 'id')}:${content}`})
    const html = Array.from({length: 300}, (_, i) => `<p>x <mark id="n${i}">boildown0x${i}x</mark></p>`).join('')
    expect(service.turndown(html)).toBe(Array.from({length: 300}, (_, i) => `x n${i}:boildown0x${i}x`).join('\n\n'))
  })
  it('that throw do so', () => {
    expect(() => new TurndownService().addRule('m', {filter: 'mark', replacement: () => { throw new RangeError('own') }}).turndown('<mark>x</mark>')).toThrow('own')
  })
})

describe('keep, remove, use, escape', () => {
  const both = (teach: (service: TurndownService) => unknown, html: string): readonly [string, string] => {
    const [ours, theirs] = [new TurndownService(atx), new Turndown(atx)]
    teach(ours)
    teach(theirs as unknown as TurndownService)
    return [ours.turndown(html), theirs.turndown(html)]
  }
  it.each([
    ['keep', '<p>a <kbd>c</kbd></p><iframe src="x"></iframe>', (service: TurndownService) => service.keep(['iframe', 'kbd'])],
    ['keep says nothing of what CommonMark has', '<p>a <em>c</em></p>', (service: TurndownService) => service.keep('em')],
    ['remove', '<nav>x</nav><p>a</p><script>1</script>', (service: TurndownService) => service.remove(['nav', 'script'])],
    ['remove says nothing of what CommonMark has', '<p>a <em>c</em></p>', (service: TurndownService) => service.remove('em')],
    ['an escape of one\'s own', '<p>1. a *b* _c_ <em>d</em> e</p>', (service: TurndownService) => { service.escape = text => text }],
    ['plugins', '<p>a <mark>b</mark></p>', (service: TurndownService) => service.use([own => (own as TurndownService).keep('mark')])],
  ])('%s', (_name, html, teach) => {
    const [ours, theirs] = both(teach, html)
    expect(ours).toBe(theirs)
  })
  it('writes GFM itself', () => {
    const html = '<table><tr><th>a|b</th></tr><tr><td>b</td></tr></table><p><del>x</del></p><ul><li><input type="checkbox" checked> t</li></ul>'
    const service = new TurndownService({bulletListMarker: '-'}).use(gfm as never)
    expect(service.rules.array).toEqual([])
    expect(service.turndown(html)).toBe('| a\\|b |\n| --- |\n| b |\n\n~~x~~\n\n- [x] t')
  })
  it('runs a plugin that only has the name of one', () => {
    const strikethrough = (service: TurndownService): unknown => service.addRule('strike', {filter: 'del', replacement: content => `-${content}-`})
    expect(new TurndownService().use(strikethrough as never).turndown('<del>x</del>')).toBe('-x-')
  })
  it('escapes for any place', () => {
    expect(new TurndownService().escape('# a [b] *c*')).toBe('\\# a \\[b\\] \\*c\\*')
  })
  it('replacements of blank, kept and other elements', () => {
    const service = new TurndownService({blankReplacement: () => '0', keepReplacement: content => `k${content}`, defaultReplacement: content => `d${content}`}).keep('kbd')
    expect(service.turndown('<p>a <kbd>b</kbd> <u>c</u><i> </i></p>')).toBe('a kb dc0')
  })
})

describe('nodes of a DOM', () => {
  const {document} = new JSDOM('<html><head><title>t</title></head><body><h1>a</h1><p>b &lt;i&gt;</p></body></html>').window
  it('an element: what is in it', () => {
    expect(new TurndownService(atx).turndown(document.body)).toBe('# a\n\nb \\<i>')
  })
  it('a document', () => {
    expect(new TurndownService(atx).turndown(document)).toContain('# a\n\nb')
  })
  it('a fragment', () => {
    const fragment = document.createDocumentFragment()
    fragment.append('1 < 2 ', document.createElement('br'), 'c')
    expect(new TurndownService(atx).turndown(fragment)).toBe('1 < 2  \nc')
  })
})
