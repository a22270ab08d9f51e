/** The judge's modules as built, gathered for training. */
import {resolve} from 'node:path'
import {pathToFileURL, fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** @param {string} [folder] of the built package, dist/ if left out @returns {Promise<any>} */
export async function loadJudge(folder) {
  const base = pathToFileURL(`${resolve(folder ?? `${root}/dist`)}/`)
  const modules = await Promise.all(
    ['input/html.js', 'input/normalise.js', 'judge/firstRows.js', 'judge/textShape.js', 'judge/secondRows.js', 'judge/threshold.js', 'judge/evidence.js', 'judge/regions.js', 'judge/scan.js', 'judge/forest.js', 'judge/pageType.js', 'judge/packed.js']
      .map(file => import(new URL(file, base).href)))
  const all = Object.assign({}, ...modules)
  const {wordBuckets, nameBuckets, pathBuckets} = all
  return {...all, tableSizes: {around: nameBuckets, near: nameBuckets, word: wordBuckets, short: wordBuckets, heading: wordBuckets, path: pathBuckets}}
}
