/** A real browser without a window, driven over a pipe by its own protocol: no package in between. */
import {spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Missing} from '../system.js'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * Open an empty page for as long as `use` runs.
 * @template T
 * @param {(page: Tab) => Promise<T>} use
 * @returns {Promise<T>}
 * @throws {Missing} if there is no Chromium
 */
export async function inChromium(use) {
  const profile = mkdtempSync(join(tmpdir(), 'boildown-chromium-'))
  const browser = await started(profile)
  try {
    return await use(await Tab.open(browser))
  } finally {
    browser.child.kill('SIGKILL')
    await browser.closed
    rmSync(profile, {recursive: true, force: true, maxRetries: 5})
  }
}

/** @param {string} profile @returns {Promise<Browser>} */
async function started(profile) {
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking', `--user-data-dir=${profile}`, '--remote-debugging-pipe', 'about:blank']
  for (const name of process.env.CHROMIUM ? [process.env.CHROMIUM] : names) {
    const child = spawn(name, flags, {stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']})
    const failed = await new Promise(resolve => { child.once('error', resolve); child.once('spawn', () => resolve(undefined)) })
    if (!failed) return new Browser(child)
  }
  throw new Missing(`a browser (${names.join(', ')}, or the one CHROMIUM names)`)
}

class Browser {
  #next = 1
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
  #waiting = new Map()
  /** @type {((message: any) => void)[]} */
  listeners = []

  /** @param {import('node:child_process').ChildProcess} child */
  constructor(child) {
    this.child = child
    this.closed = new Promise(resolve => child.once('exit', () => {
      for (const {reject} of this.#waiting.values()) reject(new Error('the browser is gone'))
      resolve(undefined)
    }))
    let text = ''
    const pipe = /** @type {import('node:stream').Readable} */ (child.stdio[4])
    pipe.setEncoding('utf8').on('data', chunk => {
      const parts = (text + chunk).split('\0')
      text = parts.pop() ?? ''
      for (const part of parts) this.#hear(JSON.parse(part))
    })
  }

  /** @param {any} message */
  #hear(message) {
    const waiting = this.#waiting.get(message.id)
    if (!waiting) return this.listeners.forEach(listener => listener(message))
    this.#waiting.delete(message.id)
    if (message.error) waiting.reject(new Error(message.error.message))
    else waiting.resolve(message.result)
  }

  /** @param {string} method @param {object} [params] @param {string} [sessionId] @returns {Promise<any>} */
  send(method, params = {}, sessionId) {
    const id = this.#next++
    const pipe = /** @type {import('node:stream').Writable} */ (this.child.stdio[3])
    pipe.write(`${JSON.stringify({id, method, params, ...(sessionId && {sessionId})})}\0`)
    return new Promise((resolve, reject) => this.#waiting.set(id, {resolve, reject}))
  }
}

export class Tab {
  /** Requests for anything but the page itself, and what the console said. @type {string[]} */
  requests = []
  /** @type {string[]} */
  said = []

  /** @param {Browser} browser @param {string} session */
  constructor(browser, session) {
    this.browser = browser
    this.session = session
    browser.listeners.push(({method, params}) => {
      if (method === 'Network.requestWillBeSent') this.requests.push(params.request.url)
      if (method === 'Log.entryAdded') this.said.push(params.entry.text)
      if (method === 'Runtime.exceptionThrown') this.said.push(params.exceptionDetails.text)
    })
  }

  /** @param {Browser} browser */
  static async open(browser) {
    const {targetId} = await browser.send('Target.createTarget', {url: 'about:blank'})
    const {sessionId} = await browser.send('Target.attachToTarget', {targetId, flatten: true})
    const tab = new Tab(browser, sessionId)
    for (const domain of ['Page', 'Network', 'Log', 'Runtime']) await tab.send(`${domain}.enable`)
    return tab
  }

  /** @param {string} method @param {object} [params] @returns {Promise<any>} */
  send(method, params) {
    return this.browser.send(method, params, this.session)
  }

  /** Until it is loaded. @param {string} url */
  async go(url) {
    this.requests = []
    this.said = []
    const loaded = new Promise(resolve => this.browser.listeners.push(({method, sessionId}) => { if (method === 'Page.loadEventFired' && sessionId === this.session) resolve(undefined) }))
    await this.send('Page.navigate', {url})
    await loaded
  }

  /** @param {string} expression @returns {Promise<any>} */
  async value(expression) {
    const {result, exceptionDetails} = await this.send('Runtime.evaluate', {expression, returnByValue: true, awaitPromise: true})
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  /** @param {string} key `Tab`, `Enter`, `Space` */
  async press(key) {
    const [code, text] = key === 'Tab' ? [9, undefined] : key === 'Enter' ? [13, '\r'] : [32, ' ']
    const event = {key: key === 'Space' ? ' ' : key, code: key, windowsVirtualKeyCode: code}
    await this.send('Input.dispatchKeyEvent', {type: 'keyDown', ...event, ...(text && {text})})
    await this.send('Input.dispatchKeyEvent', {type: 'keyUp', ...event})
  }

  /** A sign, as typed. @param {string} sign */
  async type(sign) {
    await this.send('Input.dispatchKeyEvent', {type: 'keyDown', key: sign, text: sign})
    await this.send('Input.dispatchKeyEvent', {type: 'keyUp', key: sign})
  }

  /** @param {'dark' | 'light'} scheme */
  async scheme(scheme) {
    await this.send('Emulation.setEmulatedMedia', {features: [{name: 'prefers-color-scheme', value: scheme}]})
  }

  /** @param {number} width @param {number} height */
  async size(width, height) {
    await this.send('Emulation.setDeviceMetricsOverride', {width, height, deviceScaleFactor: 1, mobile: false})
  }

  /** PNG of what is in view, or of all of the page. @param {boolean} [whole] @returns {Promise<Buffer>} */
  async picture(whole = false) {
    const {data} = await this.send('Page.captureScreenshot', {format: 'png', captureBeyondViewport: whole})
    return Buffer.from(data, 'base64')
  }
}
