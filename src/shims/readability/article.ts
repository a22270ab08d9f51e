/** A page's HTML to an article, in one synchronous call. */
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {gfm} from 'micromark-extension-gfm'
import {finish} from '../../clean.ts'
import type {Drivers} from '../../input/drivers.ts'
import {readHtml} from '../../input/html.ts'
import {drive, open, type Read} from '../../input/read.ts'
import {createJudge, type Judge} from '../../judge/judge.ts'
import {model} from '../../judge/shipped.model.ts'
import {settle} from '../../options.ts'
import {htmlWriter} from '../../output/html.ts'
import type {Article} from './types.ts'

const drivers: Drivers = {html: (source, options) => ({page: readHtml(source, options)}), text: undefined, markdown: undefined, selectors: undefined, sites: undefined}
const writeHtml = htmlWriter(markdown => fromMarkdown(markdown, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]}))
let judge: Judge | undefined

interface Asked { readonly url: string | undefined; readonly withoutJsonLd: boolean }

/** @returns null if nothing of the page is content */
export function articleOf(html: string, {url, withoutJsonLd}: Asked): Article | null {
  const settings = settle({from: 'html', title: 'drop', tables: 'html', url})
  // Unpacked with the first page, not with the import.
  judge ??= createJudge(model)
  const read = drive(open(html, {}, settings), {settings, drivers})
  const {markdown, metadata} = finish(withoutJsonLd ? stripped(read) : read, {settings, judge})
  if (markdown === '') return null
  const body = writeHtml(markdown)
  const textContent = textOf(body)
  return {
    title: metadata.title ?? '', byline: metadata.author, dir: metadata.direction ?? null, lang: metadata.language,
    content: `<div id="readability-page-1" class="page">${body}</div>`, textContent, length: textContent.length,
    excerpt: metadata.description ?? textOf(firstParagraph(body)).trim(),
    siteName: metadata.siteName ?? null, publishedTime: metadata.date,
  }
}

function stripped(read: Read): Read {
  const {page} = read
  return {...read, page: {...page, head: {...page.head, data: page.head.data.filter(({type}) => !type.includes('ld+json'))}}}
}

/** Of our own HTML; '' if it has none. */
function firstParagraph(html: string): string {
  const from = html.indexOf('<p>')
  return from < 0 ? '' : html.slice(from, html.indexOf('</p>', from))
}

/** Our own HTML has no comment, no `>` in an attribute, and numbers for every sign. */
function textOf(html: string): string {
  return html.replace(/<[^<>]*>/gu, '').replace(/&#(\d{1,7});/gu, (_, code: string) => String.fromCodePoint(Number(code)))
}
