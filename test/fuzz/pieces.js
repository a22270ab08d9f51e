/** Pieces of pages that somebody did write: what the tests give to the program, each made for one way through it. */
import {readdirSync, readFileSync} from 'node:fs'

const shortest = 8
/** Characters; longer ones are pages of their own. */
const longest = 3000

/** @typedef {{html: readonly string[], lines: readonly string[], encoded: readonly Uint8Array[]}} Pieces */

/** @returns {Pieces} what has tags in it, what has none, and text as bytes of some encoding */
export function pieces() {
  const folder = new URL('../', import.meta.url)
  const read = (/** @type {string} */ name) => readFileSync(new URL(name, folder), 'utf8')
  const all = new Set(readdirSync(folder).filter(name => name.endsWith('.test.ts')).sort().flatMap(name => literals(read(name))))
  /** @type {[string[], string[]]} */
  const [html, lines] = [[], []]
  for (const piece of all) {
    if (/<[a-z!/?]/iu.test(piece)) html.push(piece)
    else if (/\n|^[-#>|*_`[\]$]|\]\(|\*\*/u.test(piece)) lines.push(piece)
  }
  return {html, lines, encoded: Array.from(read('encodedTexts.ts').matchAll(/base64: '([^']+)'/gu), ([, text]) => Uint8Array.from(Buffer.from(text, 'base64')))}
}

/** Strings of a program; where a value is put in, its own text is as good as any. @param {string} source @returns {string[]} */
function literals(source) {
  return Array.from(source.matchAll(/'((?:[^'\\\n]|\\.){1,4000})'|"((?:[^"\\\n]|\\.){1,4000})"|`((?:[^`\\]|\\.){1,4000})`/gu),
    ([, single, double, template]) => (single ?? double ?? template).replace(/\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([^]))/giu, unescaped))
    .filter(text => text.length >= shortest && text.length <= longest)
}

/** @param {string} _ @param {string} [long] @param {string} [four] @param {string} [two] @param {string} [sign] */
function unescaped(_, long, four, two, sign = '') {
  const code = Number.parseInt(long ?? four ?? two ?? '', 16)
  if (Number.isNaN(code)) return {n: '\n', t: '\t', r: '\r', f: '\f', '\n': ''}[sign] ?? sign
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
