/** Media types: what a request brings, and what it wants back. */
import type {IncomingHttpHeaders} from 'node:http'
import type {Facts} from '../input/read.ts'
import {Refusal} from './refusal.ts'

const rows: ReadonlySet<string> = new Set(['application/x-ndjson', 'application/ndjson', 'application/jsonl', 'application/x-jsonlines'])
/** What says nothing of the page: the second is what curl says of any file. */
const silent: ReadonlySet<string> = new Set(['application/octet-stream', 'application/x-www-form-urlencoded', ''])
const page = /^(?:text\/[a-z0-9.+-]{1,60}|application\/(?:xhtml\+xml|xml|[a-z0-9.-]{1,60}\+xml))$/u

export type Brought = {readonly kind: 'rows'} | {readonly kind: 'page'; readonly facts: Facts}

/** @throws {Refusal} 415 */
export function broughtBy(headers: IncomingHttpHeaders): Brought {
  const encoding = headers['content-encoding']
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') throw new Refusal(415, 'packed bodies are not read; send the page as it is', {'Accept-Encoding': 'identity'})
  const declared = headers['content-type'] ?? ''
  const media = declared.split(';', 1)[0].trim().toLowerCase()
  if (rows.has(media)) return {kind: 'rows'}
  if (silent.has(media)) return {kind: 'page', facts: {}}
  if (!page.test(media)) throw new Refusal(415, 'a page (text/html, text/plain, text/markdown, XML) or rows (application/x-ndjson) are cleaned')
  return {kind: 'page', facts: {contentType: declared, ...(media === 'text/markdown' && {from: 'markdown' as const})}}
}

/** JSON, unless Markdown is named and liked no less. */
export function wantsMarkdown(accept = ''): boolean {
  const weights = new Map(accept.slice(0, 1000).split(',').map(part => {
    const [media, ...parameters] = part.trim().toLowerCase().split(/\s*;\s*/u)
    const weight = Number(parameters.find(text => text.startsWith('q='))?.slice(2) ?? 1)
    return [media, Number.isNaN(weight) ? 0 : weight]
  }))
  const markdown = weights.get('text/markdown') ?? 0
  return markdown > 0 && markdown >= (weights.get('application/json') ?? 0)
}
