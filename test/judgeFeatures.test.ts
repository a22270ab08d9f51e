/** The judge's features: what the scan counts, and that rows are what their names say. */
import {describe, expect, it} from 'vitest'
import {readHtml} from '../src/input/html.ts'
import {firstColumns, firstIndex, measured, ownRows} from '../src/judge/firstRows.ts'
import {BitSet, hashOf, Interner, lower} from '../src/judge/hash.ts'
import {secondColumns, secondRows} from '../src/judge/secondRows.ts'
import {typeColumns, typeRow} from '../src/judge/pageType.ts'

const html = `<title>Boiling an egg - Kitchen</title><body class="single"><nav class="topNav"><ul>${'<li><a href="/x">Menu entry</a>'.repeat(5)}</ul></nav>
<main><h1>Boiling an egg</h1><p>Put the egg into water that boils, and wait for six minutes, or a little more. It is done when you say so.</p>
<h2>What it costs</h2><p>About $2 in 2024, <a href="https://shop.example/">they say</a>.</p><select><option>One<option>Two</select></main>
<footer>Copyright Kitchen</footer>`

function valuesOf(name: string): number[] {
  const of = measured(readHtml(html, {url: 'https://kitchen.example/blog/2024/05/egg'}))
  const {data, stride} = ownRows(of)
  return Array.from({length: of.scan.n}, (_, i) => data[i * stride + firstIndex(name)])
}

describe('the scan', () => {
  it('leaves options out', () => {
    const of = measured(readHtml(html))
    expect([...of.scan.block].map(b => of.scan.page.blocks[b].text)).not.toContain('One')
  })
  it('counts words, sentence ends and signs', () => {
    const of = measured(readHtml('<p>All rights reserved, 1999. Was it €5? Ja!'))
    expect([of.scan.words[0], of.scan.stops[0], of.scan.commas[0]]).toEqual([8, 3, 1])
    const {data} = ownRows(of)
    expect(['copyright', 'year', 'money', 'question', 'colon', 'endsSentence'].map(name => data[firstIndex(name)])).toEqual([1, 1, 1, 1, 0, 1])
  })
  it('counts a character of a script without spaces as six tenths of a word', () => {
    const {scan} = measured(readHtml('<p>鸡蛋放进水里煮。'))
    expect(scan.words[0]).toBeCloseTo(7 * 0.6)
    expect(scan.stops[0]).toBe(1)
  })
  it('gives the same text the same hash and another text another', () => {
    const {scan} = measured(readHtml('<p>One two three<p>ONE two three.<p>two one three'))
    expect(scan.hash[0]).toBe(scan.hash[1])
    expect(scan.hash[0]).not.toBe(scan.hash[2])
  })
})

describe('rows', () => {
  it('have a name, a meaning and a finite value in every column', () => {
    for (const columns of [firstColumns, secondColumns, typeColumns]) {
      const names = columns.map(([name]) => name)
      expect(new Set(names).size).toBe(names.length)
      expect(columns.every(([name, meaning]) => name !== '' && meaning !== '')).toBe(true)
    }
    const of = measured(readHtml(html))
    const first = ownRows(of)
    expect(first.data).toHaveLength(of.scan.n * firstColumns.length)
    expect(first.data.every(Number.isFinite)).toBe(true)
    const p = new Float32Array(of.scan.n).fill(0.5)
    expect(secondRows(of, {rows: first, p}).data.every(Number.isFinite)).toBe(true)
    expect(typeRow(of, first, p).data.every(Number.isFinite)).toBe(true)
  })
  it('fill each column where its name says', () => {
    expect(valuesOf('level')).toEqual([0, 0, 0, 0, 0, 1, 0, 2, 0, 0])
    expect(valuesOf('money')).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 0])
    expect(valuesOf('in-nav').slice(0, 6)).toEqual([2, 2, 2, 2, 2, -1])
    expect(valuesOf('copies')).toEqual([5, 5, 5, 5, 5, 1, 1, 1, 1, 1])
    expect(valuesOf('alike0')).toEqual([5, 5, 5, 5, 5, 1, 2, 1, 2, 1])
    expect(valuesOf('items').slice(0, 6)).toEqual([5, 5, 5, 5, 5, 0])
    expect(valuesOf('titleLikeness')[5]).toBeGreaterThan(0.7)
    expect(valuesOf('inHalf')[6]).toBeGreaterThanOrEqual(0)
    expect(valuesOf('pathDate')).toEqual(new Array(10).fill(1))
    expect(valuesOf('wordPosition')[9]).toBeGreaterThan(0.9)
  })
  it('cost linear time on hostile input', () => {
    const deep = measured(readHtml(`${'<div class="a b">x'.repeat(3000)}`))
    expect(ownRows(deep).data.every(Number.isFinite)).toBe(true)
    expect(measured(readHtml('')).scan.n).toBe(0)
  })
})

describe('hashes', () => {
  it('fold case in Latin, Greek and Cyrillic', () => {
    for (const word of ['Straße', 'ÉTÉ', 'ŻÓŁĆ', 'ΑΒΓ', 'ПРИВЕТ', 'ЂЏ', 'Ÿ']) {
      if (word !== 'Ÿ') expect([...word].map(sign => lower(sign.charCodeAt(0)))).toEqual([...word.toLowerCase()].map(sign => sign.charCodeAt(0)))
    }
    expect(hashOf('Egg')).toBe(hashOf('egg'))
  })
  it('number what they see in order', () => {
    const interner = new Interner(100)
    expect([7, 9, 7, -1, 9].map(hash => interner.id(hash))).toEqual([0, 1, 0, 2, 1])
  })
  it('are never missed in a set', () => {
    const set = new BitSet(64)
    for (let i = 0; i < 200; i += 7) set.add(Math.imul(i, 0x9e3779b1))
    for (let i = 0; i < 200; i += 7) expect(set.has(Math.imul(i, 0x9e3779b1))).toBe(true)
  })
})
