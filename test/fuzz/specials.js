/** What chance alone would hardly put together: constructions that some one place of the program is there for. */
import {pick} from './generate.js'

/** @typedef {import('./generate.js').Next} Next */

const mathLeaves = ['<mi>x</mi>', '<mi>sin</mi>', '<mi>rate</mi>', '<mi>α</mi>', '<mo>∑</mo>', '<mo>(</mo>', '<mo>)</mo>', '<mo>→</mo>', '<mn>12</mn>', '<mtext>if </mtext>', '<ms></ms>', '<mo>constructor</mo>', '<mo>&#x2061;</mo>', '<mspace/>', '<mi>a_b</mi>', 'loose', '<mo>^</mo>']
const mathNodes = ['mrow', 'mfrac', 'mfrac linethickness=0', 'msqrt', 'mroot', 'msup', 'msub', 'msubsup', 'munder', 'mover', 'munderover', 'mfenced', 'mtable', 'mtr', 'mtd', 'mstyle', 'annotation', 'none', 'mlabeledtr']

/** @param {Next} next @param {number} [depth] @returns {string} */
function formula(next, depth = 0) {
  if (depth > 4 || next() < 0.3) return pick(next, mathLeaves)
  const node = pick(next, mathNodes)
  const inside = Array.from({length: 1 + Math.floor(next() * 3)}, () => formula(next, depth + 1)).join('')
  return node.startsWith('mfrac l') && next() < 0.5 ? `<mo>(</mo><${node}>${inside}</mfrac><mo>)</mo>` : `<${node}>${inside}${next() < 0.9 ? `</${node.split(' ')[0]}>` : ''}`
}

const players = ['//www.youtube.com/embed/abc_defg', '//player.vimeo.com/video/123456', '//platform.twitter.com/embed/Tweet.html?a=b&id=1234567', '//embed.bsky.app/embed/did:plc:abc/app.bsky.feed.post/3kxyz', '//m.example.org/@a@b/123456/embed', '//www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fb', '//www.facebook.com/plugins/post.php?href=%E0%A4%A', '//open.spotify.com/embed/x', '//www.google.com/maps/embed?pb=1', '//codepen.io/a/embed/b', '//www.dailymotion.com/embed/video/x', '//ads.example.org/x']
const languages = ['language-js', 'brush: php;', 'brush:', 'hljs', 'constructor', 'lang-none', 'highlight-source-css', 'prettyprint']

/** @type {readonly ((next: Next) => string)[]} */
export const constructions = [
  next => `<p>a ${next() < 0.5 ? '<math>' : '<math display=block>'}${formula(next)}${formula(next)}</math> b</p>`,
  next => `<math alttext="${pick(next, ['{\\displaystyle x^2}', 'a_b', ' ', '&lt;', '[a](b)'])}">${formula(next)}<annotation encoding="${pick(next, ['application/x-tex', 'TeX', 'x'])}">${pick(next, ['x^2', '\\frac{a}{b}', '&amp;lt;', ' ', '{\\displaystyle y}'])}</annotation></math>`,
  next => `<script type="math/tex${next() < 0.5 ? '; mode=display' : ''}">${pick(next, ['x^2', 'a < b', '\\int', '', 'a\n\nb', '[](x)', '&lt;'])}</script>`,
  next => `<${pick(next, ['iframe', 'embed', 'video', 'audio', 'object'])} ${next() < 0.5 ? '' : 'title="A talk" '}${pick(next, ['src', 'data', 'data-src'])}="${pick(next, ['https:', ''])}${pick(next, players)}"></iframe></video></audio></object>`,
  next => `<pre class="${pick(next, languages)} ${pick(next, languages)}" data-lang="${pick(next, ['php', '', 'text', 'x y'])}"><code lang=${pick(next, ['py', 'de', ''])}>a = 1\n\n  b()\n</code></pre>`,
  next => `<div class=${pick(next, ['code-block-title', 'filename', 'toolbar'])}><span>${pick(next, ['src/main.rs', 'a.constructor', 'Copy', 'Makefile', 'index.html'])}</span></div><pre><code>${'x\n'.repeat(1 + Math.floor(next() * 4))}</code></pre>`,
  next => `<${pick(next, ['div', 'aside', 'blockquote', 'details', 'section'])} class="${pick(next, ['admonition', 'alert', 'callout', 'markdown-alert', 'custom-block'])} ${pick(next, ['note', 'alert-danger', 'markdown-alert-tip', 'warning', 'x', 'constructor'])}"${next() < 0.4 ? ` data-callout=${pick(next, ['bug', 'toString', 'x'])}` : ''}>${pick(next, ['<p class=title>Note</p>', '<p>Warning:</p>', '<p>Tip', ''])}<p>${pick(next, ['Mind the step.', 'Note', '- a', '`x`'])}</p></div></aside></blockquote></details></section>`,
  next => `<ul role=tablist class="${pick(next, ['tabs', 'nav-tabs', 'tab-labels', 'x'])}"><li role=tab>npm<li role=tab>${pick(next, ['yarn', '', 'a very long label that no tab of any site would ever have in a row of tabs, as it is too long'])}</ul>${'<div role=tabpanel class=tab-pane><pre>npm i</pre></div>'.repeat(Math.floor(next() * 4))}`,
  next => `<p>Text${pick(next, ['<sup>', '', '<b>'])}<a href="${pick(next, ['', '/a', 'https://example.org/a/b'])}#${pick(next, ['fn1', 'cite_note-a', 'fn:2', 'x'])}">${pick(next, ['1', '[1]', '*', 'see'])}</a></sup> goes on.</p><${pick(next, ['ol', 'ul', 'section', 'div'])} class="${pick(next, ['footnotes', 'references', 'footnote', ''])}" role="${pick(next, ['doc-endnotes', ''])}"><li id="${pick(next, ['fn1', 'cite_note-a', 'fn:2'])}">${pick(next, ['A note. ', '', '<p>Two</p><p>of them</p>'])}<a href="#fnref1">${pick(next, ['↩', 'back', '^', '1'])}</a></li></ol></ul></section></div>`,
  next => `<table${pick(next, ['', ' role=presentation', ' border=1', ' cellpadding=4 width="100%"'])}><caption>Boats</caption>${Array.from({length: 1 + Math.floor(next() * 5)}, () => `<tr>${Array.from({length: 1 + Math.floor(next() * (next() < 0.05 ? 90 : 4))}, () => `<${pick(next, ['td', 'th'])} align=${pick(next, ['left', 'center', 'constructor'])}${pick(next, ['', '', ' colspan=2', ' rowspan=2'])}>${pick(next, ['1', 'a|b', '<hr>', '<img src=/a.png><img src=/b.png>', '<h3>H</h3>', '<pre>x\ny</pre>', '<ul><li>q</ul>', '<p>a<p>b', '<math><mi>x</mi></math>', '<blockquote>b</blockquote>', '<a href="/x">l</a><b>s</b>', '<img src=javascript:x alt=t>', '<s>d</s><kbd>k</kbd>'])}</td>`).join('')}</tr>`).join('')}</table>`,
  next => `<noscript>${pick(next, ['<img src="/a.png">', 'Please enable', '<p>b</p>', '<noscript>', '<div>'.repeat(70)])}</noscript><img src="${pick(next, ['/a.png', 'data:image/gif;base64,R0lGOD', ''])}" data-src=/lazy.jpg srcset="${pick(next, ['a.jpg 1x, b.jpg 2x', 'c 300w, d 900w', ',', ''])}">`,
  next => `<picture><source srcset="${pick(next, ['e.webp 400w, f.webp 800w', 'data:image/x'])}"><img alt="${pick(next, ['A boat', '', '*'])}" ${pick(next, ['src="/i.png"', 'data-original="/o.png"', ''])}></picture>`,
  next => `<a href="${pick(next, ['/a', '', '#x', 'a)(b', 'java\tscript:x', 'java script:x', 'https://example.org/\ud83d', '(('])}">${pick(next, ['<img src=/i.png>', '<p>a</p><p>b</p>', '', '<br>', '<code>c</code>', '¶', '#', '<h3>T</h3>'])}</a>`,
  next => `<${pick(next, ['h2', 'h5', 'dt', 'figcaption', 'li'])}>${pick(next, ['<a href="#t">¶</a>', ''])}Term<a class=headerlink href="#t">${pick(next, ['#', '¶', '§', 'link'])}</a><img src="/l.png" alt=l><br>${pick(next, ['more', '<p>more</p>', ''])}</h2></h5>`,
  next => next() < 0.02 ? `<p>${'<br>'.repeat(20_100)}</p>` : '',
  next => `${'<div>'.repeat(next() < 0.1 ? pick(next, [600, 2100]) : pick(next, [5, 70]))}deep${pick(next, ['<table>', '<li>', '<b>', ''])}`,
  next => `<font>`.repeat(pick(next, [2, 20])) + `x<b><i><s><a href=/y>${'<em>'.repeat(20)}y`,
  () => '<!-- saved from url=(0026)https://example.org/saved -->', () => '<base href="https://example.org/base/">', () => '<svg><title>t</title><foreignObject><p>in</p></foreignObject><text>x</text></svg>', () => '<p style="font-style:normal"><em style="font-style:normal">upright</em><span style="font-weight:bold">heavy</span></p>',
  next => `<ol start=${pick(next, ['3', '-1', 'x', '007', '999999999'])}${pick(next, ['', ' reversed'])}>stray<li value=${pick(next, ['4', 'x', ''])}>a<ol start=5>stray<li>b</ol>stray<li><ul><li><ul><li>c</ul></ul></ol>`,
  next => `<p>${pick(next, ['a', '中', '。'])}<b>${pick(next, ['“b”', '(c)', 'd.', '「e」', '😀'])}</b>${pick(next, ['f', '中', ''])}<i><b>g</i></b><em>(h<code>i</code>)</em>j<sup>2</sup><sub>n+1</sub><q>k</q></p>`,
  next => `<p>👩\u200d👩 a\u00adb \u200b c &amp;nbsp; &amp;amp;lt; Ã¤Ã¶ â€œxâ€\u009d ${pick(next, ['Ñ€ÑƒÑ\u0081', 'í\u00a0\u00bd', ''])}</p>`,
  next => `<${pick(next, ['button', 'label', 'select', 'option', 'textarea', 'input type=submit value=Go', 'input type=checkbox checked', 'frameset', 'frame src=/f', 'plaintext', 'xmp', 'listing', 'image src=/x', 'nobr', 'marquee', 'applet', 'rtc', 'math', 'svg', 'template shadowrootmode=open', 'optgroup', 'datalist', 'keygen', 'menuitem', 'col', 'colgroup', 'dialog', 'dialog open', 'slot'])}>x`,
]

const long = ['> '.repeat(60), '- '.repeat(60), '*a '.repeat(4100), '['.repeat(12_100), '<!'.repeat(520), '\n\n> q'.repeat(2100), 'a\n'.repeat(8100), `${' '.repeat(220)}- x`, '> > > a\n'.repeat(40), '\n'.repeat(6000), 'x '.repeat(40_000), `${'> '.repeat(40)}a\n${'b\n'.repeat(10_100)}`, `${'word '.repeat(2000)}\n`.repeat(200)]
const prose = 'In 1901 the harbour of the small town was dredged, and the boats that came from the north could lie at the new pier all winter; nobody had expected so many of them.'

/** The same for Markdown and flattened text. @type {readonly ((next: Next) => string)[]} */
export const passages = [
  next => next() < 0.2 ? pick(next, long) : '',
  next => `${pick(next, ['The well-known sailor told of his well-', 'It was a hard-', 'A sentence that is bro\u00ad', 'Über die Brü\u2010'])}\n${pick(next, ['known boat and the harbour.', 'working man.', 'ken here.', 'CKE'])}\nand a known working harbour\n`,
  next => `${pick(next, ['1', '1.2', '2.1.3', '12.'])} ${pick(next, ['Boats', 'The Harbour', 'THE PIER'])}\n\n${prose}\n\n${pick(next, ['Sails and ropes', 'What then?', 'CHAPTER TWO'])}\n\n${pick(next, ['The pier', prose])}\n\n${prose}\n`,
  next => `${pick(next, ['== Boats ==', '## Boats ##', '# comment', '#nothing', 'Boats\n=====', 'Boats\n--', '=== A'])}\n${pick(next, ['', '\n'])}${prose}\n`,
  next => `${prose.slice(0, 70)}\n${prose.slice(70, 140)}\n${prose.slice(140)}\n${pick(next, ['', '\n'])}`.repeat(1 + Math.floor(next() * 3)),
  next => `> quoted\n${pick(next, ['> > deeper\n', 'lazy line\n', '>\n> again\n', '> said\n\n> he\n'])}`,
  next => `${pick(next, ['- ', '* ', '• ', '1. ', '(a) ', '– '])}first\n${pick(next, ['    ', '  ', '\t', ''])}${pick(next, ['- ', '2) ', 'goes on', '- [x] '])}second\n${pick(next, ['\n', ''])}  - third\n - fourth\n${pick(next, ['', '   fifth', '7. sixth'])}\n`,
  next => `| a | b |\n| ${pick(next, ['---', ':-', '-:', ':-:', '--'])} | --- |\n| 1 | ${pick(next, ['2', '`|`', 'x\\|y', ''])} |${pick(next, ['', ' c |', '\n| d'])}\n`,
  next => `a\tb\tc\n1\t${pick(next, ['2', ''])}\t3\n4\t5\t6\n${pick(next, ['', '7\n'])}`, () => 'Name      Year   Port\nAda       1901   Hull\nBerta     1907   Kiel\nCarla     1911   Rye\n',
  next => `${pick(next, ['```', '~~~', '    '])}${pick(next, ['js', 'js title="a.js"', ''])}\nlet x = {\n  a: [1,\n  2]}\n${pick(next, ['```', '~~~', ''])}\n`, () => 'function a() {\n  return {\n    b: 1\n  }\n}\n$ npm install\n> ok\n', () => 'The moon is on the lock,\nA dog is barking on the hill,\nIt has no other clock.\n“Who goes,” she said,\nand turned her head.\n',
  next => `[a][b] ![c][d] ![e][] [^f]\n\n[b]: ${pick(next, ['/x', '<>', 'javascript:x'])} "t"\n[d]: /y\n[^f]: ${pick(next, ['note', '- a\n    - b'])}\n`,
  next => `> [!${pick(next, ['NOTE', 'TIP', 'nothing', 'constructor'])}]${pick(next, ['', '  ', ' text', '\\'])}\n${pick(next, ['> said\n', '>\n> said\n', '> **b** said\n', ''])}`,
  next => `<${pick(next, ['div', 'details', 'p align=center', 'b', 'kbd', 'img src=/x alt=y', 'br', 'table', 'li', '!--', '?php', 'constructor', 'a href="/q"'])}>${pick(next, ['', '\n', '\n\n'])}**in**${pick(next, ['</div>', '</p>', '</b>', '-->', '?>', '</table>', ''])}\n`,
  next => `- [${pick(next, [' ', 'x'])}] task\n- [x]\n  1. ${pick(next, ['', 'a', '> b', '```'])}\n`, () => '\ufeff---\ntitle: x\n---\n', next => `+++\na = 1\n+++${pick(next, ['\n', ' \n', 'x'])}`, next => `---\na: ${next() < 0.02 ? 'd'.repeat(100_100) : pick(next, ['b', 'c'.repeat(200)])}\n${pick(next, ['---', '...', ''])}\n`, () => '<?xml version="1.0"?>\n', () => '{"a": 1}\n',
]
