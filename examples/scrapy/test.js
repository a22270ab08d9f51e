/** Crawls three pages of a site on this machine. Exit code 77: no Scrapy here. */
import {spawnSync, spawn} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {createServer} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import assert from 'node:assert/strict'

const python = process.env.SCRAPY_PYTHON ?? 'python3'
if (spawnSync(python, ['-c', 'import scrapy']).status !== 0) {
  console.log(`SKIPPED, missing: scrapy in ${python}`)
  process.exit(77)
}

const sentence = 'Green tea is picked early in the year, dried quickly and poured with water that has cooled for a while. '
const page = (title, more) => `<title>${title}</title><nav><a href="/">Home</a> <a href="/pots">Shop</a></nav><main><h1>${title}</h1><p>${sentence.repeat(5)}</p>${more}</main>`
const pages = {'/': page('Tea', '<p><a href="/pots">Pots</a> and <a href="/cups">cups</a> come later.</p>'), '/pots': page('Pots', ''), '/cups': page('Cups', '')}
const site = createServer(({url}, response) => {
  response.writeHead(url in pages ? 200 : 404, {'Content-Type': 'text/html; charset=utf-8'}).end(pages[url] ?? 'nothing here')
})
await new Promise(resolve => { site.listen(0, '127.0.0.1', resolve) })

const folder = mkdtempSync(join(tmpdir(), 'boildown-scrapy-'))
const items = join(folder, 'pages.jsonl')
const crawl = spawn(python, ['-m', 'scrapy', 'runspider', 'pages.py', '-a', `start=http://127.0.0.1:${site.address().port}/`, '-O', items], {stdio: 'inherit'})
const code = await new Promise(resolve => { crawl.on('close', resolve) })
site.close()
assert.equal(code, 0)
const rows = readFileSync(items, 'utf8').trim().split('\n').map(line => JSON.parse(line))
rmSync(folder, {recursive: true})

assert.deepEqual(rows.map(({title}) => title).sort(), ['Cups', 'Pots', 'Tea'])
for (const row of rows) {
  assert.match(row.markdown, /Green tea is picked/)
  assert.doesNotMatch(row.markdown, /Shop/)
  assert.ok(row.ok && !('html' in row))
}
console.log('3 pages crawled and cleaned')
