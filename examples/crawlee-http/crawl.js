import {HttpCrawler} from '@crawlee/http'
import {cleanContext} from 'boildown/crawlee'
import {createPool} from 'boildown/pool'

const pool = createPool({deadline: 5})
const crawler = new HttpCrawler({
  async requestHandler(context) {
    await context.pushData(await cleanContext(context, {pool}))
  },
})

await crawler.run(process.argv.slice(2))
await pool.close()
