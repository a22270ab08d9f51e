/** Trafilatura in a Python of its own, with its defaults; its CPU time is not in the table. */
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {python} from '../peers.js'

const packages = ['trafilatura==2.3.1', 'lxml_html_clean==0.4.5']
const program = fileURLToPath(new URL('trafilatura_lines.py', import.meta.url))

/** @returns {Promise<import('./engine.js').Engine>} */
export async function start() {
  const child = spawn(python(packages), [program], {stdio: ['pipe', 'pipe', 'inherit']})
  const answers = createInterface({input: child.stdout})[Symbol.asyncIterator]()
  await once(child, 'spawn')
  const pipes = /** @type {readonly import('node:net').Socket[]} */ (/** @type {unknown} */ ([child.stdin, child.stdout]))
  child.unref()
  return async (html, url) => {
    // It keeps the bench alive only while an answer is awaited; its input ends with the bench.
    for (const pipe of pipes) pipe.ref()
    child.stdin.write(`${JSON.stringify({html, url})}\n`)
    const {value, done} = await answers.next()
    for (const pipe of pipes) pipe.unref()
    if (done) throw new Error('the Python process ended')
    const {error, ...answer} = JSON.parse(value)
    if (error) throw new Error(error)
    return answer
  }
}
