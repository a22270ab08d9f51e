/** Jobs of several phases: two passes, and copies left out. Rows, reports of what went, and what a power cut leaves. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {gunzipSync} from 'node:zlib'
import {afterAll, describe, expect, it} from 'vitest'
import type {Crew} from '../src/batch/job/context.ts'
import {runJob} from '../src/batch/job/job.ts'
import {layoutOf} from '../src/batch/job/layout.ts'
import {perform} from '../src/batch/job/perform.ts'
import type {Supervised} from '../src/batch/job/supervisor.ts'
import {toolbox} from '../src/batch/job/tools.ts'
import type {JobFormat} from '../src/batch/job/description.ts'
import type {JobOptions} from '../src/batch/options.ts'
import {settleJob} from '../src/batch/job/settings.ts'
import {HostsFile} from '../src/hosts/hostsFile.ts'
import {PowerCut, SimulatedDisk} from './jobDisk.ts'
import type {Left} from './jobDisk.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'boildown-phases-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const names = 'abcdefghijklmnopqrstuvwxyz'
const words = (i: number): string => `The keeper ${names[i]} walked along shore ${names[i + 1]} in the morning, counted boats of ${names[i + 2]}, and wrote what he saw into book ${names[i + 3]} that lay on the table of ${names[i]}.`
function row(id: string, i: number, more = ''): string {
  return JSON.stringify({id, url: `https://shore.example/${id}`, html: `<nav><a href="/">Home</a></nav><article><h1>Page ${names[i]}</h1><p>${words(i)}${more}</p><p>Written for the gazette of the coast</p></article>`})
}
/** The second file says again what the first one says, once word for word and once nearly. */
const files = {
  'a.ndjson': [row('a0', 0), row('a1', 1), row('a2', 2)],
  'b.ndjson': [row('b0', 5), row('b1', 1), 'not a row', row('b2', 2, ' So it was.')],
}
for (const [name, lines] of Object.entries(files)) writeFileSync(path.join(folder, name), lines.join('\n'))

/** Steps of a job, this process being its workers. */
function crewOn(disk: SimulatedDisk, asked: string[]): (job: Supervised) => Crew {
  return job => ({
    async run() {
      for (let task = job.next(); task; task = job.next()) {
        asked.push(`${job.description.learn === true ? 'learn' : job.description.job.hosts === undefined ? 'clean' : 'clean with hosts'} ${task.shard.name}`)
        await perform({
          ...task, description: job.description, files: disk, toolbox: boxOf(job), checkpointAfter: {records: 2, milliseconds: 1e9, characters: 1e9},
          control: {stops: () => false, report: () => undefined},
        })
        job.finished(task.index)
      }
      return []
    },
    stop: () => undefined,
    kill: () => undefined,
  })
}

const boxes = new Map<string, ReturnType<typeof toolbox>>()
/** Loading the model takes longer than the job. A hosts file on a disk in memory is nowhere to be read. */
function boxOf({description}: Supervised): ReturnType<typeof toolbox> {
  const {hosts: _, ...job} = description.job
  const key = `${description.learn} ${JSON.stringify(job)}`
  const box = boxes.get(key) ?? toolbox({...description, job})
  boxes.set(key, box)
  return {...toolbox(description), tools: format => box.tools(format)}
}

interface Run { readonly disk: SimulatedDisk; readonly job: JobOptions; readonly to?: JobFormat; readonly inputs?: readonly string[]; readonly asked?: string[] }
function run({disk, job, to, inputs = ['a.ndjson', 'b.ndjson'], asked = []}: Run): Promise<number> {
  return runJob({words: inputs.map(name => path.join(folder, name)), force: false, folder: '/out', options: {}, job, engine: 'boildown', sources: {keepInput: false, limits: {bytes: 1e6}}, ...(to && {to})}, {
    files: disk, stdin: (async function* () {})(), crew: crewOn(disk, asked),
    voice: {note: () => undefined, fail: () => undefined, bar: undefined}, signals: {listen: () => () => undefined},
  })
}

function content(disk: SimulatedDisk): Record<string, string> {
  return Object.fromEntries([...disk.files].filter(([name]) => !/\.boildown[/\\]|_manifest|report\.html/u.test(name)).map(([name, bytes]) =>
    [name, (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')]).sort())
}
const ids = (text: string): unknown[] => text.split('\n').filter(line => line !== '').map(line => (JSON.parse(line) as {id: unknown}).id)
const counted = (disk: SimulatedDisk): {ok: number; duplicate: number; in: number} => JSON.parse(content(disk)['/out/_stats.json'])

describe('copies', () => {
  it('go, word for word or nearly; each names the one that stays', async () => {
    for (const [dedupe, copies] of [['exact', ['b1']], ['near', ['b1', 'b2']]] as const) {
      const disk = new SimulatedDisk()
      expect(await run({disk, job: {dedupe}})).toBe(0)
      const {'/out/a.ndjson.gz': a, '/out/b.ndjson.gz': b, '/out/_rejected.ndjson': rejected} = content(disk)
      expect([ids(a), ids(b), ids(rejected)]).toEqual([['a0', 'a1', 'a2'], ['b0', 'b1', 'b2'].filter(id => !(copies as readonly string[]).includes(id)), copies])
      expect(JSON.parse(rejected.split('\n')[0])).toMatchObject({id: 'b1', reason: 'duplicate', input: {record: 1}, twin: {id: 'a1', url: 'https://shore.example/a1', input: {record: 1}}})
      expect(counted(disk)).toMatchObject({in: 7, ok: 6 - copies.length, duplicate: copies.length, error: 1})
    }
  })
  it('leave no file in a tree', async () => {
    const disk = new SimulatedDisk()
    expect(await run({disk, job: {dedupe: 'exact'}, to: 'markdown'})).toBe(0)
    const pages = Object.values(content(disk)).filter(text => text.includes('walked along'))
    expect(pages.length).toBe(5)
    expect(new Set(pages.map(text => text.replace(/^---[^]*?---/u, ''))).size).toBe(5)
  })
  it('of what is added later are held against what is there, which stays', async () => {
    const disk = new SimulatedDisk()
    await run({disk, job: {dedupe: 'near'}, inputs: ['b.ndjson']})
    expect(ids(content(disk)['/out/b.ndjson.gz'])).toEqual(['b0', 'b1', 'b2'])
    await run({disk, job: {dedupe: 'near'}, inputs: ['b.ndjson', 'a.ndjson']})
    expect([ids(content(disk)['/out/b.ndjson.gz']), ids(content(disk)['/out/a.ndjson.gz'])]).toEqual([['b0', 'b1', 'b2'], ['a0']])
    expect(counted(disk)).toMatchObject({in: 7, ok: 4, duplicate: 2})
    const before = content(disk)
    expect(await run({disk, job: {dedupe: 'near'}, inputs: ['b.ndjson', 'a.ndjson']})).toBe(0)
    expect(content(disk)).toEqual(before)
  })
})

describe('copies of copies', () => {
  const text = Array.from({length: 400}, (_, i) => `word${(i * 7919) % 1009}`)
  const second = text.map((word, i) => i % 20 === 19 ? `edit${i}` : word)
  const third = second.map((word, i) => i % 20 === 9 ? `other${i}` : word)
  const page = (id: string, list: readonly string[]): string => JSON.stringify({id, markdown: `${list.join(' ')}\n`})
  writeFileSync(path.join(folder, 'c.ndjson'), [page('c0', text), page('c1', second), page('c2', second)].join('\n'))
  writeFileSync(path.join(folder, 'd.ndjson'), [page('d0', third), page('d1', second)].join('\n'))

  it('name a page that is written, and what is like none that is written stays', async () => {
    const disk = new SimulatedDisk()
    await run({disk, job: {dedupe: 'near'}, inputs: ['c.ndjson']})
    const rejected = (): string[] => content(disk)['/out/_rejected.ndjson'].trim().split('\n').map(line => JSON.parse(line) as {id: string; twin: {id: string}}).map(({id, twin}) => `${id} ${twin.id}`)
    expect(rejected()).toEqual(['c1 c0', 'c2 c0'])
    await run({disk, job: {dedupe: 'near'}, inputs: ['c.ndjson', 'd.ndjson']})
    expect(rejected()).toEqual(['c1 c0', 'c2 c0', 'd1 c0'])
    expect(ids(content(disk)['/out/d.ndjson.gz'])).toEqual(['d0'])
  })
})

describe('two passes', () => {
  it('learn from all pages before one is cleaned', async () => {
    const disk = new SimulatedDisk()
    const asked: string[] = []
    expect(await run({disk, job: {twoPass: true}, asked})).toBe(0)
    expect(asked).toEqual(['learn a', 'learn b', 'clean with hosts a', 'clean with hosts b'])
    const hosts = new HostsFile(disk.read(layoutOf('/out').hosts) as Buffer)
    // Two of six pages are the same but for their address.
    expect([hosts.generation, hosts.of('shore.example')?.pages]).toEqual([5, 5])
    expect(disk.list('/out/.boildown')).not.toContain('learn')
    expect(ids(content(disk)['/out/_errors.ndjson'])).toEqual([null])
  })
  it('are for a whole corpus', () => {
    expect(() => settleJob({twoPass: true, shard: '1/2'})).toThrow(/boildown learn for each part, then boildown merge/u)
    expect(() => settleJob({dedupe: 'exact', shard: '1/2'})).toThrow(/need the whole corpus/u)
    expect(() => settleJob({twoPass: true, hosts: 'hosts.bin'})).toThrow(/leave --hosts out/u)
  })
})

/** Every so many writes here; all of them with EVERY=1. */
const stride = Number(process.env['EVERY'] ?? 11)

describe('a power cut', () => {
  it('in any phase costs no row and gives none twice', async () => {
    const job: JobOptions = {twoPass: true, dedupe: 'near'}
    const whole = new SimulatedDisk()
    await run({disk: whole, job})
    const lefts: Left[] = ['nothing', 'everything', what => what.length % 2 === 0]
    for (let cut = 1; cut < whole.steps; cut += stride) {
      const disk = new SimulatedDisk()
      disk.cutAt = cut
      await expect(run({disk, job})).rejects.toThrow(PowerCut)
      disk.restart(lefts[cut % 3])
      expect([cut, await run({disk, job})]).toEqual([cut, 0])
      expect([cut, content(disk)]).toEqual([cut, content(whole)])
      const partial = [...disk.files.keys()].filter(name => /tmp$|\.(?:rows|kept|mark|deaths)$|lock|learn|bands|part-/u.test(name))
      expect([cut, partial]).toEqual([cut, []])
    }
  }, 600_000)
})

