import {describe, expect, test} from 'vitest'
import {sniff} from '../src/input/sniff.ts'

const prose = 'The storm reached the coast in the early hours of Monday and brought down trees across three counties. '

const html: Record<string, string> = {
  'a document': '<!DOCTYPE html><html><head><title>a</title></head><body>b</body></html>',
  'a document behind a comment': '\ufeff\n<!-- saved from url=(0020)https://example.org -->\n<html><body>x',
  'a document behind an XML declaration': '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
  'a body only': '<BODY bgcolor=white>Hello',
  'a fragment': '<div class="post"><p>Hello <b>world</b></p></div>',
  'a fragment that starts with text': 'Hello <b>world</b>, see <a href="https://example.org/page">this page</a>.<br>Bye',
  'a list': '<ul>\n<li>One\n<li>Two\n</ul>',
  'comments first': '<!-- a --><!-- b --><p>Hello</p>',
  'Markdown in a document stays HTML': '<html><body><pre># Title\n\n[a](https://example.org) **b**\n\n## Two</pre></body></html>',
  'an article without a document': `<h1>Storm</h1>\n<p>${prose}</p>\n<p>${prose}</p>`,
  'a feed': '<?xml version="1.0"?><rss><channel><item>x</item></channel></rss>',
}
const markdown: Record<string, string> = {
  'heading and list': '# Title\n\n- one\n- two\n',
  'heading and link': '## Title\n\nSee [the page](https://example.org).\n',
  'front matter': '---\ntitle: Storm\ndate: 2024-05-05\n---\n\nPlain text.\n',
  'TOML front matter': '+++\ntitle = "Storm"\n+++\nPlain text.\n',
  'fences': 'Run this:\n\n```sh\nls\n```\n\nThen go.\n',
  'a table and emphasis': '| a | b |\n|---|---|\n| 1 | 2 |\n\nThis is **bold**.\n',
  'links and a list': '- [a](https://example.org/a)\n- [b](https://example.org/b)\n',
  'list, bold and code': '- **one** is `a`\n- **two** is `b`\n',
  'a README with a logo': '<p align="center"><img src="logo.svg"></p>\n\n# Name\n\nSee [docs](https://example.org).\n\n```js\nlet a\n```\n',
  'references': '# Title\n\nSee [the page][1].\n\n[1]: https://example.org\n',
}
const text: Record<string, string> = {
  'empty': '',
  'white space': ' \n\n\t ',
  'a sentence': 'Hello world.',
  'flattened': `Home\n\nAbout\n\nStorm hits the coast\n\n${prose}\n\n  • {{bucket.key_as_string}}\n`,
  'one line a block': `Home\nAbout us\nContact\n${prose.repeat(3)}\n${prose}\nCopyright 2024\n`,
  'bullets of mail': '- one\n- two\n- three\n',
  'a quoting mail': `On Monday Ann wrote:\n> Are you coming?\n> I am.\n\nYes.\n`,
  'writes about tags': `Use the <p> tag for paragraphs and the <b> tag for bold text. ${prose.repeat(3)}`,
  'shows a page of HTML': `${prose}\n\n${prose}\n\n${'<div class="a">\n  <p>Hello</p>\n</div>\n'.repeat(30)}\n\n${prose}\n\nThen close the body, as you always do at the end of a page.\n`,
  'starts with a sample of HTML': `<ul class="menu">\n  <li>One</li>\n  <li>Two</li>\n</ul>\n\n${prose}\n\n${prose}\n`,
  'comments in a program': '# set the path\nexport PATH=/bin\n# and go\ncd src\n',
  'a heart and comparisons': 'I <3 you. If a < b and c > d then e.',
  'an address in angle brackets': 'Ann <ann@example.org> wrote <https://example.org>',
  'stars': 'This is *the* best ***** hotel ** ever',
  'JSON': '{"a": "<b>x</b>", "c": [1, 2]}',
  'a rule and a colon on top': '---\nHello there, and welcome\n---\nBye',
  'lone surrogates and NUL': '\ud800\0\udfff',
}

describe.each([['html', html], ['markdown', markdown], ['text', text]] as const)('%s', (origin, cases) => {
  test.each(Object.entries(cases))('%s', (_, source) => {
    const {origin: found, why} = sniff(source)
    expect(`${found} (${why})`).toMatch(new RegExp(`^${origin} \\(.+\\)$`, 'u'))
  })
})

test('a bounded part is read: what stands in the middle of a long input changes nothing', () => {
  const plain = 'A line of text that goes on for a while.\n'.repeat(5000)
  expect(sniff(`${plain}${'<p>A paragraph.</p>\n'.repeat(5000)}${plain}`).origin).toBe('text')
})

test('no repeated sign keeps it from an answer', () => {
  for (const sign of ['<', '<a ', '<!--', '<!---->', '`', '*a', '[a](', '[', '\n', ' ', '<script>', '|-', '# a\n\n', '"']) {
    expect(sniff(sign.repeat(5_000_000 / sign.length)).why).not.toBe('')
  }
})
