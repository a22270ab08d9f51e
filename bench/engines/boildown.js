/** The product as built, in process. The title is a field of its own, so the body is scored without it. */
import {dist} from './dist.js'

/** @param {Record<string, unknown>} options @returns {Promise<import('./engine.js').Engine>} */
export async function start(options) {
  const {createCleaner} = await dist('index.js')
  const cleaner = await createCleaner({title: 'drop', ...options})
  return (html, url) => answer(cleaner.clean(html, url ? {url} : {}))
}

/** The fields of a result that are scored. @param {any} result @returns {import('./engine.js').Answer} */
export function answer({markdown, metadata}) {
  return {
    markdown, title: metadata?.title ?? null, author: metadata?.author ?? null, date: metadata?.date ?? null,
    ...(metadata?.sitename ? {sitename: metadata.sitename} : {}),
  }
}
