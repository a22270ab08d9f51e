/** Files of jobs, and the address of Redis. Queues run in `npm run test:systems -- bullmq`. */
import {existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {causeOf, checkAddress} from '../src/adapters/bullmq/connection.ts'
import {createProcessor} from '../src/adapters/bullmq/index.ts'
import {Results, resultName} from '../src/adapters/bullmq/results.ts'
import {Failure} from '../src/exit.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'boildown-')) })
afterEach(() => { rmSync(folder, {recursive: true}) })

describe('the file of an id', () => {
  it('has its name where that is plain', () => {
    expect(resultName('page-17')).toMatch(/^[0-9a-f]{2}\/page-17\.ndjson$/u)
    expect(resultName('a.b_c')).toMatch(/\/a\.b_c\.ndjson$/u)
  })
  it('keeps what is readable of others, stays in its folder and is told from all others', () => {
    const ids = ['https://example.org/a?b=c', '../../etc/passwd', '..', '.', '', 'A', 'a', 'con', 'nul.txt', 'a/b', 'a:b', 'a_b', 'é', 'e\u0301', 'a~b', 'x'.repeat(5000), `${'x'.repeat(5000)}y`, '\u0000', '\u202egnp', '-rf', 'a.', 'a ', '💧'.repeat(90)]
    const names = ids.map(resultName)
    for (const name of names) {
      expect(name).toMatch(/^[0-9a-f]{2}\/[^/\\:*?"<>|]{1,120}\.ndjson$/u)
      expect(name.slice(3)).not.toMatch(/^(?:\.|con\.|nul\.)/u)
      expect(Buffer.byteLength(name)).toBeLessThan(200)
    }
    // Also on file systems that take capitals and small letters, or composed and other accents, for one.
    expect(new Set(names.map(name => name.slice(3).normalize('NFKC').toLowerCase())).size).toBe(ids.length)
  })
})

describe('results', () => {
  it('are written whole, and replaced', async () => {
    const results = new Results(join(folder, 'a', 'out'))
    await results.open()
    const name = await results.write('p1', ['{"a":1}', '{"a":2}'])
    expect(readFileSync(join(folder, 'a', 'out', name), 'utf8')).toBe('{"a":1}\n{"a":2}\n')
    expect(await results.write('p1', ['{"a":3}'])).toBe(name)
    expect(readFileSync(join(folder, 'a', 'out', name), 'utf8')).toBe('{"a":3}\n')
    expect(readdirSync(join(folder, 'a', 'out', '.unfinished'))).toEqual([])
  })
  it('of one page in two hands do not mix', async () => {
    const results = new Results(folder)
    await results.open()
    const rows = Array.from({length: 20}, (_, i) => JSON.stringify({i, text: 'x'.repeat(10_000 * (20 - i))}))
    const [name] = await Promise.all(rows.map(row => results.write('p', [row])))
    expect(rows).toContain(readFileSync(join(folder, name), 'utf8').trimEnd())
    expect(readdirSync(join(folder, '.unfinished'))).toEqual([])
  })
  it('left unfinished long ago are taken away, those of today stay', async () => {
    const results = new Results(folder)
    await results.open()
    const [old, fresh] = ['old', 'fresh'].map(name => join(folder, '.unfinished', name))
    for (const file of [old, fresh]) writeFileSync(file, 'half')
    utimesSync(old, 1, 1)
    await results.open()
    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true])
  })
})

describe('the address of Redis', () => {
  it('is asked for, and not said when it is wrong', () => {
    expect(checkAddress('rediss://user:secret@h:1/2')).toContain('secret')
    expect(() => checkAddress(undefined)).toThrow('REDIS_URL is not set')
    for (const wrong of ['http://:secret@h', 'secret', 'redis://secret:x@h:port']) {
      let said = ''
      try { checkAddress(wrong) } catch (error) { said = error instanceof Failure ? `${error.code} ${error.message}` : 'another error' }
      expect(said).toMatch(/^2 queue: REDIS_URL is not an address of Redis/u)
      expect(said).not.toContain('secret')
    }
  })
  it('is in no message of a lost connection', () => {
    expect(causeOf(Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:6379'), {code: 'ECONNREFUSED'}))).toBe('ECONNREFUSED')
    expect(causeOf(new Error('WRONGPASS invalid username-password pair for secret'))).toBe('WRONGPASS')
    expect(causeOf(new Error('secret'))).toBe('Error')
  })
})

describe('a processor', () => {
  it('refuses what it cannot do', async () => {
    await expect(createProcessor({out: ''})).rejects.toThrow('option out must name a folder')
    await expect(createProcessor({out: folder, deadline: 0})).rejects.toThrow('option deadline: 0 is not allowed')
    await expect(createProcessor({out: folder, hooks: {}})).rejects.toThrow('option hooks: it does not cross to another process')
    await expect(createProcessor({out: folder, title: 'nowhere' as 'top'})).rejects.toThrow('option title')
  })
})
