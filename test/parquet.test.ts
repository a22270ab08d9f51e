/** Parquet shards: written in row groups, read again by hyparquet. Other readers: test/systems/parquet.js. */
import {mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {gzipSync} from 'node:zlib'
import {parquetMetadataAsync, parquetReadObjects, parquetSchema, asyncBufferFromFile} from 'hyparquet'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {convertRows} from '../src/batch/job/convert.ts'
import {writeParquet} from '../src/batch/sinks/parquet.ts'
import {columns} from '../src/batch/sinks/parquetSchema.ts'
import {clean} from '../src/index.ts'
import {writeRow} from '../src/rows/write.ts'

let folder = ''
beforeAll(() => { folder = mkdtempSync(path.join(tmpdir(), 'boildown-parquet-')) })
afterAll(() => rmSync(folder, {recursive: true, force: true}))

async function readBack(file: string): Promise<Record<string, unknown>[]> {
  return await parquetReadObjects({file: await asyncBufferFromFile(file)}) as Record<string, unknown>[]
}

const sentence = 'The river had been rising for three days when the council met for the first time, and nobody spoke against the dam. '

async function rowOf(id: unknown, extra: readonly (readonly [string, unknown])[] = []): Promise<string> {
  const result = await clean(`<title>Dam</title><main><h1>Dam</h1><p>${sentence.repeat(4)}</p></main>`, {url: 'https://example.org/dam', title: 'drop'})
  return writeRow({id, input: '', facts: {url: 'https://example.org/dam'}, columns: extra, problems: []}, result)
}

describe('Parquet', () => {
  it('has the columns of FineWeb first, under their names and types', async () => {
    const file = path.join(folder, 'schema.parquet')
    await writeParquet([], file)
    const fields = parquetSchema(await parquetMetadataAsync(await asyncBufferFromFile(file))).children.map(({element: {name, type}}) => `${name} ${type}`)
    expect(fields.slice(0, 9)).toEqual([
      'text BYTE_ARRAY', 'id BYTE_ARRAY', 'dump BYTE_ARRAY', 'url BYTE_ARRAY', 'date BYTE_ARRAY', 'file_path BYTE_ARRAY', 'language BYTE_ARRAY', 'language_score DOUBLE', 'token_count INT64',
    ])
    expect(fields).toHaveLength(columns.length)
    expect(await readBack(file)).toEqual([])
  })

  it('says what rows say, and null where nothing is known', async () => {
    const rows = path.join(folder, 'rows.gz')
    const theirs = [['dump', 'CC-MAIN-2025-21'], ['date', '2025-05-10T00:00:00Z'], ['file_path', 's3://x'], ['language_score', 0.9], ['token_count', 17], ['nested', {a: [1, null], '__proto__': 2}], ['big', 1]] as const
    const lines = [await rowOf('<urn:uuid:1>', theirs), (await rowOf(12)).replace('"id":12', '"id":12345678901234567890'), await rowOf(null)]
    writeFileSync(rows, Buffer.concat(lines.map(line => gzipSync(`${line}\n`))))
    const file = path.join(folder, 'rows.parquet')
    await convertRows(rows, file)
    const [first, second, third] = await readBack(file)
    expect(first).toMatchObject({
      id: '<urn:uuid:1>', dump: 'CC-MAIN-2025-21', url: 'https://example.org/dam', date: '2025-05-10T00:00:00Z', file_path: 's3://x', language: 'en', language_score: 0.9, token_count: null,
      title: 'Dam', quality_verdict: 'ok', published: null,
    })
    expect(first['text']).toContain('The river had been rising')
    expect(JSON.parse(first['columns'] as string)).toMatchObject({nested: {a: [1, null]}, token_count: 17, 'input.date': '2025-05-10T00:00:00Z', url_source: expect.any(String)})
    expect(first['words']).toBeTypeOf('bigint')
    expect(second).toMatchObject({id: '12345678901234567890', dump: null, date: null, language_score: null})
    expect(third['id']).toBeNull()
  })

  it('writes signs of all kinds, whole', async () => {
    const text = 'a\u2028b\u0085c \ud83d\ude00 d\ud800e \u0000 "q" \\ \n'
    const file = path.join(folder, 'signs.parquet')
    await writeParquet([{markdown: text, authors: [text]}], file)
    const [row] = await readBack(file)
    expect(row['text']).toBe(text.replace('\ud800', '\ufffd'))
    expect(JSON.parse(row['authors'] as string)).toEqual([text.replace('\ud800', '\ufffd')])
  })

  it('goes to the disk in row groups: memory does not grow with the file', async () => {
    const file = path.join(folder, 'big.parquet')
    let random = 1
    const noise = (): string => Array.from({length: 200}, () => (random = (random * 48_271) % 2_147_483_647).toString(36)).join(' ')
    function* rows(): Generator<Record<string, unknown>> {
      for (let i = 0; i < 25_000; i++) yield {id: i, markdown: `${i} ${noise()}`}
    }
    await writeParquet(rows(), file)
    const metadata = await parquetMetadataAsync(await asyncBufferFromFile(file))
    expect(Number(metadata.num_rows)).toBe(25_000)
    expect(metadata.row_groups.length).toBeGreaterThanOrEqual(3)
    const last = await parquetReadObjects({file: await asyncBufferFromFile(file), rowStart: 24_999, rowEnd: 25_000}) as {id: string; text: string}[]
    expect(last[0].id).toBe('24999')
    expect(last[0].text.startsWith('24999 ')).toBe(true)
    expect(statSync(file).size).toBeGreaterThan(5_000_000)
  })

  it('makes a file of a shard without rows', async () => {
    const rows = path.join(folder, 'none.gz')
    writeFileSync(rows, '')
    await convertRows(rows, path.join(folder, 'none.parquet'))
    expect(await readBack(path.join(folder, 'none.parquet'))).toEqual([])
    expect(readFileSync(path.join(folder, 'none.parquet')).subarray(0, 4).toString()).toBe('PAR1')
  })
})
