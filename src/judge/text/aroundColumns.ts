/** What stands around a line: its neighbours one by one, and running means that fade with distance. */
import type {Named} from '../columns.ts'

const offsets = [-3, -2, -1, 1, 2, 3] as const
const seen = ['words', 'endsSentence', 'stopwords', 'wordMean', 'wholeOdds', 'list'] as const
const smoothed = ['words', 'endsSentence', 'wordMean', 'wholeOdds', 'pairMean'] as const
/** What is left of a value one line on. */
const decays = [0.7, 0.93] as const
/** Longer lines count like this many words in the means. */
const mostWords = 40

export const aroundNames: readonly Named[] = [
  ...offsets.flatMap(offset => seen.map((name): Named => [`${name}${offset > 0 ? '+' : ''}${offset}`, `${name} of the line ${Math.abs(offset)} ${offset > 0 ? 'on' : 'back'}`])),
  ...decays.flatMap(decay => smoothed.flatMap((name): Named[] => [
    [`${name}Before${decay * 100}`, `mean of ${name} over the lines before, each weighing ${decay} of the next`],
    [`${name}After${decay * 100}`, 'the same of the lines after'],
  ])),
]

/** @param column index of a column by name; own columns and evidence are filled already */
export function fillAround(column: (name: string) => number, n: number, {data, stride, at}: {data: Float32Array; stride: number; at: number}): void {
  const from = seen.map(column)
  let k0 = at
  for (const offset of offsets) {
    for (const source of from) {
      for (let i = 0; i < n; i++) {
        const j = i + offset
        data[i * stride + k0] = j < 0 || j >= n ? -1 : data[j * stride + source]
      }
      k0++
    }
  }
  for (const decay of decays) {
    for (const name of smoothed) {
      const source = column(name)
      const cap = name === 'words' ? mostWords : Infinity
      let mean = 0
      for (let i = 0; i < n; i++) {
        data[i * stride + k0] = mean
        mean = mean * decay + Math.min(cap, data[i * stride + source]) * (1 - decay)
      }
      mean = 0
      for (let i = n - 1; i >= 0; i--) {
        data[i * stride + k0 + 1] = mean
        mean = mean * decay + Math.min(cap, data[i * stride + source]) * (1 - decay)
      }
      k0 += 2
    }
  }
}
