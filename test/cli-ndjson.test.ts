import {describe, expect, it} from 'vitest'
import {Damage} from '../src/batch/sources/damage.ts'
import {lines} from '../src/batch/sources/lines.ts'
import type {Line} from '../src/rows/read.ts'
import {safeJson, safeObject} from '../src/rows/json.ts'
import {unwrapWideNumbers, wrapWideNumbers} from '../src/rows/numbers.ts'

async function split(bytes: Uint8Array, size: number, cap?: number): Promise<Line[]> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const all: Line[] = []
  for await (const line of lines(chunks(), cap)) {
    if (line instanceof Damage) throw new Error(line.reason)
    const {number, text, damaged} = line
    all.push({number, text, damaged})
  }
  return all
}

describe('lines', () => {
  it('gives the same lines for every chunk size', async () => {
    const bytes = Buffer.from('\ufeff{"a":"é\u2028ß"}\r\n\n  \n{"b":1}\nlast \ufeff')
    const whole = await split(bytes, bytes.length)
    expect(whole).toEqual([
      {number: 1, text: '{"a":"é\u2028ß"}\r', damaged: false},
      {number: 4, text: '{"b":1}', damaged: false},
      {number: 5, text: 'last \ufeff', damaged: false},
    ])
    for (const size of [1, 2, 3, 5, 7]) expect(await split(bytes, size)).toEqual(whole)
  })

  it('marks a line over the cap and goes on behind it', async () => {
    const bytes = Buffer.from(`12345\n${'x'.repeat(50)}\n123456\nok\n`)
    for (const size of [1, 4, 100]) {
      expect((await split(bytes, size, 5)).map(({number, text}) => [number, text])).toEqual([[1, '12345'], [2, undefined], [3, undefined], [4, 'ok']])
    }
  })

  it('leaves out what a damage has torn, and keeps what is whole beside it', async () => {
    async function* chunks(): AsyncGenerator<Uint8Array | Damage> {
      yield Buffer.from('{"a":1}\n{"torn":')
      yield new Damage(9, 'gone')
      yield Buffer.from('"rest"}\n{"b":2}\n{"c":3}')
      yield new Damage(99, 'gone')
      yield Buffer.from('{"d":4}\n{"e":5}')
    }
    const texts: (string | undefined)[] = []
    for await (const line of lines(chunks())) texts.push(line instanceof Damage ? 'damage' : line.text)
    expect(texts).toEqual(['{"a":1}', 'damage', '{"b":2}', '{"c":3}', 'damage', '{"d":4}', '{"e":5}'])
  })

  it('holds no more of a line over the cap than the cap', async () => {
    const megabyte = 1_000_000
    const before = process.memoryUsage().arrayBuffers
    let most = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 400; i++) {
        yield new Uint8Array(megabyte).fill(120)
        most = Math.max(most, process.memoryUsage().arrayBuffers - before)
      }
    }
    for await (const line of lines(endless(), megabyte)) expect(line).toMatchObject({text: undefined, bytes: 400 * megabyte})
    // Held, it were all 400 MB; what is not collected yet stays far below.
    expect(most).toBeLessThan(250 * megabyte)
  })

  it('marks bytes that are not UTF-8', async () => {
    expect(await split(Buffer.from('61ff62', 'hex'), 9)).toEqual([{number: 1, text: 'a\ufffdb', damaged: true}])
  })

  it('refuses UTF-16 by name', async () => {
    await expect(split(Buffer.from('\ufeff{}', 'utf16le'), 99)).rejects.toThrow(/UTF-16.*iconv/u)
  })
})

describe('JSON for other languages', () => {
  it('writes no lone surrogate, and leaves a written escape alone', () => {
    expect(safeJson('\ud800|\\ud800|\ude00|😀')).toBe('"\ufffd|\\\\ud800|\ufffd|😀"')
    expect(safeObject([['\udc00', [{'\ud801': 1}]]])).toBe('{"\ufffd":[{"\ufffd":1}]}')
  })

  it('escapes line ends and controls', () => {
    expect(safeJson('a\u2028b\u2029c\u0085d\u009be\u007ff\u001b')).toBe(String.raw`"a\u2028b\u2029c\u0085d\u009be\u007ff\u001b"`)
  })

  it('keeps the order of columns', () => {
    expect(safeObject([['b', 1], ['1', 2], ['__proto__', 3]])).toBe('{"b":1,"1":2,"__proto__":3}')
    expect(JSON.parse(safeObject([['a', {b: [1]}]], true))).toEqual({a: {b: [1]}})
  })
})

describe('wide numbers', () => {
  function through(json: string): string {
    return unwrapWideNumbers(safeJson(JSON.parse(wrapWideNumbers(json))))
  }

  it('survive from JSON to JSON', () => {
    for (const json of ['12345678901234567890', '-9007199254740993', '[1,{"a":9007199254740993}]', '1e400', '{"a":"x\\"12345678901234567890","b":12345678901234567891}']) {
      expect(through(json)).toBe(json)
    }
  })

  it('leave other numbers, and digits in strings, as they are', () => {
    for (const json of ['9007199254740991', '0.1234567890123456789', '"12345678901234567890"', '"\\\\"', '[]']) expect(wrapWideNumbers(json)).toBe(json)
  })

  it('repair no bad JSON', () => {
    for (const json of ['012345678901234567890', '12345678901234567890x', '-', '"1234567890123456789', '--12345678901234567890']) {
      expect(() => JSON.parse(wrapWideNumbers(json)) as unknown).toThrow(SyntaxError)
    }
  })
})
