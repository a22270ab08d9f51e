/** The labelled sets, read by the bench's own reader: packed, or open as NAME/{gold.ndjson,html/ID.html}. */
import {dataFolder, pages} from '../bench/sets.js'

/**
 * @param {string} set @param {string} [data] folder of the sets
 * @returns {AsyncGenerator<{gold: any, html: string}>}
 * @throws {Error} where a page has no gold text: a set of other labels cannot be taught
 */
export async function* pagesOf(set, data) {
  for await (const page of pages(set, dataFolder(data))) {
    if (typeof page.gold.text !== 'string') throw new Error(`${set}: page ${page.gold.id} has no "text" in its gold: the words that are its content, "" if it has none`)
    yield page
  }
}
