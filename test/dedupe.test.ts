/** Which pages say the same: shingles, sketches, and who goes. */
import {describe, expect, it} from 'vitest'
import {printLine, printOf} from '../src/batch/dedupe/print.ts'
import {shingles, wordHashes} from '../src/batch/dedupe/shingles.ts'
import {overlap, sketchOf} from '../src/batch/dedupe/sketch.ts'
import {NearTwins} from '../src/batch/dedupe/twins.ts'
import type {Parts} from '../src/batch/dedupe/twins.ts'
import type {Result} from '../src/result.ts'

function inMemory(): Parts {
  const held = new Map<number, Uint8Array[]>()
  return {
    add: (part, bytes) => { held.set(part, [...held.get(part) ?? [], bytes]) },
    read: part => Buffer.concat(held.get(part) ?? []),
  }
}

/** Words nobody wrote, the same in every run. */
function words(seed: number, count: number): string[] {
  let state = seed * 2654435761 | 1
  return Array.from({length: count}, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return `w${(state >>> 0) % 4000}`
  })
}
const edited = (list: readonly string[], every: number): string[] => list.map((word, i) => i % every === every - 1 ? `edit${i}` : word)
const sketch = (list: readonly string[]): ReturnType<typeof sketchOf> => sketchOf(shingles(wordHashes(list.join(' '))))

describe('shingles', () => {
  it('are of five words, case and signs aside', () => {
    expect(shingles(wordHashes('One two, three – four five six!'))).toEqual(shingles(wordHashes('one TWO three four five six')))
    expect(shingles(wordHashes('one two three four five six'))).toHaveLength(2)
    expect([shingles(wordHashes('one two')).length, shingles(wordHashes('… – !')).length]).toEqual([1, 0])
  })
  it('leave the targets of links aside, and take a character for a word where scripts have no spaces', () => {
    expect(wordHashes('see [the book](https://example.org/a_b) now')).toEqual(wordHashes('see the book now'))
    expect(wordHashes('敏捷的棕色狐狸')).toHaveLength(7)
    expect(wordHashes('мир и труд')).toHaveLength(3)
  })
})

describe('sketches', () => {
  it('overlap as the shingles do', () => {
    const text = words(1, 1000)
    expect(overlap(sketch(text).bytes, sketch(text).bytes)).toBe(1)
    expect(overlap(sketch(text).bytes, sketch(words(2, 1000)).bytes)).toBeLessThan(0.1)
    // 50 edits, 5 shingles each: 750 of 1,000 are left.
    expect(overlap(sketch(text).bytes, sketch(edited(text, 20)).bytes)).toBeGreaterThan(0.45)
    expect(overlap(sketch(text).bytes, sketch(edited(text, 20)).bytes)).toBeLessThan(0.75)
  })
})

describe('near copies', () => {
  function twins(texts: readonly (readonly string[])[], settled: readonly number[] = [], expected = texts.length): [number, number][] {
    const near = new NearTwins(inMemory(), expected)
    for (const [page, text] of texts.entries()) near.add(sketch(text), page)
    return [...near.twins(page => settled.includes(page))]
  }

  it('are found with one word in twenty edited, and no others', () => {
    const texts = Array.from({length: 60}, (_, i) => words(i + 1, 200))
    const copies = texts.map(text => edited(text, 20))
    const found = twins([...texts, ...copies])
    expect(found.length).toBeGreaterThanOrEqual(57)
    expect(found.every(([page, twin]) => twin === page - 60)).toBe(true)
    // The same where so many are expected that they lie in many parts.
    expect(twins([...texts, ...copies], [], 1_000_000)).toEqual(found)
    expect(twins(texts.map(text => edited(text, 3)).concat(texts))).toEqual([])
  })
  it('keep the first, and every one that goes is like one that stays', () => {
    const first = words(7, 300)
    expect(twins([first, edited(first, 40), edited(first, 41), words(8, 300), first])).toEqual([[1, 0], [2, 0], [4, 0]])
  })
  it('are no chain: what is like a page that goes stays, unless it is like the one that stays', () => {
    const first = words(9, 400)
    const second = edited(first, 20)
    const third = second.map((word, i) => i % 20 === 9 ? `other${i}` : word)
    expect(overlap(sketch(second).bytes, sketch(third).bytes)).toBeGreaterThan(0.5)
    expect(overlap(sketch(first).bytes, sketch(third).bytes)).toBeLessThan(0.45)
    expect(twins([first, second, third])).toEqual([[1, 0]])
  })
  it('are not what shares a template', () => {
    const template = words(10, 100)
    expect(twins(Array.from({length: 60}, (_, i) => [...template, ...words(i + 20, 120)]))).toEqual([])
  })
  it('leave pages that were written before, whatever comes', () => {
    const first = words(7, 300)
    expect(twins([first, first, first], [0, 1])).toEqual([[2, 0]])
  })
})

it('a print comes back from its line', () => {
  const result = {markdown: 'One two\n\n- three', metadata: {url: null}} as unknown as Result
  const page = {item: {id: 'a\tb', input: '', facts: {url: 'https://example.org/'}, columns: [], problems: []}, result, at: {file: 'x', record: 3}}
  const print = printOf(printLine({...page, path: 'a\tb.md'}, 'near'))
  expect(JSON.parse(print.name)).toEqual({id: 'a\tb', url: 'https://example.org/', input: {file: 'x', record: 3}})
  expect([print.path, print.text.length]).toEqual(['a\tb.md', 16])
  expect(print.sketch).toEqual(sketchOf(shingles(wordHashes('One two\n\n- three'))))
  expect(printOf(printLine({...page, result: {...result, markdown: 'One  two - three\n'}}, 'exact'))).toMatchObject({text: print.text, sketch: undefined, path: undefined})
  expect(printOf(printLine({...page, result: {...result, markdown: '\n'}}, 'near'))).toMatchObject({text: '', sketch: undefined})
})
