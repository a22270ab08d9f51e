/** The first step of the classic stack: cheerio takes out what is never content. */
import {load, type CheerioAPI} from 'cheerio/slim'
import type {Element} from 'domhandler'

/** Never shown, or never text. JSON-LD stays: Readability reads the title from it. */
const unseen = 'script:not([type="application/ld+json"]), style, template, link[rel="stylesheet"], iframe, object, embed, canvas, dialog, form input[type="hidden"]'
const landmarks = 'nav, footer, aside, [role="navigation"], [role="contentinfo"], [role="complementary"], [role="banner"], [role="search"], [role="dialog"]'
/** A class or id that says so as a whole, or as one of its parts. More words (share, sidebar, footer) cost more content than boilerplate. */
const boilerplateTokens = new Set('ad ads advert adverts advertisement advertisements adsense sponsored cookie cookies cookiebanner consent gdpr ccpa'.split(' '))
/** An element with one of these in it is more than boilerplate, whatever its class says. */
const content = 'main, article, h1'
const block = 'ul, ol, h1, h2, h3, h4, h5, h6, hr, blockquote, pre'
/** Columns a cell may span: a page may write any number, and turndown writes that many cells. Chosen: two digits. */
const span = /^\s{0,9}\d{1,2}\s{0,9}$/u

export interface Pruning {
  /** Only these elements are left. */
  readonly select: readonly string[]
  readonly remove: readonly string[]
  /** Take nothing out but what is never shown, and what `remove` says. */
  readonly fragment: boolean
}

/** HTML without boilerplate, as far as tags and class names tell. */
export function prune(html: string, {select, remove, fragment}: Pruning): string {
  const $ = load(html)
  $(unseen).remove()
  if (remove.length > 0) $(remove.join(', ')).remove()
  if (select.length > 0) $('body').html(selected($, select.join(', ')))
  else if (!fragment) dropBoilerplate($)
  spreadLayoutTables($)
  $('[colspan]').each((_, cell) => {
    if (!span.test(cell.attribs['colspan'])) $(cell).removeAttr('colspan')
  })
  return $.html()
}

function selected($: CheerioAPI, selector: string): string {
  const found = $(selector).toArray()
  const all = new Set<unknown>(found)
  return found.filter(element => !$(element).parents().toArray().some(parent => all.has(parent))).map(element => $.html(element)).join('\n')
}

function dropBoilerplate($: CheerioAPI): void {
  $(landmarks).not('article aside, main aside').each((_, element) => {
    if ($(element).find(content).length === 0) $(element).remove()
  })
  $('[class], [id]').each((_, element) => {
    if (isBoilerplate(element) && $(element).find(content).length === 0) $(element).remove()
  })
}

function isBoilerplate({name, attribs}: Element): boolean {
  if (name === 'html' || name === 'body' || name === 'main' || name === 'article') return false
  const words = `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`.toLowerCase().split(/\s+/u)
  return words.some(word => boilerplateTokens.has(word) || word.split(/[-_]+/u).some(part => boilerplateTokens.has(part)))
}

/** A table that holds lists, headings or code cannot be written as one: its cells become blocks. */
function spreadLayoutTables($: CheerioAPI): void {
  $('table').filter((_, table) => $(table).find(block).length > 0).each((_, table) => {
    for (const part of [table, ...$(table).find('tbody, thead, tfoot, tr, td, th').toArray()]) if ('name' in part) part.name = 'div'
  })
}
