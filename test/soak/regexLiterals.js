/**
 * Every regular expression of the sources: the literals of the built modules, and those that modules make of text
 * while they are loaded and while pages are cleaned.
 */
import {readFileSync, readdirSync} from 'node:fs'
import {createRequire} from 'node:module'
import {pathToFileURL} from 'node:url'

/** @typedef {{source: string, flags: string, file: string, line: number}} Found `line` is of the built module, 0 where it was made of text */

/** Programs: loading them starts them. */
const programs = /(?:Main|[cC]hild)\.js$|^cli\/main\.js$/u

/**
 * @param {string} dist folder of the compiler's modules
 * @param {{parse(text: string, options: object): object}} acorn
 * @returns {Found[]} each pattern once, by file and line
 */
export function literals(dist, acorn) {
  /** @type {Map<string, Found>} */
  const found = new Map()
  for (const file of modules(dist)) {
    const text = readFileSync(`${dist}/${file}`, 'utf8')
    const waiting = [/** @type {any} */ (acorn.parse(text, {ecmaVersion: 'latest', sourceType: 'module', locations: true}))]
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (node.regex) {
        const {pattern: source, flags} = node.regex
        const key = `/${source}/${flags}`
        if (!found.has(key)) found.set(key, {source, flags, file, line: node.loc.start.line})
      }
      for (const each of Object.values(node)) if (each !== null && typeof each === 'object' && (Array.isArray(each) || typeof each.type === 'string')) waiting.push(each)
    }
  }
  return [...found.values()].sort((a, b) => a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)
}

/**
 * Loads every module but the programs, and runs `use`, while `RegExp` is watched. Whoever calls this reads no literal:
 * the constructor sees only what is made of text.
 *
 * @param {string} dist
 * @param {() => Promise<void>} use cleans pages
 * @returns {Promise<Found[]>}
 */
export async function made(dist, use) {
  /** @type {Map<string, Found>} */
  const found = new Map()
  const original = globalThis.RegExp
  /** @param {RegExp} made */
  const note = made => {
    // Of the packages that Boildown loads there are others to speak for.
    const at = original.prototype.exec.call(/[/\\]dist[/\\]([^:\n]{1,300}\.js):\d{1,9}/u, callers().split('\n').find(line => !line.includes('regexLiterals')) ?? '')
    const file = at?.[1].replaceAll('\\', '/')
    if (file !== undefined && !file.includes('node_modules')) found.set(`/${made.source}/${made.flags}`, {source: made.source, flags: made.flags, file, line: 0})
    return made
  }
  globalThis.RegExp = new Proxy(original, {
    construct: (target, args, like) => note(Reflect.construct(target, args, like)),
    apply: (target, self, args) => note(Reflect.apply(target, self, args)),
  })
  try {
    for (const file of modules(dist)) if (!programs.test(file)) await loaded(`${dist}/${file}`)
    await use()
  } finally {
    globalThis.RegExp = original
  }
  return [...found.values()]
}

/** Without the message and this function. */
function callers() {
  return (new Error('where').stack ?? '').split('\n').slice(3).join('\n')
}

/** Optional packages need not be here. @param {string} file */
async function loaded(file) {
  try {
    await import(pathToFileURL(file).href)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error
  }
}

/** The compiler's modules: those of the bundle say the same again. @param {string} dist */
function modules(dist) {
  return readdirSync(dist, {recursive: true}).map(name => String(name).replaceAll('\\', '/')).filter(name => name.endsWith('.js') && !name.startsWith('chunks/')).sort()
}

/** @param {string} folder with node_modules @param {string} name @returns {any} */
export function packageIn(folder, name) {
  return createRequire(`${folder}/x.js`)(name)
}
