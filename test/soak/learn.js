/**
 * Learning hosts in bounded memory: one host with half of all pages, and hosts with one to three pages.
 *
 *     npm run build && node test/soak/learn.js
 *
 * PAGES: other than 200,000. Passes below 300 MB of the whole process tree, shared memory counted once; CPU is compared
 * with a corpus of the same pages spread evenly over hosts.
 */
import {createWriteStream, mkdirSync, readFileSync, rmSync, statSync} from 'node:fs'
import {once} from 'node:events'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {watched} from '../systems/support/watched.js'

const pages = Number(process.env['PAGES'] ?? 200_000)
const folder = join(tmpdir(), `boildown-learn-${process.pid}`)
mkdirSync(folder, {recursive: true})

/** @param {number} i @param {string} host */
function row(i, host) {
  const lines = Array.from({length: 12}, (_, k) => `<li><a href="/${k}">Section ${String.fromCharCode(97 + k)} of ${host}</a></li>`).join('')
  const text = Array.from({length: 8}, (_, k) => `<p>Paragraph of page ${words(i * 8 + k)} that no other page has, with some words more.</p>`).join('')
  return JSON.stringify({id: i, url: `https://${host}/page/${i}`, html: `<html><body><ul>${lines}</ul><main>${text}</main><footer>About ${host}</footer></body></html>`})
}

/** Letters for a number: digits are all the same to a key. @param {number} n */
function words(n) {
  return [...n.toString(26)].map(digit => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('')
}

/** @param {string} name @param {(i: number) => string} hostOf */
async function corpus(name, hostOf) {
  const file = join(folder, name)
  const out = createWriteStream(file)
  for (let i = 0; i < pages; i++) if (!out.write(`${row(i, hostOf(i))}\n`)) await once(out, 'drain')
  out.end()
  await once(out, 'close')
  return file
}

/** @param {string} file */
async function learn(file) {
  const run = await watched(['learn', file, '-o', `${file}.hosts`, '--workers', '2', '--quiet'], {cwd: folder})
  const peak = Math.max(...run.samples.map(({pss}) => pss)) / 1e6
  const rss = Math.max(...run.samples.map(({rss}) => rss)) / 1e6
  const cpu = run.supervisor + run.children
  console.log(`${file.split('/').at(-1)}: ${(statSync(file).size / 1e6).toFixed(0)} MB, ${pages} pages, ended with ${run.code}, ${run.seconds.toFixed(0)} s, ${(1000 * cpu / pages).toFixed(2)} ms of CPU a page, peak ${peak.toFixed(0)} MB (resident sizes added up: ${rss.toFixed(0)} MB), hosts file ${(readFileSync(`${file}.hosts`).length / 1e6).toFixed(2)} MB`)
  if (run.code !== 0) throw new Error(run.stderr)
  return {peak, cpu}
}

try {
  let failed = false
  // Every fourth pair of hosts has one page, every second two, the rest three.
  const skewed = await learn(await corpus('skewed.ndjson', i => i % 2 === 0 ? 'large.example' : `host-${words(Math.floor(i / 4) + (i % 8 === 1 ? 1_000_000 : 0))}.example`))
  const even = await learn(await corpus('even.ndjson', i => `host-${words(i % Math.ceil(pages / 16))}.example`))
  console.log(`skewed to even: ${(skewed.cpu / even.cpu).toFixed(2)} × the CPU`)
  for (const {peak} of [skewed, even]) failed ||= peak >= 300
  if (failed) console.log('FAILED: 300 MB or more')
  process.exitCode = failed ? 1 : 0
} finally {
  rmSync(folder, {recursive: true, force: true})
}
