/** The bench's figures, on answers small enough to check by hand. The referee test compares them on real sets. */
import {describe, expect, it} from 'vitest'
import {raised, tightened} from '../bench/floors.js'
import {shingleScore, shingleShares, snippetCounts, snippetScore, wordScore} from '../bench/score/content.js'
import {day, metadataScores} from '../bench/score/metadata.js'
import {plainText} from '../bench/score/plain.js'
import {structureOf, structureScores} from '../bench/score/structure.js'
import {folded, tokens, words} from '../bench/score/words.js'

describe('words', () => {
  it('are letters, numbers and underscores, without combining marks', () => {
    expect(words('a_b-c ½ ²x e\u0301 ١٢')).toEqual(['a_b', 'c', '½', '²x', 'e', '١٢'])
  })
  it('count by character in scripts without spaces', () => {
    expect(tokens('Tea 茶和水 ok')).toEqual(['Tea', '茶', '和', '水', 'ok'])
  })
  it('fold case further than lower case does', () => {
    expect(folded(' STRASSE  “x” ')).toBe(folded('Straße "X"'))
  })
})

describe('content', () => {
  it('word F1 is of bags', () => {
    expect(wordScore('a a b c', 'A B d')).toEqual({p: 0.5, r: 2 / 3, f1: 2 * 0.5 * (2 / 3) / (0.5 + 2 / 3)})
    expect(wordScore('', '')).toEqual({p: 1, r: 1, f1: 1})
    expect(wordScore('a', '')).toEqual({p: 0, r: 0, f1: 0})
  })
  it('shingles heed the order', () => {
    const gold = words('a b c d e')
    expect(shingleShares(gold, gold)).toEqual({tp: 1, fp: 0, fn: 0})
    expect(shingleShares(words('a b c d'), gold)).toEqual({tp: 0.5, fp: 0, fn: 0.5})
    expect(shingleScore([{tp: 1, fp: 0, fn: 0}, {tp: 0.5, fp: 0, fn: 0.5}])).toMatchObject({p: 1, r: 0.75})
  })
  it('snippets are counted over all pages', () => {
    const counts = snippetCounts('one  two\nthree', {with: ['one two', 'four'], without: ['three', 'five']})
    expect(counts).toEqual({tp: 1, fp: 1, fn: 1, tn: 1})
    expect(snippetScore([counts, counts])).toEqual({p: 0.5, r: 0.5, accuracy: 0.5, f1: 0.5})
  })
})

describe('Markdown as text', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['# Tea ##\n\n> - *one* **two** ~~three~~', 'Tea\n\none two three'],
    ['![alt](a.png) [label](http://x.org/a_(b)) <https://y.org>', 'label https://y.org'],
    ['| a | b |\n|---|:-:|\n| c | d |', 'a   b\n\n  c   d'],
    ['```js\n# code *stays*\n```\nafter', '# code *stays*\nafter'],
    ['`a*b` \\*c\\* &amp; &#150; snake_case', 'a*b *c* & – snake_case'],
    ['---\ntitle: x\n---\nbody<br>line', 'body\nline'],
  ]
  it.each(cases)('%j', (markdown, text) => {
    expect(plainText(markdown)).toBe(text)
  })
  it('is matched by kind', () => {
    const scores = structureScores([[structureOf('# A\n- b'), structureOf('## A\n- b\n- c [d](http://x.org/e/)')]])
    expect(scores.heading).toMatchObject({f1: 1, gold: 1})
    expect(scores.heading_level).toMatchObject({f1: 0, gold: 1})
    expect(scores.list).toMatchObject({p: 1, r: 0.5, gold: 2})
    expect(scores.link).toMatchObject({f1: 0, gold: 1})
  })
})

describe('metadata', () => {
  it('days are read in the usual spellings', () => {
    expect(['2020-05-03T10:00', '2020年5月3日', 'May 3rd, 2020', '3. May 2020', 'soon'].map(day))
      .toEqual(['2020-05-03', '2020-05-03', '2020-05-03', '2020-05-03', null])
  })
  it('exact, fuzzy and spurious answers are apart', () => {
    const gold = new Map<string, Record<string, unknown>>([['1', {title: 'Tea Time', date: '2020-05-03'}], ['2', {title: null, author: 'A. Roe and B. Doe'}]])
    const answers = new Map<string, Record<string, unknown>>([['1', {title: 'tea time!', date: '2020-05-04'}], ['2', {title: 'x', author: ['By B. Doe', 'A. Roe']}]])
    expect(metadataScores(gold, answers)).toMatchObject({
      title: {gold: 1, exact: 0, fuzzy: 1, given_without_gold: 1}, date: {exact: 0, fuzzy: 1}, author: {exact: 1},
    })
  })
})

describe('floors', () => {
  it('only move up, ceilings only down', () => {
    expect(raised(0.8, 0.7999)).toBe(0.8)
    expect(raised(0.8, 0.8567)).toBeCloseTo(0.856, 9)
    expect(tightened(2, 3)).toBe(2)
    expect(tightened(2, 1)).toBeCloseTo(1.1, 9)
  })
})
