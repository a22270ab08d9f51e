/** Markdown structure: what is marked up as what, matched by its words. */
import {SPACE, bag, head, prf, shared, size, strip, words} from './words.js'

const fenceStart = /^[ \t>]*(`{3,}|~{3,})/u
const heading = new RegExp(`^[ \\t>]*(#{1,6})[${SPACE}]+([^\\n]+)`, 'u')
const item = new RegExp(`^[ \\t>]*(?:[-*+]|\\p{Nd}+[.)])[${SPACE}]+([^\\n]+)`, 'u')
const tableRule = new RegExp(`^[${SPACE}|:-]+$`, 'u')
const link = new RegExp(`(?<!!)\\[([^\\]]*)\\]\\([${SPACE}]*<?([^)${SPACE}>]+)`, 'gu')
const image = new RegExp(`!\\[[^\\]]*\\]\\([${SPACE}]*<?([^)${SPACE}>]+)`, 'gu')

export const kinds = /** @type {const} */ (['heading', 'heading_level', 'list', 'table_row', 'code', 'link', 'image'])

/** @typedef {Record<typeof kinds[number], string[]>} Structure */

/**
 * Headings, list items, table rows, code blocks, links and images of a Markdown text, each by its words.
 * @param {string | null | undefined} markdown
 * @returns {Structure}
 */
export function structureOf(markdown) {
  /** @type {Structure} */
  const found = {heading: [], heading_level: [], list: [], table_row: [], code: [], link: [], image: []}
  let fence = ''
  /** @type {string[]} */
  let code = []
  for (const line of (markdown ?? '').split('\n')) {
    const fenced = fenceStart.exec(line)
    if (fenced && (!fence || strip(line).startsWith(fence))) {
      if (fence) found.code.push(head(words(code.join('\n')).join(' '), 400))
      fence = fence ? '' : fenced[1]
      code = []
    } else if (fence) code.push(line)
    else readLine(line, found)
  }
  return found
}

/** @param {string} line @param {Structure} found */
function readLine(line, found) {
  const title = heading.exec(line)
  const entry = title ? null : item.exec(line)
  if (title) {
    found.heading.push(key(title[2]))
    found.heading_level.push(`${title[1].length} ${key(title[2])}`)
  } else if (entry) found.list.push(key(entry[1]))
  else if (strip(line).startsWith('|') && !tableRule.test(line)) found.table_row.push(key(line.replaceAll('|', ' ')))
  for (const [, label, target] of line.matchAll(link)) {
    found.link.push(`${key(label)}\n${target.replace(/^https?:\/\/[^/]+|[#?].*$|\/$/gsu, '')}`)
  }
  for (const [, target] of line.matchAll(image)) {
    found.image.push(target.slice(target.lastIndexOf('/') + 1).split('?', 1)[0])
  }
}

/** First 120 characters of the words in lower case, link targets left out. @param {string} text */
function key(text) {
  return head(words(text.replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1').toLowerCase()).join(' '), 120)
}

/**
 * Precision, recall and F1 of each kind over all pages together, and how many the gold has.
 * @param {readonly (readonly [predicted: Structure, gold: Structure])[]} pages
 */
export function structureScores(pages) {
  return Object.fromEntries(kinds.map(kind => {
    let hits = 0
    let predicted = 0
    let gold = 0
    for (const [ours, theirs] of pages) {
      const a = bag(ours[kind])
      const b = bag(theirs[kind])
      hits += shared(a, b)
      predicted += size(a)
      gold += size(b)
    }
    return [kind, {...prf(hits, predicted, gold), gold}]
  }))
}
