/** `boildown serve` as a program: its start, its refusals, slow senders, and its end. */
import {connect} from 'node:net'
import {request} from 'node:http'
import {check, inTemporaryFolder} from './system.js'
import {childrenOf, finish, pageOf, start, until, wait} from './support/jobs.js'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'

/** A pass that hangs on a page that says so. */
const pass = `export default {name: 'slow', about: 'hangs', run({blocks}) { if (blocks.some(({text}) => text === 'poison loop')) for (;;); }}`

/** @param {readonly string[]} args @param {string} cwd */
async function serving(args, cwd) {
  const running = start(['serve', '--port', '0', ...args], {cwd})
  await until(() => /:([0-9]+) \(/u.test(running.said()), 'the service is there')
  return {...running, port: Number(/:([0-9]+) \(/u.exec(running.said())?.[1])}
}

/** @param {number} port @param {string} body @param {import('node:http').RequestOptions} [options] @returns {Promise<{status: number, body: string}>} */
function post(port, body, options = {}) {
  return new Promise((resolve, reject) => {
    const asked = request({host: '127.0.0.1', port, path: '/clean', method: 'POST', agent: false, ...options}, response => {
      let text = ''
      response.on('data', chunk => { text += chunk })
      response.on('end', () => resolve({status: response.statusCode ?? 0, body: text}))
      response.on('error', reject)
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** @param {number} port @param {number} count pages in hand */
async function untilWorking(port, count) {
  for (let look = 0; look < 600; look++) {
    const {body} = await post(port, '', {method: 'GET', path: '/healthz'})
    if (JSON.parse(body).working >= count) return
    await wait(20)
  }
  check(false, `it never had ${count} pages in hand`)
}

/** @param {string} cwd */
async function answers(cwd) {
  const {child, ended, port} = await serving(['--workers', '2', '--deadline', '1', '--grace', '100', '--pass', 'slow.mjs', '--links', 'drop'], cwd)
  const rows = await Promise.all(Array.from({length: 10}, (_, i) => post(port, pageOf(i), {path: `/clean?url=https://a.example/${i}`})))
  for (const [i, {status, body}] of rows.entries()) check(status === 200 && JSON.parse(body).markdown.includes(`page number ${i} `), `page ${i}: ${status} ${body.slice(0, 200)}`)

  const hanging = post(port, '<p>poison loop</p>')
  await wait(100)
  check((await post(port, pageOf(1))).status === 200, 'a page beside one that hangs is not answered')
  check((await hanging).status === 504, 'a page that hangs is not 504')
  check((await post(port, pageOf(1), {headers: {host: `evil.example:${port}`}})).status === 403, 'a foreign Host is answered')
  check((await post(port, pageOf(1), {path: '/clean?pass=slow.mjs'})).status === 400, 'a request names a file')

  const ndjson = Array.from({length: 50}, (_, i) => `${JSON.stringify({id: i, html: i === 20 ? '<p>poison loop</p>' : pageOf(i)})}\n`).join('')
  const streamed = (await post(port, ndjson, {headers: {'content-type': 'application/x-ndjson'}})).body.trim().split('\n').map(line => JSON.parse(line))
  check(streamed.length === 50 && streamed.every(({id}, i) => id === i), 'rows are missing or out of order')
  check(streamed.every(({ok}, i) => ok === (i !== 20)) && /deadline/u.test(streamed[20].error), 'the row that hangs is not the one that fails')

  // Many who send a byte now and then: others are answered, and they are shown the door.
  const slow = Array.from({length: 200}, () => connect(port, '127.0.0.1'))
  for (const socket of slow) {
    socket.on('error', () => undefined)
    socket.write('POST /clean HTTP/1.1\r\nHost: loc')
  }
  const drip = setInterval(() => { for (const socket of slow) if (socket.writable) socket.write('x') }, 1000)
  await wait(500)
  check((await post(port, pageOf(1))).status === 200, 'slow senders hold up the others')
  await until(() => slow.every(({closed}) => closed), 'slow senders are cut off', 30_000)
  clearInterval(drip)

  // In hand when the signal comes, and done before the end.
  const last = post(port, '<p>poison loop</p>')
  const rowsInHand = post(port, `${JSON.stringify({id: 7, html: '<p>poison loop</p>'})}\n`, {headers: {'content-type': 'application/x-ndjson'}})
  await untilWorking(port, 2)
  const children = childrenOf(child.pid ?? 0)
  child.kill('SIGTERM')
  check((await last).status === 504 && JSON.parse((await rowsInHand).body).id === 7, 'what was in hand is not answered')
  const {code, stderr} = await ended
  check(code === 0, `the service ended with ${code}: ${stderr}`)
  await until(() => !children.some(pid => { try { return process.kill(pid, 0) } catch { return false } }), 'no process is left', 5000)
}

/** @param {string} cwd */
async function hardEnd(cwd) {
  const {child, ended, port} = await serving(['--workers', '1', '--deadline', '100', '--grace', '1', '--pass', 'slow.mjs'], cwd)
  const cut = post(port, '<p>poison loop</p>').then(({status}) => `answered with ${status}`, error => error.code)
  await untilWorking(port, 1)
  child.kill('SIGTERM')
  const {code} = await ended
  check(code === 143, `cut off, the service ended with ${code}`)
  check(await cut === 'ECONNRESET', `the page in hand was ${await cut}`)
}

/** @param {string} cwd */
async function refusals(cwd) {
  const remote = await finish(['serve', '--host', '0.0.0.0'], {cwd, code: 2})
  check(remote.stderr.includes('--allow-remote'), remote.stderr)
  await finish(['serve', '--port', '70000'], {cwd, code: 2})
  await finish(['serve', '--select', '[['], {cwd, code: 2})
  await finish(['serve', '--pass', 'none.mjs'], {cwd, code: 2})
  await finish(['serve', 'page.html'], {cwd, code: 2})
  const {child, ended, port} = await serving(['--host', '0.0.0.0', '--allow-remote', '--name', 'box.test', '--workers', '1'], cwd)
  check((await post(port, pageOf(1), {headers: {host: 'box.test'}})).status === 200, 'a name that was given is not known')
  const taken = await finish(['serve', '--port', String(port), '--workers', '1'], {cwd, code: 75})
  check(taken.stderr.includes('another program listens there'), taken.stderr)
  child.kill('SIGINT')
  check((await ended).code === 0, 'Ctrl-C does not end it in order')
}

export async function test() {
  await inTemporaryFolder(async cwd => {
    writeFileSync(join(cwd, 'slow.mjs'), pass)
    await answers(cwd)
    await hardEnd(cwd)
    await refusals(cwd)
  })
}
