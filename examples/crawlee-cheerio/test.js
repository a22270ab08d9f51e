/** Crawls three pages of a site on this machine. */
import {spawn} from 'node:child_process'
import {readFileSync, readdirSync, rmSync} from 'node:fs'
import {createServer} from 'node:http'
import assert from 'node:assert/strict'

const sentence = 'Green tea is picked early in the year, dried quickly and poured with water that has cooled for a while. '
const page = (title, more = '') => `<title>${title}</title><nav><a href="/">Home</a> <a href="/pots">Shop</a></nav><main><h1>${title}</h1><p>${sentence.repeat(5)}</p>${more}</main>`
const pages = {'/': page('Tea', '<p><a href="/pots">Pots</a> and <a href="/cups">cups</a> come later.</p>'), '/pots': page('Pots'), '/cups': page('Cups')}
const site = createServer(({url}, response) => {
  response.writeHead(url in pages ? 200 : 404, {'Content-Type': 'text/html; charset=utf-8'}).end(pages[url] ?? 'nothing here')
})
await new Promise(resolve => { site.listen(0, '127.0.0.1', resolve) })
const base = `http://127.0.0.1:${site.address().port}`

rmSync('storage', {recursive: true, force: true})
const crawl = spawn(process.execPath, ['crawl.js', base], {stdio: 'inherit', env: {...process.env, CRAWLEE_LOG_LEVEL: 'ERROR'}})
const code = await new Promise(resolve => { crawl.on('close', resolve) })
site.close()
site.closeAllConnections()
assert.equal(code, 0)

const dataset = 'storage/datasets/default'
const rows = readdirSync(dataset).filter(name => /^[0-9]+\.json$/.test(name)).map(name => JSON.parse(readFileSync(`${dataset}/${name}`, 'utf8')))
assert.deepEqual(rows.map(({title}) => title).sort(), ['Cups', 'Pots', 'Tea'])
for (const {ok, id, url, markdown} of rows) {
  assert.ok(ok && id && url.startsWith(base))
  assert.match(markdown, /Green tea is picked/)
  assert.doesNotMatch(markdown, /Shop/)
}
console.log('3 pages crawled and cleaned by CheerioCrawler')
