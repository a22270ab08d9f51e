/** The site of a page, and the fold of a site: pages of one site are never on both sides of a split. */
import {createHash} from 'node:crypto'

/** Labels that stand before a country's code as if they were part of it. */
const second = new Set('ac co com edu go gob gov gouv ltd me ne net nhs or org plc sch'.split(' '))

/** Registrable domain, near enough. @param {string} url */
export function siteOf(url) {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, '') : url
  const labels = host.split('.')
  const isSecond = labels.length > 2 && labels[labels.length - 1].length === 2 && second.has(labels[labels.length - 2])
  return labels.slice(isSecond ? -3 : -2).join('.')
}

/**
 * Folds of about equal size, the same on every machine: sites in the order of their hash, each into the smallest fold.
 * @param {readonly string[]} sites site of each page
 * @param {number} folds
 * @returns {Record<string, number>}
 */
export function foldsOf(sites, folds) {
  /** @type {Map<string, number>} */
  const pages = new Map()
  for (const site of sites) pages.set(site, (pages.get(site) ?? 0) + 1)
  const order = [...pages.keys()].map(site => ({site, key: createHash('sha256').update(`folds:${site}`).digest('hex')})).sort((a, b) => (a.key < b.key ? -1 : 1))
  const size = new Array(folds).fill(0)
  /** @type {Record<string, number>} */
  const out = {}
  for (const {site} of order) {
    const fold = size.indexOf(Math.min(...size))
    out[site] = fold
    size[fold] += pages.get(site) ?? 0
  }
  return Object.fromEntries(Object.entries(out).sort(([a], [b]) => (a < b ? -1 : 1)))
}
