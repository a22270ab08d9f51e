/** A Redis of the test's own: a file of everything it is told, so that it can be stopped and killed. */
import {spawn} from 'node:child_process'
import {createConnection, createServer} from 'node:net'
import {Missing, check} from '../system.js'
import {wait} from './jobs.js'

export class RedisServer {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #child
  #said = ''

  /** @param {string} folder @param {number} port */
  constructor(folder, port) {
    this.folder = folder
    this.port = port
    this.password = 'a-password-nobody-says'
    this.url = `redis://:${this.password}@127.0.0.1:${port}`
  }

  /** @param {string} folder for its data @returns {Promise<RedisServer>} @throws {Missing} */
  static async start(folder) {
    const server = new RedisServer(folder, await freePort())
    await server.up()
    return server
  }

  get pid() {
    return this.#child?.pid ?? 0
  }

  async up() {
    const args = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder, '--save', '', '--appendonly', 'yes', '--appendfsync', 'always', '--daemonize', 'no', '--maxmemory-policy', 'noeviction', '--requirepass', this.password]
    const child = spawn('redis-server', args, {stdio: ['ignore', 'pipe', 'pipe']})
    const failed = await new Promise(resolve => { child.once('error', resolve); child.once('spawn', () => resolve(undefined)) })
    if (failed) throw new Missing('redis-server')
    child.stdout.on('data', chunk => { this.#said = (this.#said + chunk).slice(-4000) })
    this.#child = child
    for (const started = performance.now(); !await answers(this.port); await wait(50)) {
      check(child.exitCode === null && performance.now() - started < 30_000, `redis-server does not answer: ${this.#said}`)
    }
  }

  /** @param {NodeJS.Signals} signal */
  async down(signal) {
    const child = this.#child
    check(child && child.exitCode === null, `redis-server ended by itself: ${this.#said}`)
    const ended = new Promise(resolve => child?.once('exit', resolve))
    child?.kill(signal)
    await ended
  }

  async stop() {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }
}

/** @param {number} port @returns {Promise<boolean>} */
function answers(port) {
  return new Promise(resolve => {
    const socket = createConnection(port, '127.0.0.1', () => socket.write('PING\r\n'))
    socket.setTimeout(500, () => { socket.destroy(); resolve(false) })
    socket.on('data', data => { socket.destroy(); resolve(/^(?:\+PONG|-NOAUTH)/u.test(data.toString())) })
    socket.on('error', () => resolve(false))
  })
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
