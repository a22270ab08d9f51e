/** The Scrapy example on a site of 300 pages with a poison page: all others come out as the library cleans them. */
import {cpSync, mkdirSync, readFileSync, symlinkSync} from 'node:fs'
import {spawn} from 'node:child_process'
import {join} from 'node:path'
import {check, inTemporaryFolder, root} from './system.js'
import {python} from './support/python.js'
import {startSite} from './support/site.js'

export async function test() {
  const interpreter = python('scrapy-2', {variable: 'SCRAPY_PYTHON', packages: ['scrapy>=2.13'], check: 'import scrapy'})
  await inTemporaryFolder(async folder => {
    cpSync(join(root, 'examples', 'scrapy'), folder, {recursive: true})
    mkdirSync(join(folder, 'node_modules', '.bin'), {recursive: true})
    symlinkSync(root, join(folder, 'node_modules', 'boildown'))
    symlinkSync(join(root, 'bin', 'boildown.js'), join(folder, 'node_modules', '.bin', 'boildown'))
    const site = await startSite({count: 300})
    try {
      const worker = `BOILDOWN_COMMAND=${process.execPath},${join(root, 'bin', 'boildown.js')},worker,--deadline,1`
      const started = performance.now()
      await ended(spawn(interpreter, ['-m', 'scrapy', 'runspider', 'pages.py', '-a', `start=${site.url}/`, '-O', 'pages.jsonl', '-s', worker], {cwd: folder, stdio: ['ignore', 'ignore', 'pipe']}))
      const rows = readFileSync(join(folder, 'pages.jsonl'), 'utf8').trim().split('\n').map(line => JSON.parse(line))
      const byPath = new Map(rows.map(row => [new URL(row.url).pathname, row]))
      check(rows.length === byPath.size && byPath.size === site.pages.size, `${rows.length} items of ${site.pages.size} pages`)
      for (const [path, {says, isMisread}] of site.pages) {
        const row = byPath.get(path)
        if (path === '/poison') check(row && (row.ok || /^deadline/u.test(row.error)), `poison: ${JSON.stringify(row).slice(0, 300)}`)
        else check(row?.ok === true, `${path}: ${row?.error}`)
        if (says !== undefined && !isMisread) check(row.markdown.includes(says), `${path} does not say ${says}`)
      }
      console.log(`  ${rows.length} pages in ${((performance.now() - started) / 1000).toFixed(1)} s, the poison page ${byPath.get('/poison').error ?? 'cleaned'}`)
    } finally {
      await site.close()
    }
  })
}

/** @param {import('node:child_process').ChildProcess} child */
function ended(child) {
  let stderr = ''
  child.stderr?.on('data', chunk => { stderr = (stderr + String(chunk)).slice(-4000) })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => code === 0 && !/Traceback/u.test(stderr) ? resolve(undefined) : reject(new Error(`scrapy ended with ${code}\n${stderr}`)))
  })
}
