/** Learning hosts from a corpus: what is noted of pages, counted in any order and in parts, and added up. */
import {describe, expect, it} from 'vitest'
import {countedHosts, writeHosts} from '../src/batch/hosts/countHosts.ts'
import {mergedHosts} from '../src/batch/hosts/mergeHosts.ts'
import {observationLine, observationOf} from '../src/batch/hosts/observation.ts'
import {Ranks} from '../src/batch/hosts/sampleRank.ts'
import {nameKey} from '../src/hosts/blockKey.ts'
import {pagesPerHost} from '../src/hosts/hostCounts.ts'
import {HostsFile} from '../src/hosts/hostsFile.ts'
import type {HostRecord} from '../src/hosts/hostsFile.ts'
import {SimulatedDisk} from './jobDisk.ts'

describe('learning hosts', () => {
  const url = (host: string, i: number): string => `https://${host}/${i}`
  const lines = (host: string, pages: number): string[] => Array.from({length: pages}, (_, i) =>
    observationLine({host, rank: nameKey(url(host, i)), page: i + 1, keys: Float64Array.of(7, 100 + i)}))
  async function records(all: readonly string[], together?: number): Promise<HostRecord[]> {
    const out: HostRecord[] = []
    const files = new SimulatedDisk()
    const counting = {files, folder: '/parts', size: all.join('').length, lines: async function* () { yield* all }, ...(together && {together})}
    for await (const record of countedHosts(counting)) out.push(record)
    expect(files.list('/parts')).toEqual([])
    return out
  }

  it('keeps a line whole', () => {
    const seen = {host: 'a.example', rank: 5, page: 6, keys: Float64Array.of(1, 2 ** 53 - 1)}
    expect(observationOf(observationLine(seen))).toEqual(seen)
  })
  it('looks at the same pages in any order, in memory and in parts', async () => {
    const all = [...lines('large.example', 300), ...lines('small.example', 3), ...lines('b.example', 1)]
    const one = await records(all)
    expect(one.map(({name, pages}) => [name, pages]).sort()).toEqual([['b.example', 1], ['large.example', pagesPerHost], ['small.example', 3]])
    expect(one.find(({name}) => name === 'large.example')?.counts[0]).toBe(pagesPerHost)
    expect(await records(all.toReversed())).toEqual(one)
    expect(await records(all, 200)).toEqual(one)
  })
  it('knows early which pages do not count, and is never wrong', async () => {
    const ranks = new Ranks()
    const all = Array.from({length: 2000}, (_, i) => i)
    const wanted = all.filter(i => ranks.wants('large.example', nameKey(url('large.example', i))))
    expect(wanted.length).toBeLessThan(600)
    const whole = await records(lines('large.example', 2000))
    expect(await records(wanted.map(i => lines('large.example', 2000)[i]))).toEqual(whole)
  }, 20_000)
  it('counts identical pages once, and an address once', async () => {
    const twice = {host: 'a.example', page: 1, keys: Float64Array.of(7)}
    const [record] = await records([observationLine({...twice, rank: 1}), observationLine({...twice, rank: 2}), observationLine({...twice, rank: 3, page: 2}), observationLine({...twice, rank: 3, page: 4})])
    expect([record.pages, [...record.counts]]).toEqual([2, [2]])
  })
  it('adds parts up to what the whole is', async () => {
    const disk = new SimulatedDisk()
    disk.makeFolder('/')
    const all = [...lines('a.example', 20), ...lines('b.example', 2)]
    const written = async (name: string, hosts: readonly HostRecord[], keepsAll: boolean): Promise<HostsFile> => {
      await writeHosts(disk, name, {hosts, keepsAll})
      return new HostsFile(disk.read(name) as Buffer)
    }
    const whole = await written('/whole', await records(all), false)
    const parts = [await written('/1', await records(all.filter((_, i) => i % 2 === 0)), true), await written('/2', await records(all.filter((_, i) => i % 2 === 1)), true)]
    const sum = await written('/sum', [...mergedHosts(parts)], false)
    expect([...sum.records()]).toEqual([...whole.records()])
    expect(disk.read('/sum')).toEqual(disk.read('/whole'))
    expect(whole.of('a.example')?.count(7)).toBe(20)
    expect(whole.of('a.example')?.count(101)).toBe(0)
  })
})
