/** `labels: true`: the role of each block instead of its deletion. And what explain says of a page as a whole. */
import {describe, expect, it} from 'vitest'
import {clean, explain} from '../src/index.ts'

const scraped = ['Skip to content', 'Home', 'Log in', 'The ferry that stayed',
  'The old ferry had crossed the sound every morning for sixty years before anybody thought of counting the passengers who had never paid, and when the council did, the sum was larger than the price of the ship.',
  'Loading, please wait...', '{{ | number}} Articles Found',
  'Nobody was charged. The captain said that he had known all along, and that a ferry without guests was only a boat, which the people on the quay repeated to each other for a week.',
  'Share this:', 'Facebook', 'Twitter', 'Privacy Policy', '© 2024 The Sound Gazette. All rights reserved.'].join('\n\n')

describe('labels', () => {
  it('drops nothing, and says of each block what it is and whether it would have gone', async () => {
    const {markdown, blocks} = await clean(scraped, {from: 'text', labels: true})
    const lines = markdown.trimEnd().split('\n')
    expect(lines).toHaveLength(blocks.length)
    for (const line of lines) expect(line).toMatch(/^\[-?[a-z]+\] \S/u)
    expect(lines.find(line => line.endsWith('Articles Found'))).toBe('[-debris] {{ | number}} Articles Found')
    expect(lines.find(line => line.includes('The old ferry had'))).toMatch(/^\[content\] The old ferry/u)
    expect(lines.find(line => line.endsWith('Privacy Policy'))).toMatch(/^\[-navigation\]/u)
    expect(blocks.every(({text}) => text !== undefined)).toBe(true)
  })
  it('gives no text of blocks where nobody asked for it', async () => {
    expect((await clean(scraped, {from: 'text'})).blocks.some(block => 'text' in block)).toBe(false)
  })
  it('puts every block on one line, whatever stands in it', async () => {
    const {markdown, blocks} = await clean('<article><p>one<br>two\u2028three</p><pre>a\nb</pre></article>', {labels: true})
    expect(markdown.split('\n').filter(line => line !== '')).toHaveLength(blocks.length)
  })
})

describe('explain', () => {
  it('says that a page is about templates, and by what', async () => {
    const text = explain(await clean('The engine\n\nThe template engine replaces {{ name }} by the name of the reader, whenever somebody asks for the page.\n\nWrite it in the template like this:\n\n{{ name }}\n', {from: 'text', trace: true}))
    expect(text).toMatch(/about templates or code (?:1\.00|0\.\d\d) .*sentences about placeholders.*behind a colon/u)
  })
  it('says whether a text has a site around it', async () => {
    expect(explain(await clean('A poem\n\nThe sea is grey today, it said,\nand grey it was.\n', {from: 'text', trace: true}))).toContain('site    no, nothing around the text is judged')
    expect(explain(await clean(scraped, {from: 'text', trace: true}))).toMatch(/site {4}(?:yes|no)/u)
  })
})
