/**
 * Other converters, for comparison only: they are installed into the cache by the bench itself, at fixed versions,
 * and are no dependency of the project.
 */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {fileURLToPath, pathToFileURL} from 'node:url'

/** @typedef {(html: string, url: string) => string | Promise<string>} Convert */

const folder = fileURLToPath(new URL('../.cache/peers/', import.meta.url))
const versions = {defuddle: '0.19.4', mdream: '1.7.2', '@mdream/js': '1.7.2', turndown: '7.2.5', '@joplin/turndown-plugin-gfm': '1.0.68', '@mozilla/readability': '0.6.0', jsdom: '26.1.0'}

/** Install what is missing. @throws {Error} if npm fails */
export function install() {
  mkdirSync(folder, {recursive: true})
  const manifest = `${JSON.stringify({private: true, dependencies: versions}, null, 2)}\n`
  const file = `${folder}package.json`
  if (existsSync(file) && readFileSync(file, 'utf8') === manifest && existsSync(`${folder}node_modules/defuddle`)) return
  writeFileSync(file, manifest)
  const {status, stderr} = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder], {encoding: 'utf8'})
  if (status !== 0) throw new Error(`npm could not install the peers: ${stderr.slice(0, 500)}`)
}

const require = createRequire(`${folder}x.js`)
/** @param {string} name @returns {Promise<any>} */
async function load(name) {
  try {
    return await import(pathToFileURL(require.resolve(name)).href)
  } catch {
    // A package for `import` only: its own table says where.
    const parts = name.split('/')
    const own = parts.slice(0, name.startsWith('@') ? 2 : 1).join('/')
    const {exports} = JSON.parse(readFileSync(`${folder}node_modules/${own}/package.json`, 'utf8'))
    let entry = exports[`.${name.slice(own.length)}`]
    while (entry && typeof entry !== 'string') entry = entry.import ?? entry.default ?? entry.node
    return import(pathToFileURL(`${folder}node_modules/${own}/${entry}`).href)
  }
}

async function turndown() {
  const {default: Turndown} = await load('turndown')
  const {gfm} = await load('@joplin/turndown-plugin-gfm')
  const service = new Turndown({headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-', emDelimiter: '*'})
  service.use(gfm)
  service.remove(['script', 'style', 'noscript', 'template'])
  return service
}

/** HTML of a gold as Markdown. @returns {Promise<(html: string) => string>} */
export async function goldWriter() {
  const service = await turndown()
  return html => service.turndown(html)
}

/** @type {Record<string, () => Promise<Convert>>} */
export const peers = {
  async turndown() {
    const service = await turndown()
    return html => service.turndown(html)
  },
  async 'Readability + turndown'() {
    const [service, {Readability}, {JSDOM, VirtualConsole}] = [await turndown(), await load('@mozilla/readability'), await load('jsdom')]
    return (html, url) => {
      const {window} = new JSDOM(html, {url, virtualConsole: new VirtualConsole()})
      try {
        return service.turndown(new Readability(window.document).parse()?.content || '')
      } finally {
        window.close()
      }
    }
  },
  async mdream() {
    const [{htmlToMarkdown}, {withMinimalPreset}] = [await load('@mdream/js'), await load('@mdream/js/preset/minimal')]
    return (html, url) => {
      const result = htmlToMarkdown(html, {origin: new URL(url).origin, ...withMinimalPreset({})})
      return typeof result === 'string' ? result : result.markdown
    }
  },
  async Defuddle() {
    const clean = await defuddle()
    return async (html, url) => (await clean(html, url)).content
  },
}

/** Defuddle with its facts of the page; it is told not to ask the network. @returns {Promise<(html: string, url: string | undefined) => Promise<{content: string, title?: string, author?: string, published?: string}>>} */
export async function defuddle() {
  const {Defuddle} = await load('defuddle/node')
  // It tells the console of every script it cannot read.
  const silent = Object.assign(Object.create(console), {error() {}, warn() {}})
  return async (html, url) => {
    const before = globalThis.console
    globalThis.console = silent
    try {
      return await Defuddle(html, url, {markdown: true, useAsync: false})
    } finally {
      globalThis.console = before
    }
  }
}

/** A Python of its own with the packages at these versions. @param {readonly string[]} packages @returns {string} its path @throws {Error} if there is no Python, or pip fails */
export function python(packages) {
  const own = `${folder}python`
  const program = `${own}/bin/python3`
  const said = `${own}/packages.txt`
  if (existsSync(said) && readFileSync(said, 'utf8') === packages.join('\n')) return program
  for (const [command, ...args] of [['python3', '-m', 'venv', own], [program, '-m', 'pip', 'install', '--quiet', ...packages]]) {
    const {status, stderr, error} = spawnSync(command, args, {encoding: 'utf8'})
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? stderr.slice(0, 500)}`)
  }
  writeFileSync(said, packages.join('\n'))
  return program
}
