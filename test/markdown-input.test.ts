import {describe, expect, test} from 'vitest'
import {loadMarkdown, readMarkdown} from '../src/input/markdown.ts'
import type {Page} from '../src/page/page.ts'

function outline({blocks, regions}: Page): string[] {
  return blocks.map(({kind, level, region, text, marks}) => {
    let path = ''
    for (let r = region; r >= 0; r = regions[r].parent) path = regions[r].tag + (path && `>${path}`)
    const what = kind === 'paragraph' ? '' : `${kind}${level || ''} `
    const marked = marks.map(({kind: mark, from, to, attrs}) => ` ${mark}(${text.slice(from, to)}${attrs['href'] ?? attrs['src'] ?? ''})`).join('')
    return `${what}${path}: ${text}${marked}`.replace(/\n/gu, '⏎')
  })
}
const read = (...lines: string[]): string[] => outline(readMarkdown(lines.join('\n')).page)

test('the loader gives the driver, the page says where it came from', async () => {
  const driver = await loadMarkdown()
  expect(driver('# A').page).toMatchObject({origin: 'markdown', source: '# A'})
})

describe('blocks', () => {
  test('headings and paragraphs', () => expect(read('# A', '', 'b', 'c', '', 'D', '---', '', '###### E')).toEqual(['heading1 h1: A', 'p: b c', 'heading2 h2: D', 'heading6 h6: E']))
  test('tight and loose lists, nested, counted', () => {
    expect(read('- a', '- b', '  - c', '', '***', '', '- d', '', '- e')).toEqual(['ul>li: a', 'ul>li: b', 'ul>li>ul>li: c', 'rule : ', 'ul>li>p: d', 'ul>li>p: e'])
    const {page} = readMarkdown('7. a\n8. b\n   > q\n')
    expect(outline(page)).toEqual(['ol>li: a', 'ol>li: b', 'ol>li>blockquote>p: q'])
    expect(page.regions[0].attrs).toEqual({start: '7'})
  })
  test('tasks', () => {
    const {page} = readMarkdown('- [x] a\n- [ ] b\n')
    expect(page.regions.filter(region => region.tag === 'li').map(region => region.attrs['task'])).toEqual(['x', ' '])
  })
  test('code, its language, its lines', () => {
    const {page} = readMarkdown('```c++ file=a\n\n  a &amp; b\n\n\nc\n```\n\n    d\n')
    expect(outline(page)).toEqual(['code pre: ⏎  a &amp; b⏎⏎⏎c', 'code pre: d'])
    expect(page.regions[0].classes).toEqual(['language-c++'])
  })
  test('tables and their alignment', () => {
    const {page} = readMarkdown('| a | b |\n|:-:|--:|\n| c *d* | |\n')
    expect(outline(page)).toEqual(['table>tr>th: a', 'table>tr>th: b', 'table>tr>td: c d em(d)'])
    expect(page.regions.filter(({tag}) => /^t[dh]$/u.test(tag)).map(({attrs}) => attrs['align'])).toEqual(['center', 'right', 'center', 'right'])
  })
  test('footnotes stay as written', () => expect(read('A[^1] b.', '', '[^1]: The note', '    goes on.')).toEqual(['p: A[^1] b.', 'p: [^1]: The note goes on.']))
})

describe('inline', () => {
  test('marks', () => expect(read('*a* **b** ~~c~~ `d  e` **f *g***')).toEqual(['p: a b c d e f g em(a) strong(b) del(c) code(d e) strong(f g) em(g)']))
  test('breaks', () => expect(read('a  ', 'b\\', 'c')).toEqual(['p: a⏎b⏎c']))
  test('links, references before and after, autolinks', () => {
    expect(read('[a](/x "t") [b][r] [r] <https://e.org> www.e.org [no]', '', '[r]: /y')).toEqual([
      'p: a b r https://e.org www.e.org [no] link(a/x) link(b/y) link(r/y) link(https://e.orghttps://e.org) link(www.e.orghttp://www.e.org)'])
  })
  test('images', () => {
    const {page} = readMarkdown('![alt](/a.png "t") and ![b][i]\n\n![alone](/c.png)\n\n[i]: /b.png')
    expect(page.blocks.map(({kind}) => kind)).toEqual(['paragraph', 'image'])
    expect(page.blocks[0].marks.map(({attrs}) => attrs)).toEqual([{src: '/a.png', alt: 'alt', title: 't'}, {src: '/b.png', alt: 'b'}])
    expect(page.counts.images).toBe(3)
  })
  test('entities are decoded, repairs asked for outside code', () => {
    expect(read('a &lt; b &amp;amp;')).toEqual(['p: a < b &amp;'])
    expect(outline(readMarkdown('é `é`\n\n    é', {normalise: piece => piece.toUpperCase()}).page)).toEqual(['p: É é code(é)', 'code pre: é'])
  })
})

describe('HTML inside', () => {
  test('inline', () => expect(read('a <b>b</b> H<sub>2</sub>O <a href="/x">c</a><br>d <!-- no --> <img src="/i.png" alt="i"> Array<T>')).toEqual(
    ['p: a b H2O c⏎d Array<T> strong(b) sub(2) link(c/x) image(/i.png)']))
  test('a script in a sentence says nothing', () => expect(read('a <script>alert(1)</script> b', '', 'c')).toEqual(['p: a b', 'p: c']))
  test('blocks', () => expect(read('<div align="center"><h2>T &amp; U</h2>', '<p>a <i>b</i><p>c', '<table><tr><td>d<td>e</table></div></div>', '', '<style>x{}</style>', '', '<!-- no', '-->', '', 'f')).toEqual(
    ['heading2 div>h2: T & U', 'div>p: a b em(b)', 'div>p: c', 'div>table>tr>td: d', 'div>table>tr>td: e', 'p: f']))
  test('a block around Markdown', () => expect(read('<details>', '<summary>S</summary>', '', '**a**', '', '</details>')).toEqual(['details>summary: S', 'p: a strong(a)']))
})

describe('front matter', () => {
  test.each([['---\ntitle: A\n---\n'], ['---\r\ntitle: A\r\n...\r\n'], ['+++\ntitle = "A"\n+++\n'], ['---\n---\n']])('%j is kept out of the page', matter => {
    const source = `${matter}\n# B\n`
    const {page, frontMatter} = readMarkdown(source)
    expect(frontMatter).toBe(matter)
    expect(outline(page)).toEqual(['heading1 h1: B'])
    expect(source.slice(page.blocks[0].from, page.blocks[0].to)).toBe('B')
  })
  test.each([['---\nHello there, all\n---\n'], ['---\ntitle: A\n'], ['# A\n---\ntitle: A\n---\n']])('%j has none', source => {
    expect(readMarkdown(source).frontMatter).toBeUndefined()
    expect(readMarkdown(source).page.blocks.length).toBeGreaterThan(0)
  })
})

describe('whatever comes', () => {
  const hostile: Record<string, string> = {
    quotes: '>'.repeat(50_000), 'open brackets': '['.repeat(50_000), stars: '*'.repeat(50_000), pairs: '*a_ '.repeat(20_000), 'lists in a line': '- '.repeat(50_000), 'links begun': '[a]('.repeat(20_000),
    'lists by indent': Array.from({length: 1500}, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n'), 'comments begun': 'a <!-- '.repeat(20_000), 'mixed containers': '- > '.repeat(20_000), 'quote after quote': '> a\n\n'.repeat(10_000),
    'a deep quote that goes on': `${'>'.repeat(40)}a\n${'b\n'.repeat(40_000)}`, 'lines without end': 'a: b\n'.repeat(40_000), 'three million characters': 'lorem ipsum '.repeat(250_000),
  }
  test.each(Object.entries(hostile))('%s are read as text, and the page says so', (_, source) => {
    const {page} = readMarkdown(source)
    expect(page).toMatchObject({origin: 'text', truncated: 'depth'})
  })
  test('front matter is kept out of that, too', () => {
    const {page, frontMatter} = readMarkdown(`---\na: b\n---\nc ${'>'.repeat(3)}\n\n${'>'.repeat(5000)} d`)
    expect(frontMatter).toBe('---\na: b\n---\n')
    expect(page.blocks[0].text).toBe('c >>>')
  })
  test('regions no deeper than allowed', () => {
    const {page} = readMarkdown(`${'> '.repeat(20)}a`, {maxDepth: 5})
    expect(page.truncated).toBe('depth')
    expect(page.regions.length).toBe(5)
    expect(page.blocks.map(({text}) => text)).toEqual(['a'])
  })
  test('the limit of blocks', () => expect(readMarkdown('a\n\n'.repeat(50), {maxBlocks: 9}).page).toMatchObject({truncated: 'blocks', blocks: {length: 9}}))
  test('random code units', () => {
    let seed = 7
    const unit = (): number => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 8
    const signs = '\n\n\r -*#>=|`\t{}()[]<>!&;.ab1A:\ud800\udfff\0'
    for (let i = 0; i < 300; i++) {
      const any = Array.from({length: 300}, () => i % 2 ? String.fromCharCode(unit() & 0xffff) : signs[unit() % signs.length]).join('')
      for (const {from, to} of readMarkdown(any).page.blocks) expect(to <= any.length && from <= to).toBe(true)
    }
  })
})
