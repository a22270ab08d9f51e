/** Bytes to text: every label, wherever it is declared, and what is done where nobody says. */
import {describe, expect, it} from 'vitest'
import {decode} from '../src/input/decode.ts'
import {decodeAs, encodingOf} from '../src/input/encoding/labels.ts'
import {encodedTexts, type EncodedText} from './encodedTexts.ts'

const ascii = (text: string): number[] => [...text].map(sign => sign.charCodeAt(0))
const bytesOf = ({base64}: EncodedText): number[] => [...Buffer.from(base64, 'base64')]
const padding = `<style>${'p{margin:0}'.repeat(600)}</style>`

interface Place { readonly name: string; readonly contentType?: string; readonly before: (label: string) => string }
const places: readonly Place[] = [
  {name: 'header', before: () => ''},
  {name: 'early meta', before: label => `<meta charset="${label}">`},
  {name: 'late meta', before: label => `${padding}<!-- <meta charset=utf-7> --><meta name=a content="b"><meta http-equiv="Content-Type" content="text/html; charset=${label}">`},
  {name: 'none', before: () => ''},
]

/** A page of that text, its markup in the same encoding. */
function page(row: EncodedText, before: string): Uint8Array {
  const markup = (text: string): number[] => {
    if (row.label === 'utf-16le') return ascii(text).flatMap(byte => [byte, 0])
    return row.label === 'utf-16be' ? ascii(text).flatMap(byte => [0, byte]) : ascii(text)
  }
  return Uint8Array.from([...markup(`<html><head>${before}<title>x</title></head><body class="a"><p>`), ...bytesOf(row), ...markup('</p><script>var a = "b"</script></body></html>')])
}

/** Nobody can tell these from their bytes: the letters of another encoding fit the language as well. */
const unknowable = new Set(['iso-8859-3', 'iso-8859-10', 'iso-8859-14', 'iso-8859-16'])

describe.each(encodedTexts)('$label ($language)', row => {
  it.each(places.filter(({name}) => name !== 'none' || !unknowable.has(row.label)))('$name', ({name, before}) => {
    const result = decode(page(row, before(row.label)), name === 'header' ? `text/html; charset="${row.label.toUpperCase()}"` : 'text/html')
    expect(result.text).toContain(`<p>${row.text}</p>`)
    expect(result.text).not.toMatch(/[\u0080-\u009f]/u)
    expect(result.damaged).toBe(0)
  })
})

describe('who is believed', () => {
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
  it('valid UTF-8 beyond ASCII, before every declaration', () => {
    expect(decode(utf8('<meta charset=iso-8859-1>Zürich'), 'text/html; charset=windows-1251')).toEqual(
      {text: '<meta charset=iso-8859-1>Zürich', encoding: 'utf-8', source: 'valid-utf-8', damaged: 0})
  })
  it('a literal U+FFFD is no damage', () => {
    expect(decode(utf8('<meta charset=iso-8859-1>Z\ufffdrich'))).toMatchObject({encoding: 'utf-8', damaged: 0})
  })
  it('the byte order mark, before all else', () => {
    expect(decode(Uint8Array.from([0xff, 0xfe, 0xfc, 0, 0x42, 0x04]), 'text/html; charset=utf-8')).toMatchObject({text: 'üт', encoding: 'utf-16le', source: 'bom'})
    expect(decode(Uint8Array.from([0xef, 0xbb, 0xbf, 0x41]))).toMatchObject({text: 'A', source: 'bom'})
  })
  it('the header, before the page', () => {
    expect(decode(Uint8Array.from([...ascii('<meta charset=koi8-r>'), 0xcf, 0xf0]), 'text/html;charset=windows-1251')).toMatchObject({encoding: 'windows-1251', source: 'header'})
  })
  it('the page, where the header names nothing known', () => {
    expect(decode(Uint8Array.from([...ascii('<meta charset=koi8-r>'), 0xf0, 0xd2]), 'text/html;charset=none')).toMatchObject({text: '<meta charset=koi8-r>Пр', source: 'meta'})
  })
  it('the XML declaration', () => {
    expect(decode(Uint8Array.from([...ascii('<?xml version="1.0" encoding="ISO-8859-2"?>'), 0xb1]))).toMatchObject({encoding: 'iso-8859-2', source: 'xml'})
  })
  it('near-valid UTF-8: what is broken is counted, the rest stays whole', () => {
    const bytes = utf8(`<p>${'Straße für Fußgänger '.repeat(20)}</p>`)
    const broken = Uint8Array.from([...bytes, 0xe4, 0x20])
    expect(decode(broken)).toMatchObject({encoding: 'utf-8', source: 'near-utf-8', damaged: 1})
    expect(decode(broken, 'text/html; charset=utf-8')).toMatchObject({source: 'header', damaged: 1})
  })
  it('no declaration of UTF-8 that most of the bytes contradict', () => {
    expect(decode(Uint8Array.from([...ascii('<meta charset=utf-8>Z'), 0xfc, ...ascii('rich')]))).toMatchObject({text: '<meta charset=utf-8>Zürich', encoding: 'windows-1252'})
  })
  it('no declaration of UTF-16 that can be read as ASCII', () => {
    expect(decode(Uint8Array.from(ascii('<meta charset=utf-16>hello')))).toMatchObject({text: '<meta charset=utf-16>hello', encoding: 'utf-8'})
  })
  it('a declaration in the middle of a long head', () => {
    const head = `<head><style>${'a{}'.repeat(40_000)}</style><meta charset="windows-1251"></head>`
    expect(decode(Uint8Array.from([...ascii(head), 0xcf])).encoding).toBe('windows-1251')
  })
})

it('windows-1252 is the same on every Node, under each of its names, its holes apart', () => {
  const bytes = Uint8Array.from([0x93, 0x48, 0x69, 0x94, 0x20, 0x80, 0x35, 0x85])
  for (const label of ['windows-1252', 'iso-8859-1', 'latin1', 'ascii', 'us-ascii', 'cp1252', 'x-user-defined']) {
    expect(decode(bytes, `text/html; charset=${label}`).text, label).toBe('“Hi” €5…')
  }
  expect(decode(Uint8Array.from([...ascii('Hi there, '), 0xe4, 0xf6, 0xfc, 0x81]), 'text/html; charset=latin1')).toMatchObject({text: 'Hi there, äöü\ufffd', damaged: 1})
})

it('controls that were typed as windows-1252 are what was typed', () => {
  expect(decode(Uint8Array.from([0xb1, 0x96, 0xb1]), 'text/html; charset=iso-8859-2').text).toBe('ą–ą')
})

it('every single-byte encoding: no control character, whatever the byte', () => {
  const all = Uint8Array.from(Array.from({length: 128}, (_, i) => 0x80 + i))
  for (const {label} of encodedTexts) expect(decode(all, `text/html; charset=${label}`).text, label).not.toMatch(/[\u0080-\u009f]/u)
})

it('never throws', () => {
  const random = (seed: number): Uint8Array => Uint8Array.from(Array.from({length: 999}, (_, i) => (seed = (seed * 1_103_515_245 + 12_345 + i) & 0x7fffffff) >> 16))
  for (let i = 0; i < 200; i++) expect(() => decode(random(i), i % 2 ? 'text/html; charset=big5' : undefined)).not.toThrow()
  for (const bytes of [[], [0], [0xff], [0xfe, 0xff], [0x3c, 0, 0x3c]]) expect(() => decode(Uint8Array.from(bytes))).not.toThrow()
})

/** @see https://encoding.spec.whatwg.org/#names-and-labels */
const labels = (
  'unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8 866 cp866 csibm866 ibm866 csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 ' +
  'iso_8859-2:1987 l2 latin2 csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3 csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 ' +
  'iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4 csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988 arabic asmo-708 ' +
  'csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 csisolatingreek ' +
  'ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek csiso88598e csisolatinhebrew hebrew iso-8859-8 ' +
  'iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 ' +
  'iso885910 l6 latin6 iso-8859-13 iso8859-13 iso885913 iso-8859-14 iso8859-14 iso885914 csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 iso-8859-16 ' +
  'cskoi8r koi koi8 koi8-r koi8_r koi8-ru koi8-u csmacintosh mac macintosh x-mac-roman dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874 cp1250 ' +
  'windows-1250 x-cp1250 cp1251 windows-1251 x-cp1251 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 ' +
  'iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 cp1253 windows-1253 x-cp1253 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 ' +
  'iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254 cp1255 windows-1255 x-cp1255 cp1256 windows-1256 x-cp1256 cp1257 windows-1257 x-cp1257 cp1258 windows-1258 ' +
  'x-cp1258 x-mac-cyrillic x-mac-ukrainian chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030 big5 big5-hkscs cn-big5 csbig5 ' +
  'x-x-big5 cseucpkdfmtjapanese euc-jp x-euc-jp csiso2022jp iso-2022-jp csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis cseuckr ' +
  'csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 unicodefffe utf-16be csunicode iso-10646-ucs-2 ucs-2 unicode ' +
  'unicodefeff utf-16 utf-16le x-user-defined').split(' ')

it('every label of the standard is known and its decoder there', () => {
  for (const label of labels) {
    const encoding = encodingOf(` ${label.toUpperCase()}`)
    expect(encoding, label).toBeDefined()
    expect(() => decodeAs(Uint8Array.from([0x41, 0]), encoding ?? ''), label).not.toThrow()
  }
  expect(encodingOf('utf-7')).toBeUndefined()
})
