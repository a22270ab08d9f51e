import {CheerioCrawler} from '@crawlee/cheerio'
import {cleanContext} from 'boildown/crawlee'

const crawler = new CheerioCrawler({
  async requestHandler(context) {
    await context.pushData(await cleanContext(context))
    await context.enqueueLinks()
  },
})

await crawler.run(process.argv.slice(2))
