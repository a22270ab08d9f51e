/** A worker under load and attack: poison in both modes, a reader that does not read, a worker that is killed, its archive. */
import {spawn, spawnSync} from 'node:child_process'
import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs'
import {createInterface} from 'node:readline'
import {setTimeout as wait} from 'node:timers/promises'
import {join} from 'node:path'
import {Missing, check, inTemporaryFolder, root, run} from './system.js'
import {pageOf} from './support/jobs.js'
import {poisonPass} from './support/poisons.js'

const bin = join(root, 'bin', 'boildown.js')

/** What the error of each must be. @type {Record<string, RegExp>} */
const reasons = {
  loop: /^deadline/u, regex: /^deadline/u, abort: /^crash \(SIGABRT\)/u, exit: /^crash \(exit code 0\)/u, segfault: /^crash \(SIGSEGV\)/u, buffers: /memory/u, objects: /memory/u,
}

/** @param {string} [way] @param {number} [i] */
const page = (way, i = 0) => way === undefined ? pageOf(i) : pageOf(i).replace('</article>', `<p>poison ${way}</p></article>`)

/** @param {string} text */
const rowsOf = text => text.split('\n').filter(line => line !== '').map(line => JSON.parse(line))

async function poison() {
  await inTemporaryFolder(folder => {
    writeFileSync(join(folder, 'poison.mjs'), poisonPass)
    const ways = Object.keys(reasons)
    const lines = Array.from({length: 70}, (_, i) => ({id: `r${i}`, html: page(i % 10 === 4 ? ways[Math.floor(i / 10)] : undefined, i), way: i % 10 === 4 ? ways[Math.floor(i / 10)] : undefined}))
    const input = lines.map(({id, html}) => `${JSON.stringify({id, html})}\n`).join('')
    writeFileSync(join(folder, 'pages.ndjson'), input)
    const flags = ['--pass', join(folder, 'poison.mjs'), '--deadline', '3', '--memory', '250']
    const [hello, ...rows] = rowsOf(run(process.execPath, [bin, 'worker', ...flags], {cwd: folder, input}))
    const end = rows.pop()
    const {_hello: {protocol}} = hello
    const {_end: counts} = end
    check(protocol === 1 && counts.rows === 70 && counts.error === ways.length, JSON.stringify(end))
    for (const [i, {id, way}] of lines.entries()) {
      const row = rows[i]
      check(row.id === id && row.ok === (way === undefined), `row ${i} is ${row.id}, ${row.error}`)
      if (way !== undefined) check(reasons[way].test(row.error), `poison ${way}: ${row.error}`)
    }
    const byReference = rowsOf(run(process.execPath, [bin, 'worker', '--refs', '--root', '.', ...flags], {cwd: folder, input: '{"file": "pages.ndjson"}\n'}))
    const {_ref: sums} = byReference[71]
    check(sums.error === ways.length, JSON.stringify(sums))
    for (const [i, row] of byReference.slice(1, 71).entries()) {
      // Which of the ways memory runs out first is luck.
      const same = JSON.stringify({...row, error: null}) === JSON.stringify({...rows[i], error: null}) && (row.ok || reasons[lines[i].way ?? ''].test(row.error))
      check(same, `by reference row ${i} differs: ${JSON.stringify(row).slice(0, 300)}`)
    }
  })
}

/** Nothing of a worker that was killed lives on, not even a page that hangs. */
async function orphans() {
  if (process.platform !== 'linux') return
  await inTemporaryFolder(async folder => {
    writeFileSync(join(folder, 'poison.mjs'), poisonPass)
    const marked = {...process.env, BOILDOWN_TEST: folder}
    const worker = spawn(process.execPath, [bin, 'worker', '--pass', join(folder, 'poison.mjs'), '--deadline', '600'], {env: marked, stdio: ['pipe', 'ignore', 'inherit']})
    worker.stdin.on('error', () => undefined)
    worker.stdin.write(`${JSON.stringify({html: page('loop')})}\n`)
    await until(() => processes(folder).length === 2, 'a worker and its child')
    await wait(1000)
    worker.kill('SIGKILL')
    await until(() => processes(folder).length === 0, 'the end of the child')
  })
}

/** @param {string} mark */
function processes(mark) {
  return readdirSync('/proc').filter(name => /^[0-9]+$/u.test(name)).filter(pid => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`BOILDOWN_TEST=${mark}`)
    } catch {
      return false
    }
  })
}

/** @param {() => boolean} holds @param {string} what */
async function until(holds, what) {
  for (const end = Date.now() + 30_000; !holds();) {
    check(Date.now() < end, `waited in vain for ${what}`)
    await wait(50)
  }
}

/** Who does not read holds the worker up, and its memory with it. */
async function backPressure() {
  const worker = spawn(process.execPath, [bin, 'worker'], {stdio: ['pipe', 'pipe', 'inherit']})
  const line = Buffer.from(`${JSON.stringify({html: pageOf(1, 1200)})}\n`)
  const offered = 200
  let accepted = 0
  async function write() {
    for (let i = 0; i < offered; i++) {
      if (!worker.stdin.write(line)) await new Promise(resolve => { worker.stdin.once('drain', () => resolve(undefined)) })
      accepted++
    }
    worker.stdin.end()
  }
  const writing = write()
  await wait(4000)
  check(accepted < offered / 2, `a worker that nobody reads took ${accepted} of ${offered} pages of ${line.length} bytes`)
  const held = accepted
  let rows = 0
  let last = ''
  for await (const text of createInterface({input: worker.stdout})) {
    rows++
    last = text
  }
  await writing
  const {_end: counts} = JSON.parse(last)
  check(rows === offered + 2 && counts.ok === offered, `${rows} lines, the last one ${last.slice(0, 200)}`)
  console.log(`  a reader that stops: ${held} of ${offered} pages (${(held * line.length / 1e6).toFixed(1)} MB) taken`)
}

async function bundle() {
  if (spawnSync('tar', ['--version']).error) throw new Missing('tar')
  await inTemporaryFolder(folder => {
    const input = Array.from({length: 5}, (_, i) => `${JSON.stringify({id: i, html: pageOf(i)})}\n`).join('')
    run(process.execPath, [bin, 'bundle', '-o', 'a.tgz', '-q'], {cwd: folder})
    run(process.execPath, [bin, 'bundle', '-o', 'b.tgz', '-q'], {cwd: folder})
    const bytes = readFileSync(join(folder, 'a.tgz'))
    check(bytes.equals(readFileSync(join(folder, 'b.tgz'))), 'two archives of the same files differ')
    run(process.execPath, [bin, 'bundle', '-o', 'a.tgz'], {cwd: folder, code: 73})
    mkdirSync(join(folder, 'there'))
    run('tar', ['xzf', join(folder, 'a.tgz'), '-C', join(folder, 'there')])
    const there = run(join(folder, 'there', 'node'), [join(folder, 'there', 'worker.mjs')], {cwd: '/', env: {}, input})
    check(there === run(process.execPath, [bin, 'worker'], {input}), 'the archive gives other rows')
    run(join(folder, 'there', 'node'), [join(folder, 'there', 'worker.mjs'), '--favour', 'recall'], {cwd: '/', env: {}, code: 2})
    console.log(`  archive: ${(bytes.length / 1e6).toFixed(1)} MB, worker.mjs ${(readFileSync(join(folder, 'there', 'worker.mjs')).length / 1e6).toFixed(1)} MB`)
  })
}

export async function test() {
  await poison()
  await orphans()
  await backPressure()
  await bundle()
}
