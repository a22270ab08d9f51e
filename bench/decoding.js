/** The set of pages as bytes: is their encoding found? */
import {dist} from './engines/dist.js'
import {mean} from './score/words.js'
import {pages} from './sets.js'

export const encodingSet = 'encodings'

/**
 * @param {string} data folder of the packed sets
 * @returns {Promise<import('./score/set.js').Scores>} `decoded`: share of pages in whose decoded source every sample occurs
 */
export async function decodingScores(data) {
  const {createCleaner} = await dist('index.js')
  // The normaliser mends what a wrong decoding breaks; without it the decoder stands alone.
  const cleaner = await createCleaner({trace: true, normalise: false})
  /** @type {number[]} */
  const right = []
  for await (const {gold} of pages(encodingSet, data)) {
    const {source} = cleaner.clean(Buffer.from(String(gold.base64), 'base64')).trace.page
    right.push(/** @type {string[]} */ (gold.samples).every(sample => source.includes(sample)) ? 1 : 0)
  }
  return {set: encodingSet, pages: right.length, missing: 0, errors: 0, empty: 0, decoded: mean(right)}
}
