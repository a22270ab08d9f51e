/** The addresses of the service: a row each. */
import type {IncomingMessage, ServerResponse} from 'node:http'
import {inspectorPolicy} from '../explain/inspector/inspector.ts'
import type {Facts} from '../input/read.ts'
import {modelHash} from '../judge/modelHash.ts'
import type {Options} from '../options.ts'
import type {Pool} from '../pool/index.ts'
import type {ProcessPool} from '../pool/pool.ts'
import {writeRow} from '../rows/write.ts'
import type {Admission, Place} from './admission.ts'
import {send} from './answer.ts'
import {declaredLength, readBody} from './body.ts'
import {broughtBy, wantsMarkdown} from './media.ts'
import {formPage, formPolicy, pageOfForm} from './form.ts'
import {optionsIn} from './query.ts'
import {Refusal} from './refusal.ts'
import {streamRows} from './rows.ts'

export interface Desk {
  readonly pool: Pool & Pick<ProcessPool, 'inspect'>
  readonly admission: Admission
  /** Bytes of a page. */
  readonly maxBytes: number
  readonly version: string
  /** Options of rows, which hold the title in a field of its own; a request's win over them. */
  readonly ofRows: Options
  readonly isStopping: () => boolean
}

export interface Asked {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly query: URLSearchParams
}

export type Handler = (asked: Asked, desk: Desk) => Promise<void> | void

/** By path and method. */
export const routes: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
  '/': {GET: form, HEAD: form},
  '/clean': {POST: clean},
  '/explain': {POST: explain},
  '/healthz': {GET: health, HEAD: health},
}

function health({response}: Asked, {pool, version, isStopping}: Desk): void {
  const status = {ok: !isStopping(), version, model: modelHash, workers: pool.workers, working: pool.working, waiting: pool.waiting}
  send(response, {status: isStopping() ? 503 : 200, type: 'application/json', body: `${JSON.stringify(status)}\n`})
}

async function clean(asked: Asked, desk: Desk): Promise<void> {
  const {request, response, query} = asked
  if (desk.isStopping()) throw new Refusal(503, 'the service is stopping', {'Retry-After': '1'})
  const brought = broughtBy(request.headers)
  const options = optionsIn(query)
  if (brought.kind === 'page') declaredLength(request, desk.maxBytes)
  const place = desk.admission.enter()
  try {
    if (request.headers.expect !== undefined) response.writeContinue()
    if (brought.kind === 'rows') await streamRows(request, response, {pool: desk.pool, options: {...desk.ofRows, ...options}, most: desk.maxBytes})
    else await cleanPage(asked, desk, {place, options, facts: brought.facts})
  } finally {
    place.leave()
  }
}

function form({response}: Asked): void {
  send(response, {status: 200, type: 'text/html; charset=utf-8', body: formPage, headers: {'Content-Security-Policy': formPolicy()}})
}

/** The inspector's page about one page: from the form, or as it is. */
async function explain({request, response, query}: Asked, {pool, admission, maxBytes, isStopping}: Desk): Promise<void> {
  if (isStopping()) throw new Refusal(503, 'the service is stopping', {'Retry-After': '1'})
  const brought = broughtBy(request.headers)
  if (brought.kind === 'rows') throw new Refusal(415, 'one page is explained at a time')
  const options = optionsIn(query)
  declaredLength(request, maxBytes)
  const place = admission.enter()
  try {
    if (request.headers.expect !== undefined) response.writeContinue()
    const sent = await readBody(request, place, maxBytes)
    const filled = pageOfForm(sent, request.headers['content-type'])
    const url = filled?.url ?? options.url
    const facts = filled === undefined ? brought.facts : {}
    const body = await pool.inspect(filled?.page ?? sent, {...facts, ...(url !== undefined && {url}), options, name: url ?? 'a page'})
    send(response, {status: 200, type: 'text/html; charset=utf-8', body, headers: {'Content-Security-Policy': `${await inspectorPolicy()}; frame-ancestors 'none'`}}, isStopping())
  } finally {
    place.leave()
  }
}

interface PageAsked { readonly place: Place; readonly options: Options; readonly facts: Facts }

async function cleanPage({request, response}: Asked, {pool, maxBytes, ofRows, isStopping}: Desk, {place, options, facts}: PageAsked): Promise<void> {
  const input = await readBody(request, place, maxBytes)
  const markdown = wantsMarkdown(request.headers.accept)
  const gone = new AbortController()
  // Nobody is left to read the answer.
  response.once('close', () => gone.abort())
  const {url} = options
  const result = await pool.clean(input, {...facts, signal: gone.signal, options: {...(!markdown && ofRows), ...options}})
  const body = markdown ? result.markdown : `${writeRow({id: null, input: '', facts: url === undefined ? {} : {url}, columns: [], problems: []}, result)}\n`
  send(response, {status: 200, type: markdown ? 'text/markdown; charset=utf-8' : 'application/json', body}, isStopping())
}
