import {describe, expect, test} from 'vitest'
import {createNormaliser, repairMojibake} from '../src/input/normalise.ts'

function normal(text: string): string {
  return createNormaliser().piece(text)
}

describe('entities left as text', () => {
  test.each([
    ['Gender &amp; Mainstreaming', 'Gender & Mainstreaming'],
    ['&amp;quot;Grüne&amp;quot; Produkte', '"Grüne" Produkte'],
    ['Python, SQL &#x26; AI', 'Python, SQL & AI'],
    ['It&#039;s &#8220;so&#8221;', 'It\'s “so”'],
    ['a&nbsp;b', 'a b'],
    ['Er&shy;in&shy;nern', 'Erinnern'],
    ['&lt;b&gt;', '<b>'],
  ])('%s', (text, expected) => expect(normal(text)).toBe(expected))

  test.each([
    'AT&T; and others', 'a & b; c', '&notreal;', '&amp without its end', 'R&D;', '&#99999999;', 'https://example.org/?a=1&copy=2',
    'The entity &amp;lt; stands for a less-than sign', 'It is escaped as &quot; in attributes',
  ])('stays: %s', text => expect(normal(text)).toBe(text))

  test('a third round is not made', () => expect(normal('&amp;amp;amp;')).toBe('&amp;'))
  test('surrogates and NUL become what HTML says, and nothing throws', () => {
    expect(normal('&#xD800;&#0;')).toBe('\ufffd\ufffd')
    expect(normal('\ud800&amp;\udc00\0')).toBe('\ud800&\udc00\0')
  })
})

describe('characters that cannot be seen', () => {
  test.each([
    ['soft hyphen', 'Er\u00adin\u00adne\u00adrung', 'Erinnerung'],
    ['zero-width space, word joiner, BOM', 'a\u200bb\u2060c\ufeffd', 'abcd'],
    ['icon font', '\ue8b6 Search \uf002', ' Search '],
    ['icon font beyond the basic plane', '\u{f0349}Menu', 'Menu'],
    ['words hidden in tag characters', 'a\u{e0068}\u{e0069}b', 'ab'],
    ['non-joiner in Latin', 'Auf\u200clage', 'Auflage'],
    ['joiner alone', '\u200d', ''],
    ['mark at the end', 'Twitter\u200e', 'Twitter'],
    ['mark before a space', 'a\u200f b', 'a b'],
    ['override that makes text lie', 'file\u202egpj.exe', 'filegpj.exe'],
  ])('%s', (_, text, expected) => expect(normal(text)).toBe(expected))

  test.each([
    ['joined emoji', '👩\u200d💻 and ❤️\u200d🔥'],
    ['joined emoji with a skin tone', '👩🏽\u200d🚀'],
    ['flag of a region', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['Persian', 'می\u200cخواهم'],
    ['Hindi', 'क्\u200dष'],
    ['marks in Hebrew', 'שלום\u200f (a)\u200f'],
    ['a mark between letters', 'a\u200eb'],
    ['plain', 'Straße, naïve, 中文'],
  ])('stays: %s', (_, text) => expect(normal(text)).toBe(text))
})

test('all kinds of space are a space', () => {
  expect(normal('a\u00a0b\u2007c\u202fd\u2009e\u3000f\u2003g\u2028h\u2029i')).toBe('a b c d e f g h i')
})

test('repairs are counted by kind, over all pieces', () => {
  const {piece, repairs} = createNormaliser()
  piece('a\u00a0b\u00a0c')
  piece('a &amp; b\u00ad')
  piece('nothing')
  piece('\u200b\ue000\u200e')
  expect(repairs()).toEqual([
    {kind: 'space', count: 2}, {kind: 'entity', count: 1}, {kind: 'soft-hyphen', count: 1},
    {kind: 'zero-width', count: 1}, {kind: 'private-use', count: 1}, {kind: 'bidi', count: 1},
  ])
  expect(createNormaliser().repairs()).toEqual([])
})

/** UTF-8 read as windows-1252, as a careless program reads it. */
function misread(text: string): string {
  const table = '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'
  return [...new TextEncoder().encode(text)].map(byte => byte >= 0x80 && byte < 0xa0 ? table[byte - 0x80] : String.fromCharCode(byte)).join('')
}

describe('mojibake', () => {
  test.each([
    'We’ve been “here” before — in a café', 'Äpfel, Öl und Übermut', 'Мы здесь уже были', '私たちは以前ここにいました', 'One 😀 two 😀 three 😀',
  ])('is read again: %s', text => {
    const {text: repaired, repairs} = repairMojibake(misread(text))
    expect(repaired).toBe(text)
    expect(repairs).toHaveLength(1)
    expect(repairs[0].kind).toBe('mojibake')
    expect(repairs[0].count).toBe([...text].filter(character => character > '\x7f').length)
  })
  test('twice misread', () => expect(repairMojibake(misread(misread('“Déjà” — vu’s'))).text).toBe('“Déjà” — vu’s'))

  test.each([
    ['one honest é among them', `${misread('“a” — b')} café`],
    ['too few', misread('café olé')],
    ['a text about it', `Mojibake looks like ${misread('“”—')}`],
    ['true text', 'Ã is a letter, Â too; Åse, Ñandú'],
    ['a sequence cut off', `${misread('“”—')}â€`],
    ['a character of no byte', `${misread('“”—')} →`],
  ])('is left alone: %s', (_, text) => expect(repairMojibake(text)).toEqual({text, repairs: []}))
})
