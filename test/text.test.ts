import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {readText} from '../src/input/text.ts'
import type {Page} from '../src/page/page.ts'

/** Every block as `kind path "text"`: what the driver made of the lines. */
function outline(page: Page): string[] {
  return page.blocks.map(({kind, level, region, text}) => {
    let path = ''
    for (let r = region; r >= 0; r = page.regions[r].parent) path = page.regions[r].tag + (path && `>${path}`)
    const what = kind === 'paragraph' ? '' : `${kind}${level || ''} `
    return `${what}${path}: ${text}`.replace(/\n/gu, '⏎')
  })
}
function read(...lines: string[]): string[] {
  return outline(readText(lines.join('\n')))
}

const first = 'The first paragraph is long, as it is in an article, since a heading is only believed once the title block is over and some real prose has come; forty words are what it takes, and this sentence has them now, and a few more.'
const body = 'Officials advised residents to stay indoors and to keep away from the shore until Wednesday afternoon.'

test('the golden text keeps its paragraphs apart and its title for a later pass', () => {
  const page = readText(readFileSync(new URL('../fixtures/foreign-affairs/input.txt', import.meta.url), 'utf8'))
  const lines = outline(page)
  expect(lines.map(line => line.slice(0, 40))).toEqual([
    'p: Reuters A Taliban fighter pulls the l', 'p: Russia and the Taliban Make Amends', "p: Moscow's New Ally in Afghanistan", 'p: The Taliban, once a pariah, now finds',
    'p: Russia has long fretted that jihadist', 'p: Afghan children play on the wreckage ', 'p: Afghan children play on the wreckage ', 'p: In the past year, the group has chall',
    'p: Loading, please wait...', 'p: Browse Related Articles on {{}}', 'p: {{ | number}} Articles Found', 'ul>li: {{bucket.key_as_string}}',
  ])
  expect(page.origin).toBe('text')
})

test('blocks know where they stand in the source', () => {
  const source = `${first}\r\n\r\n  Storm warning  \r\n\r\n${body}\r\n• one\r\n•\r\ntwo\r\n\r\n    let a = 1;\r\n    run(a);\r\n\r\na\tb\r\nc\td\r\n`
  const page = readText(source)
  expect(page.blocks.map(({from, to}) => source.slice(from, to).replace(/\s+/gu, ' '))).toEqual(
    [first, 'Storm warning', body, 'one', 'two', 'let a = 1; run(a);', 'a', 'b', 'c', 'd'])
  expect(page.source).toBe(source)
})

describe('paragraphs', () => {
  test('one line a block, no empty lines', () => expect(read('Home', 'About', first, 'What to do now', body, 'Copyright'))
    .toEqual(['p: Home', 'p: About', `p: ${first}`, 'heading2 h2: What to do now', `p: ${body}`, 'p: Copyright']))
  test('short lines together keep their breaks', () => expect(read('Dear Ann,', 'all is well.', 'Bob', '', body)).toEqual(['p: Dear Ann,⏎all is well.⏎Bob', `p: ${body}`]))
  test('long lines together are paragraphs', () => expect(read(first, first, '', body)).toEqual([`p: ${first}`, `p: ${first}`, `p: ${body}`]))
  test('hard-wrapped, a word broken', () => expect(read(
    'It is a truth universally acknowledged, that a single man in possession', 'of a good fortune, must be in want of a wife. However little known the',
    'feelings or views of such a man may be on his first entering a neigh-', 'bourhood, this truth is so well fixed in the minds of the well-',
    'known families, that he is a well bred and known man to all of them.', '', 'A second one.'))
    .toEqual(['p: It is a truth universally acknowledged, that a single man in possession of a good fortune, must be in want of a wife. However little known the ' +
      'feelings or views of such a man may be on his first entering a neighbourhood, this truth is so well fixed in the minds of the well-known families, ' +
      'that he is a well bred and known man to all of them.', 'p: A second one.']))
  test('a broken word that the text knows in one piece', () => expect(read(
    'They understand that the harbour lies under the hill, and that nobody', 'else in the village would ever climb it alone; yet they did not under-',
    'stand why the man wished to go there in the middle of a winter night.')[0]).toContain('did not understand why'))
  test('hard-wrapped without spaces', () => expect(read('これは日本語の文章であり、固定幅で折り返されている', 'ため、行末には意味がありません。次の行に続く文章も', '同じように折り返されていて、段落の終わりまで続きます', 'のです。'))
    .toEqual(['p: これは日本語の文章であり、固定幅で折り返されているため、行末には意味がありません。次の行に続く文章も同じように折り返されていて、段落の終わりまで続きますのです。']))
  test('verse', () => expect(read(first, '', 'Tyger Tyger, burning bright,', 'In the forests of the night;', 'What immortal hand or eye,', 'Could frame thy fearful symmetry?'))
    .toEqual([`p: ${first}`, 'p: Tyger Tyger, burning bright,⏎In the forests of the night;⏎What immortal hand or eye,⏎Could frame thy fearful symmetry?']))
  test('verse without any empty line', () => expect(read('Tyger Tyger, burning bright,', 'In the forests of the night;', 'What immortal hand or eye,', 'Could frame thy fearful symmetry?')).toHaveLength(1))
  test('talk', () => expect(read('— Bonjour, dit-il.', '— Bonjour, répondit-elle.', '— Où vas-tu ?', '', 'ANN: Where?', 'BOB: At the sea.'))
    .toEqual(['p: — Bonjour, dit-il.', 'p: — Bonjour, répondit-elle.', 'p: — Où vas-tu ?', 'p: ANN: Where?', 'p: BOB: At the sea.']))
})

describe('lists', () => {
  test('bullets nest by indent and sign', () => expect(read('• a', '  ◦ b', '  ◦ c', '• d', '', '▪ e', '– f', '– g')).toEqual(
    ['ul>li: a', 'ul>li>ul>li: b', 'ul>li>ul>li: c', 'ul>li: d', 'ul>li: e', 'ul>li>ul>li: f', 'ul>li>ul>li: g']))
  test('a sign alone takes the next line; an empty one nothing', () => expect(read('•', 'a', '•', 'b', '•', '•', '', body)).toEqual(['ul>li: a', 'ul>li: b', `p: ${body}`]))
  test('signs and texts apart, an empty line between', () => expect(read('•', '', 'a', '', '•', '', 'b', '', body)).toEqual(['ul>li: a', 'ul>li: b', `p: ${body}`]))
  test('a single dash is no list, two are', () => expect(read('- a remark', '', body, '', '- a', '- b')).toEqual(['p: - a remark', `p: ${body}`, 'ul>li: a', 'ul>li: b']))
  test('counted, with its start, over empty lines, lines that go on', () => {
    const page = readText('3. a\n   goes on\n\n4. b\n\n5. c\n\na) x\nb) y')
    expect(outline(page)).toEqual(['ol>li: a goes on', 'ol>li: b', 'ol>li: c', 'ol>li: x', 'ol>li: y'])
    expect(page.regions.filter(({tag}) => tag === 'ol').map(({attrs}) => attrs['start'])).toEqual(['3', undefined])
  })
  test('a number in parentheses under an item is no count', () => expect(read('• Call', '    (415) 555-1234', '• Write')).toEqual(['ul>li: Call⏎(415) 555-1234', 'ul>li: Write']))
  test('a year is no count', () => expect(read('1984. A novel about a year.', '', '12. Februar war es.')).toEqual(['p: 1984. A novel about a year.', 'p: 12. Februar war es.']))
})

describe('code', () => {
  test('indented, with an empty line inside', () => expect(read(first, '', '    if (a) {', '        run()', '', '    }', '', body)).toEqual([`p: ${first}`, 'code pre: if (a) {⏎    run()⏎⏎}', `p: ${body}`]))
  test('not indented', () => expect(read('const a = 1;', '# set it', 'run(a);', '', body)).toEqual(['code pre: const a = 1;⏎# set it⏎run(a);', `p: ${body}`]))
  test('one command, set in', () => expect(read(body, '', '    lpr -P attic list.txt', '', body)).toContain('code pre: lpr -P attic list.txt'))
  test('a shell', () => expect(read(body, '', '$ npm install', 'added 5 packages', '', body)).toEqual([`p: ${body}`, 'code pre: $ npm install⏎added 5 packages', `p: ${body}`]))
  test('fenced, language kept, closed by its own sign', () => {
    const page = readText('```js\na\n\n  b\n~~~\n```\ntext ```\n```\nnever closed')
    expect(outline(page).slice(0, 1)).toEqual(['code pre: a⏎⏎  b⏎~~~'])
    expect(page.regions[0].classes).toEqual(['language-js'])
    expect(outline(page).join()).toContain('never closed')
  })
  test('prose set in is no code', () => expect(read(first, '', '      He said that the sea was calm and the wind was mild that day.', '      Nobody believed him; they went home.')[1]).toMatch(/^p: He said/u))
})

describe('headings', () => {
  test('short, alone, before prose', () => expect(read(first, '', 'What residents should do', '', body)).toContain('heading2 h2: What residents should do'))
  test('behind a loading text, too', () => expect(read(first, '', 'Loading...', '', 'What goes in', '', body)).toContain('heading2 h2: What goes in'))
  test.each(['Photo by Ann Smith', 'May 5, 2024', 'Read more', 'Ingredients:', 'and so it went', 'He left.', '4 min read', 'By Ann Smith', '$5.99', 'Figure 3', '{{ title }}', 'Ann | Sea | Storm', 'THE SEA!'])(
    'not: %s', line => expect(read(first, '', line, '', body)).toEqual([`p: ${first}`, `p: ${line}`, `p: ${body}`]))
  test('not before the first long paragraph', () => expect(read('Storm hits coast', '', 'Thousands without power', '', first)[0]).toBe('p: Storm hits coast'))
  test('not above another short line, nor twice the same', () => expect(read(first, '', 'Analytics', '', 'Cookies', '', 'Off', '', body, '', 'Storms', '', body, '', 'Storms', '', body).filter(line => line.startsWith('heading'))).toEqual([]))
  test('numbered by depth', () => expect(read(first, '', '1. Methods', '', body, '', '1.2 Materials', '', body, '', 'CHAPTER II', '', body).filter(line => line.startsWith('heading')))
    .toEqual(['heading2 h2: 1. Methods', 'heading3 h3: 1.2 Materials', 'heading2 h2: CHAPTER II']))
  test('marked and underlined', () => expect(read('# Title #', '', 'Usage', '=====', '', 'More', '----', '', '== Wiki ==')).toEqual(['heading1 h1: Title', 'heading1 h1: Usage', 'heading2 h2: More', 'heading2 h2: Wiki']))
  test('a comment is no heading', () => expect(read(body, '', '# set the path', 'export PATH=/bin').filter(line => line.startsWith('heading'))).toEqual([]))
})

describe('tables, quotes, rules', () => {
  test('tabs', () => expect(read('a\tb', 'c\td', '', 'e\tf')).toEqual(['table>tr>td: a', 'table>tr>td: b', 'table>tr>td: c', 'table>tr>td: d', 'p: e f']))
  test('aligned spaces, ruled', () => expect(read('Name     Born', '-------  ----', 'Austen   1775')).toEqual(['table>tr>th: Name', 'table>tr>th: Born', 'table>tr>td: Austen', 'table>tr>td: 1775']))
  test('pipes only with a line under the head', () => {
    expect(read('a | b', '--|--', 'c | d')).toContain('table>tr>th: b')
    expect(read(body, '', 'Home | About', 'News | Sport')[1]).toBe('p: Home | About⏎News | Sport')
  })
  test('two spaces between sentences are no columns', () => expect(read(body, '', 'He left.  She stayed.', 'He came.  She left.')[1]).toBe('p: He left. She stayed.⏎He came. She left.'))
  test('quotes nest', () => expect(read('> Ann wrote:', '>> Are you coming along?', '> Yes.', '', 'Fine.')).toEqual(['blockquote>p: Ann wrote:', 'blockquote>blockquote>p: Are you coming along?', 'blockquote>p: Yes.', 'p: Fine.']))
  test('rules', () => expect(read('a', '', '* * *', '', '_____', '', '====', '', 'b')).toEqual(['p: a', 'rule : ', 'rule : ', 'rule : ', 'p: b']))
})

describe('whatever the bytes', () => {
  test('line ends, form feeds, control characters', () => {
    expect(outline(readText('\ufeffa\rb\r\n\r\nc\fd\u0000e\n\u000b\n'))).toEqual(['p: a⏎b', 'p: c', 'p: de'])
    expect(readText('').blocks).toEqual([])
    expect(readText('\n \t\u00a0\n\u200b').blocks).toEqual([])
  })
  test('a prompt with a tab in it ends the code before it, and reading goes on', () => expect(read('$ ls', '', '$ a\tb', 'c\td', '', body).at(-1)).toBe(`p: ${body}`))
  test('random code units', () => {
    let seed = 7
    const unit = (): number => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 8
    const signs = '\n\n\r -*#>=|`\t{}();.ab1A:•\u00a0\ud800\udfff\0'
    for (let i = 0; i < 300; i++) {
      const any = Array.from({length: 300}, () => i % 2 ? String.fromCharCode(unit() & 0xffff) : signs[unit() % signs.length]).join('')
      for (const {from, to, text} of readText(any).blocks) {
        expect(from).toBeLessThanOrEqual(to)
        expect(to).toBeLessThanOrEqual(any.length)
        expect(typeof text).toBe('string')
      }
    }
  })
  test('no word is lost', () => {
    const source = readFileSync(new URL('../fixtures/foreign-affairs/input.txt', import.meta.url), 'utf8')
    const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []
    expect(words(readText(source).blocks.map(({text}) => text).join('\n'))).toEqual(words(source))
  })
  test('the limit of blocks is kept and said', () => {
    for (const line of ['a\n\n', '• a\n', 'a\tb\n', '> a b c d e\n\n', 'a\n']) {
      const page = readText(line.repeat(50), {maxBlocks: 20})
      expect(page.blocks.length, line).toBe(line.startsWith('>') ? page.blocks.length : 20)
      if (page.blocks.length === 20) expect(page.truncated).toBe('blocks')
    }
  })
  const hostile: Record<string, string> = {
    'empty lines': '\n', 'one line': 'word ', spaces: ' ', 'short lines': 'abc\n', bullets: '• a\n', 'bullets and lines': '• a\nfoo\n', 'bare bullets': '•\n', dashes: '- a\n', counts: '1. a\n', fences: '```\n', 'fence starts': '```a\n',
    quotes: '> a b c d e\n', angles: '>', 'half code': 'foo(\nthis is a line of prose with words enough\n', prompts: '$ ls\nthis is prose and it goes on for ever\n', tabs: 'a\tb\na\tb\tc\n', pipes: 'a | b\n', columns: 'aaa   bbb\n', underlines: 'Title\n=====\n',
    braces: '{\n', hyphens: 'exam-\nple\n', surrogates: '\ud800\n', NUL: '\0', feeds: '\f',
  }
  // How time grows with them is the soak's business; here they are read, and the runner's own limit ends a hang.
  test.each(Object.entries(hostile))('%s are read', (_, line) => {
    const page = readText(line.repeat(360_000 / line.length))
    expect(page.blocks.every(block => block.text.length > 0 || block.kind === 'rule')).toBe(true)
  })
})

test('a script without capitals is not taken for broken lines where its lines end sentences', () => {
  const text = ['تتيح هذه الخدمة لأصحاب المنازل التي مضى على بنائها أكثر من خمسين عاما الحصول على رخصة لترميم الجدران والأسقف.', 'الرسوم', 'تبلغ رسوم الرخصة ثلاثين دينارا، ويعفى منها من كان منزله في حدود السوق القديم أو على جانب النهر قبل الجسر.', 'المدة', 'تنظر اللجنة في الطلب خلال عشرة أيام عمل من تاريخ تقديمه كاملا، ويبلغ صاحب الطلب بالقرار برسالة إلى هاتفه.']
  expect(readText(text.join('\n')).blocks.map(block => block.text)).toEqual(text)
})
