/** Inputs made up from a grammar: pages that are almost right, in every way pages are wrong. */
import {random} from '../soak/markdownTrees.js'
import {constructions, passages} from './specials.js'

export {random}

/** @typedef {() => number} Next */

/** @template T @param {Next} next @param {readonly T[]} list @returns {T} */
export function pick(next, list) {
  return list[Math.floor(next() * list.length)]
}

const block = 'div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table thead tbody tr td th caption section article aside nav header footer main figure figcaption form fieldset details summary hr address center noscript template dialog search'.split(' ')
const inline = 'a b i em strong span code kbd sub sup del ins mark q abbr small time u s font br wbr img ruby rt rp label button bdi cite var samp input'.split(' ')
const odd = 'svg math iframe video audio picture source object embed script style textarea select option optgroup title head body html frameset frame marquee plaintext xmp noembed image isindex o:p x-card foreignObject annotation mi mo mfrac semantics'.split(' ')
const classes = 'content post article nav menu sidebar comment comments related share cookie-banner hidden sr-only highlight language-js line-numbers copy-button byline author date caption credit footnote admonition warning tab-pane tablist code-group math katex MathJax reference mw-editsection permalink'.split(' ')
const words = 'the of and to harbour boats morning quiet nobody asked oak pier tar rope barrels read more share this loading please wait published by copyright subscribe newsletter next previous home der die und 中文 港口 أهلا мир 日本語 ไทย'.split(' ')
const signs = ['*', '**', '_', '`', '```', '[', ']', '(', ')', '](', '![', '<', '>', '&', '&amp;', '&lt;b&gt;', '&copy', '&#x80;', '&#0;', '&#xd800;', '|', '\\', '#', '- ', '+ ', '1. ', '1) ', '> ', '---', '===', '~~', '$', '$$', '{{', '}}', '{{ a.b }}', '{% if %}', '${x}', '<%= y %>', '[[z]]', '%s', '*|MERGE|*', '[object Object]', 'Loading...', 'Ã©', 'â€™', '\u00a0', '\u00ad', '\u200b', '\u200d', '\u202e', '\ufeff', '\u2028', '\ud83d', '\udc00', '😀', '\u0000', '\u0007', '\u0085', '\u{e0041}', '\t', '\n', '\r\n', '  \n', '    ', 'https://example.org/a_b(c)', 'www.example.org', 'a@example.org', ':::', '[^1]', '<!--', '-->', ']]>', '<![CDATA[', '<?php', '</']
const addresses = ['/a', '#b', '', ' ', 'javascript:alert(1)', 'java\nscript:alert(1)', 'JaVaScRiPt&colon;x', 'java script:x', ' v\u00a0bscript:y', 'data:text/html,<script>', 'data:image/gif;base64,R0lGOD', 'vbscript:x', 'https://example.org/a b', 'https://example.org/(a)', 'mailto:a@b.c', '//example.org/x', '\\\\host\\share', 'http://[::1', 'ftp://x', 'https://example.org/?q=<b>&a="c"', '\u0001javascript:x']

/** @param {Next} next @param {number} length words */
export function prose(next, length) {
  let out = ''
  for (let i = 0; i < length; i++) out += next() < 0.06 ? pick(next, signs) : pick(next, words) + (next() < 0.08 ? '. ' : ' ')
  return out
}

/** @param {Next} next */
function attributes(next) {
  let out = ''
  while (next() < 0.35) {
    const value = pick(next, [
      () => `class="${pick(next, classes)} ${pick(next, classes)}"`, () => `id=${pick(next, classes)}`, () => `href="${pick(next, addresses)}"`, () => `src='${pick(next, addresses)}'`,
      () => `alt="${prose(next, 3)}"`, () => `title="${prose(next, 2)}"`, () => pick(next, ['hidden', 'aria-hidden=true', 'style="display:none"', 'open', 'checked', 'reversed', 'start=007', 'value=9', 'colspan=3', 'rowspan=99999', 'colspan=-1', 'align=right', 'dir=rtl', 'lang=de']),
      () => pick(next, ['itemprop=author', 'itemprop=datePublished', 'datetime=2024-02-30', 'role=navigation', 'role=tabpanel', 'rel=author', 'srcset="a.jpg 1x, b.jpg 2x"', 'data-src=/lazy.jpg', 'type=checkbox', 'onclick=x()', 'xmlns="y"', '__proto__=1', 'constructor=2']),
      () => `${pick(next, signs)}=${pick(next, signs)}`, () => '"', () => `a${'b'.repeat(Math.floor(next() * 40))}`,
    ])()
    out += ` ${value}`
  }
  return out
}

const data = [
  '<script type="application/ld+json">{"@type":"Article","headline":"Tea","author":[{"name":"A B"}],"datePublished":"2020-01-01",}</script>',
  '<script type="application/ld+json">{"@graph":[{"@type":"Article","articleBody":"' + 'Boats lay there. '.repeat(40) + '"}]}</script>',
  '<script>self.__next_f.push([1,"a:[\\"$\\",\\"p\\",null,{\\"children\\":\\"text\\"}]"])</script>', '<script id="__NEXT_DATA__" type="application/json">{"props":{"a":"<p>b</p>"}}</script>',
  '<meta charset="shift_jis">', '<meta http-equiv="Content-Type" content="text/html; charset=utf-16">', '<base href="javascript:x">', '<link rel=canonical href="https://example.org/c">', '<meta name=robots content="noindex, noai">', '<title>Tea | Site</title>', '<!doctype html>', '<style>p{}</style>', '<!-- <p> -->', '<template><p>t</p></template>',
  '<pre><code class="language-js">let a = `b`;\n\n\tc\n</code></pre>', '<table><tr><th>a<td>b|c<tr><td colspan=2><table><tr><td>d</table></table>', '<math><mi>x</mi><mo>+</mo><mn>1</mn></math>', '<ul><ul><li>a</ul><li>b</ul>',
]

/** A page: blocks in blocks, sometimes unclosed, misnested, cut off. @param {Next} next @param {number} size about how many characters */
export function page(next, size) {
  const open = []
  let out = next() < 0.5 ? pick(next, data) : ''
  while (out.length < size) {
    const dice = next()
    if (dice < 0.3) {
      const tag = pick(next, dice < 0.18 ? block : dice < 0.27 ? inline : odd)
      const target = (tag === 'a' || tag === 'img') && next() < 0.7 ? ` ${tag === 'a' ? 'href' : 'src'}="${pick(next, addresses)}"` : ''
      out += `<${tag}${target}${attributes(next)}${next() < 0.05 ? '/' : ''}>`
      open.push(tag)
    } else if (dice < 0.5 && open.length > 0) {
      const at = next() < 0.85 ? open.length - 1 : Math.floor(next() * open.length)
      out += `</${open.splice(at, 1)[0]}>`
    } else if (dice < 0.56) out += pick(next, data)
    else if (dice < 0.61) out += pick(next, constructions)(next)
    else if (dice < 0.65) out += pick(next, signs)
    else out += prose(next, 1 + Math.floor(next() * 30))
  }
  return next() < 0.2 ? out.slice(0, Math.floor(next() * out.length)) : out + open.reverse().map(tag => `</${tag}>`).join('')
}

/** Flattened text or Markdown: lines, some of them signs. @param {Next} next @param {number} size */
export function lines(next, size) {
  const starts = ['', '', '', '# ', '## ', '- ', '  - ', '1. ', '> ', '| ', '    ', '```\n', '---\n', '* * *\n', '[a]: /b "c"\n', '<div>\n', 'Published: ', 'Loading...\n', 'Share\nTweet\n', '{{x}}\n', '![a](b)\n', '[^1]: ']
  let out = next() < 0.1 ? pick(next, passages)(next) : ''
  while (out.length < size) out += next() < 0.2 ? pick(next, passages)(next) + pick(next, ['', '\n']) : pick(next, starts) + prose(next, Math.floor(next() * 25)) + pick(next, ['\n', '\n\n', '\r\n', '\n\n\n', '\r'])
  return out
}

const long = 'harbourmaster well-known shipbuilding fisherman moonlight sailing rope-maker northern weather everybody Nebelhorn überfahrt'.split(' ')

/** Text broken at a width, some of its words in two: a mail, a book, a man page. @param {Next} next @param {number} size */
export function wrapped(next, size) {
  const width = 50 + Math.floor(next() * 35)
  const hyphen = pick(next, ['-', '-', '\u00ad', '\u2010', ''])
  const indent = pick(next, ['', '', '  ', '> ', '    '])
  let out = ''
  let line = indent
  while (out.length < size) {
    const word = (next() < 0.3 ? pick(next, long) : next() < 0.02 ? pick(next, signs) : pick(next, words)) + (next() < 0.08 ? pick(next, ['.', ',', '?', ':', '.']) : '')
    if (line.length + 1 + word.length > width) {
      const cut = hyphen !== '' && word.length > 5 && next() < 0.5 ? 2 + Math.floor(next() * (word.length - 4)) : 0
      out += `${line}${cut > 0 ? ` ${word.slice(0, cut)}${hyphen}` : ''}\n`
      line = indent + word.slice(cut)
    } else line += line.length > indent.length ? ` ${word}` : word
    if (next() < 0.01) {
      out += `${line}\n\n${next() < 0.3 ? pick(next, passages)(next) : ''}`
      line = indent
    }
  }
  return out + line
}

/** @param {Next} next @param {number} size */
export function bytes(next, size) {
  const out = new Uint8Array(size)
  const high = next()
  for (let i = 0; i < size; i++) out[i] = next() < high ? Math.floor(next() * 256) : 32 + Math.floor(next() * 95)
  return out
}
