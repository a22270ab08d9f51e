/** Damaged at random: nothing throws, nothing hangs, and what is given is numbered without gaps. */
import {gzipSync} from 'node:zlib'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {Shelf, jobEntries, planOf, response, streamEntries, warcGz, warcinfo, zip} from './archives.ts'
import {Failure} from '../src/exit.ts'

let shelf: Shelf
beforeEach(() => { shelf = new Shelf() })
afterEach(() => { shelf.remove() })

const pages = Array.from({length: 12}, (_, i) => response(`<p>${`page ${i} `.repeat(30)}</p>`, i % 3 === 0 ? {http: {'Content-Type': 'text/html', 'Transfer-Encoding': 'chunked'}} : {}))
const lines = Array.from({length: 40}, (_, i) => `${JSON.stringify({id: i, html: `<p>${i}</p>`})}\n`).join('')
const files: Readonly<Record<string, Buffer>> = {
  'a.warc': Buffer.concat([warcinfo(), ...pages]),
  'b.warc.gz': warcGz([warcinfo(), ...pages]),
  'c.warc.gz': gzipSync(Buffer.concat(pages)),
  'd.jsonl': Buffer.from(lines),
  'e.jsonl.gz': Buffer.concat([gzipSync(lines), gzipSync(lines)]),
  'g.wacz': zip([{name: 'archive/1.warc.gz', data: warcGz(pages)}, {name: 'archive/2.warc', data: Buffer.concat(pages), deflate: true}]),
  'h.html.gz': gzipSync('<p>page</p>'.repeat(100)),
}

/** Mulberry32: the same damage in every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function damaged(bytes: Buffer, seed: number): Buffer {
  const next = random(seed)
  const at = (): number => Math.floor(next() * bytes.length)
  const copy = Buffer.from(bytes)
  switch (seed % 4) {
    case 0: return copy.subarray(0, at())
    case 1: return Buffer.concat([copy.subarray(0, at()), copy.subarray(at())])
    case 2: return copy.fill(Math.floor(next() * 256), at(), at())
    default:
      for (let i = 0; i < 8; i++) copy[at()] = Math.floor(next() * 256)
      return copy
  }
}

describe('a file damaged at random', () => {
  it.each(Object.keys(files))('%s', async name => {
    for (let seed = 0; seed < 60; seed++) {
      const file = shelf.file(name, damaged(files[name], seed))
      const {shards} = await planOf([file])
      const entries = await jobEntries([file])
      if (shards.length === 1) expect(entries.map(({at}) => at.record), `seed ${seed}`).toEqual(entries.map((_, i) => i))
      await streamEntries([file]).catch((error: unknown) => expect(error, `seed ${seed}`).toBeInstanceOf(Failure))
    }
  })
})
