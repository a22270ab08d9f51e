import {gzipSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'
import {clean} from '../src/library.ts'

const pdf = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n'

describe('what is no text', () => {
  test.each([
    ['a PDF file', Buffer.from(pdf)],
    ['a PDF file', pdf],
    ['a ZIP archive or Office file', Buffer.from('PK\x03\x04\x14\x00\x06\x00word/document.xml')],
    ['compressed', gzipSync('<p>A page</p>')],
    ['compressed', gzipSync('<p>A page</p>').toString('utf8')],
    ['an image', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  ])('%s is named, and nothing is written of it', async (what, input) => {
    const {markdown, problems} = await clean(input)
    expect(markdown).toBe('')
    expect(problems.map(({code}) => code)).toEqual(['not-text', 'no-content'])
    expect(problems[0].message).toContain(`is ${what}`)
  })

  const noise = Uint8Array.from({length: 5000}, (_, i) => Math.imul(i + 1, 2654435761) >>> 24)
  test.each([
    ['random bytes', noise], ['the same as a string', Buffer.from(noise).toString('utf8')], ['a program', Uint8Array.from({length: 5000}, (_, i) => i % 3 === 0 ? 0 : i % 251)],
  ])('%s are no text', async (_, input) => {
    const {markdown, problems} = await clean(input)
    expect(markdown).toBe('')
    expect(problems.map(({code}) => code)).toEqual(['not-text', 'no-content'])
  })

  const russian = '<p>Гавань была тиха утром, и никто не спрашивал о лодках.</p>'
  test.each([
    ['UTF-16 with its mark', Buffer.from(`\ufeff${russian.repeat(40)}`, 'utf16le')], ['UTF-16 without', Buffer.from(`<div class="a b c"><em>a</em>${russian}</div>`.repeat(40), 'utf16le')],
    ['a page with a few controls', Buffer.from(`${russian.repeat(40)}\u0001\u0002\u0000\u0003`)], ['ISO-2022-JP', Buffer.from(`<meta charset="iso-2022-jp"><p>${'\u001b$B$3$s\u001b(B '.repeat(200)}</p>`, 'latin1')],
  ])('%s is text', async (_, input) => {
    expect((await clean(input, {fragment: true})).problems.map(({code}) => code)).not.toContain('not-text')
  })

  test.each(['BZhang is a name.', 'PK is short for Pakistan.', 'PAR1 of the course is short.', '<p>%PDF-1.7 begins a PDF.</p>'])('text that begins much the same is read: %s', async text => {
    expect((await clean(text, {fragment: true})).problems).toEqual([])
  })
})
