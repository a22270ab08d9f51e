/** A site on this machine, made of the fixtures and of pages like them: links, charsets, and one page that takes seconds. */
import {isUtf8} from 'node:buffer'
import {readFileSync, readdirSync} from 'node:fs'
import {createServer} from 'node:http'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {root} from '../system.js'
import {pageOf} from './jobs.js'

/**
 * @typedef {object} SitePage
 * @property {Buffer} bytes
 * @property {string} type its Content-Type
 * @property {string} [says] what its Markdown must have
 * @property {boolean} [isMisread] a crawler that believes the header alone cannot read it
 */

/** Cleaning it takes seconds, parsing it does not. */
const poison = `<!doctype html><html><head><title>Poison</title></head><body>${Array.from({length: 120_000}, (_, i) => `<p>${i}</p>`).join('')}</body></html>`

/**
 * @param {{count?: number, withPoison?: boolean, from?: string}} [options] `from`: a folder of other people's pages, `.html` or `.html.gz`
 */
export async function startSite({count = 300, withPoison = true, from} = {}) {
  const pages = new Map((from ? foreign(from, count) : own(count)).map((page, i) => [`/p/${i}`, page]))
  if (withPoison) pages.set('/poison', {bytes: Buffer.from(poison), type: 'text/html; charset=utf-8'})
  pages.set('/', {bytes: Buffer.from(index([...pages.keys()])), type: 'text/html; charset=utf-8'})
  /** @type {(path: string) => void} */
  let asked = () => undefined
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const page = pages.get(path)
    asked(path)
    if (!page) return response.writeHead(404).end('nothing here')
    response.writeHead(200, {'Content-Type': page.type, 'Content-Length': page.bytes.length}).end(page.bytes)
  })
  await new Promise(resolve => { server.listen(0, '127.0.0.1', () => resolve(undefined)) })
  const address = server.address()
  return {
    pages,
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    /** @param {(path: string) => void} told of every request */
    onRequest(told) { asked = told },
    close: () => new Promise(resolve => { server.close(resolve); server.closeAllConnections() }),
  }
}

/** @param {readonly string[]} paths */
function index(paths) {
  return `<!doctype html><html lang="en"><head><title>All pages</title></head><body><main><h1>All pages</h1><ul>${paths.map(path => `<li><a href="${path}">Page ${path}</a></li>`).join('')}</ul></main></body></html>`
}

/** @param {number} count @returns {SitePage[]} */
function own(count) {
  const stories = fixtures()
  return Array.from({length: count}, (_, i) => {
    const next = `<p><a href="/p/${(i + 1) % count}">Next</a> <a href="/">All pages</a></p>`
    const foreign = encoded[i % 20]
    if (foreign) return foreign(i)
    if (i % 2 === 1) return {bytes: Buffer.from(pageOf(i, 30).replace('</body>', `${next}</body>`)), type: 'text/html; charset=utf-8', says: `page number ${i} `}
    return {bytes: Buffer.from(stories[i / 2 % stories.length].replace('</body>', `${next}</body>`)), type: 'text/html; charset=utf-8'}
  })
}

/** HTML of the fixtures that have content and are UTF-8. */
function fixtures() {
  const folder = join(root, 'fixtures')
  return readdirSync(folder).sort().flatMap(name => {
    const files = readdirSync(join(folder, name))
    const isPage = files.includes('input.html') && readFileSync(join(folder, name, 'expected.md'), 'utf8').trim() !== ''
    const bytes = isPage ? readFileSync(join(folder, name, 'input.html')) : undefined
    // Their links lead to no page of this site.
    return bytes && isUtf8(bytes) ? [bytes.toString().replace(/(<a\b[^>]{0,300}) href=(?:"[^"]*"|'[^']*')/gu, '$1 href="/"')] : []
  })
}

/** Bytes by their own folder, for figures. @param {string} folder @param {number} count @returns {SitePage[]} */
function foreign(folder, count) {
  const names = readdirSync(folder).filter(name => /\.html(?:\.gz)?$/u.test(name)).sort()
  const step = Math.max(1, Math.floor(names.length / count))
  return names.filter((_, i) => i % step === 0).slice(0, count).map(name => {
    const bytes = readFileSync(join(folder, name))
    return {bytes: name.endsWith('.gz') ? gunzipSync(bytes) : bytes, type: 'text/html; charset=utf-8'}
  })
}

const german = 'Die Fähre läuft täglich über den großen Fluß, und am Ufer grüßen die Müller schöne Gäste aus Köln. '
const russian = 'Каждое утро паром переходит реку, и на берегу его ждут рыбаки, дети и старый почтальон с сумкой. '

/** @param {string} lang @param {string} charset @param {string} text */
const page = (lang, charset, text) => `<!doctype html><html lang="${lang}"><head><meta charset="${charset}"><title>${text.slice(0, 9)}</title></head><body><nav><a href="/">Start</a></nav><article><h1>${text.slice(0, 9)}</h1>${`<p>${text.repeat(4)}</p>`.repeat(4)}</article></body></html>`

/** Bytes of windows-1251. @param {string} text */
function cyrillic(text) {
  return Buffer.from(Array.from(text, sign => {
    const code = sign.charCodeAt(0)
    return code < 0x80 ? code : code - 0x410 + 0xc0
  }))
}

/** Every twentieth page is in one of these. @type {Readonly<Record<number, (i: number) => SitePage>>} */
const encoded = {
  2: () => ({bytes: Buffer.from(page('de', 'utf-8', german)), type: 'text/html', says: german.trim()}),
  6: () => ({bytes: Buffer.from(page('de', 'iso-8859-1', german), 'latin1'), type: 'text/html; charset=iso-8859-1', says: german.trim()}),
  10: () => ({bytes: Buffer.from(page('de', 'iso-8859-1', german), 'latin1'), type: 'text/html', says: german.trim(), isMisread: true}),
  14: () => ({bytes: cyrillic(page('ru', 'windows-1251', russian)), type: 'text/html; charset=windows-1251', says: russian.trim()}),
  18: () => ({bytes: cyrillic(page('ru', 'windows-1251', russian)), type: 'text/html', says: russian.trim(), isMisread: true}),
}
