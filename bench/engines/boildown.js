/**
 * The product as built, in process, each page judged by the model that never saw its site: figures of the shipped
 * model on pages it was trained on would say nothing. The title is a field of its own, so the body is scored
 * without it. `folds` among the options names another folder of fold models.
 */
import {foldJudges} from '../cv/judges.js'
import {dist} from './dist.js'

/** @param {Record<string, unknown>} options @returns {Promise<import('./engine.js').Engine>} */
export async function start(options) {
  const clean = await cleaner(options)
  return async (html, url) => answer(await clean(html, url))
}

/** Pages to whole results. @param {Record<string, unknown>} options @returns {Promise<(html: string, url: string | undefined) => any>} */
export async function cleaner({folds, ...options}) {
  const [{finish}, {open, drive}, {loadDrivers}, {settle}, {createJudge}] = await Promise.all(
    ['clean.js', 'input/read.js', 'input/drivers.js', 'options.js', 'judge/judge.js'].map(file => dist(file)))
  const settings = settle({title: 'drop', ...options})
  const drivers = await loadDrivers(settings, ['html', 'text', 'markdown'])
  const judgeOf = foldJudges(createJudge, typeof folds === 'string' ? folds : undefined)
  return (html, url) => finish(drive(open(html, url ? {url} : {}, settings), {settings, drivers}), {settings, judge: judgeOf(url)})
}

/** The fields of a result that are scored. @param {any} result @returns {import('./engine.js').Answer} */
export function answer({markdown, metadata}) {
  return {
    markdown, title: metadata?.title ?? null, author: metadata?.author ?? null, date: metadata?.date ?? null,
    ...(metadata?.siteName ? {sitename: metadata.siteName} : {}),
  }
}
