/** Options of the writer through the library: hooks, tables as HTML, the self-check, spelling. */
import {describe, expect, it} from 'vitest'
import {finish} from '../src/clean.ts'
import {readArguments} from '../src/cli/arguments.ts'
import {clean, parse, render, type Options} from '../src/index.ts'
import {loadDrivers} from '../src/input/drivers.ts'
import {drive, open} from '../src/input/read.ts'
import {settle} from '../src/options.ts'
import {loadHtml} from '../src/output/html.ts'

async function written(html: string, options: Options = {}): Promise<string> {
  return (await clean(html, {fragment: true, from: 'html', url: 'https://e.org/d/', ...options})).markdown.trim()
}
/** A page of which nothing is dropped. */
async function page(html: string, options: Options = {}): Promise<string> {
  return render(await parse(html, {from: 'html', url: 'https://e.org/d/'}), [], options).markdown.trim()
}

describe('hooks', () => {
  const cases: readonly (readonly [string, string, NonNullable<Options['hooks']>, string])[] = [
    ['inline elements that Markdown has no sign for', '<p>a <mark>b*c*</mark> <ins>d</ins>', {mark: text => `==${text}==`, u: text => `++${text}++`}, 'a ==b\\*c*== ++d++'],
    ['elements with a sign', '<p>Press <kbd>Ctrl</kbd>', {kbd: (_, {text}) => `<kbd>${text}</kbd>`}, 'Press <kbd>Ctrl</kbd>'],
    ['raised text', '<p>x<sup>n</sup>', {sup: text => `^${text}^`}, 'x^n^'],
    ['links with what they hold', '<p>a <a href="/x" title=t>b <b>c</b></a> d', {a: (text, {attrs}) => `${text}{${attrs['href']}}`}, 'a [b **c**](https://e.org/x "t"){/x} d'],
    ['a link that is the whole block', '<p><a href="/x">b</a>', {a: (_, {text, tag}) => `${tag}:${text}`}, 'a:b'],
    ['links inside emphasis', '<p><b>a <a href="/x">b</a></b>', {a: () => 'L'}, '**a L**'],
    ['images in and out of text', '<p>a <img src=b.png alt=c></p><p><img src=d.png>', {img: (_, {attrs}) => `{${attrs['src']}}`}, 'a {b.png}\n\n{d.png}'],
    ['blocks', '<h2 class=x>a</h2><p>b', {h2: (text, {classes}) => `${text} {.${classes[0]}}`, p: () => undefined}, '## a {.x}\n\nb'],
    ['what is left out', '<aside>a</aside><p>b', {aside: () => ''}, 'b'],
    ['rules', '<p>a<hr><p>b', {hr: () => '* * *'}, 'a\n\n* * *\n\nb'],
  ]
  it.each(cases)('write %s', async (_, html, hooks, expected) => {
    expect(await written(html, {hooks})).toBe(expected)
  })

  it('hold for render, too', async () => {
    expect(await page('<p>a <mark>b</mark>', {hooks: {mark: text => `==${text}==`}})).toBe('a ==b==')
  })

  it('must be functions by names in lower case', async () => {
    for (const hooks of [{a: 1}, {A: () => ''}, []]) await expect(clean('<p>a', {hooks: hooks as never})).rejects.toThrow(/option hooks: .* functions by element name/u)
  })
})

describe('tables as HTML', () => {
  const html = '<table><tr><th rowspan=2 align=right>a<th colspan=2>b & <b>c</b><tr><td><ul><li>x<li>y<ol start=3><li>z</ol></ul><td><pre>1\n\n  2 &lt;</pre><p>p<p>q <a href="javascript:x">no</a> <a href="/r?a=1&b=2">yes</a><img src=i.png alt="&quot;<"></table>'
  const expected = [
    '<table>', '<tr><th rowspan="2" align="right">a</th><th colspan="2">b &#38; <strong>c</strong></th></tr>',
    '<tr><td><ul><li>x</li><li>y<ol start="3"><li>z</li></ol></li></ul></td><td><pre><code>1&#10;&#10;  2 &#60;</code></pre><p>p</p><p>q no <a href="https://e.org/r?a=1&#38;b=2">yes</a><img src="https://e.org/d/i.png" alt="&#34;&#60;"></p></td></tr>', '</table>',
  ].join('\n')

  it('keeps spans, alignment, lists, code and paragraphs', async () => {
    expect(await written(html, {tables: 'html'})).toBe(expected)
  })

  it('leaves a plain table to GFM', async () => {
    expect(await written('<table><tr><th>a<th>b<tr><td>c<td>d</table>', {tables: 'html'})).toBe('| a | b |\n| --- | --- |\n| c | d |')
  })

  it('stays a table where the Markdown becomes HTML', async () => {
    const toHtml = await loadHtml()
    const out = toHtml(expected)
    expect(out).toContain('<th rowspan="2" align="right">a</th>')
    expect(out).toContain('<a href="https://e.org/r?a=1&#38;b=2" rel="nofollow noopener">yes</a>')
    expect(toHtml('<table><script>alert(1)</script><td onclick="x">y</td><a href="javascript:1">z</a><img src="data:x" alt="q">'))
      .toBe('<table>&#60;script&#62;alert(1)&#60;/script&#62;<td>y</td><a>z</a><img alt="q"></table>\n')
  })
})

describe('verify', () => {
  const harmful = '<p>a <b>b</b></p><ul><li>c</ul><table><tr><th>d<th>e<tr><td>f<td>g</table><p>h'

  it('finds nothing in what the writer wrote', async () => {
    for (const options of [{}, {links: 'drop'}, {images: 'alt'}, {tables: 'html'}, {markdown: {shift: 2, headings: 'setext', wrap: 20, linkStyle: 'referenced'}}, {hooks: {p: () => '# h'}}] as const) {
      expect((await clean(`<h1>t</h1>${harmful}<p><a href="/x">i</a> <img src=j.png alt=k> j`, {fragment: true, from: 'html', verify: true, ...options})).problems.map(({code}) => code)).not.toContain('markdown-differs')
    }
  })

  it('says what does not read back, and only when asked', async () => {
    const settings = settle({fragment: true, from: 'html'})
    const read = drive(open(harmful, {}, settings), {settings, drivers: await loadDrivers(settings, ['html'])})
    const differences = Array.from({length: 5}, (_, block) => ({block, why: 'text', expected: 'a'.repeat(99), found: 'b'}) as const)
    expect(finish(read, {settings}).problems).toEqual([])
    expect(finish(read, {settings, verify: () => differences}).problems).toEqual([{
      code: 'markdown-differs', count: 5,
      message: `the Markdown does not read back as it was meant: ${[0, 1, 2].map(block => `block ${block} (text): "${'a'.repeat(60)}…" reads back as "b"`).join('; ')}; …`,
    }])
  })

  it('does not read back what a parser would take hours over, and says so', async () => {
    // Quadratic for the parser: without the guard this takes half a minute.
    for (const from of ['html', 'markdown'] as const) {
      const {markdown, problems} = await clean(`[a ${'word '.repeat(40_000)}`, {fragment: true, from, verify: true})
      expect(markdown.length).toBeGreaterThan(100_000)
      expect(problems.find(({code}) => code === 'markdown-differs')?.message ?? '').toContain('was not read back')
    }
  })

  it('is asked on the command line', () => {
    expect(readArguments(['--verify', 'a.html']).options).toEqual({verify: true})
  })
})

describe('what stands around code and panels', () => {
  const code = '<pre><code class="language-sh">'
  const cases: readonly (readonly [string, string, string])[] = [
    ['tabs with roles', `<p>x<div><ul role=tablist><li role=tab>npm<li role=tab>yarn</ul><div><div role=tabpanel>${code}npm i</code></pre></div><div role=tabpanel>${code}yarn add</code></pre></div></div></div><p>y`, 'x\n\n**npm**\n\n```sh\nnpm i\n```\n\n**yarn**\n\n```sh\nyarn add\n```\n\ny'],
    ['tabs by class', '<div class="vp-code-group"><div class="tabs"><input type=radio><label>a*</label><label>b</label></div><div class="blocks"><div class="language-js"><pre><code>1</code></pre></div><div class="language-ts"><pre><code>2</code></pre></div></div></div>', '**a\\***\n\n```js\n1\n```\n\n**b**\n\n```ts\n2\n```'],
    ['tabs of text', '<div class="tabbed-set"><div class="tabbed-labels"><label>C</label><label>D</label></div><div class="tabbed-content"><div class="tabbed-block"><p>c</div><div class="tabbed-block"><p>d</div></div></div>', '**C**\n\nc\n\n**D**\n\nd'],
    ['labels that fit no panels', '<div><ul role=tablist><li>a<li>b<li>c</ul><div role=tabpanel>d</div></div>', '- a\n- b\n- c\n\nd'],
    ['the name of a file', '<div class="language-jsx"><div class="codeBlockTitle">src/App.jsx</div><div><pre><code>a()</code></pre></div></div>', '```jsx title="src/App.jsx"\na()\n```'],
    ['a file that tells the language', '<figure><figcaption>config.yml</figcaption><pre>a: 1</pre></figure>', '```yaml title="config.yml"\na: 1\n```'],
    ['a file of no known language', '<figure><figcaption>data.xyz</figcaption><pre>a</pre></figure>', '*data.xyz*\n\n```\na\n```'],
    ['the title of the element', '<pre title="a.py">b</pre>', '```py title="a.py"\nb\n```'],
    ['a post', '<blockquote class="twitter-tweet"><p>a<br>b</p>&mdash; J (@j) <a href="https://twitter.com/j/status/1">June 1</a></blockquote>', '> a\\\n> b\n>\n> — J (@j) [June 1](https://twitter.com/j/status/1)'],
    ['players and posts in frames', '<iframe src="https://platform.twitter.com/embed/Tweet.html?dnt=1&amp;id=12345"></iframe><iframe src="https://open.spotify.com/embed/track/1"></iframe>', '[Post](https://twitter.com/i/status/12345)\n\n[Audio](https://open.spotify.com/embed/track/1)'],
  ]
  it.each(cases)('%s', async (_, html, expected) => {
    expect(await page(html)).toBe(expected)
  })

  it('a fragment keeps the bar of its code as text', async () => {
    expect(await written('<figure><figcaption>config.yml</figcaption><pre>a: 1</pre></figure>')).toBe('config.yml\n\n```\na: 1\n```')
  })
})

describe('alerts in Markdown', () => {
  it.each([
    ['> [!NOTE]\n> a *b*\n>\n> c'], ['> [!CAUTION]\n> x\n>\n> - y'], ['> [!TIP]\n>\n> ```js\n> a\n> ```'],
  ])('come through: %j', async markdown => {
    const result = await clean(markdown, {from: 'markdown', title: 'drop', verify: true})
    expect(result.markdown.trim()).toBe(markdown)
    expect(result.problems).toEqual([])
  })

  it.each(['> [!TIP] same line', '> [!WARNING]', '> [!OTHER]\n> x'])('are no alerts: %j', async markdown => {
    const {blocks} = await parse(markdown, {from: 'markdown'})
    expect(blocks[0].text).toContain('[!')
  })
})

describe('what a reader of whole pages sees', () => {
  const formula = (tex: string): string => `<span class="mwe-math-element"><span class="mwe-math-mathml-inline mwe-math-mathml-a11y" style="display: none;"><math alttext="{\\displaystyle ${tex}}"><mi>x</mi></math></span><img class="mwe-math-fallback-image-inline" aria-hidden="true" src="/x.svg"></span>`
  const cases: readonly (readonly [string, string, string])[] = [
    ['formulas of an encyclopedia', `<p>Let ${formula('x_1')} be.</p>`, 'Let $x_1$ be.'],
    ['a formula alone stands on its own lines', `<p>${formula('x_1')}</p>`, '$$\nx_1\n$$'],
    ['citations are footnotes, without the way back', '<p>a<sup><a href="#cite_note-J_1-1">[1]</a></sup> b<sup><a href="#cite_note-2">[2]</a></sup></p><ol class="references"><li id="cite_note-J_1-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-J_1">^</a></b></span> <span class="reference-text">J</span><li id="cite_note-2"><span class="mw-cite-backlink">^ <a href="#x"><sup>a</sup></a></span> K</ol>', 'a[^1] b[^2]\n\n[^1]: J\n\n[^2]: K'],
    ['a heading that links to itself', '<h2><a href="#a">A</a></h2><h3><a href="https://e.org/d/#b">B</a></h3><h4><a href="/c">C</a></h4>', '## A\n\n### B\n\n#### [C](https://e.org/c)'],
    ['the language of a pre by its bare name', '<pre class="rust rust-example-rendered"><code>a</code></pre>', '```rust\na\n```'],
  ]
  it.each(cases)('%s', async (_, html, expected) => {
    expect(await page(html)).toBe(expected)
  })

  it('a fragment keeps the list of its citations', async () => {
    expect(await written('<p>a<a href="#cite_note-2">[2]</a></p><ol><li id="cite_note-2">K</ol>')).toBe('a[\\[2\\]](https://e.org/d/#cite_note-2)\n\n1. K')
  })
})
