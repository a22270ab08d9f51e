/** The door of the inspector: a form for one page. No script; it sends the page as it is, in plain text. */
import {createHash} from 'node:crypto'
import {html, Markup} from '../output/markup.ts'

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif } body { max-width: 60rem; margin: 2rem auto; padding: 0 1.25rem }
label { display: block; margin: 1rem 0 .2rem } textarea, input { font: .9rem/1.4 ui-monospace, monospace; width: 100%; padding: .4rem; box-sizing: border-box } textarea { height: 50vh } button { font: inherit; margin-top: 1rem; padding: .4rem 1.2rem }
`

export const formPage: string = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Boildown: why was this kept or dropped?</title><style>${new Markup(style)}</style></head>
<body><main><h1>Why was this kept or dropped?</h1><p>Paste a page: its HTML, Markdown, or text that was flattened already. Nothing leaves this machine.</p>
<form method="post" action="/explain" enctype="text/plain"><label for="url">Address of the page, if you know it</label><input id="url" name="url" inputmode="url" autocomplete="off">
<label for="page">The page</label><textarea id="page" name="page" required spellcheck="false"></textarea><button>Show</button></form></main></body></html>
`.text

export function formPolicy(): string {
  return `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`
}

const fields = /^url=([^\r\n]{0,8000})\r\npage=/u

/** What the form holds; undefined for any other body. The page comes last, so that nothing in it could be taken for a field. */
export function pageOfForm(body: Uint8Array, type = ''): {readonly url: string | undefined; readonly page: string} | undefined {
  if (!/^text\/plain\b/iu.test(type)) return undefined
  const text = new TextDecoder().decode(body)
  const start = fields.exec(text.slice(0, 8020))
  if (start === null) return undefined
  const url = start[1].trim()
  return {url: url === '' ? undefined : url, page: text.slice(start[0].length).replace(/\r\n$/u, '')}
}
