/** What must hold for any input. Each takes a reading of it and answers with what is wrong, or nothing. */
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {gfm} from 'micromark-extension-gfm'
import {parse as parseHtml, serialize} from 'parse5'
import {load} from 'cheerio'
import {parseDocument} from 'htmlparser2'
import {settings} from './options.js'

/**
 * @typedef {object} Program
 * @property {typeof import('../../src/index.ts')} core
 * @property {typeof import('../../src/cheerio.ts')} dom
 * @property {import('../../src/output/html.ts').WriteHtml} html
 * @property {typeof import('../../src/rows/write.ts').writeRow} row
 * @property {import('../../src/explain/inspector/inspector.ts').Inspect} inspect
 * @property {Record<string, import('../../src/index.ts').Cleaner>} cleaners by the name of their options
 * @property {import('../../src/cheerio.ts').DocumentCleaner} domCleaner
 * @property {readonly import('../../src/cheerio.ts').DocumentCleaner[]} domCleaners with other options
 */

/** @param {string} dist address of the built package, with a slash at its end @returns {Promise<Program>} */
export async function program(dist) {
  const load = (/** @type {string} */ file) => import(new URL(file, dist).href)
  const [core, dom, {loadHtml}, {writeRow}, {loadInspector}] = await Promise.all(['index.js', 'cheerio.js', 'output/html.js', 'rows/write.js', 'explain/inspector/inspector.js'].map(load))
  /** @type {Record<string, import('../../src/index.ts').Cleaner>} */
  const cleaners = {}
  for (const [name, options] of Object.entries(settings)) cleaners[name] = await core.createCleaner(options)
  const domCleaners = await Promise.all([{select: ['article', 'p:nth-child(2n)'], remove: ['img', 'p + p']}, {fragment: true, limits: {depth: 4}}].map(options => dom.createCleaner(options)))
  return {core, dom, html: await loadHtml(), row: writeRow, inspect: await loadInspector(), cleaners, domCleaner: await dom.createCleaner({url: 'https://example.org/a/b', trace: true}), domCleaners}
}

/** @typedef {import('../../src/index.ts').Result} Result */
/** @typedef {{input: string | Uint8Array, name: string, result: Result, program: Program}} Reading */
/** @typedef {(reading: Reading) => string | undefined} Property */

/** @type {Record<string, Property>} */
export const properties = {
  // What is too dear for a parser is said to be, and only of pages that are long.
  'reads back as it was meant': ({input, result}) => result.problems.find(({code, message}) => code === 'markdown-differs' && (!message.startsWith('the Markdown was not read back') || input.length < 500))?.message,
  'is well formed': ({result: {markdown}}) => !markdown.isWellFormed() ? 'a lone surrogate' : /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u.test(markdown) ? 'a control character' : markdown !== '' && !/[^\n]\n$/u.test(markdown) && !markdown.endsWith('```\n') ? `ends in ${JSON.stringify(markdown.slice(-5))}` : undefined,
  'has a reason for every block that is gone': ({result}) => {
    const {trace, blocks} = result
    const gone = new Set(trace?.decisions.flatMap(decision => decision.verdict === 'drop' ? range(decision.from, decision.to) : []))
    const without = blocks.findIndex(({alive}, i) => !alive && !gone.has(i))
    return without < 0 ? undefined : `block ${without} is dropped by nobody`
  },
  'names its passes and rules': ({result}) => result.trace?.decisions.some(({pass, rule}) => pass === '' || rule === '') ? 'a decision without a name' : undefined,
  'links where a link may lead': ({result: {markdown, trace}, name}) => {
    // Over some long pages the parser would take minutes.
    if (settings[name]?.labels || markdown.length > 100_000) return undefined
    // Data about the page is no Markdown.
    // What is refused must not come back in another spelling.
    const refused = new Set(trace?.page.blocks.flatMap(({marks}) => marks.flatMap(({attrs}) => [attrs['href'] ?? '', attrs['src'] ?? ''])).filter(url => !isAllowed(url)).map(bare))
    const bad = targets(markdown.replace(/^(---|\+\+\+)[ \t]*\n[^]*?\n\1[ \t]*(?:\n|$)/u, '')).find(url => !isAllowed(url) || refused.has(bare(url)))
    return bad === undefined ? undefined : `a link to ${JSON.stringify(bad)}`
  },
  'is the same twice': ({input, name, result, program: {cleaners}}) => cleaners[name].clean(input).markdown === result.markdown ? undefined : 'another answer the second time',
  'is the same for the parsed document': ({input, name, program: {cleaners, domCleaner}}) => {
    if (name !== 'html' || typeof input !== 'string') return undefined
    // Tidied first: two parsers need not agree on what is misnested.
    const tidy = serialize(parseHtml(input))
    if (/<(?:template|plaintext|noscript|svg|math|frameset|select|title|textarea|xmp|iframe|noembed|image)\b|<!\[CDATA|<\?/iu.test(tidy)) return undefined
    const tree = parseDocument(tidy)
    if (isOddlyNested(tree)) return undefined
    const {markdown: whole, problems} = cleaners['html'].clean(tidy)
    // A document is not decoded again.
    if (problems.some(({code}) => code === 'mojibake')) return undefined
    const document = domCleaner.clean(tree).markdown
    return whole === document ? undefined : `as a document it gives ${JSON.stringify(difference(whole, document))}`
  },
  'is read as any document': ({input, program: {domCleaner, domCleaners}}) => {
    if (typeof input !== 'string') return undefined
    // As parsers give it that know of scripts, that keep places, and that know neither.
    /** @type {import('../../src/cheerio.ts').DocumentInput[]} */
    let documents
    try {
      documents = [load(input), parseDocument(input, {withStartIndices: true, withEndIndices: true}), load(input, {xml: true})('*').slice(0, 3)]
    } catch {
      // The parser's own fault: no document.
      return undefined
    }
    for (const document of documents) for (const cleaner of [domCleaner, ...domCleaners]) if (!cleaner.clean(document).markdown.isWellFormed()) return 'a lone surrogate'
    return undefined
  },
  'is harmless HTML': ({result, name, program: {html}}) => settings[name]?.labels ? undefined : harmful(html(result.markdown, {document: true, title: result.metadata.title})),
  'is a row of JSON': ({result, program: {row}}) => {
    const line = row(/** @type {any} */ ({id: 'a', facts: {}, columns: [], input: '', problems: []}), result)
    if (/[\n\u2028\u2029\u0085]/u.test(line)) return 'a line end in a row'
    return JSON.parse(line).ok === undefined ? 'no ok in a row' : undefined
  },
  'can be explained': ({result, program: {core, inspect}}) => {
    const text = core.explain(result)
    if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u.test(text)) return 'a control character in the explanation'
    return harmful(inspect(result, 'a'), 2)
  },
}

/** Properties that cost more are asked of some inputs only: one in so many. @type {Record<string, number>} */
export const seldom = {'is read as any document': 24, 'can be explained': 40, 'links where a link may lead': 2, 'is the same twice': 8, 'is the same for the parsed document': 3, 'is harmless HTML': 4, 'is a row of JSON': 4}

const blocks = /^(?:h[1-6]|p|div|ul|ol|li|dl|dt|dd|blockquote|pre|table|section|article|aside|nav|header|footer|main|figure|form|fieldset|details|address|center)$/u

/** Blocks in headings, paragraphs and inline elements: what a tree may hold and its text cannot say again. @param {any} root */
function isOddlyNested(root) {
  /** @type {[any, boolean][]} */
  const open = [[root, false]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, isInside] = next
    if (isInside && blocks.test(node.name ?? '')) return true
    const closes = isInside || /^(?:h[1-6]|p)$/u.test(node.name ?? '') || (node.type === 'tag' && !blocks.test(node.name) && !/^(?:html|body|head|t[dhr]|t(?:body|head|foot)|caption|summary|legend|button|label|dialog|search)$/u.test(node.name))
    for (const child of node.children ?? []) open.push([child, closes])
  }
  return false
}

/** @param {number} from @param {number} to */
function range(from, to) {
  return Array.from({length: Math.max(0, to - from)}, (_, i) => from + i)
}

/** Where two texts part. @param {string} a @param {string} b */
function difference(a, b) {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return [a.slice(Math.max(0, at - 20), at + 40), b.slice(Math.max(0, at - 20), at + 40)]
}

/** @param {string} markdown @returns {string[]} */
function targets(markdown) {
  /** @type {string[]} */
  const out = []
  /** @type {any[]} */
  const nodes = [fromMarkdown(markdown, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]})]
  for (const node of nodes) {
    if (typeof node.url === 'string') out.push(node.url)
    for (const child of node.children ?? []) nodes.push(child)
  }
  return out
}

/** Without white space and controls, written out or not. @param {string} url */
function bare(url) {
  return url.replace(/%(?:[01][0-9a-f]|20|7f|c2%[89a][0-9a-f])/giu, '').replace(/[\u0000-\u0020\u007f-\u00a0]+/gu, '').toLowerCase()
}

/** @param {string} url */
function isAllowed(url) {
  // As a browser reads it: without controls and white space.
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(url.replace(/[\u0000-\u0020\u007f-\u00a0]+/gu, ''))
  return scheme === null || /^(?:https?|mailto|tel)$/iu.test(scheme[1])
}

/** @param {string} html @param {number} [scripts] how many are the page's own */
function harmful(html, scripts = 0) {
  let found = 0
  /** @type {any[]} */
  const nodes = [parseHtml(html)]
  for (const node of nodes) {
    if (node.nodeName === 'script') found++
    else if (/^(?:iframe|object|embed|base|form|svg|math|link)$/u.test(node.nodeName)) return `an element ${node.nodeName}`
    for (const {name, value} of node.attrs ?? []) {
      if (name.startsWith('on') || (name === 'style' && scripts === 0)) return `an attribute ${name}`
      if ((name === 'href' || name === 'src') && !isAllowed(value)) return `an address ${JSON.stringify(value)}`
    }
    for (const child of node.childNodes ?? []) nodes.push(child)
  }
  return found === scripts ? undefined : `${found} scripts`
}
