/** A queue of BullMQ worked on by several processes while they, and Redis, are killed. */
import {spawn} from 'node:child_process'
import {readFileSync, readdirSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {check} from '../system.js'
import {pageOf, until, wait} from './jobs.js'

/** A page that takes seconds: more paragraphs than are kept of any. */
const heavy = `<title>Heavy</title>${Array.from({length: 700_000}, (_, i) => `<p>${i}</p>`).join('')}`

/** Pages that no attempt cleans, and what their reasons say. @type {readonly {data: object, reason: RegExp}[]} */
export const poisons = [
  {data: {id: 'poison-slow', html: heavy}, reason: /^deadline \(/u},
  {data: {id: 'poison-pageless', title: 'no page'}, reason: /^no page: one of the columns/u},
  {data: {id: 'poison-odd', html: 17}, reason: /^column html is not a string/u},
]

/**
 * @param {{folder: string, app: string, redis: import('./redis.js').RedisServer, jobs: number, isByReference?: boolean, say?: (line: string) => void}} options
 *   `folder`: an empty one; `app`: where boildown and bullmq are installed
 */
export async function workThrough({folder, app, redis, jobs, isByReference = false, say = () => undefined}) {
  const {Queue} = createRequire(join(app, 'x.js'))('bullmq')
  const connection = {host: '127.0.0.1', port: redis.port, password: redis.password, maxRetriesPerRequest: null}
  const queue = new Queue('pages', {connection})
  queue.on('error', () => undefined)
  const started = performance.now()
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(0)} s`
  const out = join(folder, 'out')
  await fill(queue, {folder, jobs, isByReference})
  say(`${jobs} jobs and ${poisons.length} poisons are in the queue after ${seconds()}, Redis takes ${memoryOf(redis.pid)} MB`)

  const args = ['pages', '-o', 'out/', '--drain', '--workers', '1', '--deadline', '1', ...(isByReference ? ['--refs', '--root', folder] : [])]
  const workers = [0, 1].map(() => startWorker(app, {args, folder, url: redis.url}))
  const written = () => namesIn(out).length
  const patience = Math.max(120_000, jobs * 50)

  await until(() => written() > jobs * 0.2, 'a fifth of the results', patience)
  workers[0].child.kill('SIGKILL')
  say(`a worker killed at ${written()} results, after ${seconds()}`)
  workers.push(startWorker(app, {args, folder, url: redis.url}))
  await until(() => written() > jobs * 0.4, 'two fifths of the results', patience)
  await redis.down('SIGTERM')
  await wait(1500)
  await redis.up()
  say(`Redis stopped and started at ${written()} results, after ${seconds()}`)
  await until(() => written() > jobs * 0.6, 'three fifths of the results', patience)
  await redis.down('SIGKILL')
  await wait(1500)
  await redis.up()
  say(`Redis killed and started at ${written()} results, after ${seconds()}; it takes ${memoryOf(redis.pid)} MB`)

  const ends = await Promise.all(workers.slice(1).map(worker => worker.ended))
  for (const {code, said} of ends) check(code === 0, `a worker ended with ${code}: ${said.slice(-2000)}`)
  for (const {said} of [...ends, await workers[0].ended]) check(!said.includes(redis.password), 'a worker said the password of Redis')
  checkResults(out, {jobs, isByReference})
  await checkFailed(queue, isByReference)
  const done = ends.reduce((sum, {said}) => sum + Number(/([0-9]+) jobs done/u.exec(said)?.[1] ?? 0), 0)
  say(`${jobs} distinct results after ${seconds()}, ${done} jobs done by the two that lived, Redis takes ${memoryOf(redis.pid)} MB`)
  await queue.close()
}

/** @param {any} queue @param {{folder: string, jobs: number, isByReference: boolean}} options */
async function fill(queue, {folder, jobs, isByReference}) {
  const opts = {attempts: 3, backoff: {type: 'fixed', delay: 200}}
  let rest = isByReference ? [] : poisons.map(({data}) => ({name: 'page', data, opts}))
  let text = ''
  let offset = 0
  for (let i = 0; i < jobs; i++) {
    const row = {id: `Page ${i}`, url: `https://h${i % 7}.example/${i}`, html: pageOf(i, 4)}
    const line = `${JSON.stringify(row)}\n`
    rest.push({name: 'page', data: isByReference ? {id: row.id, file: 'pages.ndjson', offset, length: line.length} : row, opts})
    if (isByReference) text += line
    offset += line.length
    if (rest.length >= 500) {
      await queue.addBulk(rest)
      rest = []
    }
  }
  if (isByReference) {
    writeFileSync(join(folder, 'pages.ndjson'), text)
    rest.push({name: 'page', data: {id: 'poison-outside', file: '../outside.html'}, opts})
  }
  await queue.addBulk(rest)
}

/** @param {string} app @param {import('./redis.js').RedisServer} redis @returns {Promise<() => Promise<void>>} resolves when a worker has it in hand */
export async function addLongJob(app, redis) {
  const {Queue} = createRequire(join(app, 'x.js'))('bullmq')
  const queue = new Queue('pages', {connection: {host: '127.0.0.1', port: redis.port, password: redis.password}})
  queue.on('error', () => undefined)
  await queue.add('page', {id: 'long', html: heavy})
  return async () => {
    for (let i = 0; await queue.getActiveCount() === 0; i++) {
      check(i < 300, 'nobody takes the job')
      await wait(100)
    }
    await queue.close()
  }
}

/** @param {string} app @param {{args: readonly string[], folder: string, url: string}} options */
export function startWorker(app, {args, folder, url}) {
  const bin = join(app, 'node_modules', 'boildown', 'bin', 'boildown.js')
  const child = spawn(process.execPath, [bin, 'queue', ...args], {cwd: folder, env: {...process.env, REDIS_URL: url}, stdio: ['ignore', 'ignore', 'pipe']})
  let said = ''
  child.stderr.on('data', chunk => { said += chunk })
  /** @type {Promise<{code: number | null, signal: string | null, said: string}>} */
  const ended = new Promise(resolve => child.on('close', (code, signal) => resolve({code, signal, said})))
  return {child, ended, said: () => said}
}

/** Result files, `aa/name`. @param {string} out @returns {string[]} */
function namesIn(out) {
  try {
    return readdirSync(out).filter(name => /^[0-9a-f]{2}$/u.test(name)).flatMap(name => readdirSync(join(out, name)).map(file => `${name}/${file}`))
  } catch {
    return []
  }
}

/** @param {string} out @param {{jobs: number, isByReference: boolean}} options */
function checkResults(out, {jobs, isByReference}) {
  const names = namesIn(out)
  check(names.length === jobs, `${names.length} result files for ${jobs} pages`)
  const ids = new Set()
  for (const name of names) {
    const lines = readFileSync(join(out, name), 'utf8').trimEnd().split('\n')
    check(lines.length === 1, `${name}: ${lines.length} rows`)
    const {id, ok, markdown} = JSON.parse(lines[0])
    const number = /^Page ([0-9]+)$/u.exec(id)?.[1]
    check(ok && number !== undefined && markdown.includes(`page number ${number} `), `${name}: not the page ${id}`)
    ids.add(id)
  }
  check(ids.size === jobs, `${ids.size} ids for ${jobs} pages${isByReference ? ', by reference' : ''}`)
}

/** @param {any} queue @param {boolean} isByReference */
async function checkFailed(queue, isByReference) {
  const failed = await queue.getFailed(0, 1000)
  const wanted = isByReference ? [{data: {id: 'poison-outside'}, reason: /no such file below the root/u}] : poisons
  check(failed.length === wanted.length, `among the failed: ${failed.map((/** @type {any} */ job) => `${job.data.id} (${job.failedReason})`).join(', ')}`)
  for (const {data, reason} of wanted) {
    const job = failed.find((/** @type {any} */ each) => each.data.id === /** @type {any} */ (data).id)
    check(job && reason.test(job.failedReason), `${JSON.stringify(data).slice(0, 80)} failed with ${job?.failedReason}`)
    // Of data that nothing mends there is one attempt, of a file that may come as many as the job has.
    check(job.attemptsMade === (isByReference ? 3 : 1), `${job.data.id}: ${job.attemptsMade} attempts`)
  }
  const counts = await queue.getJobCounts('wait', 'active', 'delayed', 'completed')
  check(Object.values(counts).every(count => count === 0), `left in Redis: ${JSON.stringify(counts)}`)
}

/** Megabytes. @param {number} pid */
function memoryOf(pid) {
  return Math.round(Number(/^VmRSS:\s+([0-9]+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) / 1000)
}
