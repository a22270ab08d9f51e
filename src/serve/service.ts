/** `boildown serve`: pages over HTTP, cleaned by a pool. Small on purpose, and for programs on the same machine. */
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import type {AddressInfo, Socket} from 'node:net'
import type {Options} from '../options.ts'
import {Admission} from './admission.ts'
import {refusalOf, refuse} from './answer.ts'
import {checkHost, checkOrigin, ownNames} from './names.ts'
import {Refusal} from './refusal.ts'
import {routes, type Desk} from './routes.ts'

export interface ServiceOptions {
  readonly pool: Desk['pool']
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  /** Bytes of a page. */
  readonly maxBytes: number
  /** Further names it is called by. */
  readonly names: readonly string[]
  readonly version: string
  /** Seconds on the clock that a page may take. */
  readonly longest: number
  /** Where titles of rows stand; in a field of their own if left out. */
  readonly title?: Options['title']
  /** Told of what is our fault. */
  failed(message: string): void
}

export interface Service {
  readonly port: number
  readonly address: string
  /**
   * Takes no more requests and finishes those in hand.
   *
   * @param patience - milliseconds; then connections are cut
   * @returns whether all were finished
   */
  stop(patience: number): Promise<boolean>
}

/** Requests that may wait for each process: with a page of 10 ms each waits a tenth of a second at most. Chosen. */
const waitingEach = 8
/** Pages of the largest size that are held at once, at least. Chosen. */
const largestHeld = 4
const leastHeld = 256_000_000
/** Milliseconds. Headers come in one packet; an open connection without a request costs little; silence for minutes is no client. Chosen. */
const patience = {headers: 10_000, betweenRequests: 30_000, silence: 240_000, check: 2000} as const
const most = {headers: 100, connections: 1024} as const

/** Requests taken on at once by so many processes. */
export function placesFor(workers: number): number {
  return workers * (1 + waitingEach)
}

/** @throws what listening throws: the address is taken, say. */
export async function startService({pool, host, port, maxBytes, names, version, longest, title = 'drop', failed}: ServiceOptions): Promise<Service> {
  let stopping = false
  const admission = new Admission(placesFor(pool.workers), Math.max(leastHeld, largestHeld * maxBytes))
  const desk: Desk = {pool, admission, maxBytes, version, ofRows: {title}, isStopping: () => stopping}
  const known = ownNames(host, names)
  const answer = (request: IncomingMessage, response: ServerResponse): void => void handle({request, response, desk, known, failed})
  const server = createServer({requestTimeout: 0, headersTimeout: patience.headers, keepAliveTimeout: patience.betweenRequests, connectionsCheckingInterval: patience.check, maxHeaderSize: 16_384}, answer)
  server.maxHeadersCount = most.headers
  server.maxConnections = most.connections
  // Nothing is heard while a page is cleaned.
  server.setTimeout(Math.max(patience.silence, longest * 1000 + patience.headers))
  // It is told to go on once it is let in.
  server.on('checkContinue', answer)
  server.on('connect', (_request: IncomingMessage, socket: Socket) => socket.end('HTTP/1.1 405 Method Not Allowed\r\nAllow: POST, GET\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'))
  await listen(server, host, port)
  const {address, port: bound} = server.address() as AddressInfo
  return {
    address, port: bound,
    async stop(most) {
      stopping = true
      return ended(server, most)
    },
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({host, port}, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

async function ended(server: Server, patience: number): Promise<boolean> {
  let isCut = false
  const impatient = setTimeout(() => {
    isCut = true
    server.closeAllConnections()
  }, patience)
  // A connection whose answer is out waits for the next request.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  await new Promise<void>(resolve => { server.close(() => resolve()) })
  clearInterval(idle)
  clearTimeout(impatient)
  return !isCut
}

interface Handling {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly desk: Desk
  readonly known: ReadonlySet<string>
  readonly failed: ServiceOptions['failed']
}

async function handle({request, response, desk, known, failed}: Handling): Promise<void> {
  try {
    checkHost(request.rawHeaders, known)
    checkOrigin(request.headers.origin, known)
    const {path, query} = addressOf(request.url ?? '')
    const methods = Object.hasOwn(routes, path) ? routes[path] : undefined
    if (!methods) throw new Refusal(404, 'there is POST /clean and GET /healthz')
    const method = request.method ?? ''
    if (!Object.hasOwn(methods, method)) throw new Refusal(405, `${path} takes ${Object.keys(methods).join(', ')}`, {Allow: Object.keys(methods).join(', ')})
    await methods[method]({request, response, query}, desk)
  } catch (error) {
    const refusal = refusalOf(error)
    // A client that has left is no fault.
    if (!refusal && !response.destroyed && !request.socket.destroyed) failed(error instanceof Error ? error.stack ?? error.message : String(error))
    // Half an answer is no answer: the client sees that it was cut.
    if (response.headersSent) response.destroy()
    else refuse(request, response, refusal ?? new Refusal(500, 'a bug in boildown, please report it'))
  }
}

/** @throws {Refusal} 400 */
function addressOf(target: string): {readonly path: string; readonly query: URLSearchParams} {
  if (!target.startsWith('/')) throw new Refusal(400, 'the request must name a path')
  const at = target.indexOf('?')
  return at < 0 ? {path: target, query: new URLSearchParams()} : {path: target.slice(0, at), query: new URLSearchParams(target.slice(at + 1))}
}
