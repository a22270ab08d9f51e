import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {readRow} from '../src/rows/read.ts'
import {writeRow} from '../src/rows/write.ts'
import type {Result} from '../src/result.ts'
import {mismatches} from './cli-schema.ts'
import type {Schema} from './cli-schema.ts'

const schema = JSON.parse(readFileSync(new URL('../docs/row.schema.json', import.meta.url), 'utf8')) as Schema
const order = ['id', 'url', 'ok', 'markdown', 'title', 'authors', 'author', 'date', 'modified', 'language', 'quality', 'problems', 'error', 'comments', 'model', 'url_source']

const result: Result = {
  markdown: 'Body.\n',
  comments: null,
  model: '0123456789ab',
  metadata: {title: 'Title', author: null, authors: [], date: null, modified: null, language: 'en', url: 'https://example.org/canonical', urlSource: 'canonical'},
  quality: {score: null, verdict: null, type: null, reasons: []},
  problems: [{code: 'unsafe-link', message: 'one', count: 1}],
  blocks: [],
}

function written(line: string, keepInput = false): Record<string, unknown> {
  const item = readRow({number: 7, text: line, damaged: false}, {keepInput})
  return JSON.parse(writeRow(item, 'error' in item ? {error: item.error} : result)) as Record<string, unknown>
}

describe('rows', () => {
  it('come out in the order of the schema, ours first', () => {
    const row = written('{"extra":1,"html":"<p>x</p>","id":"a","url":"https://example.org/x"}')
    expect(Object.keys(row)).toEqual([...order, 'extra'])
    expect(schema.required).toEqual(order)
    expect(row).toMatchObject({id: 'a', url: 'https://example.org/x', ok: true, markdown: 'Body.\n', title: 'Title', error: null, model: '0123456789ab', extra: 1})
  })

  it('fit the schema, good and bad', () => {
    const inputs = ['{"html":"x"}', '{"body":"x","url":7,"date":1,"quality":2}', '{bad', '[]', 'null', '{}', '{"text":5}', '{"html":"x","fragment":"yes"}']
    for (const input of inputs) expect(mismatches(written(input), schema)).toEqual([])
    expect(mismatches({...written('{"html":"x"}'), ok: 'yes'}, schema)).toEqual(['.ok is no boolean'])
  })

  it('take the page from html, markdown, text or body, and let the other columns pass', () => {
    const read = (line: string): unknown => readRow({number: 1, text: line, damaged: false}, {keepInput: false})
    expect(read('{"text":"gold","html":"<p>","url":"u","content_type":"text/html","fragment":true}')).toMatchObject({
      input: '<p>', facts: {from: 'html', url: 'u', contentType: 'text/html', fragment: true}, columns: [['text', 'gold'], ['content_type', 'text/html'], ['fragment', true]],
    })
    expect(read('{"html":null,"body":"x"}')).toMatchObject({input: 'x', facts: {}, columns: [['html', null]]})
    expect(read('{"html":null,"body":"x"}')).not.toHaveProperty('facts.from')
  })

  it('drop the page column unless it is kept', () => {
    expect(written('{"html":"<p>x</p>"}')).not.toHaveProperty('html')
    expect(written('{"html":"<p>x</p>"}', true)).toHaveProperty('html', '<p>x</p>')
    expect(written('{"markdown":"x"}', true)).toMatchObject({markdown: 'Body.\n', 'input.markdown': 'x'})
  })

  it('move a column of the same name to input.NAME, past one that is there', () => {
    expect(written('{"html":"x","title":"theirs","input.title":"older","ok":0}')).toMatchObject({
      title: 'Title', 'input.title': 'older', 'input.input.title': 'theirs', ok: true, 'input.ok': 0,
    })
    expect(written('{"html":"x","url":5}')).toMatchObject({url: 'https://example.org/canonical', 'input.url': 5})
  })

  it('keep id and columns of a row that cannot be read, and say the line', () => {
    expect(written('{"id":3,"k":"v"}')).toMatchObject({id: 3, k: 'v', ok: false, markdown: '', error: expect.stringMatching(/^line 7: no page/u) as string})
    expect(written('{"html":1}')).toMatchObject({ok: false, error: 'line 7: column html is not a string'})
    expect(written('[{}]')).toMatchObject({error: expect.stringContaining('jq -c') as string})
  })

  it('say that bytes were replaced', () => {
    const item = readRow({number: 2, text: '{"html":"x"}', damaged: true}, {keepInput: false})
    expect(JSON.parse(writeRow(item, result))).toMatchObject({problems: [{code: 'decode-damage'}, {code: 'unsafe-link'}]})
  })
})
