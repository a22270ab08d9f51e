import {PlaywrightCrawler} from '@crawlee/playwright'
import {cleanContext} from 'boildown/crawlee'

// A browser that is there already; without it `npx playwright install chromium` fetches one.
const executablePath = process.env.CHROMIUM

const crawler = new PlaywrightCrawler({
  launchContext: {launchOptions: {...(executablePath && {executablePath}), args: process.getuid?.() === 0 ? ['--no-sandbox'] : []}},
  async requestHandler(context) {
    await context.pushData(await cleanContext(context))
    await context.enqueueLinks()
  },
})

await crawler.run(process.argv.slice(2))
