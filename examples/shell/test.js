/** Runs run.sh on a site on this machine, in an empty folder beside the packages. Exit code 77: a program is missing. */
import {spawn, spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {join} from 'node:path'
import assert from 'node:assert/strict'

for (const program of ['bash', 'curl', 'jq', 'xargs']) {
  if (spawnSync(program, ['--version']).error) {
    console.log(`SKIPPED, missing: ${program}`)
    process.exit(77)
  }
}

const sentence = 'Green tea is picked early in the year, dried quickly and poured with water that has cooled for a while. '
const page = title => `<title>${title}</title><nav><a href="/">Home</a> <a href="/pots">Shop</a></nav><main><h1>${title}</h1><p>${sentence.repeat(5)}<a href="/pots">Pots</a></p></main>`
const pages = {'/tea': page('Tea'), '/pots': page('Pots'), '/cups': page('Cups "of" two')}
const site = createServer(({url}, response) => {
  response.writeHead(url in pages ? 200 : 404, {'Content-Type': 'text/html; charset=utf-8'}).end(pages[url] ?? 'nothing here')
})
await new Promise(resolve => { site.listen(0, '127.0.0.1', resolve) })
const base = `http://127.0.0.1:${site.address().port}`

const folder = mkdtempSync(join(process.cwd(), 'run-'))
mkdirSync(join(folder, 'saved', 'inner'), {recursive: true})
writeFileSync(join(folder, 'saved', 'inner', 'tea.html'), pages['/tea'])
writeFileSync(join(folder, 'urls.txt'), Object.keys(pages).map(path => `${base}${path}\n`).join(''))
const shell = spawn('bash', ['../run.sh', `${base}/tea`, 'saved/'], {cwd: folder, stdio: 'inherit'})
const code = await new Promise(resolve => { shell.on('close', resolve) })
site.close()
assert.equal(code, 0)

const read = name => readFileSync(join(folder, name), 'utf8')
const rows = name => read(name).trim().split('\n').map(line => JSON.parse(line))
assert.match(read('page.md'), /^# Tea\n\nGreen tea is picked/)
assert.ok(read('page.md').includes(`](${base}/pots)`))
assert.deepEqual(rows('rows.ndjson').map(({title, ok}) => [title, ok]).sort(), [['Cups "of" two', true], ['Pots', true], ['Tea', true]])
assert.equal(read('titles.tsv').trim().split('\n').length, 3)
assert.ok(existsSync(join(folder, 'clean', 'inner', 'tea.md')))
assert.deepEqual(rows('plain.ndjson').map(({id}) => id).sort(), Object.keys(pages).map(path => base + path).sort())
for (const {markdown} of rows('plain.ndjson')) assert.ok(markdown.includes('Green tea') && !markdown.includes(base))
rmSync(folder, {recursive: true})
console.log('a page, three downloads, a folder and a worker: all cleaned')
