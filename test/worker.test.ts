/** The worker: what stands in the frame, that every line is answered in order, and that a bad page costs itself only. */
import {spawn} from 'node:child_process'
import {mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {Readable, Writable} from 'node:stream'
import {gzipSync} from 'node:zlib'
import {afterAll, describe, expect, it} from 'vitest'
import {main} from '../src/cli/main.ts'
import {HostsFile} from '../src/hosts/hostsFile.ts'
import {modelHash} from '../src/judge/modelHash.ts'
import {Folder, bin, page, rows} from './cli-program.ts'

const folder = new Folder()
afterAll(() => folder.remove())

const words = ['harbour', 'island', 'valley', 'market', 'bridge']
const pages = words.map((word, i) => ({id: i, url: `https://example.org/${word}`, html: page(word), shelf: `s${i}`}))
const ndjson = (all: readonly unknown[]): string => all.map(row => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join('')

/** The command in this process; children are for the tests that are about them. */
async function inProcess(args: readonly string[], input: string): Promise<{code: number; stdout: string; stderr: string}> {
  const said = {stdout: '', stderr: ''}
  const into = (name: keyof typeof said): Writable => new Writable({write(chunk, _, done) {
    said[name] += String(chunk)
    done()
  }})
  const code = await main(['worker', ...args], {stdin: Readable.from([Buffer.from(input)]), stdout: into('stdout'), stderr: into('stderr'), env: {}})
  return {code, ...said}
}

/** Everything that came out, read as JSON. */
async function answered(args: readonly string[], input: string, run = inProcess): Promise<Record<string, unknown>[]> {
  const {code, stdout, stderr} = await run(run === inProcess ? ['--no-isolate', ...args] : args, input)
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
  return rows(stdout)
}

const isolated: typeof inProcess = async (args, input) => {
  const {code, ...said} = await folder.run(['worker', ...args], {input})
  return {code: code ?? -1, ...said}
}

const loop = `export default {name: 'poison', about: 'hangs where the page says so', run({blocks}) {
  console.log('this is no row')
  for (const {text} of blocks) {
    if (text === 'poison loop') for (;;);
    if (text === 'poison exit') process.exit(0)
  }
}}`

describe('rows', () => {
  it('are framed, answered in order, and pass on what they carry', async () => {
    const out = await answered([], ndjson([...pages, '{broken', {id: 'none', shelf: 1}, {id: 'e', html: ''}]))
    expect(out[0]).toEqual({_hello: {protocol: 1, version: expect.any(String), model: modelHash, options: expect.stringMatching(/^[0-9a-f]{16}$/u), mode: 'rows', node: process.version}})
    expect(out[out.length - 1]).toEqual({_end: {lines: 8, rows: 8, ok: 5, empty: 1, rejected: 0, error: 2, skipped: 0}})
    const answers = out.slice(1, -1)
    expect(answers.map(({id}) => id)).toEqual([0, 1, 2, 3, 4, null, 'none', 'e'])
    for (const [i, word] of words.entries()) expect(answers[i]).toMatchObject({ok: true, url: `https://example.org/${word}`, shelf: `s${i}`, markdown: expect.stringContaining(`The ${word} keeper`)})
    expect(answers[5]).toMatchObject({ok: false, error: expect.stringContaining('line 6: not JSON')})
    expect(answers[6]).toMatchObject({ok: false, error: expect.stringContaining('no page'), shelf: 1})
  })

  it('are the same as those of streams, with the same options', async () => {
    const options = ['--favor', 'recall', '--links', 'drop', '--min-words', '3']
    folder.write({'same.ndjson': ndjson(pages)})
    const stream = rows((await folder.run(['same.ndjson', ...options])).stdout)
    const out = await answered(options, ndjson(pages))
    expect(out.slice(1, -1)).toEqual(stream)
    expect((await answered(options, ndjson(pages), isolated))).toEqual(out)
    expect((out[0]['_hello'] as {options: string}).options).not.toBe(((await answered([], ''))[0]['_hello'] as {options: string}).options)
  })

  it('say why, where a filter rejects them', async () => {
    const out = await answered(['--language', 'fi'], ndjson(pages.slice(0, 1)))
    expect(out[1]).toMatchObject({id: 0, ok: false, markdown: '', error: 'rejected: language en'})
    expect(out[2]).toMatchObject({_end: {ok: 0, rejected: 1}})
  })

  it('name files in vain: references are a mode of their own', async () => {
    folder.write({'secret.html': page('secret')})
    const out = await answered([], ndjson([{id: 1, file: 'secret.html', offset: 0}]))
    expect(out[1]).toMatchObject({id: 1, ok: false, error: expect.stringContaining('no page')})
    expect(JSON.stringify(out)).not.toContain('secret keeper')
  })

  it('come at once when the input pauses', async () => {
    const child = spawn(process.execPath, [bin, 'worker'], {stdio: ['pipe', 'pipe', 'inherit']})
    const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]()
    const next = async (): Promise<Record<string, unknown>> => JSON.parse((await lines.next()).value as string) as Record<string, unknown>
    try {
      expect(Object.keys(await next())).toEqual(['_hello'])
      for (const row of pages) {
        child.stdin.write(ndjson([row]))
        expect((await next())['id']).toBe(row.id)
      }
    } finally {
      child.stdin.end()
    }
    expect(await next()).toMatchObject({_end: {rows: 5}})
  })
})

describe('references', () => {
  const root = join(folder.path, 'root')
  mkdirSync(join(root, 'in'), {recursive: true})
  writeFileSync(join(root, 'in/pages.ndjson'), ndjson(pages))
  writeFileSync(join(root, 'in/pages.ndjson.gz'), gzipSync(ndjson(pages)))
  writeFileSync(join(root, 'page.html'), page('letter'))
  writeFileSync(join(folder.path, 'outside.html'), page('outside'))
  writeFileSync(join(folder.path, 'root-beside.html'), page('outside'))
  symlinkSync(join(folder.path, 'outside.html'), join(root, 'link.html'))
  symlinkSync(folder.path, join(root, 'up'))
  symlinkSync(root, join(folder.path, 'linked-root'))
  symlinkSync(join(root, 'page.html'), join(root, 'in/inner.html'))
  const refs = (all: readonly unknown[], args: readonly string[] = []): Promise<Record<string, unknown>[]> => answered(['--refs', '--root', root, ...args], ndjson(all))

  it('give the rows of a file, or of a range of it', async () => {
    const [, ...byValue] = (await answered([], ndjson(pages))).slice(0, -1)
    const first = ndjson(pages.slice(0, 1)).length
    const second = ndjson(pages.slice(1, 2)).length
    const out = await refs([{file: 'in/pages.ndjson'}, {file: 'in/pages.ndjson.gz', shard: 7}, {file: 'in/pages.ndjson', offset: first, length: second}, {file: 'in/inner.html'}])
    const sums = {rows: 5, ok: 5, empty: 0, rejected: 0, error: 0, skipped: 0}
    expect(out.slice(1, 7)).toEqual([...byValue, {_ref: {file: 'in/pages.ndjson', ...sums}}])
    expect(out.slice(7, 13)).toEqual([...byValue.map(row => ({...row, shard: 7})), {_ref: {file: 'in/pages.ndjson.gz', ...sums}}])
    expect(out.slice(13, 15)).toEqual([byValue[1], {_ref: {file: 'in/pages.ndjson', ...sums, rows: 1, ok: 1}}])
    expect(out[15]).toMatchObject({id: 'in/inner.html', ok: true, markdown: expect.stringContaining('letter keeper')})
    expect(out[out.length - 1]).toMatchObject({_end: {lines: 4, rows: 12, ok: 12}})
  })

  it('lead nowhere but below the root', async () => {
    const outside = ['../outside.html', 'link.html', 'up/outside.html', join(folder.path, 'outside.html'), '/etc/hostname', '../root-beside.html', 'in/../../outside.html', 'no-such.html', 'in', 'page.html\0', '.']
    const out = await refs(outside.map(file => ({file})))
    const errors = out.filter(row => row['ok'] === false)
    expect(errors.map(({id, error}) => [id, error])).toEqual(outside.map(file => [file, `${file}: no such file below the root`]))
    expect(JSON.stringify(out)).not.toContain('outside keeper')
    for (const named of [join(root, 'page.html'), join(folder.path, 'linked-root', 'page.html'), './in/../page.html']) {
      expect(await refs([{file: named}])).toContainEqual(expect.objectContaining({id: named, ok: true}))
    }
  })

  it('bring their hosts file along', async () => {
    const counted = {file: 'in/h.bin', generation: 9, hosts: [{host: 'example.org', pages: 4, keys: [5, 7], counts: [4, 3]}]}
    const wrong = [{...counted, file: '../h.bin'}, {...counted, hosts: [{host: 'a', pages: 1, keys: [7, 5], counts: [1, 1]}]}, {file: 'x.bin'}, 'x']
    const written = await answered(['--write-hosts', '--root', root], ndjson([counted, ...wrong]))
    expect(written.slice(1, -1).map(({ok}) => ok)).toEqual([true, false, false, false, false])
    const [host] = new HostsFile(readFileSync(join(root, 'in/h.bin'))).records()
    expect(host).toEqual({name: 'example.org', pages: 4, keys: Float64Array.of(5, 7), counts: Uint16Array.of(4, 3)})
    const [, ...plain] = (await refs([{file: 'in/pages.ndjson'}]))
    const known = {hosts: {generation: 9, pages: 4}}
    expect((await refs([{file: 'in/pages.ndjson', hosts: 'in/h.bin'}])).slice(1)).toEqual(plain.map(row => 'ok' in row ? {...row, ...known} : row))
    for (const hosts of ['../outside.html', 'page.html', 7]) expect((await refs([{file: 'in/pages.ndjson', hosts}]))[1]).toMatchObject({ok: false})
    const learnt = await refs([{file: 'in/pages.ndjson'}], ['--learn'])
    expect(learnt[1]).toEqual({host: 'example.org', rank: expect.any(Number), page: expect.any(Number), keys: expect.any(Array)})
    expect(learnt[6]).toMatchObject({_ref: {rows: 5, ok: 5}})
  })

  it('are refused as rows where they are none', async () => {
    const out = await refs([{html: page('inline')}, 'x', [], {file: 7}, {file: 'in/pages.ndjson', offset: -1}, {file: 'in/pages.ndjson.gz', offset: 1}, {file: 'page.html', length: 3}, {file: 'a.pdf'}])
    expect(out.filter(row => row['ok'] === false)).toHaveLength(8)
    expect(out[out.length - 1]).toMatchObject({_end: {lines: 8, rows: 8, error: 8}})
  })

  it('go on behind a page that is poison', async () => {
    folder.write({'poison.mjs': loop})
    const poisoned = pages.map((row, i) => i === 1 || i === 4 ? {...row, html: row.html.replace('</article>', `<p>poison ${i === 1 ? 'exit' : 'loop'}</p></article>`)} : row)
    writeFileSync(join(root, 'poison.ndjson'), ndjson(poisoned))
    const limits = ['--pass', 'poison.mjs', '--deadline', '1']
    const out = await answered(['--refs', '--root', 'root', ...limits], ndjson([{file: 'poison.ndjson'}, {file: 'page.html'}]), isolated)
    expect(out.slice(1, 6).map(({id, ok, error, shelf}) => [id, ok, error, shelf])).toEqual([
      [0, true, null, 's0'], [1, false, 'crash (exit code 0)', 's1'], [2, true, null, 's2'], [3, true, null, 's3'], [4, false, 'deadline (1 s of CPU time)', 's4'],
    ])
    expect(out[6]).toEqual({_ref: {file: 'poison.ndjson', rows: 5, ok: 3, empty: 0, rejected: 0, error: 2, skipped: 0}})
    expect(out[7]).toMatchObject({id: 'page.html', ok: true})
  }, 60_000)
})

describe('the command line', () => {
  it.each([
    [['a.html'], 'reads stdin'], [['--refs'], '--root DIR'], [['--root', 'x'], 'goes with --refs'], [['--refs', '--root', 'no-such'], 'is no folder'],
    [['--workers', '2'], '--workers is for jobs'], [['-o', 'x'], 'leave -o'], [['--from', 'warc'], 'lines are rows'], [['--select', '<<'], 'select'], [['--pass', 'no-such.mjs'], 'no-such.mjs'],
  ])('refuses %s before it says hello', async (args, why) => {
    const {code, stdout, stderr} = await inProcess(['--no-isolate', ...args], ndjson(pages))
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toContain(why)
  })

  it('refuses what only its child finds out', async () => {
    expect(await isolated(['--select', '<<'], ndjson(pages))).toMatchObject({code: 2, stdout: '', stderr: expect.stringContaining('select')})
  })
})
