/** The pool, with real processes. What kills them in every possible way is test/systems/pool.js. */
import {readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {cleanAll, createCleaner} from '../src/index.ts'
import {createPool, PoolError, type PoolOptions} from '../src/pool/index.ts'
import {ProcessPool} from '../src/pool/pool.ts'
import {settlePool} from '../src/pool/settings.ts'
import {buildPoolChild} from './poolChild.ts'

const page = (text: string): string => `<title>T</title><article><h1>T</h1><p>${text}, which is said here at some length.</p></article>`

let child: Awaited<ReturnType<typeof buildPoolChild>>
let module: string
const pools: ProcessPool[] = []

beforeAll(async () => {
  child = await buildPoolChild()
  module = join(dirname(fileURLToPath(child.program)), 'own.mjs')
  writeFileSync(module, `
    import {appendFileSync} from 'node:fs'
    export default () => ({hooks: {p(markdown) {
      const [, way, file] = /does (\\w+) ?([^\\s,]*)/.exec(markdown) ?? []
      if (way === 'hang') for (;;);
      if (way === 'exit') { appendFileSync(file, process.pid + '\\n'); process.exit(3) }
      if (way === 'pid') return String(process.pid)
      if (way === 'throw') throw new TypeError('a hook threw')
    }}})`)
})
afterAll(async () => {
  await Promise.all(pools.map(pool => pool.close({force: true})))
  child.remove()
})

function open(options: PoolOptions = {}): ProcessPool {
  const pool = new ProcessPool(settlePool({workers: 1, deadline: 0.3, memory: 300, module, ...options}), child.program)
  pools.push(pool)
  return pool
}

const codeOf = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => 'cleaned', (error: unknown) => error instanceof PoolError ? error.code : error)

// Processes are started: on a busy machine that takes its time.
describe('a pool', {timeout: 90_000}, () => {
  it('gives what the cleaner gives, and costs a bad page alone', async () => {
    const pool = open()
    const cleaner = await createCleaner({})
    const facts = {url: 'https://a.example/x', contentType: 'text/html; charset=windows-1252'}
    const bytes = Uint8Array.of(...Buffer.from(page('caf')), 0xe9)
    expect(await pool.clean(bytes, facts)).toEqual(cleaner.clean(bytes, facts))

    // One process, and nothing to do in between: the watch must begin again.
    const started = performance.now()
    const asked = [codeOf(pool.clean(page('one'))), codeOf(pool.clean(page('it does hang'))), codeOf(pool.clean(page('two')))]
    expect(await Promise.all(asked)).toEqual(['cleaned', 'deadline', 'cleaned'])
    expect(performance.now() - started).toBeGreaterThan(300)

    // A page that costs a process is tried again, once, in a fresh one.
    const file = join(dirname(module), 'exits')
    expect(await codeOf(pool.clean(page(`it does exit ${file}`)))).toBe('crash')
    expect(new Set(readFileSync(file, 'utf8').trim().split('\n')).size).toBe(2)

    // What hooks throw is no fault of the call.
    const thrown = await pool.clean(page('it does throw')).catch((error: unknown) => error)
    expect(thrown).toMatchObject({name: 'TypeError', message: 'a hook threw'})
    expect(thrown).not.toBeInstanceOf(TypeError)

    // Pages of one pool, cleaned differently.
    const markdown = async (options?: object): Promise<string> => (await pool.clean(page('Text'), {options})).markdown
    expect(await markdown({title: 'drop'})).not.toContain('# T')
    expect(await markdown()).toContain('# T')
    expect(await markdown({markdown: {headings: 'setext'}})).toContain('T\n=')
    const pids = await Promise.all(Array.from({length: 3}, async (_, i) => (await pool.clean(page('it does pid'), {options: {title: i % 2 ? 'drop' : 'body'}})).markdown.match(/[0-9]+/u)?.[0]))
    expect(new Set(pids).size).toBe(1)
    await expect(pool.clean('x', {options: {select: ['[[']}})).rejects.toBeInstanceOf(TypeError)
    for (const options of [{hosts: new Uint8Array()}, {learn: true}, {trace: true}, {passes: []}, {favour: 1} as object]) await expect(pool.clean('x', {options}), Object.keys(options)[0]).rejects.toBeInstanceOf(TypeError)
    const rows: string[] = []
    for await (const {markdown: text} of cleanAll(['a', 'b', 'c'].map(html => ({html: page(html)})), {pool})) rows.push(text)
    expect(rows).toEqual(['a', 'b', 'c'].map(text => `${text}, which is said here at some length.\n`))
    await pool.close()
  })

  it('refuses beyond its queue, makes room, gives up what is aborted, and ends', async () => {
    const pool = open({maxQueue: 2, deadline: 30})
    await pool.clean(page('ready'))
    const given = new AbortController()
    const inHand = codeOf(pool.clean(page('it does hang'), {signal: given.signal}))
    const waiting = [codeOf(pool.clean(page('a'))), codeOf(pool.clean(page('b'), {signal: AbortSignal.timeout(50)}))]
    expect(await codeOf(pool.clean(page('c')))).toBe('busy')
    const room = pool.room()
    expect(await waiting[1]).toBe('aborted')
    expect(pool.working + pool.waiting).toBe(2)
    expect(await Promise.race([room.then(() => 'room'), new Promise(resolve => { setTimeout(resolve, 30, 'none') })])).toBe('none')
    given.abort(new Error('why'))
    await room
    expect(await inHand).toBe('aborted')
    expect(await waiting[0]).toBe('cleaned')
    await expect(pool.clean('x', {signal: given.signal})).rejects.toMatchObject({code: 'aborted', cause: new Error('why')})

    const last = codeOf(pool.clean(page('d')))
    const closed = pool.close()
    expect(await codeOf(pool.clean(page('e')))).toBe('closed')
    expect(await last).toBe('cleaned')
    await closed
    await pool.close()
  })

  it('closed by force does not wait', async () => {
    const pool = open({deadline: 30})
    await pool.clean(page('ready'))
    const pages = [codeOf(pool.clean(page('it does hang'))), codeOf(pool.clean(page('b')))]
    await pool.close({force: true})
    expect(await Promise.all(pages)).toEqual(['closed', 'closed'])
  })

  it('says what is wrong with its options, at once or by the first page', async () => {
    for (const options of [{workers: 0}, {deadline: -1}, {memory: Number.NaN}, {maxQueue: -1}, {favor: 'x'}, {hooks: {}}, {passes: []}, {trace: true}, {learn: true}, {nonsense: 1}]) {
      expect(() => createPool(options as PoolOptions), Object.keys(options)[0]).toThrow(TypeError)
    }
    const pool = open({select: ['[[']})
    await expect(Promise.all([pool.clean('a'), pool.clean('b')])).rejects.toThrow('CSS selector')
    await expect(pool.clean('c')).rejects.toBeInstanceOf(TypeError)
    await expect(pool.clean(5 as unknown as string)).rejects.toBeInstanceOf(TypeError)
  })
})
