/**
 * Fold models: each page is judged by the model that never saw its site.
 *
 * `train/folds` holds the models (`0.json` …) and the table from site to fold; a site nobody trained on may be
 * judged by any of them, and gets the fold its name hashes to, so that the choice does not change.
 */
import {createHash} from 'node:crypto'
import {readFileSync, readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {siteOf} from '../../train/sites.js'

const folder = fileURLToPath(new URL('../../train/folds/', import.meta.url))

/**
 * @param {(packed: any) => any} createJudge of the built package
 * @param {string} [from] another folder of fold models
 * @returns {(url: string | undefined) => any} the judge of a page by its address
 */
export function foldJudges(createJudge, from = folder) {
  const count = readdirSync(from).filter(name => /^\d+\.json$/u.test(name)).length
  const judges = Array.from({length: count}, (_, k) => createJudge(JSON.parse(readFileSync(`${from}/${k}.json`, 'utf8'))))
  /** @type {Record<string, number>} */
  const folds = JSON.parse(readFileSync(`${from}/sites.json`, 'utf8'))
  return url => {
    const site = siteOf(url ?? '')
    const fold = Object.hasOwn(folds, site) ? folds[site] : createHash('sha256').update(site).digest()[0] % count
    return judges[fold]
  }
}
