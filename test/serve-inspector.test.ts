/** The inspector at the service's door: its form, and what comes back. In a browser: `test:systems -- inspector`. */
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {formPage, pageOfForm} from '../src/serve/form.ts'
import type {Desk} from '../src/serve/routes.ts'
import {startService, type Service} from '../src/serve/service.ts'

const page = '<title>T</title><p>Some text.</p>'
const pool: Desk['pool'] = {
  workers: 1, waiting: 0, working: 0, clean: () => Promise.reject(new Error('nothing is cleaned here')), room: () => Promise.resolve(), close: () => Promise.resolve(), [Symbol.asyncDispose]: () => Promise.resolve(),
  inspect: (input, {name, url, options}) => Promise.resolve(JSON.stringify({text: typeof input === 'string' ? input : new TextDecoder().decode(input), name, url, options})),
}

let service: Service
beforeAll(async () => { service = await startService({pool, host: '127.0.0.1', port: 0, maxBytes: 100_000, names: [], version: '1.2.3', longest: 20, failed: () => undefined}) })
afterAll(async () => { await service.stop(0) })

interface Got { readonly status: number; readonly headers: Headers; readonly body: string }
interface Sent { readonly method?: string; readonly path: string; readonly headers?: Record<string, string> }

async function send({method = 'POST', path, headers = {}}: Sent, body: string): Promise<Got> {
  const response = await fetch(`http://127.0.0.1:${service.port}${path}`, {method, headers, ...(method === 'POST' && {body})})
  return {status: response.status, headers: response.headers, body: await response.text()}
}

describe('the inspector', () => {
  it('has a form that runs no script and may only be sent here', async () => {
    const {status, headers, body} = await send({method: 'GET', path: '/'}, '')
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/u)
    expect(body).toBe(formPage)
    expect(body).not.toContain('<script')
  })
  it('explains what the form sends, its address apart', async () => {
    const {status, headers, body} = await send({path: '/explain', headers: {'content-type': 'text/plain'}}, 'url=https://example.org/a\r\npage=<p>a=b\r\nurl=c\r\npage=d</p>\r\n')
    expect(status).toBe(200)
    expect(JSON.parse(body)).toMatchObject({text: '<p>a=b\r\nurl=c\r\npage=d</p>', name: 'https://example.org/a', url: 'https://example.org/a'})
    expect(headers.get('content-security-policy')).toMatch(/script-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/u)
  })
  it('explains a page sent as it is, with options, and no rows', async () => {
    const {body} = await send({path: '/explain?favor=recall', headers: {'content-type': 'text/html'}}, page)
    expect(JSON.parse(body)).toMatchObject({text: page, name: 'a page', options: {favor: 'recall'}})
    expect((await send({path: '/explain', headers: {'content-type': 'application/x-ndjson'}}, '{}')).status).toBe(415)
    expect((await send({path: '/explain?trace=true', headers: {'content-type': 'text/html'}}, page)).status).toBe(400)
  })
  it('takes nothing else for a form', () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
    expect(pageOfForm(bytes('url=\r\npage=x\r\n'), 'text/plain')).toEqual({url: undefined, page: 'x'})
    expect(pageOfForm(bytes('url=\r\npage=x\r\n'), 'text/html')).toBeUndefined()
    expect(pageOfForm(bytes('A text that says url=a'), 'text/plain')).toBeUndefined()
  })
})
