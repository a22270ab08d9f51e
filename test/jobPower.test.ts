/** A job whose machine loses power, at every write, and whose disk is full: the rows are those of a job that never was. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {gunzipSync} from 'node:zlib'
import {afterAll, describe, expect, it} from 'vitest'
import {Failure} from '../src/exit.ts'
import type {Crew} from '../src/batch/job/context.ts'
import {readJournal} from '../src/batch/job/journal.ts'
import {runJob} from '../src/batch/job/job.ts'
import {layoutOf} from '../src/batch/job/layout.ts'
import {perform} from '../src/batch/job/perform.ts'
import type {Supervised} from '../src/batch/job/supervisor.ts'
import {toolbox} from '../src/batch/job/tools.ts'
import {PowerCut, SimulatedDisk} from './jobDisk.ts'
import type {Faults, Left} from './jobDisk.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'boildown-power-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const inputs = {records: path.join(folder, 'records'), pages: path.join(folder, 'pages')}
for (const input of Object.values(inputs)) mkdirSync(input)
function pageOf(i: number): string {
  return `<article><h1>Page ${i}</h1><p>The keeper number ${i} walked along the shore in the morning, counted the boats, and wrote the number into the old book.</p></article>`
}
for (const name of ['a', 'b']) {
  const lines = [0, 1, 2].map(i => JSON.stringify({id: `${name}${i}`, html: pageOf(i)}))
  writeFileSync(path.join(inputs.records, `${name}.ndjson`), [...lines.slice(0, 2), 'not a row', ...lines.slice(2)].join('\n'))
  for (let i = 0; i < 2; i++) writeFileSync(path.join(inputs.pages, `${name}${i}.html`), pageOf(i))
}

/** This process does the work of the children, on the disk of the test. */
function crewOn(disk: SimulatedDisk, claimed: Set<number>): (job: Supervised) => Crew {
  return job => ({
    async run() {
      for (let task = job.next(); task; task = job.next()) {
        try {
          await perform({
            ...task, description: job.description, files: disk, toolbox: boxOf(job), checkpointAfter: {records: 2, milliseconds: 1e9, characters: 1e9},
            control: {stops: () => false, report: () => undefined},
          })
        } catch (error) {
          if (error instanceof Failure) return [error]
          throw error
        }
        claimed.add(task.index)
        job.finished(task.index)
      }
      return []
    },
    stop: () => undefined,
    kill: () => undefined,
  })
}

let box: ReturnType<typeof toolbox> | undefined
/** Loading the model takes longer than the job. */
function boxOf({description}: Supervised): ReturnType<typeof toolbox> {
  const shared = box ??= toolbox(description)
  return {...toolbox(description), tools: format => shared.tools(format)}
}

interface Tried { readonly disk: SimulatedDisk; readonly input: string; readonly claimed?: Set<number>; readonly failures?: unknown[] }

function tried({disk, input, claimed = new Set(), failures = []}: Tried): Promise<number> {
  return runJob({words: [input], force: false, folder: '/out', options: {}, job: {}, engine: 'boildown', sources: {keepInput: false, limits: {bytes: 1e6}}}, {
    files: disk, stdin: (async function* () {})(), crew: crewOn(disk, claimed),
    voice: {note: () => undefined, fail: failure => failures.push(failure), bar: undefined},
    signals: {listen: () => () => undefined},
  })
}

/** What a user finds, timings apart. */
function content(disk: SimulatedDisk): Record<string, string> {
  return Object.fromEntries([...disk.files].filter(([name]) => !/\.boildown[/\\]|_manifest|report\.html/u.test(name)).map(([name, bytes]) =>
    [name, (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')]).sort())
}

/** A coin that falls the same way every time. */
function half(seed: number): (what: string) => boolean {
  return what => [...`${seed}${what}`].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 65_537, 7) % 2 === 0
}

/** @returns what went wrong, over all writes and all that may be left */
async function cutEverywhere(input: string, faults: Faults = {}): Promise<string[]> {
  const whole = new SimulatedDisk()
  await tried({disk: whole, input})
  const wrong: string[] = []
  const lefts: Left[] = ['nothing', 'everything', half(1), half(2)]
  for (let cut = 0; cut < whole.steps; cut++) {
    // Losing all of it is the hardest; of the others each cut has one.
    for (const i of [0, 1 + cut % 3]) {
      const left = lefts[i]
      const disk = new SimulatedDisk(faults)
      const claimed = new Set<number>()
      disk.cutAt = cut
      await expect(tried({disk, input, claimed})).rejects.toThrow(PowerCut)
      disk.restart(left)
      const layout = layoutOf('/out')
      for (const index of claimed) if (readJournal(disk, layout.shard(index).journal).stage !== 'finished') wrong.push(`cut ${cut}.${i}: shard ${index} was said to be finished`)
      try {
        const code = await tried({disk, input})
        if (code !== 0) wrong.push(`cut ${cut}.${i}: exit code ${code}`)
        else if (JSON.stringify(content(disk)) !== JSON.stringify(content(whole))) wrong.push(`cut ${cut}.${i}: other rows`)
        const partial = [...disk.files.keys()].filter(name => /tmp$|\.(?:rows|mark|deaths)$|lock/u.test(name))
        if (partial.length > 0) wrong.push(`cut ${cut}.${i}: left behind ${partial.join(', ')}`)
      } catch (error) {
        wrong.push(`cut ${cut}.${i}: ${String(error)}`)
      }
      if (wrong.length > 0 && faults.unsynced) return wrong
    }
  }
  return wrong
}

describe('a power cut at every write', () => {
  it('loses no row of records and gives none twice', async () => {
    expect(await cutEverywhere(inputs.records)).toEqual([])
  }, 120_000)

  it('leaves no page of a tree out', async () => {
    expect(await cutEverywhere(inputs.pages)).toEqual([])
  }, 120_000)

  it('is noticed where the journal, the rows, or a page of the tree is not synced', async () => {
    expect(await cutEverywhere(inputs.records, {unsynced: /\.journal$/u})).not.toEqual([])
    expect(await cutEverywhere(inputs.records, {unsynced: /\.rows$/u})).not.toEqual([])
    expect(await cutEverywhere(inputs.pages, {unsynced: /\.md$/u})).not.toEqual([])
  }, 240_000)
})

describe('a full disk', () => {
  it('ends the job with 73, at every size, and the job goes on when there is room', async () => {
    const whole = new SimulatedDisk()
    await tried({disk: whole, input: inputs.records})
    for (let room = 100; room < 12_000; room += 397) {
      const disk = new SimulatedDisk({room})
      const failures: unknown[] = []
      const code = await tried({disk, input: inputs.records, failures}).catch((error: unknown) => {
        failures.push(error)
        return 73
      })
      expect([room, code === 0 || failures.every(failure => (failure as Failure).code === 73)]).toEqual([room, true])
      disk.restart('everything')
      disk.room = Infinity
      expect(await tried({disk, input: inputs.records})).toBe(0)
      expect(content(disk)).toEqual(content(whole))
    }
  }, 60_000)
})
