/**
 * The product, each page judged by the fold model that never saw its site. All else is the product's own path.
 *
 * `folds` among the options names another folder of fold models.
 */
import {dist} from '../engines/dist.js'
import {answer} from '../engines/boildown.js'
import {foldJudges} from './judges.js'

/** @param {Record<string, unknown>} options @returns {Promise<import('../engines/engine.js').Engine>} */
export async function start({folds, ...options}) {
  const [{finish}, {loadDrivers}, {drive, open}, {settle}, {createJudge}] = await Promise.all(
    ['clean.js', 'input/drivers.js', 'input/read.js', 'options.js', 'judge/judge.js'].map(dist))
  const judgeOf = foldJudges(createJudge, typeof folds === 'string' ? folds : undefined)
  const settings = settle({title: 'drop', ...options})
  const drivers = await loadDrivers(settings, ['html'])
  return (html, url) => {
    const read = drive(open(html, {url, from: 'html'}, settings), {settings, drivers})
    return answer(finish(read, {settings, judge: judgeOf(url)}))
  }
}
