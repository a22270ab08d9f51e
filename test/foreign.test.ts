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

  test.each(['BZhang is a name.', 'PK is short for Pakistan.', 'PAR1 of the course is short.', '<p>%PDF-1.7 begins a PDF.</p>'])('text that begins much the same is read: %s', async text => {
    expect((await clean(text, {fragment: true})).problems).toEqual([])
  })
})
