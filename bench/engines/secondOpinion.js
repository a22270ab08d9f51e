/** The product, but where its score is below `below` (0.6 if left out) the classic stack answers, if it answers anything. */
import {answer, cleaner} from './boildown.js'
import {start as startClassic} from './classic.js'

/** @param {Record<string, unknown>} options @returns {Promise<import('./engine.js').Engine>} */
export async function start({below = 0.6, ...options}) {
  const clean = await cleaner(options)
  const classic = await startClassic({})
  return async (html, url) => {
    const result = await clean(html, url)
    const other = result.quality.score !== null && result.quality.score < Number(below) ? await classic(html, url) : undefined
    return other?.markdown ? {...answer(result), markdown: other.markdown} : answer(result)
  }
}
