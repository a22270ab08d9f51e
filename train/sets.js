/** The labelled sets, unpacked by the bench's own reader, or from a folder NAME/{gold.ndjson,html/ID.html.gz}. */
import {createReadStream, existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {gunzipSync} from 'node:zlib'
import {dataFolder, pages} from '../bench/sets.js'

/** @param {string} set @param {string} [data] @returns {AsyncGenerator<{gold: any, html: string}>} */
export async function* pagesOf(set, data) {
  const gold = data === undefined ? '' : join(data, set, 'gold.ndjson')
  if (!existsSync(gold)) {
    yield* pages(set, dataFolder(data))
    return
  }
  for await (const line of createInterface({input: createReadStream(gold)})) {
    const each = JSON.parse(line)
    yield {gold: each, html: gunzipSync(readFileSync(join(/** @type {string} */ (data), set, 'html', `${each.id}.html.gz`))).toString('utf8')}
  }
}
