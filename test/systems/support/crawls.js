/** Crawlers of Crawlee run by the code of `examples/`, in a process of their own. */
import {fork} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {check, root} from '../system.js'

const probe = fileURLToPath(new URL('probe.js', import.meta.url))

/**
 * @typedef {object} Crawl
 * @property {Record<string, any>[]} rows
 * @property {number} delay longest time the event loop stood still since `mark`, milliseconds
 * @property {number} cpu CPU milliseconds since `mark`
 */

/** @param {string} name folder in `examples/` */
export function exampleCode(name) {
  return readFileSync(join(root, 'examples', name, name === 'fetch' ? 'fetch.js' : 'crawl.js'), 'utf8')
}

/** Lines of an example that are there for the sake of boildown. @param {string} code */
export function ownLines(code) {
  return code.split('\n').filter(line => /boildown|clean(?:Context|Response)|pool\b/iu.test(line))
}

/**
 * @param {string} app where crawlers and boildown are installed
 * @param {{code: string, args: readonly string[], env?: Record<string, string>, patience?: number}} options
 *   `args`: addresses, more than a command line takes are cut off
 * @param {(mark: () => void) => void} [started] `mark`: delays and CPU time count from then on
 * @returns {Promise<Crawl>}
 */
export async function crawl(app, {code, args, env = {}, patience = 300_000}, started = () => undefined) {
  const folder = mkdtempSync(join(app, 'crawl-'))
  try {
    writeFileSync(join(folder, 'crawl.mjs'), code)
    const child = fork(join(folder, 'crawl.mjs'), [...args], {
      cwd: folder, execArgv: ['--import', probe], stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {...process.env, CRAWLEE_STORAGE_DIR: join(folder, 'storage'), CRAWLEE_LOG_LEVEL: 'ERROR', ...env},
    })
    let stderr = ''
    let stdout = ''
    child.stdout?.on('data', chunk => { stdout += chunk })
    child.stderr?.on('data', chunk => { stderr = (stderr + chunk).slice(-8000) })
    /** @type {{delay: number, cpu: number} | undefined} */
    let figures
    child.on('message', message => { figures = /** @type {any} */ (message) })
    started(() => { if (child.connected) child.send('mark') })
    const late = setTimeout(() => child.kill('SIGKILL'), patience)
    const {status, signal} = await new Promise(resolve => child.on('close', (status, signal) => resolve({status, signal})))
    clearTimeout(late)
    check(status === 0, `a crawl ended with ${status ?? signal}: ${stdout.slice(-2000)}${stderr}`)
    check(figures, 'a crawl said nothing of itself')
    return {rows: rowsOf(folder, stdout), delay: figures?.delay ?? 0, cpu: figures?.cpu ?? 0}
  } finally {
    rmSync(folder, {recursive: true, force: true, maxRetries: 5})
  }
}

/** The dataset, or what was printed. @param {string} folder @param {string} stdout */
function rowsOf(folder, stdout) {
  const dataset = join(folder, 'storage', 'datasets', 'default')
  if (!existsSync(dataset)) return stdout.split('\n').filter(line => line.startsWith('{')).map(line => JSON.parse(line))
  return readdirSync(dataset).filter(name => /^[0-9]+\.json$/u.test(name)).sort().map(name => JSON.parse(readFileSync(join(dataset, name), 'utf8')))
}
