/** Kills a job twice, lets it go on, and compares its rows with those of a job that was left alone. */
import {spawn, spawnSync} from 'node:child_process'
import {readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {setTimeout as wait} from 'node:timers/promises'
import {gunzipSync} from 'node:zlib'
import assert from 'node:assert/strict'

const sentence = 'Green tea is picked early in the year, dried quickly and poured with water that has cooled for a while. '
const count = 2000
writeFileSync('crawl.ndjson', Array.from({length: count}, (_, i) => `${JSON.stringify({id: i, url: `https://example.org/${i}`, html: `<title>Cup ${i}</title><nav><a href="/">Home</a></nav><main><h1>Cup ${i}</h1>${`<p>${sentence.repeat(4)}</p>`.repeat(8)}<p>This is cup ${i}.</p></main>`})}\n`).join(''))
for (const folder of ['clean', 'undisturbed']) rmSync(folder, {recursive: true, force: true})

// Without npx in between, so that the signal meets the job.
const bin = 'node_modules/boildown/bin/boildown.js'
const job = folder => [bin, 'crawl.ndjson', '-o', `${folder}/`, '--quiet']
let kills = 0
for (let round = 0; round < 2; round++) {
  const running = spawn(process.execPath, job('clean'), {stdio: 'inherit'})
  const ended = new Promise(resolve => { running.on('close', (code, signal) => resolve(signal)) })
  await wait(1500 + 1000 * round)
  running.kill('SIGKILL')
  if (await ended === 'SIGKILL') kills++
}
for (const folder of ['clean', 'undisturbed']) assert.equal(spawnSync(process.execPath, job(folder), {stdio: 'inherit'}).status, 0)

const rows = folder => readdirSync(folder).filter(name => name.endsWith('.ndjson.gz')).map(name => gunzipSync(readFileSync(`${folder}/${name}`)).toString()).join('')
assert.equal(rows('clean'), rows('undisturbed'))
assert.equal(JSON.parse(readFileSync('clean/_stats.json', 'utf8')).ok, count)
console.log(`killed ${kills} times, ${count} rows, the same as undisturbed`)
