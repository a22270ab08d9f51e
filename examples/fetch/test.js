/** Fetches two pages and one that is not there from a site on this machine. */
import {spawn} from 'node:child_process'
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

const program = spawn(process.execPath, ['fetch.js', `${base}/`, `${base}/pots`, `${base}/gone`], {stdio: ['ignore', 'pipe', 'inherit']})
let out = ''
program.stdout.on('data', chunk => { out += chunk })
const code = await new Promise(resolve => { program.on('close', resolve) })
site.close()
site.closeAllConnections()
assert.equal(code, 0)

const rows = out.trim().split('\n').map(line => JSON.parse(line))
assert.deepEqual(rows.slice(0, 2).map(({url, ok, title}) => [url, ok, title]), [[`${base}/`, true, 'Tea'], [`${base}/pots`, true, 'Pots']])
assert.match(rows[0].markdown, /Green tea is picked/)
assert.doesNotMatch(rows[0].markdown, /Shop/)
assert.equal(rows[2].quality.verdict, 'error-page')
console.log('3 pages fetched and cleaned')
