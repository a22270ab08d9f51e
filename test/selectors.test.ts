/** What `select` and `remove` match, from the selector to the Markdown. */
import {load} from 'cheerio'
import {describe, expect, it} from 'vitest'
import {compileSelectors, type ReadSelected} from '../src/input/select.ts'
import {readHtml} from '../src/input/html.ts'
import {nestsDeeper} from '../src/input/nestsDeeper.ts'
import {settle, type Options} from '../src/options.ts'
import {Ledger} from '../src/page/ledger.ts'
import {measure} from '../src/page/measure.ts'
import {selectors} from '../src/passes/selectors.ts'

type Choice = Pick<Options, 'select' | 'remove'>

function read(html: string, options: Choice): ReadSelected {
  const compiled = compileSelectors(settle(options))
  if (compiled === undefined) throw new Error('no selectors')
  return compiled.readHtml(html, {})
}

function judged({page, selected}: ReadSelected, options: Choice): Ledger {
  const ledger = new Ledger(page)
  ledger.pass = selectors.name
  selectors.run(page, ledger, {settings: settle(options), measure: measure(page), selected})
  return ledger
}

/** Texts of the blocks that live, images by their address. */
function left(html: string, options: Choice): string[] {
  const found = read(html, options)
  const ledger = judged(found, options)
  return found.page.blocks.flatMap((block, i) => {
    if (!ledger.alive(i)) return []
    return block.kind === 'image' ? [block.marks[0].attrs['src']] : [ledger.text(i)]
  })
}

describe('remove', () => {
  const cases: readonly (readonly [about: string, html: string, remove: string[], left: string[]])[] = [
    ['a region', '<nav><p>a</p><ul><li>b</ul></nav><p>c</p>', ['nav'], ['c']],
    ['each match', '<p>a</p><aside>b</aside><p>c</p><aside>d</aside>', ['aside'], ['a', 'c']],
    ['several selectors', '<nav>a</nav><p>b</p><footer>c</footer>', ['nav', 'footer'], ['b']],
    ['a match in a match', '<div>a<div>b<div>c</div></div></div><p>d</p>', ['div'], ['d']],
    ['a span inside a block', '<p>Read <span class="ad">this offer</span> on</p>', ['.ad'], ['Read on']],
    ['a bare span', '<p>Read <span>this</span> on <span>and</span> on</p>', ['p > span:first-child'], ['Read on and on']],
    ['a link, marks in it and around it', '<p><b>One <a href="x">two <i>three</i></a> four</b> five</p>', ['a'], ['One four five']],
    ['an inline element that is a whole block', '<p>a</p><div><a href="x">b</a></div><p>c</p>', ['a'], ['a', 'c']],
    ['an inline element that holds blocks', '<x-card><p>a</p><hr><img src=b><pre>c</pre></x-card><p>d</p>', ['x-card'], ['d']],
    ['a link over a card', '<p>a <a href="x">b<div>c</div></a></p><p>d</p>', ['a'], ['a', 'd']],
    ['an inline element in a paragraph that holds blocks', '<p><x-a><div>a</div><div>b</div></x-a> c</p>', ['x-a'], ['c']],
    ['across line breaks that end blocks', '<p>a <i>b<br><br>c</i> d</p>', ['i'], ['a', 'd']],
    ['an image', '<p>a <img class=icon src=x> b</p><img class=icon src=y><img src=z>', ['.icon'], ['a b', 'z']],
    ['images in an inline match', '<p>a <a class=x href=y><img src=z></a></p><a class=x href=y><img src=z></a>', ['.x'], ['a']],
    ['line numbers in code', '<pre><code><span class=no>1</span>  a\n<span class=no>2</span>  b</code></pre>', ['.no'], ['  a\n  b']],
    ['an item of a list', '<ul><li>a<li class=x>b<li>c</ul>', ['li.x'], ['a', 'c']],
    ['what holds another', '<div><p>a</p></div><div><p>b</p><form>c</form></div>', ['div:has(form)'], ['a']],
    ['a formula', '<p>a <math alttext="x"></math> b</p>', ['math'], ['a b']],
    ['no fact of the head', '<head><title>t</title><meta name=a content=b></head><p>x</p>', ['meta', 'title'], ['x']],
    ['nothing', '<p>a</p>', ['.none'], ['a']],
  ]
  it.each(cases)('%s', (_about, html, remove, expected) => {
    expect(left(html, {remove})).toEqual(expected)
  })

  it('leaves no trace but the decision', () => {
    const html = '<p>a <a href="x">b</a> c <i>d</i></p><div>e</div>'
    const plain = readHtml(html)
    const {page, selected} = read(html, {remove: ['a', 'div']})
    const marks = (of: typeof page): unknown => of.blocks.map(block => block.marks.map(({element: _element, ...mark}) => mark))
    expect(marks(page)).toEqual(marks(plain))
    expect(page.regions).toEqual(plain.regions)
    expect(page.source).toBe(html)
    expect(selected).toContainEqual({verdict: 'drop', selector: 'a', from: 0, to: 1, span: {from: 2, to: 3}})
    expect(selected).toContainEqual({verdict: 'drop', selector: 'div', from: 1, to: 2})
  })
})

describe('select', () => {
  const cases: readonly (readonly [about: string, html: string, select: string[], left: string[]])[] = [
    ['a region', '<nav>a</nav><main><h1>b</h1><p>c</p></main><p>d</p>', ['main'], ['b', 'c']],
    ['two selectors', '<h1>a</h1><p>b</p><article>c</article>', ['h1', 'article'], ['a', 'c']],
    ['a span inside a block', '<p>By <span class=name>A. Author</span> today</p><p>x</p>', ['.name'], ['A. Author']],
    ['two spans of one block', '<p>a <b>b</b> c <b>d</b> e</p>', ['b'], ['b d']],
    ['a span in a match', '<p>a <b>b</b> c</p>', ['p', 'b'], ['a b c']],
    ['an image', '<p>a <img src=x> b</p>', ['img'], ['x']],
    ['code', '<p>a</p><pre><code>b</code></pre>', ['code'], ['b']],
    ['nothing', '<p>a</p>', ['.none'], []],
    ['the page', '<html><head><title>t</title></head><body><p>a</p></body></html>', ['html'], ['a']],
  ]
  it.each(cases)('%s', (_about, html, select, expected) => {
    expect(left(html, {select})).toEqual(expected)
  })

  it('yields to remove', () => {
    expect(left('<main>a<aside>b</aside></main><p>c</p>', {select: ['main'], remove: ['aside']})).toEqual(['a'])
  })

  it('is said of every block, as the user\'s word', () => {
    const options = {select: ['main']}
    const found = read('<p>a</p><main>b</main>', options)
    const ledger = judged(found, options)
    expect(found.page.blocks.map((_, i) => ledger.reason(i))).toMatchObject([
      {verdict: 'drop', rule: 'not selected', strength: 'user'},
      {verdict: 'keep', rule: 'select main', strength: 'user'},
    ])
  })
})

describe('selectors', () => {
  it('that cannot be read are named', () => {
    expect(() => compileSelectors(settle({select: ['p[']}))).toThrow(/option select: 'p\['.*not a CSS selector/u)
    expect(() => compileSelectors(settle({remove: ['p:never']}))).toThrow(TypeError)
    expect(() => compileSelectors(settle({remove: ['p:never']}))).toThrow(/option remove: 'p:never'/u)
    expect(() => compileSelectors(settle({remove: ['']}))).toThrow(TypeError)
  })

  it('are none without options', () => {
    expect(compileSelectors(settle({}))).toBeUndefined()
  })

  it('read the same page as the HTML driver', () => {
    const html = '<![CDATA[ x><p>a &amp; b</p><table><td>c</table><script>d</script>'
    const {page} = read(html, {remove: ['.none']})
    expect(page).toEqual(readHtml(html))
  })

  it('match in a tree that the caller has', () => {
    const $ = load('<p>a</p><p class=x>b</p>')
    const before = $.html()
    const {selected} = compileSelectors(settle({remove: ['.x']}))!.readDom($.root()[0], {})
    expect(selected).toContainEqual({verdict: 'drop', selector: '.x', from: 1, to: 2})
    expect($.html()).toBe(before)
  })

  it('are not applied where that could take too long, and say so', () => {
    const deep = '<div>'.repeat(100_000) + 'a' + '</p>'.repeat(100_000)
    const {page, selected, problem} = read(deep, {select: ['p']})
    expect(problem?.message).toMatch(/not applied: elements nest deeper than 2000/u)
    expect(selected).toEqual([])
    expect(page.blocks.length).toBe(1)
    expect(left(deep, {select: ['p']})).toEqual(['a'])
    expect(read('<br>'.repeat(30_000), {remove: ['br ~ br']}).problem?.code).toBe('engine-failed')
    expect(read('<br>'.repeat(30_000), {remove: ['br']}).problem).toBeUndefined()
  })
})

describe('nestsDeeper', () => {
  const cases: readonly (readonly [html: string, deeper: boolean])[] = [
    ['<div>'.repeat(11), true],
    ['<div>'.repeat(10), false],
    ['<div></div>'.repeat(100), false],
    ['<p>a'.repeat(100), false],
    ['<li>a'.repeat(100), false],
    ['<p><b>a'.repeat(100), true],
    ['<b></i>'.repeat(100), true],
    ['<br><img>'.repeat(100), false],
    [`<svg>${'<path/>'.repeat(100)}</svg>`, false],
    ['<div/>'.repeat(100), true],
    [`<ul>${'<li><b>a</li>'.repeat(100)}</ul>`, false],
  ]
  it.each(cases)('%s: %s', (html, deeper) => {
    expect(nestsDeeper(html, 10)).toBe(deeper)
  })
})
