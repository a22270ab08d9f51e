import {describe, expect, it} from 'vitest'
import {insideText} from '../src/passes/insideText.ts'
import type {Pass} from '../src/page/pass.ts'
import {el, left, page, run, type Node} from './passPages.ts'

/** A judge that takes these blocks for boilerplate, without being sure. */
function dropping(blocks: readonly number[], strength: 'weak' | 'likely' = 'weak'): Pass {
  return {name: 'judge', about: 'drops blocks', run: (_, ledger) => blocks.forEach(i => ledger.drop(i, i + 1, {rule: 'judged', strength}))}
}
const cleaned = (nodes: readonly (Node | string)[], ...before: readonly Pass[]): string[] => left(run(page(nodes), ...before, insideText))

describe('inside of the text', () => {
  const code = el('pre', 'a()')
  it('code stays', () => expect(cleaned(['x', code, 'y'], dropping([1]))).toEqual(['x', 'a()', 'y']))
  it('code before what is dropped does not', () => expect(cleaned(['x', code, 'y'], dropping([1, 2]))).toEqual(['x']))
  it('code at an end does not', () => expect(cleaned(['x', code], dropping([1]))).toEqual(['x']))
  it('nobody who was sure is overruled', () => expect(cleaned(['x', code, 'y'], dropping([1], 'likely'))).toEqual(['x', 'y']))
  it('a long row of code does not stay', () => expect(cleaned(['x', ...Array.from({length: 7}, () => code), 'y'], dropping([1, 2, 3, 4, 5, 6, 7]))).toEqual(['x', 'y']))
  it('words do not', () => expect(cleaned(['x', 'z', 'y'], dropping([1]))).toEqual(['x', 'y']))
  it('a term stays with its definition', () => {
    expect(cleaned([el('dl', el('dt', 'a'), el('dt', 'b'), el('dd', 'c'), el('dt', 'd'), el('dd', 'e'))], dropping([0, 1, 3, 4]))).toEqual(['a', 'b', 'c'])
  })
})
