/** The pool against pages that hang, crash and eat memory; its event loop, its orphans, and what handing over costs. */
import {spawn} from 'node:child_process'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {monitorEventLoopDelay} from 'node:perf_hooks'
import {check, inTemporaryFolder, root} from './system.js'
import {childrenOf, pageOf, until, wait} from './support/jobs.js'
import {ways} from './support/poisons.js'

const library = pathToFileURL(join(root, 'dist/index.js')).href
const entry = pathToFileURL(join(root, 'dist/pool/index.js')).href

/** Hooks that do what the page says: each is one way to go down. */
export const ownHooks = `${ways}
export default {hooks: {p(markdown) {
  const way = /^poison (\\w+)$/.exec(markdown.trim())?.[1]
  if (way) ways[way]()
}}}
`

/** How each ends. @type {Record<string, string>} */
const ends = {
  loop: 'deadline', abort: 'crash', exit: 'crash', segfault: 'crash', recursion: 'RangeError',
  objects: 'memory', map: 'memory', arrays: 'memory', buffers: 'memory', strings: 'memory',
}

/** @param {string} folder @param {string} code of a module that has createPool, page, hooks @returns {import('node:child_process').ChildProcess} */
function program(folder, code) {
  const hooks = join(folder, 'hooks.mjs')
  writeFileSync(hooks, ownHooks)
  writeFileSync(join(folder, 'own.mjs'), `import {createPool} from ${JSON.stringify(entry)}\nconst module = ${JSON.stringify(hooks)}\nconst page = text => '<title>T</title><p>' + text + '</p>'\n${code}`)
  return spawn(process.execPath, [join(folder, 'own.mjs')], {stdio: ['ignore', 'inherit', 'inherit']})
}

/** @param {number} pid */
function lives(pid) {
  try {
    process.kill(pid, 0)
    // A zombie is gone, too: nobody has buried it yet.
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /u.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return false
  }
}

/** CPU time so far. @param {number} pid */
function ticks(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return Number(fields[11]) + Number(fields[12])
}

async function poisons() {
  const {createPool} = await import(entry)
  await inTemporaryFolder(async folder => {
    writeFileSync(join(folder, 'hooks.mjs'), ownHooks)
    const pool = createPool({workers: 2, deadline: 3, memory: 300, module: join(folder, 'hooks.mjs')})
    /** @type {Promise<void>[]} */
    const asked = []
    let good = 0
    for (const [way, end] of Object.entries(ends)) {
      asked.push(pool.clean(`<title>T</title><p>poison ${way}</p>`).then(
        () => check(false, `poison ${way} was cleaned`),
        (/** @type {Error & {code?: string}} */ error) => check((error.code ?? error.name) === end, `poison ${way}: ${error.code ?? error.name}, ${error.message}`),
      ))
      for (let i = 0; i < 10; i++) {
        asked.push(goodPage(i))
      }
    }
    /** @param {number} i */
    async function goodPage(i) {
      const {markdown} = await pool.clean(pageOf(i))
      check(markdown.includes(`page number ${i} `), `page ${i} is not what came back`)
      good++
    }
    await Promise.all(asked)
    check(good === 10 * Object.keys(ends).length, `${good} pages beside the poisons`)
    await pool.close()
  })
}

/** Milliseconds the event loop stood still at most while `work` went on. @param {() => Promise<unknown>} work */
async function standstill(work) {
  const delay = monitorEventLoopDelay({resolution: 5})
  delay.enable()
  await work()
  // What came last is seen by the next tick.
  await wait(30)
  delay.disable()
  return delay.max / 1e6
}

async function eventLoop() {
  const {createPool} = await import(entry)
  const {clean} = await import(library)
  // Nothing is wrong with it but its size: 48 MB of small paragraphs.
  const poison = Buffer.from(`<title>Large</title>${pageOf(1, 40).repeat(Math.ceil(48e6 / pageOf(1, 40).length))}`)
  const pool = createPool({workers: 1, deadline: 2})
  await pool.clean('<p>ready</p>')
  const withPool = await standstill(async () => {
    const code = await pool.clean(poison).then(() => 'cleaned', (/** @type {{code: string}} */ {code}) => code)
    check(['deadline', 'memory', 'cleaned'].includes(code), `the poison ended with ${code}`)
  })
  const huge = await standstill(() => pool.clean(Buffer.alloc(60_000_000, '<p>x ')).catch(() => undefined))
  await pool.close()
  const alone = await standstill(() => clean(poison))
  console.log(`  event loop stands still: ${withPool.toFixed(0)} ms with the pool, ${huge.toFixed(0)} ms for a page of 60 MB, ${alone.toFixed(0)} ms with clean() itself`)
  check(withPool < 1000 && huge < 1000, 'the pool holds up the event loop')
  check(alone > 1000, 'the poison is none: clean() took no second')
}

async function orphans() {
  if (process.platform !== 'linux') return
  await inTemporaryFolder(async folder => {
    const parent = program(folder, `
      import {writeFileSync} from 'node:fs'
      const pool = createPool({workers: 2, deadline: 100, module})
      await Promise.all([pool.clean(page('a')), pool.clean(page('b'))])
      void pool.clean(page('poison loop'))
      writeFileSync(${JSON.stringify(join(folder, 'given'))}, '')`)
    const pid = parent.pid ?? 0
    await until(() => existsSync(join(folder, 'given')), 'the poison is handed in')
    const children = childrenOf(pid)
    const before = children.map(ticks)
    // In a loop, and not about to start one.
    await until(() => children.some((child, i) => ticks(child) - before[i] > 50), 'one of the processes is in a loop')
    check(children.length === 2 && children.every(lives), 'the processes of the pool ended by themselves')
    parent.kill('SIGKILL')
    await until(() => !children.some(lives), 'the processes of the pool end with their parent, one of them in a loop', 10_000)
  })
}

async function forgotten() {
  await inTemporaryFolder(async folder => {
    const parent = program(folder, `
      const pool = createPool({workers: 1})
      await pool.clean(page('a'))
      const other = createPool({workers: 1, favor: 'recall'})
      void other.clean(page('b'))`)
    const impatient = setTimeout(() => parent.kill('SIGKILL'), 60_000)
    const code = await new Promise(resolve => parent.on('close', resolve))
    clearTimeout(impatient)
    check(code === 0, code === null ? 'a program that forgets its pool does not end' : `a program that forgets its pool ends with ${code}`)
  })
}

/** What this process spends on a page that another one cleans. */
async function handingOver() {
  const {createPool} = await import(entry)
  const pool = createPool({workers: 1})
  const pages = Array.from({length: 200}, (_, i) => Buffer.from(pageOf(i, 60) + `<!--${'x'.repeat(200_000)}-->`))
  await Promise.all(pages.slice(0, 20).map(page => pool.clean(page)))
  const before = process.cpuUsage()
  for (const page of pages) {
    await pool.room()
    void pool.clean(page)
  }
  await pool.close()
  const {user, system} = process.cpuUsage(before)
  const each = (user + system) / 1000 / pages.length
  console.log(`  handing over: ${each.toFixed(2)} ms of CPU a page of ${(pages[0].length / 1000).toFixed(0)} KB`)
  check(each < 5, 'handing over costs too much')
}

export async function test() {
  await poisons()
  await eventLoop()
  await orphans()
  await forgotten()
  await handingOver()
}
