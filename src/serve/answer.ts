/** What the service writes back. */
import type {IncomingMessage, ServerResponse} from 'node:http'
import {Failure} from '../exit.ts'
import {Refusal} from './refusal.ts'

/** No page of a browser may take an answer for more than data. */
const always: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
}

/** What a client may still send after it was refused: bytes and milliseconds. A connection closed before is an error at its end, not our answer. Chosen. */
const lingering = {bytes: 4_000_000, milliseconds: 2000} as const

export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

export function headersOf({type, headers}: Pick<Answer, 'type' | 'headers'>): Record<string, string> {
  return {...always, ...headers, 'Content-Type': type}
}

/** @param close - the connection ends with it */
export function send(response: ServerResponse, answer: Answer, close = false): void {
  if (response.headersSent || response.destroyed) return
  const body = Buffer.from(answer.body)
  response.writeHead(answer.status, {...headersOf(answer), 'Content-Length': body.length, ...(close && {Connection: 'close'})})
  response.end(response.req.method === 'HEAD' ? undefined : body)
}

/** Refuses, and hears a body that is on its way to its end, or for a while: then the connection is closed. */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const answer: Answer = {status: refusal.status, type: 'application/json', body: `${JSON.stringify({error: refusal.message})}\n`, headers: refusal.headers}
  const left = Number(request.headers['content-length'] ?? 0)
  const isShort = request.complete || (request.headers['transfer-encoding'] === undefined && left <= lingering.bytes && refusal.status !== 408)
  // Who waits to be told to go on may send its page or not: nobody knows where the next request would begin.
  if (isShort) return send(response, answer, request.headers.expect !== undefined)
  if (response.headersSent || response.destroyed) return
  const body = Buffer.from(answer.body)
  response.writeHead(answer.status, {...headersOf(answer), 'Content-Length': body.length, Connection: 'close'})
  // All of the answer is out; the connection is closed when the client has fallen silent.
  response.write(body)
  linger(request, () => response.end())
}

function linger(request: IncomingMessage, end: () => void): void {
  let heard = 0
  const timer = setTimeout(end, lingering.milliseconds)
  const done = (): void => {
    clearTimeout(timer)
    end()
  }
  request.removeAllListeners('data')
  request.on('data', (chunk: Buffer) => {
    heard += chunk.length
    if (heard > lingering.bytes) done()
  })
  request.once('end', done)
  request.once('close', done)
  request.resume()
}

export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const message = error instanceof Error ? error.message : String(error)
  switch (code) {
    case 'busy': return new Refusal(503, message, {'Retry-After': '1'})
    case 'closed': return new Refusal(503, 'the service is stopping', {'Retry-After': '1'})
    case 'deadline': return new Refusal(504, message)
    case 'memory':
    case 'crash': return new Refusal(422, message)
    default: return error instanceof TypeError || error instanceof Failure ? new Refusal(400, message) : undefined
  }
}
