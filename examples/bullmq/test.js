/** Fills a queue in a Redis of its own and works on it in both ways. Exit code 77: no redis-server here. */
import {spawn, spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import assert from 'node:assert/strict'
import {Queue} from 'bullmq'

if (spawnSync('redis-server', ['--version']).error) {
  console.log('SKIPPED, missing: redis-server')
  process.exit(77)
}
const port = await new Promise(resolve => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const {port} = server.address()
    server.close(() => resolve(port))
  })
})
const data = mkdtempSync(join(tmpdir(), 'boildown-redis-'))
const redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', data, '--save', ''], {stdio: 'ignore'})
const url = `redis://127.0.0.1:${port}`
const env = {...process.env, REDIS_URL: url}
const queue = new Queue('pages', {connection: {url}})
queue.on('error', () => undefined)
await queue.waitUntilReady()

const sentence = 'Green tea is picked early in the year, dried quickly and poured with water that has cooled for a while. '
const rows = (from, to) => Array.from({length: to - from}, (_, k) => `${JSON.stringify({id: `cup-${from + k}`, html: `<title>Cup</title><main><h1>Cup</h1><p>${sentence.repeat(5)}This is cup ${from + k}.</p></main>`})}\n`).join('')
const fill = input => assert.equal(spawnSync(process.execPath, ['add.js'], {input, env, stdio: ['pipe', 'inherit', 'inherit']}).status, 0)
const files = () => { try { return readdirSync('clean', {recursive: true}).filter(name => name.endsWith('.ndjson')) } catch { return [] } }
rmSync('clean', {recursive: true, force: true})

fill(`${rows(0, 20)}{"id": "pageless"}\n`)
const {status} = spawnSync('npx', ['boildown', 'queue', 'pages', '-o', 'clean/', '--drain', '--quiet', '--workers', '2'], {env, stdio: 'inherit'})
assert.equal(status, 0)
assert.equal(files().length, 20)
assert.deepEqual((await queue.getFailed()).map(({data}) => data.id), ['pageless'])

fill(rows(20, 40))
const worker = spawn(process.execPath, ['work.js'], {env, stdio: 'inherit'})
for (let i = 0; files().length < 40 && i < 600; i++) await wait(50)
worker.kill('SIGTERM')
assert.equal(await new Promise(resolve => { worker.on('close', resolve) }), 0)
assert.equal(files().length, 40)
for (const name of files()) assert.match(readFileSync(join('clean', name), 'utf8'), /Green tea is picked/)

await queue.close()
redis.kill('SIGKILL')
rmSync(data, {recursive: true, force: true, maxRetries: 5})
console.log('40 pages through a queue')
