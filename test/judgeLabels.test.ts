/** Labels for the training: blocks against the gold, in order, every gold word once. */
import {describe, expect, it} from 'vitest'
import {labels} from '../train/labels.js'
import {correct, corrections} from '../train/overlay.js'
import {foldsOf, siteOf} from '../train/sites.js'

describe('labels', () => {
  it('give long blocks the share of their words that is gold', () => {
    const gold = 'The egg goes into water that boils for six minutes.'
    expect([...labels(['Menu Home Contact', gold, 'The egg goes into water and then something else entirely happens'], gold)])
      .toEqual([0, 1, 0])
  })
  it('let a copy have the gold only once, where its neighbours are', () => {
    const line = 'read this long line with many words in it'
    const gold = `first paragraph of the text stands right here\n${line}\nlast paragraph of the text stands right there`
    expect([...labels([line, 'first paragraph of the text stands right here', line, 'last paragraph of the text stands right there'], gold)]).toEqual([0, 1, 1, 1])
  })
  it('find short blocks only between their neighbours', () => {
    const gold = 'first paragraph of the text stands right here\nNote\nlast paragraph of the text stands right there'
    expect([...labels(['Note', 'first paragraph of the text stands right here', 'Note', 'last paragraph of the text stands right there'], gold)]).toEqual([0, 1, 1, 1])
  })
  it('give whole gold lines that are left over to blocks that say just that', () => {
    expect([...labels(['Menu', 'Red bike'], 'Red bike\nBlue bike')]).toEqual([0, 1])
  })
  it('see words in scripts without spaces', () => {
    expect([...labels(['首页 关于', '鸡蛋放进水里煮六分钟'], '鸡蛋放进水里煮六分钟')]).toEqual([0, 1])
  })
  it('are all no where there is no gold', () => {
    expect([...labels(['a b c d e f'], '')]).toEqual([0])
  })
})

describe('the overlay', () => {
  const blocks = [3, 4, 7, 9]
  it('writes over the labels of its page, by block', () => {
    const label = Float32Array.of(0, 0, 1, 1)
    correct(label, blocks, {set: 'a', id: '1'}, [
      {set: 'a', page: '1', blocks: [[4, 8]], label: 1, reason: 'x'}, {set: 'a', page: '1', blocks: [[9, 10]], label: 0, reason: 'x'},
      {set: 'a', page: '2', blocks: 'all', label: null, reason: 'x'}, {set: 'b', page: '1', blocks: 'all', label: null, reason: 'x'},
    ])
    expect([...label]).toEqual([0, 1, 1, 0])
  })
  it('can leave a page untaught', () => {
    const label = Float32Array.of(0, 0, 1, 1)
    correct(label, blocks, {set: 'a', id: '1'}, [{set: 'a', page: '1', blocks: 'all', label: null, reason: 'x'}])
    expect([...label].every(Number.isNaN)).toBe(true)
  })
  it('names set, page, blocks, a label and a reason in every row', () => {
    for (const {set, page, blocks: of, label, reason} of corrections) {
      expect([set, page, reason].every(each => each.length > 3)).toBe(true)
      expect([0, 1, null]).toContain(label)
      expect(of === 'all' || of.every(([from, to]) => from < to)).toBe(true)
    }
    expect(corrections.length).toBeGreaterThan(20)
  })
})

describe('folds', () => {
  it('hold a site together', () => {
    expect(['https://www.shop.example.co.uk/a', 'https://blog.example.co.uk/', 'https://example.org', 'https://a.b.example.org'].map(siteOf))
      .toEqual(['example.co.uk', 'example.co.uk', 'example.org', 'example.org'])
  })
  it('are even, and do not depend on the order of the pages', () => {
    const sites = Array.from({length: 50}, (_, i) => `site${i}.example`)
    const folds = foldsOf(sites, 5)
    expect(foldsOf(sites.toReversed(), 5)).toEqual(folds)
    expect(new Set(Object.values(folds)).size).toBe(5)
  })
})
