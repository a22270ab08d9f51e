/** Trees as they are stored and walked, the page's own threshold, the calibrated score. */
import {describe, expect, it} from 'vitest'
import {contributions} from '../src/judge/causes.ts'
import {classProbabilities, probabilities, raw} from '../src/judge/forest.ts'
import {calibrated} from '../src/judge/judge.ts'
import {unpackForest} from '../src/judge/packed.ts'
import {bestThreshold} from '../src/judge/threshold.ts'

function base64(array: ArrayBufferView): string {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64')
}

/** Two trees: `x0 ≤ 1 ? 1 : (x1 ≤ 5 ? 2 : −3)` and the constant 0.5. */
const packed = {
  classes: 1, scale: 0.5,
  nodes: base64(Uint8Array.of(2, 0)), column: base64(Uint16Array.of(0, 1)), threshold: base64(Float32Array.of(1, 5)),
  left: base64(Int8Array.of(-1, -2)), right: base64(Int8Array.of(1, -3)), leaf: base64(Int16Array.of(2, 4, -6, 1)),
}

describe('a forest', () => {
  const rows = {data: Float32Array.of(1, 9, 2, 5, 2, 6), stride: 2}
  it('goes left where a value is not above the threshold', () => {
    expect([...raw(unpackForest(packed), rows, 3)]).toEqual([1.5, 2.5, -2.5])
  })
  it('gives probabilities', () => {
    const p = probabilities(unpackForest(packed), rows, 3)
    expect(p[0]).toBeCloseTo(1 / (1 + Math.exp(-1.5)), 6)
    expect(p[2]).toBeCloseTo(1 / (1 + Math.exp(2.5)), 6)
  })
  it('adds tree by tree to its classes in turn', () => {
    const p = classProbabilities(unpackForest({...packed, classes: 2}), {data: rows.data.subarray(2), stride: 2})
    expect(p[0] / p[1]).toBeCloseTo(Math.exp(2 - 0.5), 6)
  })
  it('owes its value to the columns it asked', () => {
    const forest = unpackForest(packed)
    const moved = contributions(forest, rows, 2)
    // Means of the leaves: 0 at the root, −0.5 under it.
    expect([...moved]).toEqual([-0.5, -2.5])
    expect(moved[0] + moved[1]).toBe(raw(forest, rows, 3)[2] - 0.5)
  })
})

describe('the threshold', () => {
  it('is where the expected F1 is highest', () => {
    const p = Float32Array.of(0.95, 0.6, 0.31, 0.12, 0.01, 0.44)
    const words = Float32Array.of(30, 10, 20, 100, 500, 7)
    const {threshold, expected} = bestThreshold(p, words)
    const all = p.reduce((sum, each, i) => sum + each * words[i], 0)
    const of = (t: number): number => {
      const kept = [...p.keys()].filter(i => p[i] >= t - 1e-9)
      return 2 * kept.reduce((sum, i) => sum + p[i] * words[i], 0) / (kept.reduce((sum, i) => sum + words[i], 0) + all)
    }
    const tried = Array.from({length: 36}, (_, k) => of(0.1 + k * 0.02))
    expect(expected).toBeCloseTo(Math.max(...tried), 6)
    expect(of(threshold)).toBeCloseTo(expected, 6)
  })
  it('keeps nothing of a page without words', () => {
    expect(bestThreshold([], [])).toEqual({threshold: 0.5, expected: 0})
    expect(bestThreshold([0.01, 0.02], [10, 10]).expected).toBe(0)
  })
})

describe('the score', () => {
  it('lies on the line through the points, and at their ends beyond them', () => {
    const points = [[0.4, 0.3], [0.8, 0.9]] as const
    expect([0.1, 0.4, 0.6, 0.8, 1].map(expected => calibrated(expected, points))).toEqual([0.3, 0.3, 0.6, 0.9, 0.9].map(each => expect.closeTo(each)))
    expect(calibrated(0.7, [])).toBe(0.7)
  })
})
