/** The classic stack behind the product's own call. */
import {answer} from './boildown.js'
import {dist} from './dist.js'

/** @param {Record<string, unknown>} options @returns {Promise<import('./engine.js').Engine>} */
export async function start(options) {
  const {createCleaner} = await dist('classic/index.js')
  const cleaner = await createCleaner({title: 'drop', ...options})
  return async (html, url) => answer(await cleaner.clean(html, url ? {url} : {}))
}
