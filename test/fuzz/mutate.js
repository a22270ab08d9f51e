/** Real pages, damaged: what a crawl does to them, and what somebody does who means harm. */
import {readdirSync, readFileSync} from 'node:fs'
import {page, pick, prose} from './generate.js'
import {pieces} from './pieces.js'

/** @typedef {import('./generate.js').Next} Next */

/** Characters of a seed that are kept: mutations are many, and small inputs are read more often. */
const longest = 40_000

/** @typedef {{pages: readonly string[], pieces: import('./pieces.js').Pieces}} Seeds */

/** What inputs are made of. @returns {Seeds} */
export function seeds() {
  const folder = new URL('../../fixtures/', import.meta.url)
  const pages = readdirSync(folder, {recursive: true}).map(String).filter(name => /(?:^|[/\\])input\.(?:html|md|txt)$/u.test(name)).sort()
    .map(name => readFileSync(new URL(name, folder), 'utf8').slice(0, longest))
  return {pages, pieces: pieces()}
}

const edits = [
  cut, double, (/** @type {Next} */ next, /** @type {string} */ text) => splice(next, text, prose(next, 8)), (/** @type {Next} */ next, /** @type {string} */ text) => splice(next, text, page(next, 200)),
  (/** @type {Next} */ next, /** @type {string} */ text) => splice(next, text, String.fromCharCode(Math.floor(next() * 0x10000))), swapTags, dropSigns, truncate,
]

/** @param {Next} next @param {readonly string[]} pages @returns {string} */
export function mutated(next, pages) {
  let text = pick(next, pages)
  const other = pick(next, pages)
  // A piece of a page is a page too; small ones find the same bugs sooner.
  const from = Math.floor(next() * text.length * 0.7)
  text = text.slice(from, from + 1500 + Math.floor(next() * 6000))
  if (next() < 0.2) text = splice(next, text, other.slice(Math.floor(next() * other.length)).slice(0, 2000))
  return edited(next, text, 6)
}

/** Damage, in at most so many places. @param {Next} next @param {string} text @param {number} most */
export function edited(next, text, most) {
  for (let i = 0, n = 1 + Math.floor(next() * most); i < n; i++) text = pick(next, edits)(next, text)
  return text
}

/** @param {Next} next @param {string} text @param {string} piece */
function splice(next, text, piece) {
  const at = Math.floor(next() * text.length)
  return text.slice(0, at) + piece + text.slice(at)
}

/** @param {Next} next @param {string} text */
function cut(next, text) {
  const from = Math.floor(next() * text.length)
  return text.slice(0, from) + text.slice(from + Math.floor(next() * 400))
}

/** @param {Next} next @param {string} text */
function double(next, text) {
  const from = Math.floor(next() * text.length)
  return splice(next, text, text.slice(from, from + Math.floor(next() * 800)))
}

/** @param {Next} next @param {string} text */
function swapTags(next, text) {
  const found = [...text.matchAll(/<\/?([a-z][a-z0-9]{0,9})/giu)]
  if (found.length < 2) return text
  const {index, 1: name} = pick(next, found)
  const at = index + text.slice(index).indexOf(name)
  return text.slice(0, at) + pick(next, found)[1] + text.slice(at + name.length)
}

/** @param {Next} next @param {string} text */
function dropSigns(next, text) {
  const sign = pick(next, ['>', '"', '</', '=', '\n', ' ', '&', ';'])
  return text.split(sign).reduce((out, piece) => out + (next() < 0.02 ? '' : sign) + piece)
}

/** @param {Next} next @param {string} text */
function truncate(next, text) {
  return next() < 0.5 ? text : text.slice(0, Math.floor(next() * text.length))
}
