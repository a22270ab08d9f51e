/** The parts of a job, one by one: journal, lock, marks, names, counts, config. What processes do is in test/systems/job-*.js. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {randomBytes} from 'node:crypto'
import {hostname, tmpdir} from 'node:os'
import path from 'node:path'
import {gzipSync} from 'node:zlib'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {Marker, attemptIn, readDeaths, recordDeath} from '../src/batch/job/attempts.ts'
import {coordinates, coordinatesIn, lostRow} from '../src/batch/job/coordinates.ts'
import {Counting, addCounts, noCounts, records} from '../src/batch/job/counts.ts'
import {nodeFiles, replaceFile} from '../src/batch/job/files.ts'
import {identityOf as jobIdentity, refuseToMix} from '../src/batch/job/identity.ts'
import {appendCheckpoint, readJournal} from '../src/batch/job/journal.ts'
import type {Checkpoint} from '../src/batch/job/journal.ts'
import {Lines} from '../src/batch/job/lines.ts'
import {lock} from '../src/batch/job/lock.ts'
import {identityOf, lives, usage} from '../src/processes/usage.ts'
import {JobProgress, duration, number} from '../src/batch/job/progress.ts'
import {share} from '../src/batch/job/perform.ts'
import {settleJob} from '../src/batch/job/settings.ts'
import {summary} from '../src/batch/job/summary.ts'
import {writeParquet} from '../src/batch/sinks/parquet.ts'
import {findInputs} from '../src/batch/sources/inputs.ts'
import {planShards} from '../src/batch/sources/plan.ts'
import {readShard} from '../src/batch/sources/read.ts'
import {readArguments} from '../src/cli/arguments.ts'
import {keyOf, readConfig} from '../src/cli/config.ts'
import {flags} from '../src/cli/flags.ts'
import {readRow} from '../src/rows/read.ts'
import type {Unread} from '../src/rows/item.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'boildown-job-')) })
afterEach(() => rmSync(folder, {recursive: true, force: true}))
const at = (name: string): string => path.join(folder, name)

describe('the journal', () => {
  const line = (next: number, more: Partial<Checkpoint> = {}): Checkpoint =>
    ({mark: {record: next - 1, offset: next * 10}, next, sizes: {rows: next, errors: 0, rejected: 0}, counts: {...noCounts, ok: 2}, ...more})

  function written(...lines: Checkpoint[]): void {
    const journal = nodeFiles.append(at('journal'))
    for (const each of lines) appendCheckpoint(journal, each)
    journal.close()
  }

  it('adds up, and the last line says where to go on', () => {
    written(line(2), line(4, {stage: 'read'}))
    expect(readJournal(nodeFiles, at('journal'))).toMatchObject({next: 4, mark: {record: 3, offset: 40}, counts: {ok: 4}, stage: 'read'})
  })

  it('ends at a line that was not written whole, or was changed', () => {
    written(line(2), line(4))
    const whole = readFileSync(at('journal'), 'utf8')
    const first = whole.indexOf('\n') + 1
    for (const text of [whole.slice(0, -1), whole.slice(0, -20), whole.slice(0, first) + whole.slice(first).replace('"ok":2', '"ok":3'), `${whole.slice(0, first)}\0\0\0\n`]) {
      writeFileSync(at('journal'), text)
      expect(readJournal(nodeFiles, at('journal'))).toMatchObject({next: 2, believed: first})
    }
  })

  it('is empty where there is none', () => {
    expect(readJournal(nodeFiles, at('journal'))).toMatchObject({next: 0, stage: 'open', believed: 0})
  })
})

describe('growing files', () => {
  it('are cut to what counts, and whole gzip at every checkpoint', async () => {
    const {gunzipSync} = await import('node:zlib')
    const before = new Lines(nodeFiles, {file: at('rows'), size: 0, packed: true})
    before.add('one')
    const size = before.checkpoint()
    before.add('lost')
    before.checkpoint()
    before.close()
    const after = new Lines(nodeFiles, {file: at('rows'), size, packed: true})
    after.add('two')
    after.checkpoint()
    after.close()
    expect(gunzipSync(readFileSync(at('rows'))).toString()).toBe('one\ntwo\n')
  })
})

describe('the lock', () => {
  const held = (holder: object): void => writeFileSync(at('lock'), JSON.stringify(holder))

  it('is held by one, and given back', () => {
    const release = lock(nodeFiles, at('lock'))
    expect(() => lock(nodeFiles, at('lock'))).toThrow(/another process works in this folder/u)
    release()
    lock(nodeFiles, at('lock'))()
    expect(nodeFiles.list(folder)).toEqual([])
  })

  it('counts for nothing if its process is gone, is another one now, or never wrote it whole', () => {
    held({pid: 4_000_000, started: '', host: hostname()})
    lock(nodeFiles, at('lock'))()
    if (process.platform === 'linux') {
      held({pid: process.pid, started: '1-other', host: hostname()})
      lock(nodeFiles, at('lock'))()
    }
    writeFileSync(at('lock'), '{"pid":')
    lock(nodeFiles, at('lock'))()
  })

  it('of another machine is not judged', () => {
    held({pid: 1, started: '', host: 'elsewhere'})
    expect(() => lock(nodeFiles, at('lock'))).toThrow(/a process on elsewhere works/u)
  })
})

describe('attempts', () => {
  it('say who is at what, and nothing when all is done', () => {
    const marker = new Marker(nodeFiles, at('mark'))
    marker.at('cleaning', 17)
    expect(attemptIn(nodeFiles, at('mark'))).toMatchObject({step: 'cleaning', record: 17, by: {pid: process.pid}})
    expect(lives(attemptIn(nodeFiles, at('mark'))?.by ?? {pid: 0, started: ''})).toBe(true)
    marker.at('reading', 3)
    expect(attemptIn(nodeFiles, at('mark'))).toMatchObject({step: 'reading', record: 3})
    marker.close()
    expect(attemptIn(nodeFiles, at('mark'))).toBeUndefined()
  })

  it('are counted by record; a line that was cut off is none', () => {
    recordDeath(nodeFiles, at('deaths'), {record: 3, step: 'cleaning', reason: 'a'})
    recordDeath(nodeFiles, at('deaths'), {record: 3, step: 'cleaning', reason: 'b'})
    writeFileSync(at('deaths'), `${readFileSync(at('deaths'), 'utf8')}{"record":4`)
    expect([...readDeaths(nodeFiles, at('deaths'))].map(([record, list]) => [record, list.length])).toEqual([[3, 2]])
  })

  it('a process knows itself', () => {
    expect(lives(identityOf(process.pid))).toBe(true)
    const {cpu, memory} = usage(process.pid)
    if (process.platform === 'win32') return
    expect(cpu).toBeGreaterThan(0)
    expect((memory ?? 0) / process.memoryUsage.rss()).toBeCloseTo(1, 0)
  })
})

describe('rows of what was lost', () => {
  const shard = {name: 'a', kind: 'warc', files: ['a.warc.gz'], start: 100, end: 900, bytes: 800} as const
  const place = coordinates(shard, {file: 'a.warc.gz', offset: 250, record: 4})

  it('say where the page stands, and are read again', () => {
    const item = {id: 'x', input: '<p>page</p>', facts: {url: 'https://a.example/'}, columns: [['extra', 1]] as const, problems: []}
    const text = lostRow({item, error: 'gone', reason: 'deadline', at: place, carriesPage: false})
    expect(JSON.parse(text)).toEqual({id: 'x', url: 'https://a.example/', error: 'gone', reason: 'deadline', input: place})
    expect(coordinatesIn(readRow({number: 1, text, damaged: false}, {keepInput: false}) as Unread)).toEqual(place)
  })

  it('carry a page that nobody can read again', () => {
    const item = {id: 7, input: '<p>page</p>', facts: {from: 'html', contentType: 'text/html'}, columns: [['extra', 1]], problems: []} as const
    const text = lostRow({item, error: 'gone', reason: 'deadline', at: place, carriesPage: true})
    expect(readRow({number: 1, text, damaged: false}, {keepInput: false})).toMatchObject({id: 7, input: '<p>page</p>', facts: {from: 'html', contentType: 'text/html'}})
    expect(JSON.parse(text)).toMatchObject({extra: 1})
  })

  it('that are made up lead nowhere', () => {
    for (const input of ['x', {kind: 'exe', file: 'a', offset: 0, record: 0, start: 0, end: 1}, {...place, offset: -1}, {...place, file: 3}]) {
      expect(coordinatesIn({id: null, facts: {}, columns: [['input', input]], problems: [], error: ''})).toBeUndefined()
    }
  })

  it('of a list of files name the file alone', () => {
    expect(coordinates({...shard, kind: 'files', files: ['a.html', 'b.html']}, {file: 'b.html', offset: 0, record: 1})).toMatchObject({file: 'b.html', record: 0, start: 0, end: 1})
  })
})

describe('counts', () => {
  it('add up by kind and reason', () => {
    const counting = new Counting()
    counting.add('ok', {bytes: 5})
    counting.add('error', {reason: 'deadline'})
    counting.add('skipped', {reason: '__proto__'})
    const total = addCounts(counting.take(), {...noCounts, error: 2, why: {error: {deadline: 1, crash: 1}}})
    expect(total).toMatchObject({ok: 1, error: 3, skipped: 1, bytes: 5, why: {error: {deadline: 2, crash: 1}}})
    expect(Object.entries(total.why.skipped ?? {})).toEqual([['__proto__', 1]])
    expect(records(total)).toBe(5)
    expect(records(counting.counts)).toBe(0)
  })

  it('name so many reasons only', () => {
    const counting = new Counting()
    for (let i = 0; i < 1000; i++) counting.add('rejected', {reason: `reason ${i}`})
    expect(Object.keys(counting.counts.why.rejected ?? {}).length).toBeLessThan(300)
    expect(Object.values(counting.counts.why.rejected ?? {}).reduce((sum, count) => sum + count, 0)).toBe(1000)
  })
})

describe('progress', () => {
  it('counts a shard once, finished or not', () => {
    const progress = new JobProgress({note: () => undefined, fail: () => undefined, bar: undefined}, {bytes: 200, done: 0, counts: noCounts, active: new Map([[0, {counts: {...noCounts, ok: 3}, share: 0, bytes: 100}]])})
    progress.update(0, {counts: {...noCounts, ok: 7}, share: 0.5, bytes: 100})
    expect([progress.counts.ok, progress.pages]).toEqual([7, 4])
    progress.finish(0, {counts: {...noCounts, ok: 9}, bytes: 100})
    expect([progress.counts.ok, progress.pages]).toEqual([9, 6])
    expect(progress.line(progress.counts)).toMatch(/^50%, 9 pages, /u)
  })

  it('is told by what was read of the file, whatever its records count in', async () => {
    const rows = Array.from({length: 2000}, (_, i) => ({url: `https://a.example/${i}`, text: `Row ${i} says ${randomBytes(3000).toString('base64')}.`}))
    const lines = rows.map(row => JSON.stringify(row)).join('\n')
    writeFileSync(at('a.ndjson'), lines)
    writeFileSync(at('b.ndjson.gz'), gzipSync(lines))
    await writeParquet((async function* () { yield* rows })(), at('c.parquet'))
    for (let i = 0; i < 6; i++) writeFileSync(at(`00000000${i}.json`), JSON.stringify(rows[i]))
    for (const inputs of [[at('a.ndjson')], [at('b.ndjson.gz')], [at('c.parquet')], Array.from({length: 6}, (_, i) => at(`00000000${i}.json`))]) {
      const options = {keepInput: false, limits: {bytes: 1e6}}
      const {shards: [shard]} = await planShards(await findInputs(inputs), options)
      const shares: number[] = []
      for await (const {at: place} of readShard(shard, options)) shares.push(share({...shard, inputs: []}, place))
      const middle = shares[shares.length >> 1]
      expect([inputs[0], middle > 0.3 && middle < 0.9, shares.at(-1)]).toEqual([inputs[0], true, expect.closeTo(1, 2)])
    }
  })

  it('is written for people', () => {
    expect([number(1234567), number(12), duration(7), duration(185), duration(7380)]).toEqual(['1,234,567', '12', '7 s', '3:05 min', '2:03 h'])
    const total = {...noCounts, ok: 1200, error: 3, skipped: 2, why: {error: {'out of memory': 1, deadline: 2}, skipped: {request: 2}}}
    expect(summary(total, {pages: 0, seconds: 0})).toEqual(['1,203 pages (nothing was left to do): 1,200 clean, 3 errors', 'errors: 2 deadline, 1 out of memory', 'skipped: 2 request'])
  })
})

describe('settings', () => {
  it('are understood, or refused by name', () => {
    expect(settleJob({shard: '2/8', maxErrorRate: '12.5%', workers: 3})).toMatchObject({part: {index: 2, of: 8}, maxErrorRate: 0.125, workers: 3})
    expect(settleJob({limit: 10, workers: 3}).workers).toBe(1)
    for (const job of [{shard: '0/8'}, {shard: '9/8'}, {shard: '1'}, {maxErrorRate: '5'}, {maxErrorRate: '101%'}, {shard: '1/2', twoPass: true}]) expect(() => settleJob(job), JSON.stringify(job)).toThrow(/--/u)
  })

  it('that rows depend on may not change', () => {
    const asked = {options: {}, job: {}, engine: 'boildown', to: 'ndjson', keepInput: false}
    const before = jobIdentity(asked)
    expect(() => refuseToMix(before, jobIdentity({...asked, job: {workers: 7, deadline: 3, memory: 99, maxErrorRate: '1%', retryErrors: true}}), 'out')).not.toThrow()
    expect(() => refuseToMix(before, jobIdentity({...asked, job: {minWords: 7}}), 'out')).toThrow(/minWords not given, now 7.*--force/u)
    expect(() => refuseToMix({...before, version: '0.0.0', hash: 'x'}, before, 'out')).toThrow(/version 0\.0\.0/u)
    writeFileSync(at('rules.json'), '[]')
    const one = jobIdentity({...asked, job: {rules: at('rules.json')}})
    writeFileSync(at('rules.json'), '[ ]')
    expect(jobIdentity({...asked, job: {rules: at('rules.json')}}).hash).not.toBe(one.hash)
  })
})

describe('--config', () => {
  const config = (content: unknown): string => {
    replaceFile(nodeFiles, at('c.json'), typeof content === 'string' ? content : JSON.stringify(content))
    return at('c.json')
  }

  it('says what flags say, and flags win', () => {
    const file = config({inputs: ['a.ndjson'], output: 'out/', links: 'text', markdown: {bullet: '*'}, workers: 2, keepInput: true, minWords: 9})
    expect(readArguments(['--config', file])).toMatchObject({inputs: ['a.ndjson'], output: 'out/', options: {links: 'text', markdown: {bullet: '*'}}, job: {workers: 2, minWords: 9}, keepInput: true})
    expect(readArguments(['b.html', '--config', file, '--links', 'drop', '--workers', '3'])).toMatchObject({inputs: ['b.html'], options: {links: 'drop'}, job: {workers: 3}})
  })

  it('knows every flag once', () => {
    const keys = flags.map(keyOf)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('names no code: a config may come with a corpus', () => {
    expect(() => readConfig(config({pass: ['own.js']}))).toThrow(/pass: .*command line only: --pass FILE/u)
    expect(() => readConfig(config('{"__proto__": {"pass": ["own.js"]}, "constructor": "x"}'))).toThrow(/unknown option __proto__\.pass/u)
    expect(readArguments(['--pass', 'own.js', '--config', config({inputs: ['a.ndjson']})]).job).toMatchObject({pass: ['own.js']})
  })

  it('refuses what it does not know', () => {
    for (const [content, message] of [['{', /is not JSON/u], [[], /one object/u], [{linx: 'text'}, /unknown option linx, did you mean links/u], [{links: 'x'}, /links: "x" is not allowed; allowed: keep/u], [{workers: 0}, /above 0/u], [{inputs: 'a'}, /list of strings/u], [{help: true}, /unknown option/u]] as const) {
      expect(() => readConfig(config(content))).toThrow(message)
    }
    expect(() => readConfig(at('none.json'))).toThrow(/no such file/u)
  })
})
