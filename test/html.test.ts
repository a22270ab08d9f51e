import {describe, expect, it} from 'vitest'
import {parse} from 'parse5'
import {readHtml} from '../src/input/html.ts'
import {outline} from './outline.ts'

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['a paragraph ends at the next block', '<p>one<div>two</div>three', ['p: one', 'div: two', ': three']],
  ['a list item ends at the next one', '<ul><li>a<li>b<ul><li>c</ul>d</ul>', ['ul>li: a', 'ul>li: b', 'ul>li>ul>li: c', 'ul>li: d']],
  ['an end tag without its element means nothing', '<div>a</section>b</div>', ['div: ab']],
  ['but that of a paragraph sets apart', '<div>a</p>b</div>', ['div: a', 'div: b']],
  ['an end tag does not close a table from inside a cell', '<div><table><tr><td>a</div>b</td></tr></table></div>c', ['div>table>tr>td: ab', ': c']],
  ['rows and cells close each other', '<table><tr><td>a<td>b<tr><th>c</table>d', ['table>tr>td: a', 'table>tr>td: b', 'table>tr>th: c', ': d']],
  ['a cell outside a row gets one', '<table><td>a<td>b</table>', ['table>tr>td: a', 'table>tr>td: b']],
  ['a table in a table that is in no cell ends it', '<table><tr><td>a</td><table><tr><td>b</table>', ['table>tr>td: a', 'table>tr>td: b']],
  ['a heading ends a heading', '<h2>a<h3>b</h3>c', ['h2 heading2: a', 'h3 heading3: b', ': c']],
  ['any heading end tag ends the heading', '<h2>a</h3>b', ['h2 heading2: a', ': b']],
  ['a heading left open does not take the page', '<h2><div>a</div><div>b</div><div>c</div><div>d</div><div>e</div>', [
    'h2>div heading2: a', 'h2>div heading2: b', 'h2>div heading2: c', 'h2>div: d', 'h2>div: e']],
  ['the end of a form leaves what is open inside it', '<form><div>a</form>b</div>c', ['form>div: ab', ': c']],
  ['marks nest', '<p>a <b>b <i>c</b> d</i> e', ['p: a <strong>b <em>c</em></strong><em> d</em> e']],
  ['marks end with their block', '<p>a <b>b<p>c', ['p: a <strong>b</strong>', 'p: c']],
  ['marks go on through blocks inside them', '<b>a<p>b</p>c</b>d', [': <strong>a</strong>', 'p: <strong>b</strong>', ': <strong>c</strong>d']],
  ['the same mark in itself counts', '<p><b>a<b>b</b>c</b>d', ['p: <strong>abc</strong>d']],
  ['a link in a link ends it', '<p><a href=x>a<a href=y>b</a>c', ['p: <link>a</link> <link>b</link>c']],
  ['elements that a style sheet sets apart have a space between them', '<p><span class=brand>Kettle</span><span class=name>Aria 2</span> <span class=label>ISBN</span><span class=value>978</span> <a href=x>one</a><a href=y>two</a>', ['p: <span>Kettle</span> <span>Aria 2</span> <span>ISBN</span> <span>978</span> <link>one</link> <link>two</link>']],
  ['elements that split a word do not', '<p><span class=a>Le</span><span class=b>arn</span> <span class=cap>T</span><span class=rest>HE</span> <span class=x>year</span><span class=x>2024</span> <a href=x>stud</a><a href=x>ies</a> <code><span class=k>a1</span><span class=n>B</span></code>', ['p: <span>Le</span><span>arn</span> <span>T</span><span>HE</span> <span>year</span><span>2024</span> <link>stud</link><link>ies</link> <code><span>a1</span><span>B</span></code>']],
  ['a link around blocks is one element', '<a href=x><h3>a</h3><p>b</p></a>', ['h3 heading3: <link>a</link>', 'p: <link>b</link>']],
  ['white space is collapsed across chunks', '<p> a \n <b> b </b>\t c <br> d ', ['p: a <strong>b </strong>c↵d']],
  ['two line breaks end a block, one does not', '<p>a<br>b<br> <br>c', ['p: a↵b', 'p: c']],
  ['code is verbatim', '<pre>\n a\n  <span>b</span><br>c</pre>', ['pre code:  a↵  b↵c']],
  ['lines of code may be elements', '<pre><code><div>a</div><div>b</div></code></pre>', ['pre code: a↵b']],
  ['a button in code is none', '<pre>a<button>Copy</button></pre>', ['pre code: a']],
  ['scripts, styles, templates and frames are not read', '<script>a</script><style>b</style><template><p>c</template><iframe>d</iframe><svg><text>e</text></svg>f', [': f']],
  ['a shadow root is', '<x-y><template shadowrootmode=open><p>a</template></x-y>', ['template>p: a']],
  ['noscript is content', '<body><noscript><p>a</noscript>', ['body>noscript>p: a']],
  ['noscript in the head is none of the body', '<head><noscript><link rel=x href=y></noscript><p>a', ['p: a']],
  ['a body element ends a head left open', '<html><head><title>t</title><div>a</div>', ['div: a']],
  ['an end tag without a name is nothing', '<p>a</>b</p>', ['p: ab']],
  ['a video left open ends with what is around it', '<div><video><div>a</div><p>b</p></div>c', [': c']],
  ['CDATA in HTML ends at the first >', '<p>a<![CDATA[ x > b <p>c', ['p: a b', 'p: c']],
  ['an image alone is a block, in text a mark', '<p><img src=a></p><p>b<img src=c></p>', ['p image: <image/>', 'p: b<image/>']],
  ['MathJax 2 keeps its TeX in a script', '<p>a <script type="math/tex">x^2</script></p>', ['p: a <math>x^2</math>']],
  ['MathML keeps its TeX in an annotation', '<p><math><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></math>', ['p: <math>x^2</math>']],
  ['a forgotten svg ends where HTML begins', '<svg><path><p>a', ['p: a']],
  ['entities are decoded once', '<p>&amp;lt; &copy x&#x2014;', ['p: &lt; © x—']],
]

describe('the HTML driver', () => {
  for (const [name, html, want] of cases) it(name, () => expect(outline(readHtml(html))).toEqual(want))

  it('says how blocks hide', () => {
    const {blocks} = readHtml('<p hidden>a<p style="color:red;DISPLAY : none">b<p aria-hidden=true>c<dialog>d</dialog><details>e</details><p><span hidden>f</span><p>g')
    expect(blocks.map(block => block.hidden)).toEqual(['attribute', 'style', 'aria', 'dialog', 'details', 'attribute', 'no'])
  })

  it('keeps what hides when something softer stands inside', () => {
    expect(readHtml('<div hidden><noscript>a</noscript></div>').blocks[0].hidden).toBe('attribute')
  })

  it('reads the head', () => {
    const {head} = readHtml('<html lang=de><head><title> A &amp; B </title><meta property="og:title" content="A"><base href="/x/"><link rel=canonical href="https://e.org/">' +
      '<script type="application/ld+json">{"a":1}</script>')
    expect(head).toMatchObject({title: 'A & B', lang: 'de', base: '/x/', metas: [{key: 'og:title', content: 'A'}], links: [{rel: 'canonical', href: 'https://e.org/'}]})
    expect(head.data).toHaveLength(1)
  })

  it('gives script bodies as offsets into the source', () => {
    const page = readHtml('<p>x<script type="application/json" id=s>{"a":1}</script>')
    const [{from, to, id}] = page.head.data
    expect([page.source.slice(from, to), id]).toEqual(['{"a":1}', 's'])
  })

  it('gives blocks their source offsets', () => {
    const page = readHtml('<div><p>one <b>two</b></p></div>')
    expect(page.source.slice(page.blocks[0].from, page.blocks[0].to)).toBe('one <b>two')
  })

  it('deeper elements than the limit become their text', () => {
    const page = readHtml(`${'<div>'.repeat(600)}a<p>b</p>c${'</div>'.repeat(600)}<p>d`)
    expect(page.truncated).toBe('depth')
    expect(page.blocks.map(block => block.text)).toEqual(['a', 'b', 'c', 'd'])
    expect(page.blocks[3].region).toBe(page.regions.length - 1)
    expect(page.regions[page.regions.length - 1].parent).toBe(-1)
  })

  it('regions nest, and their intervals hold their blocks', () => {
    const page = readHtml('<div><p>a</p><ul><li>b<li>c</ul></div><p>d')
    for (const [i, region] of page.regions.entries()) {
      expect(region.parent).toBeLessThan(i)
      if (region.parent < 0) continue
      const around = page.regions[region.parent]
      expect(region.from >= around.from && region.to <= around.to && region.end <= around.end).toBe(true)
    }
    expect(page.regions.map(({tag, from, to}) => `${tag} ${from}-${to}`)).toEqual(['div 0-3', 'p 0-1', 'ul 1-3', 'li 1-2', 'li 2-3', 'p 3-4'])
  })
})

describe('hostile HTML', () => {
  const hostile: Readonly<Record<string, string>> = {
    'nested divs, closed by paragraphs': '<div>'.repeat(20_000) + '</p>'.repeat(20_000),
    'tables': '<table>'.repeat(10_000),
    'links': '<a href=x>'.repeat(20_000),
    'bold left open': `${'<b>'.repeat(40_000)}x`,
    'attributes': `<p ${'a=b '.repeat(100_000)}>x`,
    'less-than signs': '<'.repeat(200_000),
    'lone surrogates and NUL': '<p>\ud800\udc00\udc00\0\ud800',
    'broken ends': '<p title="',
    'a comment left open': 'a<!-- b',
    'odd tags': '</><//><!><?><a/ b=/><div/=">"x</div/>',
  }
  for (const [name, html] of Object.entries(hostile)) it(`is read: ${name}`, () => expect(readHtml(html).blocks.length).toBeLessThanOrEqual(20_001))

  it('a bold left open marks what follows it, once', () => {
    expect(outline(readHtml(`<p>${'<b>'.repeat(200_000)}x`))).toEqual(['p: <strong>x</strong>'])
  })
})

describe('against parse5', () => {
  const pages = [
    '<title>t</title><p>a <b>b</b><table>c<tr><td>d</table>e', '<ul><li>a<li><p>b</ul>c', '<p>a<h2>b</h2><dl><dt>c<dd>d<dt>e</dl>',
    '<select><option>a<option>b</select><button>c<button>d', '<div><p>a</div>b</p>c', '<a>a<div>b</a> c</div>', '<table><tr><td><table><tr><td>a</table>b</table>',
  ]
  for (const html of pages) {
    it(html, () => {
      const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []
      expect(words(readHtml(html).blocks.map(block => block.text).join(' ')).toSorted()).toEqual(words(visible(parse(html, {scriptingEnabled: false}))).toSorted())
    })
  }
})

interface Node { readonly nodeName: string; readonly value?: string; readonly childNodes?: readonly Node[] }
function visible(node: Node): string {
  if (node.nodeName === 'head') return ''
  return node.value ?? ` ${(node.childNodes ?? []).map(visible).join('')} `
}
