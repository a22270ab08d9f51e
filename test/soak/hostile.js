/** Hostile pages by name; `n` is the size factor: 1, 2, 4 … */

/** Bytes without a pattern that are the same every time. @param {number} length */
function noise(length) {
  const bytes = new Uint8Array(length)
  let state = 0x2545f491
  for (let i = 0; i < length; i++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    bytes[i] = state & 255
  }
  return bytes
}

const sentence = 'The harbour was quiet in the morning, and nobody had asked for the boats. '

/** What makes the sniffer see Markdown. */
const markdownHead = '# Harbours\n\nA [pier](https://example.org/) of **oak**.\n\n## Boats\n\n- one\n- two\n\n'

/** @type {Record<string, (n: number) => string | Uint8Array>} */
export const hostile = {
  'nested div': n => '<div>'.repeat(50_000 * n) + sentence,
  'nested div, closing p': n => '<div>'.repeat(50_000 * n) + '</p>'.repeat(50_000 * n),
  'nested div, closing span': n => '<div>'.repeat(50_000 * n) + '</span>'.repeat(50_000 * n) + sentence,
  'nested table': n => '<table>'.repeat(25_000 * n) + sentence,
  'nested table cells': n => '<table><tr><td>'.repeat(15_000 * n) + sentence,
  'nested lists': n => '<ul><li>a'.repeat(25_000 * n),
  'nested quotes': n => '<blockquote>a'.repeat(25_000 * n),
  'nested span': n => '<span class="a">x'.repeat(50_000 * n),
  'links in links': n => '<a href="/x">x'.repeat(50_000 * n),
  'unclosed b': n => '<b>x'.repeat(100_000 * n),
  'unclosed formatting': n => '<b><i><u><em>x'.repeat(25_000 * n),
  'misnested formatting': n => '<b><i>x</b></i>'.repeat(30_000 * n),
  'unclosed p in b': n => '<b><p>x'.repeat(50_000 * n),
  'one text node': n => sentence.repeat(Math.floor(5_000_000 * n / sentence.length)),
  'one word': n => `<p>${'x'.repeat(5_000_000 * n)}</p>`,
  'spaces': n => `<p>a${' '.repeat(5_000_000 * n)}b</p>`,
  'non-breaking spaces': n => `<p>a${'\u00a0'.repeat(2_000_000 * n)}b</p>`,
  'line breaks': n => `<p>a${'<br>'.repeat(200_000 * n)}b</p>`,
  'attributes': n => `<p ${Array.from({length: 250_000 * n}, (_, i) => `a${i}="${i}"`).join(' ')}>${sentence}</p>`,
  'one attribute': n => `<p class="${'a '.repeat(1_000_000 * n)}">${sentence}</p>`,
  'less-than signs': n => '<'.repeat(500_000 * n),
  'ampersands': n => '&'.repeat(1_000_000 * n),
  'entities': n => `<p>${'&amp;lt;&#x41;&notanentity;'.repeat(60_000 * n)}</p>`,
  'open comments': n => '<!--'.repeat(300_000 * n),
  'open CDATA': n => '<![CDATA['.repeat(150_000 * n),
  'open scripts': n => '<script>'.repeat(150_000 * n),
  'open titles': n => '<title>'.repeat(150_000 * n),
  'random bytes': n => noise(1_000_000 * n),
  'lone surrogates': n => `<p>${'\ud800x\udc00'.repeat(300_000 * n)}</p>`,
  'nul': n => `<p>${'\0'.repeat(1_000_000 * n)}a</p>`,
  'equal paragraphs': n => `<p>${sentence}</p>`.repeat(20_000 * n),
  'short paragraphs': n => Array.from({length: 60_000 * n}, (_, i) => `<p>${i}</p>`).join(''),
  'headings': n => '<h2>Tea</h2>'.repeat(50_000 * n),
  'captions': n => `<figure><img src="a.jpg" alt="${sentence}"><figcaption>${sentence}</figcaption></figure>`.repeat(10_000 * n),
  'wide table': n => `<table><tr>${'<td>1</td>'.repeat(50_000 * n)}</tr></table>`,
  'long table': n => `<table>${'<tr><td>1</td><td>2</td></tr>'.repeat(25_000 * n)}</table>`,
  'large spans': n => `<table>${'<tr><td colspan="1000" rowspan="60000">1</td></tr>'.repeat(500 * n)}</table>`,
  'brackets': n => `<p>${'['.repeat(300_000 * n)}</p>`,
  'stars': n => `<p>${'*a **b '.repeat(100_000 * n)}</p>`,
  'backticks': n => `<p>${Array.from({length: 1500 * n}, (_, i) => '`'.repeat(i % 300)).join('a')}</p>`,
  'code of backticks': n => `<pre><code>${'`'.repeat(1_000_000 * n)}</code></pre>`,
  'braces': n => `<p>${'{{ '.repeat(300_000 * n)}</p>`,
  'percent signs': n => `<p>${'{% % '.repeat(200_000 * n)}</p>`,
  'template tags': n => `<p>${sentence}</p>${`<p>${'{%---%}'.repeat(20)}"x</p>`.repeat(500 * n)}`,
  'number signs': n => `<h2>Tea${'#'.repeat(300_000 * n)}x</h2><p>${'#'.repeat(300_000 * n)}x</p>`,
  'tildes before a line separator': n => `<p>${'~'.repeat(200_000 * n)}\u2028x</p>`,
  'exclamation marks in the title': n => `<title>${'!'.repeat(500_000 * n)}x</title><p>${sentence}</p>`,
  'metas': n => `<head>${'<meta name="a" content="b">'.repeat(50_000 * n)}</head><p>${sentence}</p>`,
  'unclosed tag': n => `<p>${sentence}<a href="${'x'.repeat(2_000_000 * n)}`,
  'Markdown of quotes': n => `${markdownHead}${'>'.repeat(20_000 * n)}a\n`,
  'Markdown of open links': n => `${markdownHead}${'[a]('.repeat(20_000 * n)}\n`,
  'Markdown of brackets': n => `${markdownHead}${'['.repeat(50_000 * n)}\n`,
  'Markdown of emphasis': n => `${markdownHead}${'*a **b _c '.repeat(10_000 * n)}\n`,
  'Markdown of nested lists': n => `${markdownHead}${Array.from({length: 150 * n}, (_, i) => `${'  '.repeat(i)}- a\n`).join('')}`,
  'Markdown of table rows': n => `${markdownHead}| a | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(2000 * n)}`,
  'Markdown of backticks': n => `${markdownHead}${Array.from({length: Math.max(1, 500 * n)}, (_, i) => '`'.repeat(i % 300)).join('a')}\n`,
  'text of bullets': n => '- tea\n'.repeat(100_000 * n),
  'text of short lines': n => 'Tea and\nmore\n'.repeat(60_000 * n),
  'text of empty lines': n => `a${'\n'.repeat(2_000_000 * n)}b`,
  'text of tabs': n => `a${'\t'.repeat(1_000_000 * n)}b\n`.repeat(2),
}
