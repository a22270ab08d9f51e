/** The crawlers of Crawlee 3 and plain fetch over a local site, by the code of `examples/`; a page that takes seconds among its pages. */
import {existsSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {clean} from '../../dist/index.js'
import {check, root, run} from './system.js'
import {beside} from './support/beside.js'
import {crawl, exampleCode, ownLines} from './support/crawls.js'
import {startSite} from './support/site.js'

const count = 300
/** Milliseconds an event loop may stand still: what others wait for an answer. */
const longest = 1000
/** CPU milliseconds that cleaning may add to a page of CheerioCrawler. */
const most = 10
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'

export async function test() {
  const app = beside('crawlers', ['@crawlee/cheerio', '@crawlee/http', '@crawlee/playwright', 'playwright'])
  typesFit(app)
  const site = await startSite({count})
  try {
    const addresses = [...site.pages.keys()].filter(path => path !== '/').map(path => `${site.url}${path}`)
    await through('crawlee-cheerio', {app, site, args: [site.url]})
    await through('crawlee-http', {app, site, args: addresses})
    if (existsSync(chromium)) await through('crawlee-playwright', {app, site, args: [site.url]})
    else console.log('  PlaywrightCrawler: SKIPPED, no Chromium (the one CHROMIUM names)')
    await through('fetch', {app, site, args: addresses})
  } finally {
    await site.close()
  }
  await cost(app)
}

/** The contexts of the crawlers are what `cleanContext` takes, to the strictest compiler. @param {string} app */
function typesFit(app) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const flags = '--noEmit --ignoreConfig --strict --exactOptionalPropertyTypes --skipLibCheck --module nodenext --target es2022 --lib es2023,dom --types node'.split(' ')
  const compile = (/** @type {string} */ line, /** @type {number} */ code) => {
    writeFileSync(join(app, 'types.ts'), `${program}${line}\n`)
    run(process.execPath, [tsc, ...flags, '--typeRoots', join(root, 'node_modules', '@types'), 'types.ts'], {cwd: app, code})
  }
  compile('', 0)
  compile("await cleanContext({request: 'r1'})", 1)
}

const program = `
import {CheerioCrawler} from '@crawlee/cheerio'
import {HttpCrawler} from '@crawlee/http'
import {PlaywrightCrawler} from '@crawlee/playwright'
import {cleanContext, cleanResponse, type CrawlRow} from 'boildown/crawlee'
import {createPool} from 'boildown/pool'
const pool = createPool()
export const crawlers = [
  new CheerioCrawler({async requestHandler(context) { await context.pushData(await cleanContext(context, {pool})) }}),
  new HttpCrawler({async requestHandler(context) { await context.pushData(await cleanContext(context, {images: 'drop'})) }}),
  new PlaywrightCrawler({async requestHandler(context) { await context.pushData(await cleanContext(context)) }}),
]
export const row: CrawlRow = await cleanResponse(await fetch('https://example.org/'))
`

/** @typedef {Awaited<ReturnType<typeof startSite>>} Site */

/** All pages with the pool and a poison among them, then the same without the pool. @param {string} name @param {{app: string, site: Site, args: readonly string[]}} options */
async function through(name, {app, site, args}) {
  const code = exampleCode(name)
  const plain = withoutPool(code)
  check(ownLines(plain).length <= 3, `${name}: more than three lines of user code:\n${ownLines(plain).join('\n')}`)
  const env = {CHROMIUM: chromium}
  const watch = (/** @type {() => void} */ mark) => site.onRequest(path => { if (path === '/poison') mark() })

  const pooled = await crawl(app, {code: withPool(code), args, env}, watch)
  await checkRows(name, pooled.rows, site)
  const poison = pooled.rows.find(({url}) => url.endsWith('/poison'))
  check(poison && !poison.ok && /deadline/u.test(poison.error), `${name}: the poison became ${JSON.stringify(poison).slice(0, 300)}`)
  // A machine that is busy with other things stands still by itself: the quietest of three counts.
  for (let again = 0; again < 2 && pooled.delay >= longest; again++) {
    pooled.delay = Math.min(pooled.delay, (await crawl(app, {code: withPool(code), args: [`${site.url}/poison`], env}, watch)).delay)
  }
  check(pooled.delay < longest, `${name}: the event loop stood still for ${pooled.delay.toFixed(0)} ms with the pool`)

  const alone = await crawl(app, {code: plain, args: [`${site.url}/poison`], env}, watch)
  check(alone.rows.some(({url, ok}) => url.endsWith('/poison') && ok), `${name}: without the pool the poison gives no row`)
  check(alone.delay > longest, `${name}: without the pool the event loop stands still for ${alone.delay.toFixed(0)} ms only: the poison is none`)
  console.log(`  ${name}: ${pooled.rows.length} pages; event loop ${pooled.delay.toFixed(0)} ms at most with the pool, ${alone.delay.toFixed(0)} ms without; ${ownLines(plain).length} lines`)
}

/** @param {string} code */
function withoutPool(code) {
  return code.split('\n').filter(line => !/createPool|pool\.close/u.test(line)).join('\n').replace(', {pool}', '')
}

/** With a deadline that the poison does not keep. @param {string} code */
function withPool(code) {
  const pool = "import {createPool} from 'boildown/pool'\nconst pool = createPool({deadline: 0.7})\n"
  return `${pool}${withoutPool(code).replace('cleanContext(context)', 'cleanContext(context, {pool})').replace(', {url})', ', {url, pool})')}\nawait pool.close()\n`
}

/** @param {string} name @param {readonly Record<string, any>[]} rows @param {Site} site */
async function checkRows(name, rows, site) {
  const seen = new Map(rows.map(row => [new URL(row.url).pathname, row]))
  check(seen.size === rows.length, `${name}: a page is there twice`)
  for (const [path, {bytes, type, says, isMisread}] of site.pages) {
    if (path === '/poison' || (path === '/' && !seen.has('/'))) continue
    const row = seen.get(path)
    const where = `${name} ${path}`
    check(row, `${where}: no row`)
    check(row?.ok && row.markdown !== '', `${where}: ${row?.error}`)
    const isLost = name === 'crawlee-cheerio' && isMisread
    check((row?.problems ?? []).some((/** @type {any} */ {code}) => code === 'decode-damage') === Boolean(isLost), `${where}: problems ${JSON.stringify(row?.problems)}`)
    if (isLost) continue
    check(says === undefined || row?.markdown.includes(says), `${where}: its text is not there`)
    // A browser builds another tree; the others give what the bytes give.
    if (name === 'crawlee-playwright') continue
    const {markdown} = await clean(bytes, {url: row?.url, contentType: type, title: 'drop'})
    check(row?.markdown === markdown, `${where}: other Markdown than of its bytes`)
  }
}

/** What cleaning adds to CheerioCrawler; `BOILDOWN_PAGES=DIR` measures with pages of one's own. @param {string} app */
async function cost(app) {
  const from = process.env.BOILDOWN_PAGES || undefined
  const site = await startSite({count, withPoison: false, ...(from && {from})})
  try {
    const code = exampleCode('crawlee-cheerio')
    const bare = code.replace('await cleanContext(context)', '{url: context.request.url}')
    check(bare !== code, 'the example has another line')
    // The first page loads what all need.
    let pages = 0
    const watch = (/** @type {() => void} */ mark) => {
      pages = 0
      site.onRequest(() => { if (++pages === 30) mark() })
    }
    const args = [site.url]
    const without = await crawl(app, {code: bare, args}, watch)
    const cleaned = await crawl(app, {code, args}, watch)
    check(cleaned.rows.length === without.rows.length, 'a crawl lost pages')
    const measured = cleaned.rows.length - 30
    const added = (cleaned.cpu - without.cpu) / measured
    console.log(`  CheerioCrawler: ${(without.cpu / measured).toFixed(1)} ms CPU a page, cleaning adds ${added.toFixed(1)} ms (mean of ${measured} pages of ${from ?? 'the site'})`)
    if (from === undefined) check(added <= most, `cleaning adds ${added.toFixed(1)} ms CPU a page to CheerioCrawler`)
  } finally {
    await site.close()
  }
}
