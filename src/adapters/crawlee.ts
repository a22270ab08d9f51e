/**
 * `boildown/crawlee`: what a crawler hands to its handler, as a row for its dataset.
 *
 * Works with every crawler of Crawlee 3 and with plain fetch. None of them is imported: a context is taken for
 * what it carries, a parsed `$`, a body, a browser's page or a response.
 */
import type {DocumentCleaner, DocumentInput} from '../cheerio.ts'
import type {Cleaner} from '../clean.ts'
import {repairMojibake} from '../input/normalise.ts'
import type {Options} from '../options.ts'
import type {Problem} from '../problem.ts'
import type {Quality, Result} from '../result.ts'
import type {Facts, Item} from '../rows/item.ts'
import {rowOf} from '../rows/write.ts'
import {arrivalOf} from './arrival.ts'

/** The parts of a crawling context that are read. A context has more, and is left as it is. */
export interface CrawlContext {
  readonly request?: {readonly id?: string | undefined; readonly url: string; readonly loadedUrl?: string | undefined} | undefined
  /** For plain fetch, beside `response`: the address that was asked for. */
  readonly url?: string | undefined
  /** Of Node (`statusCode`, `headers`), of a browser (`status()`, `headers()`), or of fetch. */
  readonly response?: object | null | undefined
  readonly body?: unknown
  /** CheerioCrawler's. */
  readonly $?: {root(): {toArray(): readonly unknown[]}} | undefined
  /** PlaywrightCrawler's and PuppeteerCrawler's. */
  readonly page?: {content(): Promise<string>} | undefined
}

/** Cleans in child processes; what `createPool` of `boildown/pool` gives. */
export interface CrawlPool {
  clean(input: string | Uint8Array, facts?: Facts & {readonly options?: Options | undefined}): Promise<Result>
}

export interface ContextOptions extends Options {
  /** Clean in this pool: a page that hangs or eats memory costs itself only. Other options given here win over the pool's. */
  readonly pool?: CrawlPool | undefined
}

/** A row as the command line writes it (docs/row.schema.json): plain JSON values. */
export interface CrawlRow {
  /** `request.id`; null if there is none. */
  readonly id: string | null
  /** Where the page was found in the end: `request.loadedUrl`. */
  readonly url: string | null
  /** false: the page could not be cleaned, or was refused as the options asked for; `error` says why. */
  readonly ok: boolean
  /** Without the title, which is a field of its own. */
  readonly markdown: string
  readonly title: string | null
  readonly authors: readonly string[]
  readonly author: string | null
  readonly date: string | null
  readonly modified: string | null
  readonly language: string | null
  readonly quality: Quality
  readonly problems: readonly Problem[]
  readonly error: string | null
  readonly comments: string | null
  readonly model: string | null
  /** Further metadata, in snake case. */
  readonly [column: string]: unknown
}

/**
 * The page of a crawling context, or of `{url, response}` with a response of fetch, as a row ready for `pushData`.
 *
 * A `$` is cleaned as it is, without parsing again, and left untouched. With a pool the page goes there as a string
 * or as bytes. What is damaged by decoding is told in `problems`.
 *
 * @throws {TypeError} if the context holds no page, or on an unknown or wrong option.
 * @throws {Error} code `closed`, `busy` or `aborted`, from the pool. What the page does to the pool is in the row.
 */
export async function cleanContext(context: CrawlContext, options: ContextOptions = {}): Promise<CrawlRow> {
  const {request, response} = context
  const {url: answered, ...arrival} = arrivalOf(response)
  const url = request?.loadedUrl ?? request?.url ?? answered ?? context.url
  const page: Page = {context, id: request?.id ?? null, facts: {...arrival, ...(url !== undefined && {url})}}
  const refused = notText(arrival.contentType)
  return refused === undefined ? cleanPage(page, options) : written(page, {error: refused})
}

/**
 * The body of a response of fetch as a row. The response is read by this.
 *
 * @throws as `cleanContext`.
 */
export function cleanResponse(response: Response, {url, ...options}: ContextOptions = {}): Promise<CrawlRow> {
  return cleanContext({url, response}, options)
}

/** Rows hold the title in a field of its own. */
const ofRows: Options = {title: 'drop'}

interface Page {
  readonly context: CrawlContext
  readonly id: string | null
  readonly facts: Facts
}

async function cleanPage(page: Page, {pool, ...options}: ContextOptions): Promise<CrawlRow> {
  const {context: {$, body}, facts} = page
  if (pool !== undefined) return pooled(page, pool, {...ofRows, ...options})
  // A document from the wrong characters cannot be repaired; the text it was parsed from can.
  const isRepairable = typeof body === 'string' && repairMojibake(body).repairs.length > 0
  if ($ !== undefined && !isRepairable) {
    const {url, headers, status} = facts
    const cleaner = await documentCleaner(options)
    return written(page, cleaner.clean($ as DocumentInput, {url, headers, status}))
  }
  const cleaner = await pageCleaner(options)
  return written(page, cleaner.clean(await inputOf(page.context), facts))
}

/** How pages end that the pool had to stop: of the page, so that another attempt would end the same. */
const ofThePage: ReadonlySet<unknown> = new Set(['deadline', 'memory', 'crash'])

async function pooled(page: Page, pool: CrawlPool, options: Options): Promise<CrawlRow> {
  const input = await inputOf(page.context)
  try {
    return written(page, await pool.clean(input, {...page.facts, options}))
  } catch (error) {
    if (!(error instanceof Error) || !ofThePage.has((error as {code?: unknown}).code)) throw error
    return written(page, {error: error.message})
  }
}

async function inputOf({body, page, response, $}: CrawlContext): Promise<string | Uint8Array> {
  if (typeof body === 'string' || body instanceof Uint8Array) return body
  if (page !== undefined) return page.content()
  if (typeof (response as Partial<Response> | undefined)?.arrayBuffer === 'function') return new Uint8Array(await (response as Response).arrayBuffer())
  throw new TypeError(`the context holds no page: ${$ === undefined ? '`$`, ' : ''}\`body\`, \`page\` or the \`response\` of fetch is needed; found: ${body === undefined ? 'none of them' : `a body that is ${typeof body}`}`)
}

function written({id, facts}: Page, outcome: Result | {readonly error: string}): CrawlRow {
  const item: Item = {id, input: '', facts, columns: [], problems: []}
  return rowOf(item, outcome) as unknown as CrawlRow
}

/** HTML, Markdown, text, XML of any kind, and what does not say: its content is looked at. */
const textual = /^(?:text\/|application\/(?:octet-stream|(?:[a-z0-9.-]{1,80}\+)?(?:xml|html)|xhtml)\b|$)/u

function notText(contentType: string | undefined): string | undefined {
  const media = (contentType ?? '').split(';', 1)[0].trim().toLowerCase()
  return textual.test(media) ? undefined : `${media.slice(0, 100)} is not HTML or text`
}

interface Prepared<T> { readonly options: Options; readonly cleaner: Promise<T> }

/** Cleaners kept for options that differ; a crawl has one or two. Chosen. */
const kept = 8
const documents: Prepared<DocumentCleaner>[] = []
const pages: Prepared<Cleaner>[] = []

function documentCleaner(options: Options): Promise<DocumentCleaner> {
  return prepared(documents, options, async asked => (await import('../cheerio.ts')).createCleaner(asked))
}

function pageCleaner(options: Options): Promise<Cleaner> {
  return prepared(pages, options, async asked => (await import('../clean.ts')).createCleaner(asked))
}

/** The cleaner of equal options, so that an object written in the handler does not load everything for each page. */
function prepared<T>(known: Prepared<T>[], options: Options, create: (options: Options) => Promise<T>): Promise<T> {
  const at = known.findIndex(({options: other}) => isEqual(options, other))
  const found = at >= 0 ? known.splice(at, 1)[0] : {options, cleaner: create({...ofRows, ...options})}
  known.unshift(found)
  known.length = Math.min(known.length, kept)
  return found.cleaner
}

/** Of equal values under equal names, one level deep. `options` is a copy already: nobody changes it later. */
function isEqual(a: Options, b: Options): boolean {
  const names = Object.keys(a) as (keyof Options)[]
  return names.length === Object.keys(b).length && names.every(name => Object.is(a[name], b[name]))
}
