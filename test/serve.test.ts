/** The service, asked over real sockets; the pool behind it is one in this process that does as pages say. */
import {connect} from 'node:net'
import {Agent, request as ask, type IncomingHttpHeaders, type RequestOptions} from 'node:http'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {createCleaner} from '../src/index.ts'
import {malformed} from './malformedRequests.ts'
import {PoolError, type PoolErrorCode} from '../src/pool/index.ts'
import {ownNames} from '../src/serve/names.ts'
import {optionsIn, parameters} from '../src/serve/query.ts'
import type {Desk} from '../src/serve/routes.ts'
import {placesFor, startService, type Service} from '../src/serve/service.ts'

const page = '<title>T</title><article><h1>T</h1><p>Some text of a page, at such a length that it is a text.</p></article>'
const maxBytes = 100_000

/** What the pool was asked, and what it waits for before it answers. */
const seen: {input: string | Uint8Array; url?: string | undefined; contentType?: string | undefined; options?: object | undefined; signal?: AbortSignal | undefined}[] = []
let gate: Promise<void> = Promise.resolve()

async function poolHere(): Promise<Desk['pool']> {
  const base = {title: 'top'} as const
  return {
    workers: 1, waiting: 0, working: 0,
    async clean(input, {signal, options, ...facts} = {}) {
      seen.push({input, options, signal, ...facts})
      await gate
      const text = Buffer.from(input as Uint8Array).toString()
      const code = /fails: (\w+)/u.exec(text)?.[1]
      if (code === 'bug') throw new Error('a bug')
      if (code) throw new PoolError(code as PoolErrorCode, `it was ${code}`)
      return (await createCleaner({...base, ...options})).clean(input, facts)
    },
    inspect: () => Promise.reject(new Error('nothing is inspected here')),
    room: () => Promise.resolve(),
    close: () => Promise.resolve(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  }
}

let service: Service
const faults: string[] = []
const start = async (): Promise<Service> => startService({pool: await poolHere(), host: '127.0.0.1', port: 0, maxBytes, names: ['boil.test'], version: '1.2.3', longest: 20, failed: message => { faults.push(message) }})

beforeAll(async () => { service = await start() })
afterAll(async () => { await service.stop(0) })

interface Got { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }

function send(options: RequestOptions, body: string | Uint8Array = page, to = service): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request = ask({host: '127.0.0.1', port: to.port, method: 'POST', path: '/clean', agent: false, ...options}, response => {
      let text = ''
      response.setEncoding('utf8').on('data', chunk => { text += chunk }).on('end', () => resolve({status: response.statusCode ?? 0, headers: response.headers, body: text})).on('error', reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** Bytes on a bare socket; what comes back until the service is silent or closes. */
function raw(text: string | Uint8Array, silence = 150): Promise<string> {
  return new Promise(resolve => {
    let heard = ''
    const socket = connect(service.port, '127.0.0.1', () => socket.write(text))
    const end = (): void => {
      socket.destroy()
      resolve(heard)
    }
    let timer = setTimeout(end, silence)
    socket.on('data', chunk => {
      heard += chunk.toString('latin1')
      clearTimeout(timer)
      timer = setTimeout(end, 20)
    })
    socket.on('close', end)
    socket.on('error', () => undefined)
  })
}

describe('POST /clean', () => {
  it('gives a row, and Markdown where it is asked for', async () => {
    const row = await send({path: '/clean?url=https://a.example/x&favor=recall'})
    expect(row.status).toBe(200)
    expect(row.headers).toMatchObject({'content-type': 'application/json', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store'})
    expect(JSON.parse(row.body)).toMatchObject({id: null, url: 'https://a.example/x', ok: true, title: 'T', markdown: 'Some text of a page, at such a length that it is a text.\n'})
    expect(seen.at(-1)).toMatchObject({options: {title: 'drop', favor: 'recall', url: 'https://a.example/x'}})
    const markdown = await send({headers: {accept: 'text/markdown'}})
    expect(markdown.headers['content-type']).toBe('text/markdown; charset=utf-8')
    expect(markdown.body).toBe('# T\n\nSome text of a page, at such a length that it is a text.\n')
    expect((await send({headers: {accept: 'application/json, text/markdown;q=0.5'}})).headers['content-type']).toBe('application/json')
  })

  it('hands on the bytes and the content type they came with', async () => {
    const bytes = Uint8Array.of(...Buffer.from('<p>caf'), 0xe9, ...Buffer.from(' and more of it</p>'))
    const {body} = await send({headers: {'content-type': 'text/html; charset=windows-1252'}}, bytes)
    expect(JSON.parse(body).markdown).toBe('café and more of it\n')
    await send({headers: {'content-type': 'text/markdown'}}, '# A')
    expect(seen.at(-1)).toMatchObject({from: 'markdown'})
    await send({headers: {'content-type': 'application/x-www-form-urlencoded'}})
    expect(seen.at(-1)).not.toHaveProperty('contentType')
  })

  it('tells a client to go on that asks first, and one that must not before it sends', async () => {
    const head = (length: number): string => `POST /clean HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: ${length}\r\n\r\n`
    expect(await raw(head(page.length))).toBe('HTTP/1.1 100 Continue\r\n\r\n')
    expect(await raw(head(page.length) + page)).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/u)
    expect(await raw(head(maxBytes + 1))).toMatch(/^HTTP\/1\.1 413 [^]*Connection: close/u)
  })

  it('cleans an empty page', async () => {
    const {status, body} = await send({}, '')
    expect([status, JSON.parse(body).problems.map(({code}: {code: string}) => code)]).toEqual([200, expect.arrayContaining(['empty-input'])])
  })

  it('has no header that lets pages of other sites read it', async () => {
    for (const method of ['POST', 'OPTIONS']) expect(Object.keys((await send({method})).headers).filter(name => name.startsWith('access-control'))).toEqual([])
  })

  it.each([['deadline', 504], ['memory', 422], ['crash', 422], ['busy', 503], ['closed', 503]] as const)('%s is %i', async (code, status) => {
    const got = await send({}, `<p>fails: ${code}</p>`)
    expect(got.status).toBe(status)
    expect(JSON.parse(got.body).error).toBeTruthy()
    expect(got.headers['retry-after'] !== undefined).toBe(status === 503)
  })

  it('a bug of ours is 500, and said here', async () => {
    expect((await send({}, '<p>fails: bug</p>')).status).toBe(500)
    expect(faults.splice(0)).toEqual([expect.stringContaining('a bug')])
  })

  it('takes on so much at once and refuses the rest, at once and without their pages', async () => {
    let open: () => void = () => undefined
    gate = new Promise(resolve => { open = resolve })
    const places = placesFor(1)
    const waiting = Array.from({length: places}, () => send({}))
    await expect.poll(() => seen.filter(({signal}) => signal && !signal.aborted).length).toBeGreaterThanOrEqual(places)
    const refused = await send({}, 'x'.repeat(50_000))
    expect(refused).toMatchObject({status: 503, headers: {'retry-after': '1'}})
    open()
    expect((await Promise.all(waiting)).map(({status}) => status)).toEqual(Array.from({length: places}, () => 200))
    expect((await send({})).status).toBe(200)
  })

  it('gives up a page that nobody waits for', async () => {
    let open: () => void = () => undefined
    gate = new Promise(resolve => { open = resolve })
    const socket = connect(service.port, '127.0.0.1', () => socket.write(`POST /clean HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${page.length}\r\n\r\n${page}`))
    const before = seen.length
    await expect.poll(() => seen.length).toBe(before + 1)
    socket.destroy()
    await expect.poll(() => seen.at(-1)?.signal?.aborted).toBe(true)
    open()
  })
})

describe('rows', () => {
  const headers = {'content-type': 'application/x-ndjson'}

  it('are in hand only as far as they have room together', async () => {
    const line = (n: number, letters: number, text = ''): string => `${JSON.stringify({id: n, html: `<p>${text}${'x'.repeat(letters)}</p>`})}\n`
    const post = (body: string): Promise<Got> => send({headers}, body)
    const after = (milliseconds: number): Promise<void> => new Promise(resolve => { setTimeout(resolve, milliseconds) })
    for (const [letters, inHand] of [[1000, 2], [maxBytes, 1]] as const) {
      const before = seen.length
      gate = after(300)
      const answer = post(line(1, letters) + line(2, letters) + line(3, letters))
      await after(200)
      const taken = seen.length - before
      expect((await answer).body.match(/"ok":true/gu)).toHaveLength(3)
      expect(taken).toBe(inHand)
    }
    // A request that is given up while its next line waits for room gives its place back.
    gate = after(200)
    const failing = Array.from({length: placesFor(1)}, () => post(line(1, maxBytes, 'fails: closed ') + line(2, maxBytes)))
    expect((await Promise.all(failing)).map(({status}) => status)).toEqual(failing.map(() => 503))
    gate = Promise.resolve()
    expect((await post(line(4, 10))).status).toBe(200)
  })

  it('are answered in order, bad ones too', async () => {
    const lines = [{id: 1, html: page}, 'bad', {id: 3, html: '<p>fails: deadline</p>'}, {id: 4, url: 'https://a.example/4', html: page, more: [1]}].map(row => typeof row === 'string' ? row : JSON.stringify(row))
    const {status, headers: got, body} = await send({headers}, `${lines.join('\n')}\n`)
    expect([status, got['content-type']]).toEqual([200, 'application/x-ndjson'])
    const rows = body.trim().split('\n').map(line => JSON.parse(line))
    expect(rows.map(({id, ok}) => [id, ok])).toEqual([[1, true], [null, false], [3, false], [4, true]])
    expect(rows[1].error).toContain('line 2: not JSON')
    expect(rows[2].error).toBe('it was deadline')
    expect(rows[3]).toMatchObject({url: 'https://a.example/4', more: [1], title: 'T'})
  })

  it('come back while others are still to come', async () => {
    const lines: string[] = []
    await new Promise<void>((resolve, reject) => {
      const request = ask({host: '127.0.0.1', port: service.port, method: 'POST', path: '/clean', agent: false, headers}, response => {
        response.setEncoding('utf8').on('data', (chunk: string) => {
          lines.push(...chunk.trim().split('\n'))
          if (lines.length < 3) request.write(`${JSON.stringify({id: lines.length, html: page})}\n`)
          else request.end()
        }).on('end', resolve)
      })
      request.on('error', reject)
      request.write(`${JSON.stringify({id: 0, html: page})}\n`)
    })
    expect(lines.map(line => JSON.parse(line).id)).toEqual([0, 1, 2])
  })

  it('are cut off, not ended, when the service gives up', async () => {
    const lines = [{html: page}, {html: '<p>fails: closed</p>'}].map(row => `${JSON.stringify(row)}\n`)
    await expect(send({headers}, lines.join(''))).rejects.toThrow('aborted')
  })

  it('of another encoding are refused before anything is written', async () => {
    expect((await send({headers}, Buffer.from('\ufeff{"id":1}\n', 'utf16le'))).status).toBe(400)
    expect((await send({headers, path: '/clean?select=[['}, `${JSON.stringify({html: page})}\n`)).status).toBe(400)
  })
})

describe('the query', () => {
  it('takes options of the library, and no other', () => {
    expect(optionsIn(new URLSearchParams('url=https://a.example&favor=recall&remove=.a&remove=.b&min-quality=.5&markdown-bullet=*&front-matter&normalise=false&status=404')))
      .toEqual({url: 'https://a.example', favor: 'recall', remove: ['.a', '.b'], minQuality: 0.5, markdown: {bullet: '*'}, frontMatter: true, normalise: false, status: 404})
    for (const name of ['pass', 'passes', 'hooks', 'hosts', 'rules', 'learn', 'trace', 'limits-bytes', 'headers', 'file', 'root', '__proto__', 'constructor']) {
      expect([...parameters.keys()], name).not.toContain(name)
      expect(() => optionsIn(new URLSearchParams([[name, 'x']])), name).toThrow('unknown parameter')
    }
  })

  it('says what is allowed', () => {
    for (const query of ['favor=x', 'favor=recall&favor=recall', 'front-matter=maybe', 'min-quality=2', 'status=-1', 'markdown-wrap=0', `select=${'a'.repeat(1025)}`, `select=${'a'.repeat(600)}&remove=${'a'.repeat(600)}`]) {
      expect(() => optionsIn(new URLSearchParams(query)), query).toThrow(/allowed|times|1024/u)
    }
  })
})

describe('whom it answers', () => {
  it.each(['evil.example', 'evil.example:80', 'localhost.evil.example', '127.0.0.1.evil.example', 'localhost@evil.example', '127.1', '0.0.0.0', '', 'local host', '[::1', 'boil.test.evil'])('not who asks for %j', async host => {
    expect(await raw(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 40[03]/u)
  })

  it.each(['localhost', 'LOCALHOST:9', '127.0.0.1:1', '[::1]:80', 'boil.test', 'localhost.'])('who asks for %j', async host => {
    expect(await raw(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200/u)
  })

  it('not pages of other sites', async () => {
    expect((await send({headers: {origin: 'https://evil.example'}})).status).toBe(403)
    expect((await send({headers: {origin: 'null'}})).status).toBe(403)
    expect((await send({headers: {origin: `http://localhost:${service.port}`}})).status).toBe(200)
  })

  it('knows the machine by its addresses where it listens on all of them', () => {
    expect(ownNames('127.0.0.1', [])).toEqual(new Set(['localhost', '127.0.0.1', '[::1]']))
    expect(ownNames('0.0.0.0', ['Box']).has('box')).toBe(true)
    expect(ownNames('10.0.0.7', []).has('10.0.0.7')).toBe(true)
  })
})

describe('malformed requests', () => {
  it.each(Object.entries(malformed(maxBytes)))('%s', async (_, text) => {
    const before = seen.length
    const answer = await raw(text)
    expect(answer.slice(0, 200)).toMatch(/^HTTP\/1\.1 4[0-9]{2} /u)
    expect(answer).not.toContain('passwd')
    expect(seen.length - before).toBeLessThan(2)
  })

  it('leave it as it was', async () => {
    expect((await send({})).status).toBe(200)
    expect(faults).toEqual([])
  })
})

describe('its end', () => {
  it('comes when what is in hand is done; what comes then is told to go elsewhere', async () => {
    const own = await start()
    let open: () => void = () => undefined
    gate = new Promise(resolve => { open = resolve })
    const before = seen.length
    const inHand = send({agent: new Agent({keepAlive: true})}, page, own)
    await expect.poll(() => seen.length).toBe(before + 1)
    const stopped = own.stop(5000)
    await expect(send({}, page, own)).rejects.toThrow(/ECONNREFUSED|hang up|reset/u)
    open()
    expect(await inHand).toMatchObject({status: 200, headers: {connection: 'close'}})
    expect(await stopped).toBe(true)
  })

  it('comes in any case', async () => {
    const own = await start()
    gate = new Promise(() => undefined)
    const cut = send({}, page, own).catch((error: Error) => error.message)
    await new Promise(resolve => { setTimeout(resolve, 30) })
    expect(await own.stop(50)).toBe(false)
    expect(await cut).toMatch(/hang up|reset/u)
    gate = Promise.resolve()
  })
})
