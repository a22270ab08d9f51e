/** Streams of pages and rows: order, bounded memory, and pages that fail without ending anything. */
import {Readable, type Duplex} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {describe, expect, it} from 'vitest'
import {cleanAll, cleanStream, type CleaningPool, type RowIn, type RowOut} from '../src/index.ts'
import {inOrder} from '../src/streams/inOrder.ts'
import {createCleaner} from '../src/index.ts'

const page = (text: string): string => `<title>T</title><article><h1>T</h1><p>${text}, which is said here at some length, so that it is a text.</p></article>`

/** Node takes web streams here; its types do not say so. */
const asNode = (stream: TransformStream): Duplex => stream as unknown as Duplex

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const out: T[] = []
  for await (const item of items) out.push(item)
  return out
}

const later = (milliseconds: number): Promise<void> => new Promise(resolve => { setTimeout(resolve, milliseconds) })

/** A pool in this process that answers out of order, and fails pages that say so. */
async function poolOf(workers: number, seen: {inHand: number; most: number; options: unknown[]}): Promise<CleaningPool> {
  const cleaner = await createCleaner({title: 'drop'})
  return {
    workers,
    async clean(input, {options, ...facts} = {}) {
      seen.options.push(options)
      seen.most = Math.max(seen.most, ++seen.inHand)
      await later(String(input).includes('slow') ? 30 : 1)
      seen.inHand--
      const code = /fails: (\w+)/u.exec(String(input))?.[1]
      if (code) throw Object.assign(new Error(`it ${code}`), {code})
      return cleaner.clean(input, facts)
    },
  }
}

describe('inOrder', () => {
  it('gives answers in the order of the questions, several in hand', async () => {
    let inHand = 0
    let most = 0
    const answers = await all(inOrder([30, 1, 20, 2, 10, 3], {atOnce: 3, async work(milliseconds) {
      most = Math.max(most, ++inHand)
      await later(milliseconds)
      inHand--
      return milliseconds
    }}))
    expect(answers).toEqual([30, 1, 20, 2, 10, 3])
    expect(most).toBe(3)
  })

  it('gives an answer while the source waits for its next piece', async () => {
    let ask: () => void = () => undefined
    async function* source(): AsyncGenerator<number> {
      yield 1
      await new Promise<void>(resolve => { ask = resolve })
      yield 2
    }
    const answers = inOrder(source(), {atOnce: 4, work: piece => piece})
    expect((await answers.next()).value).toBe(1)
    ask()
    expect((await answers.next()).value).toBe(2)
  })

  it('reads no further than it may, and tells the source and the work when nobody wants more', async () => {
    let read = 0
    let returned = false
    const signals: AbortSignal[] = []
    function* source(): Generator<number> {
      try {
        for (;;) yield read++
      } finally {
        returned = true
      }
    }
    for await (const answer of inOrder(source(), {atOnce: 3, work: (piece, signal) => { signals.push(signal); return piece }})) {
      await later(1)
      expect(read).toBeLessThanOrEqual(answer + 4)
      if (answer === 20) break
    }
    expect(returned).toBe(true)
    expect(signals.every(({aborted}) => aborted)).toBe(true)
  })

  it('gives what came before a failure of the source', async () => {
    async function* source(): AsyncGenerator<number> {
      yield 1
      yield 2
      throw new Error('the source broke')
    }
    const got: number[] = []
    await expect(async () => { for await (const answer of inOrder(source(), {atOnce: 4, work: async piece => { await later(5); return piece }})) got.push(answer) }).rejects.toThrow('the source broke')
    expect(got).toEqual([1, 2])
  })
})

describe('cleanAll', () => {
  it('gives results for pages and rows for rows, in order', async () => {
    const [result, row] = await all(cleanAll([page('first'), {id: 7, html: page('second'), more: 'stays'}] as never[])) as unknown as [{markdown: string; metadata: {title: string}}, RowOut]
    expect(result.markdown).toBe('# T\n\nfirst, which is said here at some length, so that it is a text.\n')
    expect(row).toMatchObject({id: 7, ok: true, title: 'T', markdown: 'second, which is said here at some length, so that it is a text.\n', more: 'stays', error: null})
    expect(row).not.toHaveProperty('html')
  })

  it('says where the address of a row comes from, and keeps the page if asked to', async () => {
    const [row] = await all(cleanAll([{url: 'https://a.example/x', html: page('x')}], {keepInput: true}))
    expect(row).toMatchObject({url: 'https://a.example/x', url_source: 'row', html: page('x')})
  })

  it('never ends at a page: wrong rows, wrong pages, hooks that throw', async () => {
    const rows: RowIn[] = [{id: 1}, {id: 2, html: 5}, {id: 3, html: '<p>boom</p>'}, {id: 4, html: page('good')}]
    const out = await all(cleanAll(rows, {hooks: {p: markdown => { if (markdown.includes('boom')) throw new Error('a hook threw'); return undefined }}}))
    expect(out.map(({id, ok}) => [id, ok])).toEqual([[1, false], [2, false], [3, false], [4, true]])
    expect(out.map(({error}) => error)).toEqual([expect.stringContaining('row 1: no page'), expect.stringContaining('not a string'), 'a hook threw', null])
    const results = await all(cleanAll([5 as unknown as string, page('good')]))
    expect(results.map(({markdown, problems}) => [markdown !== '', problems.map(({code}) => code)])).toEqual([[false, ['engine-failed']], [true, []]])
  })

  it('keeps a pool busy, and the order; what a page does there is in its row', async () => {
    const seen = {inHand: 0, most: 0, options: [] as unknown[]}
    const pool = await poolOf(2, seen)
    const rows = ['slow one', 'two', 'fails: deadline', 'slow four', 'fails: crash', 'six'].map((text, id) => ({id, html: page(text)}))
    const out = await all(cleanAll(rows, {pool, favor: 'recall'}))
    expect(out.map(({id}) => id)).toEqual([0, 1, 2, 3, 4, 5])
    expect(out.map(({error}) => error)).toEqual([null, null, 'it deadline', null, 'it crash', null])
    expect(seen.most).toBe(4)
    expect(seen.options[0]).toEqual({title: 'drop', favor: 'recall'})
  })

  it('ends if the pool is closed, and waits if others fill it', async () => {
    await expect(all(cleanAll([page('fails: closed')], {pool: await poolOf(1, {inHand: 0, most: 0, options: []})}))).rejects.toThrow('it closed')
    let refused = 0
    const pool = await poolOf(1, {inHand: 0, most: 0, options: []})
    const busy: CleaningPool = {...pool, room: () => later(1), clean: (...given) => refused++ < 3 ? Promise.reject(Object.assign(new Error('full'), {code: 'busy'})) : pool.clean(...given)}
    expect(await all(cleanAll([page('a')], {pool: busy}))).toHaveLength(1)
  })

  it('refuses wrong options', async () => {
    await expect(all(cleanAll([], {favour: 'x'} as never))).rejects.toThrow(TypeError)
    expect(() => cleanStream({favour: 'x'} as never)).toThrow(TypeError)
  })
})

describe('cleanStream', () => {
  const rows = Array.from({length: 40}, (_, id) => ({id, html: page(id % 7 === 0 ? `slow ${id}` : String(id))}))

  it('stands between Node streams', async () => {
    const out: RowOut[] = []
    const pool = await poolOf(2, {inHand: 0, most: 0, options: []})
    await pipeline(Readable.from(rows), asNode(cleanStream({pool})), async (given: AsyncIterable<RowOut>): Promise<void> => { for await (const row of given) out.push(row) })
    expect(out.map(({id}) => id)).toEqual(rows.map(({id}) => id))
    expect(out.every(({ok}) => ok)).toBe(true)
  })

  it('stands between web streams, and gives a row before the next one comes', async () => {
    const {readable, writable} = cleanStream()
    const [writer, reader] = [writable.getWriter(), readable.getReader()]
    void writer.write({id: 1, html: page('one')})
    expect((await reader.read()).value).toMatchObject({id: 1, ok: true})
    void writer.write({id: 2})
    expect((await reader.read()).value).toMatchObject({id: 2, ok: false})
    void writer.close()
    expect((await reader.read()).done).toBe(true)
  })

  it('slows the writer when nobody reads', async () => {
    let pulled = 0
    const source = new ReadableStream<RowIn>({pull: controller => { controller.enqueue({id: pulled++, html: page('x')}) }}, {highWaterMark: 0})
    const pool = await poolOf(2, {inHand: 0, most: 0, options: []})
    const reader = source.pipeThrough(cleanStream({pool})).getReader()
    await reader.read()
    await later(80)
    expect(pulled).toBeLessThan(12)
    await reader.cancel()
  })

  it('ends with the error if the pool is closed', async () => {
    const pool = await poolOf(2, {inHand: 0, most: 0, options: []})
    await expect(pipeline(Readable.from([{html: page('fails: closed')}]), asNode(cleanStream({pool})), async (given: AsyncIterable<RowOut>) => { await all(given) })).rejects.toThrow('it closed')
  })
})
