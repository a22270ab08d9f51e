/** Sums over any interval of blocks in constant time: prefix sums over the page's columns. */
import type {Page} from './page.ts'

/** Words that one character of a script without spaces stands for; measured on parallel pages, a Chinese word has about 1.7 characters. */
const wordsPerWideCharacter = 0.6

export interface Measure {
  /** Words of blocks from … to; characters of scripts without spaces count 0.6. */
  words(from: number, to: number): number
  /** Characters of text. */
  characters(from: number, to: number): number
  /**
   * Share of the characters that stand inside links.
   *
   * @returns 0 to 1; 0 for an interval without text.
   * @see Kohlschütter, Fankhauser, Nejdl: Boilerplate Detection using Shallow Text Features (WSDM 2010)
   */
  linkDensity(from: number, to: number): number
  /** Sentence and clause marks. */
  stops(from: number, to: number): number
  /** Words of the whole page. */
  readonly total: number
}

export function measure(page: Page): Measure {
  const {length, words, wide, linked, stops} = page.columns
  const n = length.length
  const sumWords = new Float64Array(n + 1)
  const sumLength = new Float64Array(n + 1)
  const sumLinked = new Float64Array(n + 1)
  const sumStops = new Float64Array(n + 1)
  for (let i = 0; i < n; i++) {
    sumWords[i + 1] = sumWords[i] + words[i] + wide[i] * wordsPerWideCharacter
    sumLength[i + 1] = sumLength[i] + length[i]
    sumLinked[i + 1] = sumLinked[i] + linked[i]
    sumStops[i + 1] = sumStops[i] + stops[i]
  }
  return {
    words: (from, to) => sumWords[to] - sumWords[from],
    characters: (from, to) => sumLength[to] - sumLength[from],
    linkDensity: (from, to) => {
      const characters = sumLength[to] - sumLength[from]
      return characters === 0 ? 0 : Math.min(1, (sumLinked[to] - sumLinked[from]) / characters)
    },
    stops: (from, to) => sumStops[to] - sumStops[from],
    total: sumWords[n],
  }
}
