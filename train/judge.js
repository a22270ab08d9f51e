/** The judge's modules as built, gathered for training. */
import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {pathToFileURL, fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** @param {string} [folder] of the built package, dist/ if left out @returns {Promise<any>} */
export async function loadJudge(folder) {
  const built = resolve(folder ?? `${root}/dist`)
  if (!existsSync(`${built}/judge/judge.js`)) throw new Error(`no built package in ${built}: npm run build`)
  const base = pathToFileURL(`${built}/`)
  const modules = await Promise.all(
    ['input/html.js', 'input/normalise.js', 'judge/firstRows.js', 'judge/titleLikeness.js', 'judge/secondRows.js', 'judge/threshold.js', 'judge/evidence.js', 'judge/regions.js', 'judge/scan.js', 'judge/forest.js', 'judge/pageType.js', 'judge/packed.js']
      .map(file => import(new URL(file, base).href)))
  const all = Object.assign({}, ...modules)
  const {wordBuckets, nameBuckets, pathBuckets} = all
  return {...all, tableSizes: {around: nameBuckets, near: nameBuckets, word: wordBuckets, short: wordBuckets, heading: wordBuckets, path: pathBuckets}}
}
