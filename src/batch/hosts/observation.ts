/** What is noted of a page while hosts are learnt: one line of a side file. */
import {blockKeys, distinct, pageKey} from '../../hosts/blockKey.ts'
import {hostOf} from '../../hosts/hostOf.ts'
import type {Page} from '../../page/page.ts'
import {rankOf} from './sampleRank.ts'

export interface Observation {
  readonly host: string
  readonly rank: number
  /** Key of the whole page. */
  readonly page: number
  /** Of its blocks, each once, ascending. */
  readonly keys: Float64Array
}

/** @returns undefined for a page without an address: nobody knows its host */
export function observe(page: Page): Observation | undefined {
  const host = hostOf(page.url)
  if (host === undefined || page.url === undefined) return undefined
  const keys = blockKeys(page)
  return {host, rank: rankOf(page.url), page: pageKey(keys), keys: distinct(keys)}
}

export function observationLine({host, rank, page, keys}: Observation): string {
  return JSON.stringify([host, rank, page, Buffer.from(littleEndian(keys)).toString('base64')])
}

export function observationOf(line: string): Observation {
  const [host, rank, page, packed] = JSON.parse(line) as [string, number, number, string]
  const bytes = Buffer.from(packed, 'base64')
  const keys = new Float64Array(bytes.length / 8)
  for (let i = 0; i < keys.length; i++) keys[i] = bytes.readDoubleLE(i * 8)
  return {host, rank, page, keys}
}

/** Host of a line, without the rest of it. */
export function hostIn(line: string): string {
  return line.slice(2, line.indexOf('"', 2))
}

function littleEndian(keys: Float64Array): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(keys.length * 8))
  for (let i = 0; i < keys.length; i++) view.setFloat64(i * 8, keys[i], true)
  return view.buffer
}
