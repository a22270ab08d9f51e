/** What inputs are read with: some settings written by hand, and some made up, the same ones in every run. */
import {pick, random} from './generate.js'

/** @typedef {import('../../src/index.ts').Options} Options */

/** How many are made up: a cleaner each, made once a process. */
const mixtures = 60

const hook = {
  as: (/** @type {string} */ markdown) => markdown, not: () => undefined, gone: () => '', told: (/** @type {string} */ _, /** @type {{text: string}} */ {text}) => `(${text.length})`,
}
const hookable = ['a', 'b', 'strong', 'em', 'i', 'code', 'kbd', 'del', 'sub', 'sup', 'img', 'p', 'h2', 'li', 'pre', 'td', 'span', 'hr', 'iframe', 'math', 'blockquote']

/** What may be asked for, and how often: one in so many. @type {readonly (readonly [number, (next: import('./generate.js').Next) => Options])[]} */
const wishes = [
  [2, next => ({from: pick(next, ['html', 'html', 'markdown', 'text'])})],
  [5, () => ({fragment: true})],
  [2, next => ({url: pick(next, ['https://example.org/a/b?c=d#e', 'https://www.example.org/', 'http://[::1]/x', 'not an address', 'file:///a', 'https://example.org/page'])})],
  [3, next => ({contentType: pick(next, ['text/html; charset=utf-8', 'text/html; charset="iso-8859-2"', 'text/html;charset=nonsense', 'text/plain', 'charset=utf-16le', 'text/html; charset=shift_jis', `text/html; charset=${'x'.repeat(70)}`, 'text/html; charset=gbk', 'text/html; charset=iso-2022-jp', 'text/html; charset=sjis'])})],
  [5, next => ({headers: {[pick(next, ['content-type', 'Content-Type'])]: pick(next, ['text/html; charset=windows-1251', 'text/markdown']), 'X-Robots-Tag': 'noai'}})],
  [8, next => ({status: pick(next, [200, 404, 500])})],
  [3, next => ({favor: pick(next, ['precision', 'recall'])})],
  [4, next => ({select: [pick(next, ['article', 'body', 'p', 'a', 'img', 'td', 'li, h2', '.content, .post', 'div > p', 'p:first-child', 'em', ':not(p)', 'html', 'script', 'title', '*'])]})],
  [4, next => ({remove: ['.share', pick(next, ['nav a', 'img', 'b', 'span', 'p + p', 'table', 'li:nth-child(2)', 'article', 'svg', 'h1', 'hr', 'br', 'title'])]})],
  [4, next => ({rules: {[pick(next, ['*.example.org', 'example.org', '*'])]: {select: ['article', 'body'], remove: [pick(next, ['nav', 'p', 'a'])], keep: ['footer', 'b'], title: 'h1'}, 'https://example.org/a/*': {remove: ['.menu'], title: 'h2'}}})],
  [3, next => ({normalise: next() < 0.3})],
  [9, () => ({minQuality: 0.5})],
  [6, () => ({frontMatter: true})],
  [15, () => ({labels: true})],
  [3, next => ({title: pick(next, ['body', 'drop'])})],
  [3, next => ({comments: pick(next, ['keep', 'drop'])})],
  [4, next => ({links: pick(next, ['text', 'drop'])})],
  [4, next => ({images: pick(next, ['alt', 'drop'])})],
  [3, () => ({tables: 'html'})],
  [5, next => ({hooks: Object.fromEntries(Array.from({length: 1 + Math.floor(next() * 6)}, () => [pick(next, hookable), pick(next, Object.values(hook))]))})],
  [2, next => ({markdown: spelling(next)})],
  [6, next => ({limits: {bytes: pick(next, [500, 3000, 64_000]), blocks: pick(next, [1, 20, 300]), depth: pick(next, [1, 3, 8, 60])}})],
]

/** @param {import('./generate.js').Next} next @returns {import('../../src/options.ts').MarkdownOptions} */
function spelling(next) {
  return {
    bullet: pick(next, ['-', '*', '+']), emphasis: pick(next, ['*', '_']), strong: pick(next, ['**', '__']), fence: pick(next, ['```', '~~~']), headings: pick(next, ['atx', 'setext']), linkStyle: pick(next, ['inline', 'referenced']),
    ...(next() < 0.4 && {wrap: pick(next, [1, 20, 80])}), ...(next() < 0.4 && {shift: pick(next, [1, 3])}), ...(next() < 0.4 && {topHeading: pick(next, ['1', '2'])}),
  }
}

/** @param {number} number @returns {Options} */
function mixed(number) {
  const next = random(number + 1)
  /** @type {Options} */
  const out = {trace: true, verify: next() < 0.8}
  for (const [rarity, wish] of wishes) {
    // Asked for in any case, so that no wish moves those behind it.
    const options = wish(random(number * 100 + rarity))
    if (next() * rarity < 1) Object.assign(out, options)
  }
  return out
}

/** Options every input may be read with. @type {Record<string, Options>} */
export const settings = {
  plain: {verify: true, trace: true}, html: {from: 'html', verify: true, trace: true, url: 'https://example.org/a/b'}, text: {from: 'text', verify: true, trace: true}, markdown: {from: 'markdown', verify: true, trace: true},
  fragment: {from: 'html', fragment: true, verify: true, trace: true}, spelled: {from: 'html', trace: true, favor: 'recall', tables: 'html', comments: 'keep', markdown: {bullet: '*', emphasis: '_', strong: '__', fence: '~~~', headings: 'setext', linkStyle: 'referenced', wrap: 60}},
  selected: {from: 'html', trace: true, select: ['article', '.content'], remove: ['.share', 'nav a'], frontMatter: true}, labels: {labels: true, trace: true}, limited: {from: 'html', trace: true, limits: {bytes: 3000, blocks: 20, depth: 8}, favor: 'precision'},
  ...Object.fromEntries(Array.from({length: mixtures}, (_, i) => [`mixed${i}`, mixed(i)])),
}

const written = Object.keys(settings).slice(0, -mixtures)

/** Which settings the next input is read with: half of them those written by hand. @param {import('./generate.js').Next} next @returns {string} */
export function anySettings(next) {
  return next() < 0.5 ? pick(next, written) : `mixed${Math.floor(next() * mixtures)}`
}
