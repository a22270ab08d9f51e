/** Defuddle on linkedom, as its package for Node does it, with its own Markdown. */
import {defuddle, install} from '../peers.js'

/** @returns {Promise<import('./engine.js').Engine>} */
export async function start() {
  install()
  const clean = await defuddle()
  return async (html, url) => {
    const {content, title, author, published} = await clean(html, url)
    return {markdown: content, title: title || null, author: author || null, date: published || null}
  }
}
